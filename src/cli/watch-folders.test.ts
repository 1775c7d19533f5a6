// Folders that go and come while they are watched: whatever is written in them afterwards is noticed.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { watchFolders } from './watch-folders.ts';

/** Milliseconds until a change that nobody noticed counts as lost. */
const PATIENCE = 20_000;

/** Milliseconds: longer than changes rest before they are told. */
const QUIET = 150;

const TREE = [
  'content/articles/2014/05',
  'content/articles/2014/06',
  '_data',
  'site/theme/partials',
] as const;
const ROOTS = ['content', '_data', 'site/theme'];

describe('a watched folder', () => {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-watch-'));
  const at = (path: string): string => join(dir, path);
  let changes = 0;
  let close = (): void => {};

  const fill = (): void => {
    for (const folder of TREE) {
      mkdirSync(at(folder), { recursive: true });
      writeFileSync(at(`${folder}/port.md`), 'port');
    }
  };
  const quiet = async (): Promise<void> => {
    for (let before = -1; before !== changes; await sleep(QUIET)) before = changes;
  };
  const noticed = async (count: number, what: string): Promise<void> => {
    const end = performance.now() + PATIENCE;
    while (changes === count) {
      assert.ok(performance.now() < end, `nobody noticed ${what}`);
      await sleep(5);
    }
  };
  /** Writes into every folder below the roots that are there, one after the other, and waits until each is noticed. */
  const assertAllWatched = async (): Promise<void> => {
    await quiet();
    for (const folder of ROOTS.flatMap(root => foldersBelow(at(root)))) {
      const count = changes;
      writeFileSync(join(folder, 'probe.md'), String(count));
      await noticed(count, `what was written in ${folder}`);
    }
  };

  before(() => {
    fill();
    close = watchFolders(ROOTS.map(at), { onChange: () => changes++, onTrouble: assert.fail });
  });
  after(() => {
    close();
    rmSync(dir, { recursive: true });
  });
  beforeEach(async () => {
    fill();
    await quiet();
  });

  for (const folder of [
    'content',
    'content/articles',
    'content/articles/2014/05',
    '_data',
    'site',
    'site/theme',
  ])
    it(`is watched again when ${folder} is removed and put back at once`, async () => {
      rmSync(at(folder), { recursive: true });
      fill();
      await assertAllWatched();
    });

  it('is watched again when it was gone for a while, and others with it', async () => {
    for (const folder of ['content', '_data', 'site']) rmSync(at(folder), { recursive: true });
    await quiet();
    fill();
    await noticed(changes - 1, 'that they came back');
    await assertAllWatched();
  });

  it('is watched when another takes its place by a new name', async () => {
    mkdirSync(at('autre/articles/2015'), { recursive: true });
    renameSync(at('content'), at('ancien'));
    renameSync(at('autre'), at('content'));
    await assertAllWatched();
    rmSync(at('content'), { recursive: true });
    renameSync(at('ancien'), at('content'));
    await assertAllWatched();
  });

  it('is watched behind a link, and a link to a folder around it does no harm', {
    skip: process.platform === 'win32',
  }, async () => {
    mkdirSync(at('ailleurs'), { recursive: true });
    symlinkSync(at('ailleurs'), at('site/theme/lien'));
    symlinkSync(at('site'), at('site/theme/partials/boucle'));
    await quiet();
    const count = changes;
    writeFileSync(at('ailleurs/style.css'), 'p {}');
    await noticed(count, 'a file behind a link');
    rmSync(at('site'), { recursive: true });
  });

  it('tells of a file that a text editor saves under another name first, and not of that one', async () => {
    const count = changes;
    writeFileSync(at('content/articles/2014/05/.port.md.swp'), 'neuf');
    writeFileSync(at('content/articles/2014/05/port.md~'), 'ancien');
    await quiet();
    assert.equal(changes, count);
    renameSync(at('content/articles/2014/05/.port.md.swp'), at('content/articles/2014/05/port.md'));
    await noticed(count, 'the file');
  });

  it('tells of changes while a program never stops writing', async () => {
    const count = changes;
    const writing = setInterval(() => writeFileSync(at('content/journal.md'), String(performance.now())), 10);
    await noticed(count, 'any of them');
    clearInterval(writing);
  });

  it('is watched whatever happens to folders', async () => {
    const folder = fc.constantFrom(
      ...['content', 'content/articles', 'content/articles/2014', 'content/articles/2014/05'],
      ...['content/articles/2014/06', '_data', 'site', 'site/theme', 'site/theme/partials'],
    );
    const step = fc.record({
      kind: fc.constantFrom('remove', 'make', 'away', 'back', 'file', 'wait'),
      folder,
      /** In ms. */
      pause: fc.constantFrom(0, 0, 0, 1, 20, 80),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async steps => {
        for (const name of ['away', 'content', '_data', 'site'])
          rmSync(at(name), { recursive: true, force: true });
        fill();
        for (const { kind, folder: name, pause } of steps) {
          act(kind, at(name));
          if (pause > 0) await sleep(pause);
        }
        await assertAllWatched();
      }),
      howMany('folders that go and come'),
    );
  });

  function act(kind: string, path: string): void {
    try {
      if (kind === 'remove') rmSync(path, { recursive: true });
      if (kind === 'make') mkdirSync(path, { recursive: true });
      if (kind === 'away') renameSync(path, at('away'));
      if (kind === 'back') renameSync(at('away'), path);
      if (kind === 'file') {
        rmSync(path, { recursive: true, force: true });
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, 'a file where a folder was');
      }
    } catch {
      // What is not there can't go, and what is there can't come.
    }
  }
});

function foldersBelow(root: string): readonly string[] {
  try {
    const items = readdirSync(root, { withFileTypes: true });
    return [
      root,
      ...items.filter(item => item.isDirectory()).flatMap(item => foldersBelow(join(root, item.name))),
    ];
  } catch {
    return [];
  }
}
