// An output that somebody else had hands in is found out and mended, and what is not ours stays.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { OutputBlocked } from '../src/engine/output/output.ts';
import { article, type MiniSite, miniSite, reportOf } from './mini-site.ts';
import { assertSameTree, listsOf } from './tree.ts';

const PORT = 'content/articles/port.md';
const PORT_URL = '/chine/2014/05/20/port.html';
const GARE_URL = '/monde/2014/05/20/gare.html';

async function portal(): Promise<MiniSite> {
  const site = miniSite({
    [PORT]: article(),
    'content/articles/gare.md': article({ title: 'La gare', section: 'monde' }),
    'content/articles/stade.md': article({ title: 'Le stade', section: 'sport', date: '2014-05-19T10:00' }),
  });
  await site.built();
  return site;
}

const copy = (site: MiniSite, from: string, to: string): void => {
  rmSync(join(site.dir, to), { recursive: true, force: true });
  cpSync(join(site.dir, from), join(site.dir, to), { recursive: true });
};

/** What somebody does to a site behind the back of the builds. */
const MEDDLINGS: Readonly<Record<string, (site: MiniSite) => void>> = {
  'all that a shell calls a file was deleted'(site) {
    for (const name of readdirSync(join(site.dir, '_site')))
      if (!name.startsWith('.')) site.remove(`_site/${name}`);
  },
  'a page was deleted': site => site.remove(`_site${PORT_URL}`),
  'the pages of a day were deleted with their folder': site => site.remove('_site/chine/2014/05/20'),
  'all images were deleted': site => site.remove('_site/images'),
  'a style sheet was deleted'(site) {
    const sheet = readdirSync(join(site.dir, '_site/assets')).find(name => name.endsWith('.css'))!;
    site.remove(`_site/assets/${sheet}`);
  },
  'a page was replaced by another file'(site) {
    site.write('autre.html', 'Autre chose.');
    site.rename('autre.html', `_site${PORT_URL}`);
  },
  'a page was renamed'(site) {
    site.rename(`_site${PORT_URL}`, '_site/ailleurs.html');
    site.rename('_site/ailleurs.html', `_site${GARE_URL}`);
  },
  'a page became a link to the same bytes'(site) {
    site.rename(`_site${PORT_URL}`, 'port.html');
    symlinkSync(join(site.dir, 'port.html'), join(site.dir, `_site${PORT_URL}`));
  },
  'a page became a folder'(site) {
    site.remove(`_site${PORT_URL}`);
    mkdirSync(join(site.dir, `_site${PORT_URL}`));
  },
};

describe('the next build mends the site', () => {
  for (const [what, meddle] of Object.entries(MEDDLINGS)) {
    it(`when ${what}`, async () => {
      using site = await portal();
      const before = site.tree();
      meddle(site);
      await site.built();
      assertSameTree(site.tree(), before);
      assert.equal((await site.built()).pages.rendered, 0);
    });
  }

  it('when a page was overwritten in place, if it is told to compare every byte', async () => {
    using site = await portal();
    const before = site.tree();
    site.write(`_site${PORT_URL}`, 'Autre chose.');
    await site.built({ verify: true });
    assertSameTree(site.tree(), before);
  });
});

