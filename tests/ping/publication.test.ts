// A publication that tells search engines what it changed, when it is to, and stands where they refuse.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { article, miniSite } from '../mini-site.ts';
import { type LocalCdn, localCdn, type Told } from '../purge/local-cdn.ts';
import { shareAssets, shareImages } from '../shared-folders.ts';

const ROOT = join(import.meta.dirname, '../..');
const BASE = 'https://portail.example';
const KEY = '4f1c9e07a2b84d5d';

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function publish(dir: string, { url }: LocalCdn, ...more: readonly string[]): Promise<Ended> {
  const folders = ['content', '_data'].flatMap(name => [`--${name.replace('_', '')}`, join(dir, name)]);
  const words = ['--to', `file:${join(dir, 'online')}`, '--now', '2014-05-20T15:30:00+08:00', ...more];
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/publish.ts'), ...words, ...folders, '--cache', join(dir, '.cache')],
      { cwd: dir, env: { PATH: process.env.PATH, INDEXNOW_URL: url }, timeout: 120_000 },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

it('a publication tells search engines of what changed, once it is to, and stands where they refuse', async () => {
  using site = miniSite({
    'content/articles/port.md': article({ date: '2014-05-20T09:00' }),
    'content/articles/quai.md': article({ date: '2014-05-20T10:00', section: 'monde' }),
    'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n',
  });
  site.edit('_data/site.yaml', text => `${text}indexNow: ${KEY}\n`);
  let told: Told = { status: 200 };
  const server = await localCdn(() => told);
  const listsAsked = (): readonly (readonly string[])[] =>
    server.asked.map(({ body }) => JSON.parse(body).urlList.map((url: string) => url.slice(BASE.length)));
  try {
    await shareAssets(join(site.dir, '.cache'));
    await shareImages(join(site.dir, '.cache'));
    const first = await publish(site.dir, server);
    assert.equal(first.status, 0, first.stderr);
    assert.equal(server.asked.length, 0, 'nobody was to be told');
    assert.match(
      first.stdout,
      /À signaler, si vous ajoutez «\u00a0--ping\u00a0»\u00a0: \d+ pages \(IndexNow\)\./,
    );
    assert.equal(readFileSync(join(site.dir, `online/${KEY}.txt`), 'utf8'), KEY);

    site.edit('content/articles/quai.md', text => `${text}\nEncore.\n`);
    const rehearsed = await publish(site.dir, server, '--ping', '--dry-run');
    assert.equal(rehearsed.status, 0, rehearsed.stderr);
    assert.equal(server.asked.length, 0);
    assert.match(rehearsed.stdout, /1 page \(IndexNow\)/);

    // A flash is on every page of these two: only the page that it is about, and lists of it, are news.
    site.edit('content/articles/port.md', text => text.replace('---\n', '---\nflash: true\n'));
    const second = await publish(site.dir, server, '--ping');
    assert.equal(second.status, 0, second.stderr);
    const [urls] = listsAsked();
    assert.ok(urls!.includes('/monde/2014/05/20/quai.html') && urls!.includes('/chine/2014/05/20/port.html'));
    assert.ok(!urls!.includes('/a-propos/'), urls!.join(' '));
    assert.ok(!urls!.some(url => /\.(?:xml|json|txt|css)$|^\/(?:recherche|furniture)\/|404/.test(url)));
    assert.match(second.stdout, new RegExp(`IndexNow\u00a0: ${urls!.length} pages signalées\\.`));

    told = { status: 403, body: 'no' };
    site.remove('content/articles/port.md');
    const third = await publish(site.dir, server, '--ping', '--allow-removals');
    assert.equal(third.status, 0, 'what is published stands');
    assert.ok(!existsSync(join(site.dir, 'online/chine/2014/05/20/port.html')));
    assert.ok(listsAsked()[1]!.includes('/chine/2014/05/20/port.html'), 'what is gone is told, too');
    assert.match(third.stderr, /IndexNow\u00a0: \d+ pages? non signalées?, la clé n’est pas reconnue/);
  } finally {
    await server.close();
  }
});
