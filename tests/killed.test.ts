// A build killed at any moment, then run again to its end, leaves the site that a clean build makes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';
import { assertSameTree, type Tree, treeOf } from './tree.ts';

const ROOT = join(import.meta.dirname, '..');
const ARTICLES = 200;
const ROUNDS = 14;

function manyArticles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let n = 0; n < ARTICLES; n++) {
    const day = String(1 + (n % 20)).padStart(2, '0');
    const fields = {
      title: `Article ${n}`,
      date: `2014-0${1 + (n % 5)}-${day}T10:${String(n % 60).padStart(2, '0')}`,
      section: ['chine', 'monde', 'sport'][n % 3],
      topics: [['commerce'], ['energie', 'ukraine'], []][n % 3],
      pick: n % 40 === 0,
    };
    files[`content/articles/${n % 5}/article-${n}.md`] = article(fields, 'Un paragraphe.\n\n'.repeat(8));
    if (n % 10 === 0)
      files[`content/comments/${n % 5}/article-${n}/1.yaml`] = 'date: 2014-05-20T14:00\ntext: Un avis.\n';
  }
  return files;
}

/** The command, as an editor or CI runs it, into `output` with `cache` (below the site's folder). */
function startBuild(site: MiniSite, output: string, cache: string) {
  const folders = { content: 'content', data: '_data', output, cache };
  const child = spawn(
    process.execPath,
    [
      'src/cli/build.ts',
      ...Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, join(site.dir, folder)]),
      ...['--now', AFTERNOON, '--workers', '2', '--quiet'],
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', text => {
    errors += text;
  });
  const ended = new Promise<{ readonly code: number | null; readonly errors: string }>(resolve => {
    child.on('close', code => resolve({ code, errors }));
  });
  return { child, ended };
}

async function buildToTheEnd(site: MiniSite, output = '_site', cache = '.cache'): Promise<Tree> {
  const { code, errors } = await startBuild(site, output, cache).ended;
  assert.deepEqual({ code, errors }, { code: 0, errors: '' });
  return treeOf(join(site.dir, output));
}

/** Kills a build after `delay` ms; whether it was still running. */
async function killBuild(site: MiniSite, delay: number): Promise<boolean> {
  const { child, ended } = startBuild(site, '_site', '.cache');
  await Promise.race([sleep(delay), ended]);
  const killed = child.kill('SIGKILL');
  await ended;
  return killed;
}

it('a killed build, run again, leaves the site that a clean build makes', async t => {
  using site = miniSite(manyArticles());
  const clean = await buildToTheEnd(site, 'clean/_site', 'clean/.cache');
  const started = performance.now();
  await buildToTheEnd(site);
  const whole = performance.now() - started;

  let killed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // From before the first file is read to after the last is written.
    const delay = whole * (0.15 + 0.85 * Math.random());
    const told = `round ${round}, killed after ${Math.round(delay)} of ${Math.round(whole)} ms`;
    const kind = round % 4;
    // Cold: neither site nor memory. Half cold: a site that the memory doesn't know, in which something strange stands.
    if (kind === 0) rmSync(join(site.dir, '_site'), { recursive: true });
    if (kind <= 1) rmSync(join(site.dir, '.cache'), { recursive: true });
    if (kind === 1) site.write('_site/etrange/page.html', 'Une page de trop.');
    // Warm: an edit that is on every page, and one that adds and removes pages; both are taken back after the kill.
    if (kind >= 2) {
      site.edit('_data/sections.yaml', text => text.replace('name: Sport', 'name: Sports'));
      site.write('content/articles/neuf.md', article({ title: `Neuf ${round}`, topics: ['commerce'] }));
      site.rename('content/articles/0/article-0.md', 'content/articles/0/article-zero.md');
      site.rename('content/comments/0/article-0', 'content/comments/0/article-zero');
      site.write('content/comments/0/article-10/2.yaml', `date: 2014-05-20T15:00\ntext: Avis ${round}.\n`);
    }
    if (await killBuild(site, delay)) killed++;
    if (kind >= 2) {
      site.edit('_data/sections.yaml', text => text.replace('name: Sports', 'name: Sport'));
      site.remove('content/articles/neuf.md');
      site.rename('content/articles/0/article-zero.md', 'content/articles/0/article-0.md');
      site.rename('content/comments/0/article-zero', 'content/comments/0/article-0');
      site.remove('content/comments/0/article-10/2.yaml');
    }
    assertSameTree(await buildToTheEnd(site), clean, `the trees of ${told}`);
  }
  assert.ok(killed > 0, 'no build was still running when it was to be killed');
  t.diagnostic(
    `${killed} of ${ROUNDS} builds were killed before their end; a whole one took ${Math.round(whole)} ms`,
  );
});
