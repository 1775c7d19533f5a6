// A publication that tells a cache what it changed, and one that the cache refuses.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { miniSite } from '../mini-site.ts';
import { shareAssets, shareImages } from '../shared-folders.ts';
import { type LocalCdn, localCdn, type Told } from './local-cdn.ts';

const ROOT = join(import.meta.dirname, '../..');
const TOKEN = 'tok-cloudflare-secret';
const BASE = 'https://portail.example';

const article = (title: string): string =>
  `---\ntitle: ${title}\nsource: Xinhua\ndate: 2014-05-20T09:00\nsection: chine\n---\n\nTexte.\n`;

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function publish(dir: string, cdn: LocalCdn): Promise<Ended> {
  const words = [
    '--to',
    `file:${join(dir, 'online')}`,
    '--now',
    '2014-05-20T15:30:00+08:00',
    '--purge',
    'cloudflare',
  ];
  const folders = ['content', '_data'].flatMap(name => [`--${name.replace('_', '')}`, join(dir, name)]);
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/publish.ts'), ...words, ...folders, '--cache', join(dir, '.cache')],
      {
        cwd: dir,
        env: {
          PATH: process.env.PATH,
          CLOUDFLARE_ZONE_ID: 'zone1',
          CLOUDFLARE_API_TOKEN: TOKEN,
          CLOUDFLARE_API_BASE_URL: cdn.url,
        },
        timeout: 120_000,
      },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

it('a publication has the cache forget what it changed, and stands where the cache refuses', async () => {
  using site = miniSite({
    'content/articles/port.md': article('Le port'),
    'content/articles/quai.md': article('Le quai'),
  });
  let told: Told = { status: 200, body: { success: true } };
  const cdn = await localCdn(() => told);
  try {
    await shareAssets(join(site.dir, '.cache'));
    await shareImages(join(site.dir, '.cache'));
    const first = await publish(site.dir, cdn);
    assert.equal(first.status, 0, first.stderr);
    const atFirst = cdn.asked.flatMap(({ body }) => JSON.parse(body).files as string[]);
    assert.ok(atFirst.includes(`${BASE}/flux.xml`));
    assert.deepEqual(
      atFirst.filter(file => /\.(?:css|js|woff2|webp|avif)$/.test(file)),
      [],
      'what has a hash in its name never changes',
    );
    const before = cdn.asked.length;

    site.write('content/articles/quai.md', article('Le quai neuf'));
    const second = await publish(site.dir, cdn);
    assert.equal(second.status, 0, second.stderr);
    const files = cdn.asked.slice(before).flatMap(({ body }) => JSON.parse(body).files as string[]);
    assert.ok(files.includes(`${BASE}/chine/2014/05/20/quai.html`));
    assert.ok(files.includes(`${BASE}/`));
    assert.ok(!files.some(file => /\/archives\/2013|index\.html$/.test(file)));
    assert.match(second.stdout, new RegExp(`Cloudflare\u00a0: ${files.length} adresses purgées\\.`));

    told = { status: 403, body: { success: false, errors: [{ code: 10000, message: `No ${TOKEN}` }] } };
    site.write('content/articles/digue.md', article('La digue'));
    const third = await publish(site.dir, cdn);
    assert.equal(third.status, 0, 'what is published stands');
    assert.ok(existsSync(join(site.dir, 'online/chine/2014/05/20/digue.html')));
    assert.match(third.stderr, /Cloudflare\u00a0: \d+ adresses ne sont pas purgées, accès refusé/);
    assert.match(third.stderr, /npm run purge -- cloudflare /);
    for (const { stdout, stderr } of [first, second, third]) assert.ok(!`${stdout}${stderr}`.includes(TOKEN));
  } finally {
    await cdn.close();
  }
});
