// A build killed at any moment, then run again to its end, leaves the site that a clean build makes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { ASSETS_FOLDER } from '../src/engine/assets/asset-cache.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';
import { shareAssets } from './shared-folders.ts';
import { howMany } from './soak/how-many.ts';
import { assertSameTree, type Tree, treeOf } from './tree.ts';

const ROOT = join(import.meta.dirname, '..');
const ARTICLES = 200;

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
function startBuild(site: MiniSite, output: string, cache: string, more: readonly string[] = []) {
  const folders = { content: 'content', data: '_data', output, cache };
  const child = spawn(
    process.execPath,
    [
      'src/cli/build.ts',
      ...Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, join(site.dir, folder)]),
      ...['--now', AFTERNOON, '--workers', '2', '--quiet', ...more],
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
  // Articles that a killed build may have published already are gone again on purpose.
  const { code, errors } = await startBuild(site, output, cache, ['--allow-removals']).ended;
  assert.deepEqual({ code, errors }, { code: 0, errors: '' });
  return treeOf(join(site.dir, output));
}

/** Kills a build after `delay` ms; whether it was still running. */
async function killBuild(site: MiniSite, delay: number, more: readonly string[] = []): Promise<boolean> {
  const { child, ended } = startBuild(site, '_site', '.cache', more);
  await Promise.race([sleep(delay), ended]);
  const killed = child.kill('SIGKILL');
  await ended;
  return killed;
}

/** What a build meets that will be killed; what it returns takes the edits back. */
type Preparation = (site: MiniSite) => () => void;

const nothingToTakeBack = (): void => {};

const PREPARATIONS: Readonly<Record<string, Preparation>> = {
  'with neither site nor memory'(site) {
    rmSync(join(site.dir, '_site'), { recursive: true });
    rmSync(join(site.dir, '.cache'), { recursive: true });
    return nothingToTakeBack;
  },
  'with a site that the memory does not know, in which something strange stands'(site) {
    // What takes long to make, and was made anew by the first of these.
    for (const name of readdirSync(join(site.dir, '.cache')))
      if (name !== ASSETS_FOLDER) rmSync(join(site.dir, '.cache', name), { recursive: true });
    site.write('_site/etrange/page.html', 'Une page de trop.');
    return () => site.remove('_site/etrange');
  },
  'after an edit that is on every page'(site) {
    site.edit('_data/sections.yaml', text => text.replace('name: Sport', 'name: Sports'));
    return () => site.edit('_data/sections.yaml', text => text.replace('name: Sports', 'name: Sport'));
  },
  'after edits that add and remove pages'(site) {
    site.write('content/articles/neuf.md', article({ title: 'Neuf', topics: ['commerce'] }));
    site.rename('content/articles/0/article-0.md', 'content/articles/0/article-zero.md');
    site.rename('content/comments/0/article-0', 'content/comments/0/article-zero');
    site.write('content/comments/0/article-10/2.yaml', 'date: 2014-05-20T15:00\ntext: Un avis.\n');
    return () => {
      site.remove('content/articles/neuf.md');
      site.rename('content/articles/0/article-zero.md', 'content/articles/0/article-0.md');
      site.rename('content/comments/0/article-zero', 'content/comments/0/article-0');
      site.remove('content/comments/0/article-10/2.yaml');
    };
  },
};

/** A share of the time of a whole build: from before the first file is read to after the last is written. */
const moments = fc.noShrink(fc.double({ min: 0.15, max: 1, noNaN: true }));

describe('a build that is killed, and run again to its end, leaves the site that a clean build makes', () => {
  let site: MiniSite;
  let clean: Tree;
  /** Milliseconds. */
  let whole: number;
  before(async () => {
    site = miniSite(manyArticles());
    // Each takes its time, and is as good to be killed at as thirty.
    site.edit('_data/site.yaml', text => `${text}socialCards: 2\n`);
    for (const cache of ['clean/.cache', '.cache']) await shareAssets(join(site.dir, cache));
    clean = await buildToTheEnd(site, 'clean/_site', 'clean/.cache');
    const started = performance.now();
    await buildToTheEnd(site);
    whole = performance.now() - started;
  });
  after(() => site[Symbol.dispose]());

  for (const [name, prepare] of Object.entries(PREPARATIONS))
    it(name, async () => {
      const survivesKill = async (moment: number): Promise<void> => {
        // One that ends before, as most do for which there is less to do, is begun again and killed sooner.
        for (let time = whole, killed = false; !killed; ) {
          const takeBack = prepare(site);
          const started = performance.now();
          killed = await killBuild(site, moment * time);
          time = Math.min(time / 2, performance.now() - started);
          takeBack();
          if (!killed) await buildToTheEnd(site);
        }
        assertSameTree(await buildToTheEnd(site), clean);
      };
      await fc.assert(fc.asyncProperty(moments, survivesKill), howMany('kills of one kind'));
    });

  it('with the article as it was into which a slip got', async () => {
    const file = 'content/articles/0/article-0.md';
    const keepGoing = ['--keep-going'];
    const survivesKill = async (moment: number): Promise<void> => {
      await buildToTheEnd(site);
      const good = site.read(file);
      const takeBack = PREPARATIONS['after an edit that is on every page']!(site);
      site.write(file, good.replace('2014-01-01', '2014-01-35'));
      await killBuild(site, moment * whole, keepGoing);
      const { code } = await startBuild(site, '_site', '.cache', keepGoing).ended;
      const page = site.page('/chine/2014/01/01/article-0.html');
      site.write(file, good);
      takeBack();
      assert.equal(code, 0);
      assert.match(page, />Sports</);
      assert.match(page, /Un paragraphe/);
      assertSameTree(await buildToTheEnd(site), clean);
    };
    await fc.assert(fc.asyncProperty(moments, survivesKill), howMany('kills of one kind'));
  });
});
