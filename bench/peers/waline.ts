// Waline, a service of comments on npm, as somebody would run it who asks of it what ours does: every comment waits for an editor.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '1.39.3';

/** @returns whether it is there: without a registry there is no such row. */
export function installWaline(work: string): boolean {
  const folder = join(work, 'waline');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { '@waline/vercel': VERSION } }),
  );
  if (existsSync(join(folder, 'node_modules/@waline/vercel'))) return true;
  console.error(`Installing Waline ${VERSION}…`);
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  return spawnSync('npm', words, { cwd: folder, stdio: 'ignore' }).status === 0;
}

const COLUMNS_OF_ALL =
  'id SERIAL PRIMARY KEY, createdat TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updatedat TIMESTAMP DEFAULT CURRENT_TIMESTAMP';

/** The tables that a comment needs, with the index that its documentation gives. */
export const WALINE_TABLES: readonly string[] = [
  `CREATE TABLE wl_comment (${COLUMNS_OF_ALL}, user_id INT, comment TEXT, insertedat TIMESTAMP DEFAULT CURRENT_TIMESTAMP, ip VARCHAR(100),
    link VARCHAR(255), mail VARCHAR(255), nick VARCHAR(255), pid INT, rid INT, sticky NUMERIC, status VARCHAR(50) NOT NULL DEFAULT '',
    "like" INT, ua TEXT, url VARCHAR(255))`,
  'CREATE INDEX wl_comment_url ON wl_comment (url, rid)',
  `CREATE TABLE wl_users (${COLUMNS_OF_ALL}, display_name TEXT, email TEXT, password TEXT, type TEXT, label TEXT, url TEXT, avatar TEXT, "2fa" TEXT)`,
];

/** Nothing is asked of anybody but of this machine; limits by address are as far as ours, since every sender has another one. */
export function walineEnvironment(database: string, site: string): Readonly<Record<string, string>> {
  const { hostname, port, username, pathname } = new URL(database);
  return {
    PG_HOST: hostname,
    PG_PORT: port,
    PG_USER: username,
    PG_PASSWORD: 'none',
    PG_DB: pathname.slice(1),
    JWT_TOKEN: 'bench',
    COMMENT_AUDIT: 'true',
    AKISMET_KEY: 'false',
    DISABLE_REGION: 'true',
    DISABLE_USERAGENT: 'true',
    OAUTH_URL: `${site}/oauth`,
    SITE_URL: site,
    SITE_NAME: 'Bench',
  };
}
