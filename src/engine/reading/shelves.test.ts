import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { workingTree } from '../../content/working-tree.ts';
import { bucketOfFile, bucketsOfShelf } from '../memory/shelf-buckets.ts';
import { shelfId, sortedShelfId } from './content-ids.ts';
import { isFolderOnShelf, isOnShelf, shelfOf } from './shelves.ts';
import { walkContent } from './walk-content.ts';

/** By its file the shelf on which it stands. */
const SHELVES: Readonly<Record<string, string>> = {
  'articles/port.md': 'articles',
  'articles/2014/port.md': 'articles/2014',
  'articles/2014/05/port.md': 'articles/2014/05',
  'articles/2014/05/gare.md': 'articles/2014/05',
  'articles/2014/05/20/port.md': 'articles/2014/05',
  'articles/2014/05/20/soir/port.md': 'articles/2014/05',
  'articles/2014/055/port.md': 'articles/2014/055',
  'articles/2014/06/port.md': 'articles/2014/06',
};

describe('a shelf', () => {
  it('is a folder two levels down with all below it, or one that is higher alone', () => {
    for (const [file, shelf] of Object.entries(SHELVES)) {
      assert.equal(shelfOf(file), shelf);
      for (const other of Object.values(SHELVES)) {
        assert.equal(isOnShelf(file, other), other === shelf);
        assert.equal(isFolderOnShelf(dirname(file), other), other === shelf);
      }
    }
  });

  it('has buckets of its own, which come in the order of the months after which shelves are called', () => {
    for (const [file, shelf] of Object.entries(SHELVES))
      assert.ok(bucketsOfShelf(shelf).includes(bucketOfFile(file)), file);
    const all = [...new Set(Object.values(SHELVES))].flatMap(bucketsOfShelf);
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.every(Number.isSafeInteger));
    const months = ['2004/12', '2005/01', '2005/12', '2014/05', '2014/06', '2999/12'];
    const numbers = months.map(month => bucketOfFile(`articles/${month}/port.md`));
    assert.deepEqual(
      numbers.toSorted((a, b) => a - b),
      numbers,
    );
  });

  it('has its files together, wherever they were found', () => {
    const contentDir = mkdtempSync(join(tmpdir(), 'shelves-'));
    try {
      for (const file of Object.keys(SHELVES)) {
        mkdirSync(join(contentDir, dirname(file)), { recursive: true });
        writeFileSync(join(contentDir, file), '');
      }
      const { files, shelves } = walkContent(workingTree(contentDir));
      const found = shelves.flatMap(({ shelf, from, to }) =>
        files.slice(from, to).map(file => [file, shelf] as const),
      );
      assert.deepEqual(Object.fromEntries(found), SHELVES);
      assert.equal(new Set(shelves.map(({ shelf }) => shelf)).size, shelves.length);
    } finally {
      rmSync(contentDir, { recursive: true });
    }
  });

  it('has one id in whatever order its files were found, and none while one may still be changing', () => {
    assert.equal(sortedShelfId(['b.md', 'a.md'], ['2', '1']), shelfId(['a.md', 'b.md'], ['1', '2']));
    assert.notEqual(sortedShelfId(['b.md', 'a.md'], ['2', '1']), shelfId(['a.md', 'b.md'], ['2', '1']));
    assert.equal(sortedShelfId(['b.md', 'a.md'], ['', '1']), '');
  });
});
