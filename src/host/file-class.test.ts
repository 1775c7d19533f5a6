import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assetUrl } from '../address/asset-url.ts';
import { hashOf } from '../hash/hash.ts';
import { imageUrl } from '../images/image-url.ts';
import { documentUrl, mediaUrl } from '../media/media-url.ts';
import { CACHE_CONTROL, fileClassOf } from './file-class.ts';

describe('the class of a file', () => {
  const hash = (n: number): string => hashOf(`file ${n}`);
  const numbers = Array.from({ length: 300 }, (_, n) => n);

  it('is that of what never changes for every address that our makers of such addresses give', () => {
    for (const n of numbers) {
      assert.equal(fileClassOf(assetUrl('quotidien', hash(n), 'css')), 'asset');
      assert.equal(fileClassOf(assetUrl('serif', hash(n), 'woff2')), 'asset');
      assert.equal(fileClassOf(`${imageUrl('photographs', [n])}-640.avif`), 'media');
      assert.equal(fileClassOf(`${imageUrl('photographs', [n])}-1600-credit.jpg`), 'media');
      assert.equal(fileClassOf(`${imageUrl('cards', [n])}.png`), 'media');
      assert.equal(fileClassOf(`${imageUrl('maps', [n])}.svg`), 'media');
      assert.equal(fileClassOf(mediaUrl(hash(n), '.mp4')), 'media');
      assert.equal(fileClassOf(documentUrl(hash(n), 'rapport-2014.pdf')), 'media');
    }
  });

  const OTHERS = {
    '/': 'page',
    '/chine/': 'page',
    '/404.html': 'page',
    // An old address.
    '/ancien.htm': 'page',
    '/flux.xml': 'page',
    '/recherche/mois.json': 'page',
    '/furniture/une.html': 'page',
    '/favicon.svg': 'other',
    '/polices.txt': 'other',
    // An owner's own, under names that stay while their bytes change.
    '/assets/logo.svg': 'other',
    '/assets/logo.v2.css': 'other',
    '/images/logo.png': 'other',
    '/images/2014/logo.png': 'other',
    '/medias/index.html': 'page',
    '/chine/assets/quotidien.abcdefghijkl.css': 'other',
  } as const;
  for (const [url, fileClass] of Object.entries(OTHERS))
    it(`at ${url} is « ${fileClass} »`, () => assert.equal(fileClassOf(url), fileClass));

  it('says for how long it is kept: for ever only what has a hash', () => {
    for (const [name, value] of Object.entries(CACHE_CONTROL))
      assert.equal(value.includes('immutable'), name === 'asset' || name === 'media', name);
    assert.match(CACHE_CONTROL.page, /max-age=60, stale-while-revalidate=\d+, stale-if-error=\d+$/);
  });
});
