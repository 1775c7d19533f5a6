// Shelves of a commit on which nothing changed: nobody looks into their folders, and what is on them is found all the same.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { openCommit } from '../src/content/commit.ts';
import { knownShelves, learnShelves } from '../src/engine/reading/known-shelves.ts';
import { type FoundFiles, walkContent } from '../src/engine/reading/walk-content.ts';
import { commitContent, git } from './git-repository.ts';

const ARTICLES = ['2013/12/a.md', '2014/04/b.md', '2014/04/20/c.md', '2014/05/d.md', 'e.md', '2014/f.md'];

function repository(): { readonly dir: string; write(file: string, text: string): void } & Disposable {
  const dir = mkdtempSync(join(tmpdir(), 'known-shelves-'));
  git(dir, ['init', '--quiet']);
  const write = (file: string, text: string): void => {
    const path = join(dir, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const file of ARTICLES) write(`articles/${file}`, file);
  write('articles/2014/04/photo.jpg', 'jpg');
  write('articles/2013/12/notes/plan.png', 'png');
  write('comments/2014/05/d/0001.yaml', 'oui');
  write('pages/a-propos.md', 'nous');
  write('media/logo.png', 'png');
  return { dir, write, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

/** A walk, and the folders that were listed for it. */
function walk(dir: string, known?: Parameters<typeof walkContent>[1]) {
  const commit = openCommit({ contentDir: join(dir, 'content'), cacheDir: join(dir, '.cache') }, 'HEAD');
  const listed: string[] = [];
  const source = {
    ...commit,
    items(folder: string) {
      listed.push(folder);
      return commit.items(folder);
    },
  };
  return { source, found: walkContent(source, known), listed };
}

/** As if all articles were remembered, none with a fault. */
function memory() {
  const notes = new Map<string, string>();
  const marks = new Map<string, string>();
  return {
    marks,
    getNote: (key: string) => notes.get(key) ?? null,
    putNote: (key: string, value: string) => void notes.set(key, value),
    shelves: { get: (shelf: string) => marks.get(shelf) },
    remember({ shelves }: FoundFiles) {
      marks.clear();
      for (const { shelf, mark } of shelves) marks.set(shelf, mark);
    },
  };
}

const sorted = (found: FoundFiles) => ({
  shelves: found.shelves.map(({ shelf, mark }) => `${shelf} ${mark}`).sort(),
  media: found.media.files.map((file, place) => `${file} ${found.media.marks[place]}`).sort(),
  comments: found.comments,
  problems: found.problems,
});

describe('of a commit', () => {
  it('only folders are listed in which something changed since what is known', () => {
    using portal = repository();
    const { dir } = portal;
    commitContent(dir);
    const kept = memory();
    const first = walk(dir, knownShelves(kept));
    assert.ok(first.listed.includes('articles/2014/04/20'));
    kept.remember(first.found);
    learnShelves(kept, first.source, first.found);

    portal.write('articles/2014/05/neuf.md', 'neuf');
    commitContent(dir);
    const { found, listed, source } = walk(dir, knownShelves(kept));
    assert.deepEqual(
      listed.filter(folder => folder.startsWith('articles')),
      ['articles', 'articles/2013', 'articles/2014', 'articles/2014/05'],
    );
    assert.deepEqual(sorted(found), sorted(walk(dir).found));
    assert.deepEqual([...found.files].sort(), [
      'articles/2014/05/d.md',
      'articles/2014/05/neuf.md',
      'articles/2014/f.md',
      'articles/e.md',
    ]);
    const passedOver = found.shelves.filter(each => each.passedOver > 0);
    assert.deepEqual(passedOver.map(each => [each.shelf, each.passedOver]).sort(), [
      ['articles/2013/12', 1],
      ['articles/2014/04', 2],
    ]);
    kept.remember(found);
    learnShelves(kept, source, found);
    const again = walk(dir, knownShelves(kept));
    assert.ok(!again.listed.includes('articles/2014/05'));
    assert.deepEqual(sorted(again.found), sorted(walk(dir).found));
  });

  it('a shelf is listed again as long as a file on it has a fault, or its articles are forgotten', () => {
    using portal = repository();
    const { dir } = portal;
    portal.write('articles/2014/04/note.markdown', 'note');
    commitContent(dir);
    const kept = memory();
    const first = walk(dir, knownShelves(kept));
    assert.equal(first.found.problems.length, 1);
    kept.remember(first.found);
    learnShelves(kept, first.source, first.found);
    const second = walk(dir, knownShelves(kept));
    assert.ok(second.listed.includes('articles/2014/04'));
    assert.deepEqual(sorted(second.found), sorted(first.found));
    assert.ok(!second.listed.includes('articles/2013/12'));
    kept.marks.delete('articles/2013/12');
    assert.ok(walk(dir, knownShelves(kept)).listed.includes('articles/2013/12'));
  });
});
