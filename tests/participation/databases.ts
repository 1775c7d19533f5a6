// The databases over which the store has to be the same: SQLite, and PostgreSQL started for a test in a folder of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/participation/store/database.ts';
import { openPostgres } from '../../src/participation/store/postgres-database.ts';
import { openSqlite } from '../../src/participation/store/sqlite-database.ts';
import { freePort } from '../free-port.ts';
import { quickestFolder } from '../quickest-folder.ts';

export interface TestDatabase extends AsyncDisposable {
  /** As another instance of the service has it; of SQLite there is one. */
  open(): Database;
  readonly environment: Readonly<Record<string, string>>;
}

export interface PostgresForTest extends TestDatabase {
  /** Ends the server in the middle of whatever it does, and starts it again. */
  crash(): void;
}

export async function sqliteForTest(): Promise<TestDatabase> {
  const dir = mkdtempSync(join(quickestFolder(), 'quotidien-sqlite-'));
  const file = join(dir, 'avis.sqlite');
  // Only one process has the file, on one connection: a second one in the same thread would wait for the first, which then could not go on.
  const opened = openSqlite(file);
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await opened.close();
  };
  return {
    open: () => ({ ...opened, close }),
    environment: { PARTICIPATION_FILE: file },
    async [Symbol.asyncDispose]() {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Debian keeps the server's programs apart, by its version. */
function programFolder(): string | null {
  const folders = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map(version => `/usr/lib/postgresql/${version}/bin`)
    : [];
  return folders.findLast(folder => existsSync(join(folder, 'initdb'))) ?? null;
}

/** The value for a test's `skip`: in CI always false, so that a missing PostgreSQL fails the test there. */
export function postgresMissing(): string | false {
  if (process.env.CI) return false;
  return programFolder() === null
    ? 'PostgreSQL is not on this machine (Debian: apt-get install postgresql)'
    : false;
}

/** Nobody runs PostgreSQL as root, and it refuses to be. */
const NOBODY = 65_534;

/** One that keeps nothing when the machine loses its power: nobody asks that of most tests. */
const HURRIED = '-c fsync=off';

/** @param settings of the server, in the place of hurry. */
export async function postgresForTest(
  settings = HURRIED,
  folder = quickestFolder(),
): Promise<PostgresForTest> {
  const programs = programFolder();
  if (programs === null) throw new Error('PostgreSQL is not on this machine.');
  const dir = mkdtempSync(join(folder, 'quotidien-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) chownSync(dir, NOBODY, NOBODY);
  const data = join(dir, 'data');
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(programs, program), args, {
      ...as,
      cwd: dir,
      stdio: 'pipe',
      env: { ...process.env, LC_ALL: 'C' },
    });
  run('initdb', [
    '--pgdata',
    data,
    '--username',
    'essai',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--no-sync',
  ]);
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' ${settings}`;
  const start = () =>
    run('pg_ctl', ['start', '--wait', '--pgdata', data, '--options', options, '--log', join(dir, 'log')]);
  const stop = () =>
    spawnSync(join(programs, 'pg_ctl'), ['stop', '--pgdata', data, '--mode', 'immediate'], {
      ...as,
      cwd: dir,
    });
  start();
  const url = `postgres://essai@127.0.0.1:${port}/postgres`;
  return {
    open: () => openPostgres(url),
    environment: { DATABASE_URL: url },
    crash() {
      stop();
      start();
    },
    async [Symbol.asyncDispose]() {
      stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
