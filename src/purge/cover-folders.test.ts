// Of many addresses: which folders hold them, how few, and that none is lost.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { coverFolders } from './cover-folders.ts';

const articles = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${folder}a${index}.html`);

describe('addresses that are too many for each to be told', () => {
  it('are the days of the newest articles, where these are enough', () => {
    const urls = [
      '/',
      '/chine/',
      ...articles('/chine/2014/05/20/', 30),
      ...articles('/chine/2014/05/19/', 9),
    ];
    assert.deepEqual(coverFolders(urls, { folders: 5, urls: 11 }), {
      folders: ['/chine/2014/05/20/'],
      urls: ['/', '/chine/', ...articles('/chine/2014/05/19/', 9)],
    });
  });

  it('are months where days would be too many, and sections where months would be', () => {
    const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'));
    const month = (name: string): readonly string[] => days.flatMap(day => articles(`${name}${day}/`, 4));
    const urls = [...month('/chine/2014/05/'), ...month('/chine/2014/04/'), ...month('/monde/2014/05/'), '/'];
    const cover = (folders: number) => coverFolders(urls, { folders, urls: 10 })?.folders;
    assert.deepEqual(cover(3), ['/chine/2014/04/', '/chine/2014/05/', '/monde/2014/05/']);
    assert.deepEqual(cover(2), ['/chine/2014/', '/monde/2014/']);
    assert.equal(cover(1), undefined);
  });

  it('are nothing but the site where they are spread over it, or lie beside its front page', () => {
    const spread = Array.from({ length: 50 }, (_, index) => `/s${index}/`);
    assert.equal(coverFolders(spread, { folders: 40, urls: 10 }), null);
    assert.equal(coverFolders(articles('/', 50), { folders: 40, urls: 10 }), null);
  });

  it('are each in a folder or told alone, within the limits, and no folder is within another', () => {
    const part = fc.constantFrom('chine', 'monde', '2014', '05', '20', 'é à');
    const url = fc
      .tuple(fc.array(part, { maxLength: 4 }), fc.constantFrom('', 'a.html', 'b.html', 'c.html'))
      .map(([parts, name]) => `/${parts.map(each => `${each}/`).join('')}${name}`);
    const limits = fc.record({ folders: fc.nat(6), urls: fc.nat(12) });
    fc.assert(
      fc.property(fc.uniqueArray(url, { maxLength: 60 }), limits, (urls, most) => {
        const cover = coverFolders(urls, most);
        if (cover === null) return;
        assert.ok(cover.folders.length <= most.folders && cover.urls.length <= most.urls);
        for (const each of urls)
          assert.ok(
            cover.urls.includes(each) !== cover.folders.some(folder => each.startsWith(folder)),
            each,
          );
        for (const folder of cover.folders)
          assert.ok(
            folder !== '/' && !cover.folders.some(other => other !== folder && folder.startsWith(other)),
            folder,
          );
      }),
    );
  });
});
