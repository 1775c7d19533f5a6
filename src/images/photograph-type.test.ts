import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quarters } from '../../tests/media/sample-photographs.ts';
import { type PhotographType, photographType } from './photograph-type.ts';

const text = (content: string): Buffer => Buffer.from(content, 'latin1');

/** ISO base media: the first box names brands. */
function container(...brands: readonly string[]): Buffer {
  const box = text(`\0\0\0\0ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`);
  box.writeUInt32BE(box.length, 0);
  return Buffer.concat([box, text('\0\0\0\x08free')]);
}

describe('what a file holds', () => {
  it('is seen by its first bytes', async () => {
    const made: readonly (readonly [PhotographType, Buffer])[] = [
      ['jpeg', await quarters().jpeg().toBuffer()],
      ['png', await quarters().png().toBuffer()],
      ['webp', await quarters().webp().toBuffer()],
      ['avif', await quarters().avif({ effort: 0 }).toBuffer()],
      ['tiff', await quarters().tiff().toBuffer()],
      ['tiff', await quarters().tiff({ bigtiff: true }).toBuffer()],
      ['gif', await quarters().gif().toBuffer()],
    ];
    for (const [type, bytes] of made) assert.equal(photographType(bytes), type);
  });

  it('is HEIC or AVIF by the brands of their common container', () => {
    assert.equal(photographType(container('heic', 'mif1', 'heic')), 'heic');
    assert.equal(photographType(container('mif1', 'mif1', 'heic')), 'heic');
    assert.equal(photographType(container('mif1', 'mif1', 'avif')), 'avif');
    assert.equal(photographType(container('avis', 'avif', 'msf1')), 'avif');
    assert.equal(photographType(container('isom', 'mp42')), null);
  });

  it('is a drawing whatever stands before its root', () => {
    for (const prolog of ['', '\xef\xbb\xbf', '\n<?xml version="1.0"?>\n<!-- quai -->', '<!DOCTYPE svg>'])
      assert.equal(photographType(text(`${prolog}<svg viewBox="0 0 1 1"/>`)), 'svg');
    assert.equal(photographType(text('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>')), 'svg');
    assert.equal(photographType(text('<html><body>svg</body></html>')), null);
    assert.equal(photographType(text('Le mot <svg> dans un texte')), null);
  });

  it('is a pointer where Git LFS keeps the file elsewhere', () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    assert.equal(photographType(text(pointer)), 'git-lfs');
    assert.equal(photographType(text('version https://exemple.fr/')), null);
  });

  it('is nothing that is known, for most bytes', () => {
    for (const other of ['BM6\0\0', '%PDF-1.7', '\0\0\0\x0cjP  ', 'Bonjour', ''])
      assert.equal(photographType(text(other)), null);
    fc.assert(fc.property(fc.uint8Array(), bytes => void photographType(Buffer.from(bytes))));
  });
});