describe('a site that is not the one of the memory', () => {
  it('loses a deleted article though an older cache stands beside it', async () => {
    using site = await portal();
    copy(site, '.cache', 'vieux-cache');
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    await site.built();
    site.remove('content/articles/neuf.md');
    copy(site, 'vieux-cache', '.cache');
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('is right though somebody wrote nonsense into what it says of itself', async () => {
    for (const nonsense of [
      '',
      '{',
      '[]',
      '{"version":1,"lists":[1,["/x",2],[]]}',
      '{"version":1,"lists":{}}',
    ]) {
      using site = await portal();
      for (const name of ['site.json', 'articles-2014-05.json', 'outgoing.json', 'pending.json'])
        site.write(`_site/.quotidien/${name}`, nonsense);
      site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
      await site.built();
      const clean = await site.cleanBuild();
      assertSameTree(site.tree(), clean.tree);
      assertSameTree(listsOf(join(site.dir, '_site')), clean.lists);
    }
  });

  it('is right with two caches in turn', async () => {
    using site = await portal();
    const other = join(site.dir, '.cache-autre');
    await site.built({ cacheDir: other });
    for (const [edit, cacheDir] of [[1], [2, other], [1], [3, other]] as const) {
      site.write(PORT, article({ title: `Titre ${edit}` }));
      await site.built(cacheDir === undefined ? {} : { cacheDir });
      assertSameTree(site.tree(), (await site.cleanBuild()).tree);
    }
  });

  it('says the same of itself, however it came to be', async () => {
    using site = await portal();
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    await site.built();
    site.remove('content/articles/stade.md');
    await site.built();
    const clean = await site.cleanBuild();
    assertSameTree(listsOf(join(site.dir, '_site')), clean.lists);
    assert.ok([...clean.lists.keys()].includes('articles-2014-05.json'));
  });

  it('has no image made again that stands in it', async () => {
    using site = await portal();
    const before = site.tree();
    rmSync(join(site.dir, '.cache'), { recursive: true });
    const { buildSite } = await import('../src/engine/build.ts');
    const outcome = await buildSite(site.options());
    assert.ok(outcome.ok);
    assert.equal(outcome.report.images.made, 0);
    assertSameTree(site.tree(), before);
  });
});

/** Of a deploy branch, a host, a certificate. */
const FOREIGN = {
  '_site/.git/HEAD': 'ref: refs/heads/gh-pages\n',
  '_site/.nojekyll': '',
  '_site/CNAME': 'portail.example\n',
  '_site/.well-known/acme-challenge/jeton': 'jeton',
  '_site/ads.txt': 'exemple.fr\n',
  '_site/chine/2014/05/20/notes.txt': 'à garder',
} as const;
const NAMED = ['.git/', '.nojekyll', '.well-known/', 'CNAME', 'ads.txt', 'chine/2014/05/20/notes.txt'];

describe('what is not ours in the site', () => {
  const putForeign = (site: MiniSite): void => {
    for (const [path, text] of Object.entries(FOREIGN)) site.write(path, text);
  };
  const assertStays = (site: MiniSite): void => {
    for (const [path, text] of Object.entries(FOREIGN)) assert.equal(site.read(path), text, path);
  };

  it('stays and is named once', async () => {
    using site = await portal();
    putForeign(site);
    assert.deepEqual([...(await site.built()).foreign].sort(), NAMED);
    assert.deepEqual((await site.built()).foreign, []);
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    assert.deepEqual((await site.built()).foreign, []);
    site.write('_site/autre.txt', '');
    assert.deepEqual((await site.built()).foreign, ['autre.txt']);
    assertStays(site);
  });

  it('stays when the memory is lost, and what is ours and gone leaves all the same', async () => {
    using site = await portal();
    putForeign(site);
    rmSync(join(site.dir, '.cache'), { recursive: true });
    site.remove('content/articles/stade.md');
    assert.deepEqual([...(await site.built()).foreign].sort(), NAMED);
    assertStays(site);
    assert.ok(!site.has('/sport/2014/05/19/stade.html'));
    for (const path of Object.keys(FOREIGN)) site.remove(path);
    for (const path of ['_site/.git', '_site/.well-known']) site.remove(path);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('stays when the site is cleaned away', async () => {
    using site = await portal();
    putForeign(site);
    const { cleanSite } = await import('../src/engine/clean-site.ts');
    const { foreign } = cleanSite(join(site.dir, '_site'), join(site.dir, '.cache'));
    assert.deepEqual(
      [...foreign].sort(),
      NAMED.map(path => (path.startsWith('chine/') ? 'chine/' : path)),
    );
    assertStays(site);
    assert.deepEqual(
      [...site.tree().keys()].sort(),
      Object.keys(FOREIGN)
        .map(path => path.slice('_site/'.length))
        .sort(),
    );
  });

  it('keeps a file of ours from its place, and that is said until one of both has gone', async () => {
    using site = await portal();
    const THEIRS = '/*\n  X-Robots-Tag: noindex\n';
    site.write('_site/_headers', THEIRS);
    site.edit('_data/site.yaml', text => `${text}host: netlify\n`);
    const keeps = async (): Promise<void> => {
      const { taken, foreign } = await site.built();
      assert.deepEqual([taken, foreign], [['_headers'], []]);
      assert.equal(site.read('_site/_headers'), THEIRS);
    };
    await keeps();
    site.edit('content/articles/port.md', text => text.replace(/title: .*/, 'title: Autre chose'));
    await keeps();
    rmSync(join(site.dir, '.cache'), { recursive: true });
    await keeps();
    // What is ours is ours, whoever wrote over it.
    site.write('_site/robots.txt', 'User-agent: *\nDisallow: /\n');
    assert.deepEqual(reportOf(await site.build({ verify: true })).taken, ['_headers']);
    assert.match(site.read('_site/robots.txt'), /Allow/);
    site.remove('_site/_headers');
    assert.deepEqual((await site.built()).taken, []);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('is not written into through a link to a folder', async () => {
    using site = await portal();
    mkdirSync(join(site.dir, 'ailleurs'));
    site.remove('_site/chine');
    symlinkSync(join(site.dir, 'ailleurs'), join(site.dir, '_site/chine'));
    await assert.rejects(site.build(), OutputBlocked);
    assert.deepEqual(readdirSync(join(site.dir, 'ailleurs')), []);
  });
});

describe('the command', () => {
  it('names what is not ours, and mends a page overwritten in place with --verify', async () => {
    using site = await portal();
    site.write('_site/CNAME', 'portail.example\n');
    const folders = ['content', '_data'].map(name => [
      `--${name === '_data' ? 'data' : name}`,
      join(site.dir, name),
    ]);
    const words = [
      ...folders.flat(),
      '--output',
      join(site.dir, '_site'),
      '--cache',
      join(site.dir, '.cache'),
    ];
    const run = async (...more: string[]): Promise<string> => {
      const root = join(import.meta.dirname, '..');
      const options = [...words, '--now', '2014-05-20T15:30:00+08:00', ...more];
      return (await promisify(execFile)(process.execPath, ['src/cli/build.ts', ...options], { cwd: root }))
        .stdout;
    };
    assert.match(await run(), /1 fichier ou dossier ne vient pas de Quotidien, et y reste\u00a0: CNAME\./);
    site.write(`_site${PORT_URL}`, 'Autre chose.');
    assert.match(await run('--verify', '--changes'), /\n\+ \/chine\/2014\/05\/20\/port\.html\n/);
    assert.match(site.page(PORT_URL), /<html/);
  });
});
