// The address of a PostgreSQL becomes a `Database`, which several instances of the service may share.
import pg from 'pg';
import { hashOf } from '../../hash/hash.ts';
import type { Database, Row, SqlValue, Statements } from './database.ts';

/** PostgreSQL's numbers of BIGINT and of NUMERIC, which sums of the other are. All of ours are instants and counts, which a JavaScript number holds. */
const WHOLE = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

/** Any number that no other program of the database's owner takes: whoever changes tables holds this lock. */
const MIGRATION_LOCK = 7_316_014;

const CONNECTIONS = 8;
const HURRIED_CONNECTIONS = 4;
/** Milliseconds, until there is a connection. */
const CONNECT_TIME = 10_000;
/** Milliseconds. A server that was killed may leave a question without an answer: the connection is then given up, and the next question has another. */
const ANSWER_TIME = 5_000;

type Asked = Pick<pg.Pool | pg.PoolClient, 'query'>;

export function openPostgres(url: string): Database {
  const pool = openPool({ connectionString: url, max: CONNECTIONS });
  const hurried = openPool({
    connectionString: url,
    max: HURRIED_CONNECTIONS,
    // PostgreSQL, « Asynchronous Commit »: nothing is ever half-changed, the last moment may be lost.
    options: '-c synchronous_commit=off',
  });
  const together = <Result>(act: (client: pg.PoolClient) => Promise<Result>): Promise<Result> =>
    inTransaction(pool, act);
  return {
    ...statementsOf(pool),
    hurried: statementsOf(hurried),
    together: act => together(client => act(statementsOf(client))),
    migrate: steps =>
      together(async client => {
        await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
        await client.query('CREATE TABLE IF NOT EXISTS migrations (done BIGINT NOT NULL)');
        const { rows } = await client.query<{ done: number }>('SELECT done FROM migrations');
        const done = rows[0]?.done ?? 0;
        for (const step of steps.slice(done)) await client.query(step);
        if (rows.length === 0) await client.query(`INSERT INTO migrations VALUES (${steps.length})`);
        else if (done < steps.length) await client.query(`UPDATE migrations SET done = ${steps.length}`);
      }),
    backup: null,
    async close() {
      await Promise.all([pool, hurried].map(each => each.end()));
    },
  };
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: CONNECT_TIME,
    query_timeout: ANSWER_TIME,
    keepAlive: true,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        WHOLE.has(type) ? Number : pg.types.getTypeParser(type, format),
    },
    ...config,
  });
  // A connection was cut while nobody waited for an answer: whoever asks next is told, or has another one.
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));
  return pool;
}

async function inTransaction<Result>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await act(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const isBack = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    // One that can't go back is given up, and what it had begun with it.
    client.release(!isBack);
    throw error;
  }
}

function statementsOf(asked: Asked): Statements {
  return {
    async rows<Found extends Row>(text: string, values: readonly SqlValue[] = []) {
      // A named statement is prepared once a connection.
      const { rows } = await asked.query<Found>({ name: hashOf(text), text, values: [...values] });
      return rows;
    },
  };
}
