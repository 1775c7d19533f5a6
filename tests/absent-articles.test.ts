// What editors are told of the articles that readers do not have: how many, which ones, and when that changes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';
import { shareAssets } from './shared-folders.ts';

const ROOT = join(import.meta.dirname, '..');

/** Two published, two scheduled, one of them long after its date, two drafts of which one is dated tomorrow, one expired. */
const FILES = {
  'content/articles/foire.md': article({ title: 'La foire' }),
  'content/articles/port.md': article({ expires: '2014-05-21' }),
  'content/articles/gare.md': article({ date: '2014-05-22T08:00' }),
  'content/articles/etude.md': article({ date: '2014-01-02', publish: '2014-05-21T06:00' }),
  'content/articles/brouillon.md': article({ draft: true, expires: '2014-05-20T15:00' }),
  'content/articles/autre.md': article({ draft: true, date: '2014-05-21T10:00' }),
  'content/articles/soldes.md': article({ date: '2014-05-01', expires: '2014-05-10T12:00' }),
};

async function run(site: MiniSite, command: 'build' | 'check', ...more: readonly string[]) {
  await shareAssets(join(site.dir, '.cache'));
  const folders = { content: 'content', data: '_data', output: '_site', cache: '.cache' };
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, `src/cli/${command}.ts`),
      ...Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder]),
      ...['--now', AFTERNOON, '--workers', '1', ...more],
    ],
    { cwd: site.dir, encoding: 'utf8' },
  );
  return { status, stdout };
}

const COUNTED =
  'Articles\u00a0: 2 publiés, 2 programmés (le premier le 21.05.2014 06h00), 2 brouillons, 1 expiré.\n';

const NAMED = `Programmés\u00a0:
  content/articles/etude.md (21.05.2014 06h00)
  content/articles/gare.md (22.05.2014 08h00)
Brouillons\u00a0:
  content/articles/autre.md
  content/articles/brouillon.md
Expirés\u00a0:
  content/articles/soldes.md (10.05.2014 12h00)
`;

/** What a check adds where nothing was ever built. */
const NOT_BUILT =
  'Aucune construction n’est en mémoire dans «\u00a0.cache\u00a0»\u00a0: les adresses que les lecteurs perdraient ne peuvent pas être relevées.\n';

describe('articles that readers do not have', () => {
  it('are counted by a build, with the hour of the first one to come', async () => {
    using site = miniSite(FILES);
    const { stdout } = await run(site, 'build');
    assert.ok(stdout.includes(COUNTED), stdout);
    assert.ok(!stdout.includes('Programmés'), stdout);
    assert.ok(!(await run(site, 'build', '--quiet')).stdout.includes('Articles'));
    const last = (await run(site, 'build', '--quiet', '--json')).stdout;
    const { articles, firstScheduled } = JSON.parse(last);
    assert.deepEqual(articles, { total: 7, published: 2, scheduled: 2, draft: 2, expired: 1, withdrawn: 0 });
    assert.equal(firstScheduled, '2014-05-21T06:00:00+08:00');
  });

  it('are counted and named by a check, those of a kind together, the next one first', async () => {
    using site = miniSite(FILES);
    const { stdout } = await run(site, 'check');
    assert.equal(stdout, `Aucun problème\u00a0: 7 articles lus.\n${COUNTED}${NAMED}${NOT_BUILT}`);
    assert.equal((await run(site, 'check', '--quiet')).stdout, '');
  });

  it('are named beside the problems of others', async () => {
    using site = miniSite({ ...FILES, 'content/articles/foire.md': article({ section: 'chien' }) });
    const { status, stdout } = await run(site, 'check');
    assert.equal(status, 1);
    assert.equal(stdout, COUNTED.replace('2 publiés', '1 publié') + NAMED + NOT_BUILT);
  });

  it('are named up to twenty of a kind, and all of them in JSON', async () => {
    const drafts = Array.from({ length: 22 }, (_, index) => `content/articles/essai-${index}.md`);
    using site = miniSite(Object.fromEntries(drafts.map(file => [file, article({ draft: true })])));
    const { stdout } = await run(site, 'check');
    assert.match(stdout, /Articles\u00a0: 0 publié, 22 brouillons\./);
    assert.equal(stdout.match(/essai-/g)?.length, 20);
    assert.match(stdout, / {2}et 2 autres \(--json les donne tous\)\n/);
    const { articles, absent } = JSON.parse((await run(site, 'check', '--json')).stdout);
    assert.equal(articles.draft, 22);
    assert.deepEqual(
      absent.map(({ file }: { readonly file: string }) => file),
      drafts.toSorted(),
    );
    assert.deepEqual(absent[0], { file: drafts[0], absence: 'draft', at: null });
  });

  it('go without a word where there are none', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    const { stdout } = await run(site, 'check');
    assert.equal(stdout, `Aucun problème\u00a0: 1 article lu.\nArticles\u00a0: 1 publié.\n${NOT_BUILT}`);
  });
});
