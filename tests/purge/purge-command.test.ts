// `npm run purge`, as somebody types it to make up for what a publication was refused.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import type { PurgeOutcome } from '../../src/purge/purger.ts';
import { type Asked, type LocalCdn, localCdn, type Told } from './local-cdn.ts';

const ROOT = join(import.meta.dirname, '../..');
const TOKEN = 'tok-cloudflare-secret';

let server: LocalCdn | null = null;
const stop = async (): Promise<void> => {
  await server?.close();
  server = null;
};
afterEach(stop);

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The demonstration's site is purged. */
async function purge(
  words: readonly string[],
  tell: (asked: Asked) => Told = () => ({ status: 200, body: { success: true } }),
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  await stop();
  server = await localCdn(tell);
  const env = {
    PATH: process.env.PATH,
    CLOUDFLARE_ZONE_ID: 'zone1',
    CLOUDFLARE_API_TOKEN: TOKEN,
    CLOUDFLARE_API_BASE_URL: server.url,
    PURGE_URLS: server.url,
    ...environment,
  };
  const ended = await new Promise<Ended>(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/purge.ts'), ...words],
      { cwd: ROOT, env, timeout: 60_000 },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
  assert.ok(!`${ended.stdout}${ended.stderr}`.includes(TOKEN), 'the token is printed');
  return ended;
}

const filesTold = (): readonly string[] => server!.asked.flatMap(({ body }) => JSON.parse(body).files);
const REFUSED: Told = {
  status: 403,
  body: { success: false, errors: [{ code: 10000, message: `No ${TOKEN}` }] },
};

describe('npm run purge', () => {
  it('purges what is typed, and says so', async () => {
    const { status, stdout, stderr } = await purge(['cloudflare', '/chine/', '/chine/?a=b', '/']);
    assert.equal(stderr, '');
    assert.equal(stdout, 'Cloudflare\u00a0: 2 adresses purgées.\n');
    assert.equal(status, 0);
    const [first, second] = filesTold();
    assert.match(first!, /^https:\/\/.*\/chine\/$/);
    assert.equal(second, first!.replace(/chine\/$/, ''));
    assert.deepEqual((await purge(['cloudflare', first!])).stdout, 'Cloudflare\u00a0: 1 adresse purgée.\n');
  });

  it('purges all of the site', async () => {
    const { status, stdout } = await purge(['cloudflare', '--all']);
    assert.equal(stdout, 'Cloudflare\u00a0: tout le site est purgé.\n');
    assert.equal(status, 0);
    assert.equal(server!.asked.length, 1);
  });

  it('says what is refused and why, and how to try again', async () => {
    const { status, stdout, stderr } = await purge(['cloudflare', '/chine/', "/l'été.html"], () => REFUSED);
    assert.equal(stdout, '');
    assert.equal(
      stderr,
      `Cloudflare\u00a0: 2 adresses ne sont pas purgées, accès refusé. Vérifiez CLOUDFLARE_API_TOKEN (droit «\u00a0Cache Purge\u00a0») et CLOUDFLARE_ZONE_ID (10000 No •••).
Ce qui est publié est en ligne\u202f; les caches peuvent montrer l’ancienne version jusqu’à son terme. Pour purger de nouveau\u00a0: npm run purge -- cloudflare /chine/ '/l'\\''été.html'
`,
    );
    assert.equal(status, 3);
  });

  it('has one address’s refusal in the singular, and many in one line for all, and in JSON', async () => {
    const one = await purge(['cloudflare', '/chine/'], () => REFUSED);
    assert.match(one.stderr, /: 1 adresse n’est pas purgée, accès refusé/);
    const typed = Array.from({ length: 13 }, (_, at) => `/${at}/`);
    const many = await purge(['cloudflare', ...typed, '--json'], () => REFUSED);
    assert.match(many.stderr, /npm run purge -- cloudflare --all\n$/);
    assert.deepEqual(JSON.parse(many.stdout) as PurgeOutcome, {
      cdn: 'cloudflare',
      scope: 'addresses',
      folders: [],
      purged: [],
      refusals: [{ reason: 'credentials', detail: '10000 No •••', urls: typed }],
    });
  });

  it('says of a cache that it cannot be purged as a whole', async () => {
    const { status, stderr } = await purge(['nginx', '--all']);
    assert.match(
      stderr,
      /nginx\u00a0: le site n’est pas purgé, ce cache ne sait pas le faire\.\n.*proxy_cache_path/,
    );
    assert.equal(status, 3);
  });

  const WRONG: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['nothing', [], /^Il manque le nom du cache/],
    ['addresses and all', ['cloudflare', '/', '--all'], /pas les deux/],
    [
      'another site’s address',
      ['cloudflare', '/', 'https://autre.fr/'],
      /« https:\/\/autre.fr\/ » n’est pas une adresse/,
    ],
    [
      'settings that are missing',
      ['fastly', '/'],
      /il manque la variable d’environnement FASTLY_API_TOKEN\.$/m,
    ],
  ];
  for (const [what, words, said] of WRONG) {
    it(`refuses ${what}, and asks nobody`, async () => {
      const { status, stdout, stderr } = await purge(words);
      assert.match(stderr.replaceAll('\u00a0', ' '), said);
      assert.match(stderr, /npm run purge -- --help donne toutes les options\.\n$/);
      assert.equal(stdout, '');
      assert.equal(status, 2);
      assert.equal(server!.asked.length, 0);
    });
  }
});
