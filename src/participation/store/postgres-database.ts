// The address of a PostgreSQL becomes a `Database`, which several instances of the service may share.
import postgres from 'postgres';
import type { Database, Row, SqlValue, Statements } from './database.ts';

/** PostgreSQL's number of BIGINT and of NUMERIC's whole sums. All of ours are instants and counts, which a JavaScript number holds. */
const BIGINT = 20;

/** Any number that no other program of the database's owner takes: whoever changes tables holds this lock. */
const MIGRATION_LOCK = 7_316_014;

const CONNECTIONS = 8;
const HURRIED_CONNECTIONS = 4;
/** Seconds. */
const CONNECT_TIME = 10;

export function openPostgres(url: string): Database {
  const options = {
    connect_timeout: CONNECT_TIME,
    onnotice: () => {},
    types: { whole: { to: BIGINT, from: [BIGINT], serialize: String, parse: Number } },
  };
  const sql = postgres(url, { ...options, max: CONNECTIONS });
  // PostgreSQL, « Asynchronous Commit »: nothing is ever half-changed, the last moment may be lost.
  const quick = postgres(url, {
    ...options,
    max: HURRIED_CONNECTIONS,
    connection: { synchronous_commit: 'off' },
  });
  return {
    ...statementsOf(sql),
    hurried: statementsOf(quick),
    async together<Result>(act: (statements: Statements) => Promise<Result>) {
      return (await sql.begin(async inside => await act(statementsOf(inside)))) as Result;
    },
    async migrate(steps) {
      await sql.begin(async inside => {
        await inside.unsafe(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
        await inside.unsafe('CREATE TABLE IF NOT EXISTS migrations (done BIGINT NOT NULL)');
        const [found] = await inside.unsafe('SELECT done FROM migrations');
        const done = Number(found?.done ?? 0);
        for (const step of steps.slice(done)) await inside.unsafe(step);
        if (found === undefined) await inside.unsafe(`INSERT INTO migrations VALUES (${steps.length})`);
        else if (done < steps.length) await inside.unsafe(`UPDATE migrations SET done = ${steps.length}`);
      });
    },
    backup: null,
    async close() {
      await Promise.all([sql, quick].map(each => each.end({ timeout: 5 })));
    },
  };
}

function statementsOf(sql: postgres.ISql): Statements {
  return {
    async rows<Found extends Row>(statement: string, values: readonly SqlValue[] = []) {
      const found = await sql.unsafe(statement, [...values], { prepare: true });
      return [...found] as unknown as readonly Found[];
    },
  };
}
