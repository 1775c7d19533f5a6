// A file of SQLite becomes a `Database`: WAL, so that a backup and readers do not wait; every acknowledged change is on the disk.
import { existsSync } from 'node:fs';
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Row, Statements } from './database.ts';

/** How long another process (a command beside the service) may hold the file, in ms. */
const BUSY_TIME = 5_000;

/** So many changes share one wait for the disk at most: nobody waits much longer for the others' than for their own. */
const MOST_TOGETHER = 100;

/** In one step: a copy in several begins again whenever somebody else writes in between, and would never end beside a busy service. */
const ALL_PAGES = 2 ** 31 - 1;

/** Opens the file, or makes it. */
export function openSqlite(file: string): Database {
  // FULL: with NORMAL a change that was acknowledged may be lost when the machine loses its power (SQLite, « PRAGMA synchronous »).
  const sure = connect(file, 'FULL');
  const quick = connect(file, 'NORMAL');
  const [ofSure, ofQuick] = [statementsOf(sure), statementsOf(quick)];
  const inTurn = oneAfterAnother();
  const change = changesTogether(sure, ofSure, inTurn);

  return {
    rows: (sql, values) =>
      isQuestion(sql)
        ? inTurn(() => ofSure.rows(sql, values))
        : change(statements => statements.rows(sql, values)),
    hurried: { rows: (sql, values) => inTurn(() => ofQuick.rows(sql, values)) },
    together: change,
    migrate: steps =>
      change(async ({ rows }) => {
        const [found] = await rows<{ user_version: number }>('PRAGMA user_version');
        for (const step of steps.slice(found!.user_version)) sure.exec(step);
        sure.exec(`PRAGMA user_version = ${Math.max(steps.length, found!.user_version)}`);
      }),
    async backup(to) {
      if (existsSync(to)) throw Object.assign(new Error(`EEXIST: ${to}`), { code: 'EEXIST', path: to });
      await backup(sure, to, { rate: ALL_PAGES });
    },
    close: () =>
      inTurn(async () => {
        quick.close();
        sure.close();
      }),
  };
}

function connect(file: string, synchronous: 'FULL' | 'NORMAL'): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_TIME });
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA foreign_keys = ON;`);
  return db;
}

/** It changes nothing, so nobody waits for the disk because of it. */
function isQuestion(sql: string): boolean {
  return /^\s*SELECT\b/.test(sql);
}

function statementsOf(db: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>();
  return {
    async rows<Found extends Row>(sql: string, values: readonly (string | number | null)[] = []) {
      let statement = prepared.get(sql);
      if (statement === undefined) {
        // `$1` is a name to SQLite, `?1` a place.
        statement = db.prepare(sql.replace(/\$(\d+)/g, '?$1'));
        prepared.set(sql, statement);
      }
      return statement.all(...values) as unknown as readonly Found[];
    },
  };
}

type InTurn = <Result>(act: () => Promise<Result>) => Promise<Result>;

/** The file has one writer at a time: what one request does together, no other may come between. */
function oneAfterAnother(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return act => {
    const turn = last.then(act, act);
    last = turn.catch(() => {});
    return turn;
  };
}

/** One change that waits: what it does, and who is told. */
interface Waiting {
  /** @returns what tells whoever waits that it counts, or how it failed, once the transaction is over. */
  readonly run: () => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Changes that come at the same time are one transaction, so that they wait for the disk together; each counts or fails by itself, and is
 * acknowledged when all of them are on the disk.
 */
function changesTogether(
  db: DatabaseSync,
  statements: Statements,
  inTurn: InTurn,
): <Result>(act: (statements: Statements) => Promise<Result>) => Promise<Result> {
  const waiting: Waiting[] = [];

  const transaction = async (): Promise<void> => {
    const changes = waiting.splice(0, MOST_TOGETHER);
    if (waiting.length > 0) void inTurn(transaction);
    const tell: (() => void)[] = [];
    try {
      // At once for writing: a transaction that begins with reading may find another writer in its way when it is too late to wait.
      db.exec('BEGIN IMMEDIATE');
      for (const { run } of changes) tell.push(await run());
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      for (const { fail } of changes) fail(error);
      return;
    }
    for (const each of tell) each();
  };

  return <Result>(act: (statements: Statements) => Promise<Result>): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      const run = async (): Promise<() => void> => {
        db.exec('SAVEPOINT one');
        try {
          const result = await act(statements);
          db.exec('RELEASE one');
          return () => resolve(result);
        } catch (error) {
          // A disk without room has undone the whole of it.
          if (!db.isTransaction) throw error;
          db.exec('ROLLBACK TO one; RELEASE one');
          return () => reject(error);
        }
      };
      waiting.push({ run, fail: reject });
      // What other connections have sent by now comes first, and goes along.
      if (waiting.length === 1) setImmediate(() => void inTurn(transaction));
    });
}
