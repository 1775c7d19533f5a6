// A file of SQLite becomes a `Database`: WAL, so that a backup and readers do not wait; every acknowledged change is on the disk.
import { existsSync } from 'node:fs';
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Row, Statements } from './database.ts';

/** How long another process (a command beside the service) may hold the file, in ms. */
const BUSY_TIME = 5_000;

/** Opens the file, or makes it. */
export function openSqlite(file: string): Database {
  const db = new DatabaseSync(file, { timeout: BUSY_TIME });
  // FULL: with NORMAL a change that was acknowledged may be lost when the machine loses its power (SQLite, « PRAGMA synchronous »).
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  const statements = statementsOf(db);
  const inTurn = oneAfterAnother();

  const together = <Result>(act: (statements: Statements) => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      // At once for writing: a transaction that begins with reading may find another writer in its way when it is too late to wait.
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = await act(statements);
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });

  return {
    rows: (sql, values) => inTurn(() => statements.rows(sql, values)),
    together,
    migrate: steps =>
      together(async ({ rows }) => {
        const [found] = await rows<{ user_version: number }>('PRAGMA user_version');
        for (const step of steps.slice(found!.user_version)) db.exec(step);
        db.exec(`PRAGMA user_version = ${Math.max(steps.length, found!.user_version)}`);
      }),
    async backup(to) {
      if (existsSync(to)) throw Object.assign(new Error(`EEXIST: ${to}`), { code: 'EEXIST', path: to });
      await backup(db, to);
    },
    close: () => inTurn(async () => db.close()),
  };
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

/** There is one connection: what one request does together, no other may come between. */
function oneAfterAnother(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return act => {
    const turn = last.then(act, act);
    last = turn.catch(() => {});
    return turn;
  };
}
