// The file of SQLite: changes that come together wait for the disk together, count each by itself, and none is acknowledged that is not there.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import type { Database } from '../../src/participation/store/database.ts';
import { openSqlite } from '../../src/participation/store/sqlite-database.ts';
import { quickestFolder } from '../quickest-folder.ts';

interface File extends AsyncDisposable {
  readonly path: string;
  readonly database: Database;
  /** What another process finds there. */
  words(): readonly unknown[];
}

async function file(): Promise<File> {
  const dir = mkdtempSync(join(quickestFolder(), 'quotidien-sqlite-'));
  const path = join(dir, 'avis.sqlite');
  const database = openSqlite(path);
  await database.migrate(['CREATE TABLE words (word TEXT PRIMARY KEY)']);
  return {
    path,
    database,
    words() {
      const other = new DatabaseSync(path, { readOnly: true });
      const found = other.prepare('SELECT word FROM words ORDER BY word').all();
      other.close();
      return found.map(({ word }) => word);
    },
    async [Symbol.asyncDispose]() {
      await database.close().catch(() => {});
      rmSync(dir, { recursive: true });
    },
  };
}

const ADD = 'INSERT INTO words VALUES ($1)';

describe('changes that come at the same time', () => {
  it('wait for the disk together', async () => {
    const sizeOf = async (act: (database: Database) => Promise<unknown>): Promise<number> => {
      await using there = await file();
      await act(there.database);
      assert.equal(there.words().length, 60);
      return statSync(`${there.path}-wal`).size;
    };
    const words = Array.from({ length: 60 }, (_, at) => `mot ${at}`);
    const atOnce = await sizeOf(database =>
      Promise.all(words.map(word => database.together(({ rows }) => rows(ADD, [word])))),
    );
    const inTurn = await sizeOf(async database => {
      for (const word of words) await database.rows(ADD, [word]);
    });
    // Each transaction writes its pages to the journal once more.
    assert.ok(atOnce * 5 < inTurn, `${atOnce} bytes, ${inTurn} one after the other`);
  });

  it('count each by itself: one that fails is undone, whole, and takes no other along', async () => {
    await using there = await file();
    const outcomes = await Promise.allSettled([
      there.database.rows(ADD, ['un']),
      there.database.together(async ({ rows }) => {
        await rows(ADD, ['moitié']);
        throw new Error('non');
      }),
      there.database.rows(ADD, ['un']),
      there.database.rows(ADD, ['deux']),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
    );
    assert.match(String((outcomes[1] as PromiseRejectedResult).reason), /non/);
    assert.deepEqual(there.words(), ['deux', 'un']);
  });

  it('are acknowledged only when another process finds them', async () => {
    await using there = await file();
    const adding = Array.from({ length: 250 }, async (_, at) => {
      await there.database.rows(ADD, [`mot ${at}`]);
      return there.words().includes(`mot ${at}`);
    });
    assert.ok((await Promise.all(adding)).every(Boolean));
  });
});

describe('a disk without room', () => {
  it('lets nothing be acknowledged that is not there, and all is well when there is room again', async () => {
    await using there = await file();
    const { database } = there;
    const [{ page_count: pages }] = (await database.rows('PRAGMA page_count')) as [{ page_count: number }];
    // SQLite says SQLITE_FULL at this number as it does for a disk.
    await database.rows(`PRAGMA max_page_count = ${pages + 20}`);
    const long = 'a'.repeat(4_000);
    const acknowledged: string[] = [];
    let refused = 0;
    for (let round = 0; round < 12; round++)
      await Promise.all(
        Array.from({ length: 5 }, async (_, at) => {
          const word = `${round} ${at} ${long}`;
          try {
            await database.rows(ADD, [word]);
            acknowledged.push(word);
          } catch (error) {
            assert.match((error as Error).message, /database or disk is full/);
            refused += 1;
          }
        }),
      );
    assert.ok(acknowledged.length > 0 && refused > 0, `${acknowledged.length}, ${refused}`);
    assert.deepEqual(there.words(), acknowledged.toSorted());
    await database.rows('PRAGMA max_page_count = 1000000');
    await database.rows(ADD, ['encore']);
    assert.ok(there.words().includes('encore'));
    assert.deepEqual(
      (await database.rows('PRAGMA integrity_check')).map(row => ({ ...row })),
      [{ integrity_check: 'ok' }],
    );
  });
});

describe('a copy', () => {
  it('is made whole while others write without a pause', async () => {
    await using there = await file();
    const { database } = there;
    const long = 'a'.repeat(4_000);
    for (let at = 0; at < 400; at++) await database.hurried.rows(ADD, [`${at} ${long}`]);
    let isWriting = true;
    let written = 0;
    const writer = (async () => {
      for (; isWriting; written++) {
        await database.hurried.rows(ADD, [`pendant ${written}`]);
        await new Promise(resolve => setImmediate(resolve));
      }
    })();
    const copy = `${there.path}.copie`;
    await database.backup!(copy);
    isWriting = false;
    await writer;
    const copied = new DatabaseSync(copy, { readOnly: true });
    assert.deepEqual({ ...copied.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
    assert.ok(Number(copied.prepare('SELECT count(*) AS count FROM words').get()!.count) >= 400);
    copied.close();
  });
});
