// A publication is whole or not at all: what fails on its way leaves the last site as it was, and a reader never meets half of one.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OutputBlocked } from '../src/engine/output/output.ts';
import { ContentChanged } from '../src/engine/reading/content-changed.ts';
import { DAY } from '../src/time/durations.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';
import { readMeanwhile } from './publication/read-meanwhile.ts';
import { howMany } from './soak/how-many.ts';
import { assertSameTree } from './tree.ts';

const PORT = 'content/articles/port.md';

/** A portal of some articles, and edits after which every page of it is another one. */
async function portalBeforeEdit(): Promise<MiniSite> {
  const site = miniSite({
    [PORT]: article(),
    'content/articles/gare.md': article({ title: 'La gare', section: 'monde' }),
    'content/articles/stade.md': article({ title: 'Le stade', section: 'sport', date: '2014-05-19T10:00' }),
  });
  await site.built();
  site.edit('_data/site.yaml', text => text.replace('Le Petit Portail', 'Le Grand Portail'));
  site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
  site.remove('content/articles/stade.md');
  return site;
}

/** Each lets a build of a site fail, as late as it can. */
const FAILURES: Readonly<Record<string, (site: MiniSite) => Promise<void>>> = {
  async 'a mistake in the template of a front'(site) {
    site.editTheme('eleventy/home.njk', text => text.replace('{% block main %}', '{% block main %}{% if %}'));
    const outcome = await site.build();
    assert.deepEqual(!outcome.ok && outcome.problems.map(({ rule }) => rule), ['template']);
  },
  async 'a mistake in a partial of fronts'(site) {
    site.editTheme('partials/card.njk', text => `${text}\n{{ titre`);
    const outcome = await site.build({ keepGoing: true });
    assert.deepEqual(!outcome.ok && outcome.problems.map(({ rule }) => rule), ['template']);
    assert.ok(!outcome.ok && /partials\/card\.njk$/.test(outcome.problems[0]!.file));
  },
  async 'a filter that nobody knows'(site) {
    site.editTheme('eleventy/home.njk', text =>
      text.replace('{% block main %}', '{% block main %}{{ view.title | inconnu }}'),
    );
    const outcome = await site.build();
    assert.deepEqual(!outcome.ok && outcome.problems.map(({ rule }) => rule), ['template']);
  },
  async 'a call in a front of what is no function'(site) {
    site.editTheme('eleventy/home.njk', text =>
      text.replace('{% block main %}', '{% block main %}{{ view.title() }}'),
    );
    const outcome = await site.build();
    assert.deepEqual(!outcome.ok && outcome.problems.map(({ rule }) => rule), ['template']);
  },
  async 'data of the owner’s that is no JSON'(site) {
    site.editData('taux.json', '{');
    const outcome = await site.build();
    assert.deepEqual(!outcome.ok && outcome.problems.map(({ file }) => basename(file)), ['taux.json']);
  },
  async 'an article saved during the build'(site) {
    const options = site.options();
    const { buildSite } = await import('../src/engine/build.ts');
    // Of a body that an earlier build rendered the file is not read: such a build is made of what it had found.
    site.remove('.cache/bodies.json');
    await assert.rejects(
      buildSite({
        ...options,
        onProgress: phase => {
          if (phase === 'render')
            site.write('content/articles/gare.md', article({ title: 'La gare routière' }));
        },
      }),
      ContentChanged,
    );
  },
  async 'a folder of somebody else’s in the way'(site) {
    const strange = join(site.dir, '_site/chine/2014/05/20/neuf.html/notes.txt');
    mkdirSync(dirname(strange), { recursive: true });
    writeFileSync(strange, 'à quelqu’un d’autre');
    await assert.rejects(site.build(), OutputBlocked);
    site.remove('_site/chine/2014/05/20/neuf.html');
  },
};

describe('the last site is as it was after', () => {
  for (const [name, fail] of Object.entries(FAILURES)) {
    it(name, async () => {
      using site = await portalBeforeEdit();
      const before = site.tree();
      await fail(site);
      assertSameTree(site.tree(), before);
    });
  }
});

/** A build by the command, whose files may not grow beyond some kilobytes: a disk that fills up in the midst of one of them. */
async function buildWithin(
  site: MiniSite,
  kilobytes: number,
): Promise<{ readonly status: number | null; readonly said: string }> {
  const words = ['content', '_data', '_site', '.cache'].map(name => join(site.dir, name));
  const [content, data, output, cache] = words;
  const command = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" src/cli/build.ts --content "$1" --data "$2" --output "$3" --cache "$4" --now ${AFTERNOON}`;
  const child = spawn('bash', ['-c', command, process.execPath, content!, data!, output!, cache!], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, status] = await Promise.all([
    text(child.stderr),
    once(child, 'close').then(([code]) => code as number | null),
  ]);
  return { status, said };
}

describe('a disk that is full', () => {
  it('leaves the last site whole, and is told of in a sentence, with status 3', async () => {
    const fillsUpAt = async (kilobytes: number): Promise<void> => {
      using site = await portalBeforeEdit();
      const before = site.tree();
      const { status, said } = await buildWithin(site, kilobytes);
      if (status === 0) return;
      assert.equal(status, 3, said);
      assert.match(said, /^(?:.*…\n)?Le disque (?:est plein|répond par une erreur).*\n$/, `${kilobytes} kB`);
      assertSameTree(site.tree(), before, `${kilobytes} kB`);
      await site.built();
      assertSameTree(site.tree(), (await site.cleanBuild()).tree);
    };
    await fillsUpAt(8);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 48 }), fillsUpAt), howMany('full disks'));
  });
});

describe('after a failure', () => {
  it('the next build makes the site that a clean one makes', async () => {
    using site = await portalBeforeEdit();
    await FAILURES['an article saved during the build']!(site);
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });
});

describe('an article saved during a build that need not read it', () => {
  it('is in the next site, and nothing of it in this one', async () => {
    using site = await portalBeforeEdit();
    const found = (await site.cleanBuild()).tree;
    let isSaved = false;
    const report = await site.built({
      onProgress: phase => {
        if (phase !== 'render') return;
        site.write('content/articles/gare.md', article({ title: 'La gare routière' }, 'Un autre texte.'));
        isSaved = true;
      },
    });
    assert.ok(isSaved && report.pages.rendered > 0);
    assertSameTree(site.tree(), found);
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
    assert.match(site.page('/'), /La gare routière/);
  });
});

describe('an output that was emptied', () => {
  it('is filled again, though it is the same folder', async () => {
    using site = miniSite({ [PORT]: article() });
    await site.built();
    const before = site.tree();
    for (const name of readdirSync(join(site.dir, '_site')))
      rmSync(join(site.dir, '_site', name), { recursive: true });
    await site.built();
    assertSameTree(site.tree(), before);
  });
});

/** A portal that keeps old files for seven days. */
async function keepingPortal(files: Readonly<Record<string, string>> = {}): Promise<MiniSite> {
  const site = miniSite({ [PORT]: article(), ...files });
  site.edit('_data/site.yaml', text => text.replace('graceDays: 0', 'graceDays: 7'));
  await site.built();
  return site;
}

describe('a style sheet that no page names any more', () => {
  const sheetsOf = (site: MiniSite): readonly string[] =>
    [...site.tree().keys()].filter(path => /^assets\/quotidien\..*\.css$/.test(path));
  const restyle = (site: MiniSite): void =>
    site.editTheme('styles/footer.css', css => css.replace('.footer {', '.footer {\n    opacity: 0.99;'));
  const styleBack = (site: MiniSite): void =>
    site.editTheme('styles/footer.css', css => css.replace('\n    opacity: 0.99;', ''));
  const builtAfter = async (site: MiniSite, days: number): Promise<void> => {
    const { buildSite } = await import('../src/engine/build.ts');
    const outcome = await buildSite({ ...site.options(), wallClock: Date.now() + days * DAY });
    assert.ok(outcome.ok);
  };

  it('stays for the days that the site sets, and goes then, by itself', async () => {
    using site = await keepingPortal();
    const [old] = sheetsOf(site);
    restyle(site);
    await site.built();
    assert.equal(sheetsOf(site).length, 2);
    await builtAfter(site, 6);
    assert.ok(sheetsOf(site).includes(old!));
    await builtAfter(site, 8);
    assert.equal(sheetsOf(site).length, 1);
    assert.ok(!sheetsOf(site).includes(old!));
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('is one of the site’s again when the style comes back', async () => {
    using site = await keepingPortal();
    const [old] = sheetsOf(site);
    restyle(site);
    await site.built();
    styleBack(site);
    await site.built();
    await builtAfter(site, 8);
    assert.deepEqual(sheetsOf(site), [old]);
  });

  it('goes in its time, too, when the build that took it from the pages was broken off', async () => {
    using site = await keepingPortal();
    const [old] = sheetsOf(site);
    restyle(site);
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    site.write('_site/chine/2014/05/20/neuf.html/notes.txt', 'à quelqu’un d’autre');
    await assert.rejects(site.build(), OutputBlocked);
    site.remove('_site/chine/2014/05/20/neuf.html');
    await site.built();
    await builtAfter(site, 8);
    assert.ok(!sheetsOf(site).includes(old!));
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('does not keep a withdrawn article with it', async () => {
    using site = await keepingPortal({ 'content/articles/gare.md': article({ title: 'La gare' }) });
    site.remove('content/articles/gare.md');
    await site.built();
    assert.ok(!site.has('/chine/2014/05/20/gare.html'));
  });
});

describe('a reader who asks all the while', () => {
  const neverMeetsHalf = async (swap: boolean): Promise<void> => {
    using site = await keepingPortal();
    await site.built({ swap });
    const reader = await readMeanwhile(join(site.dir, '_site'));
    let rounds = 0;
    const rebuild = async (edit: number): Promise<void> => {
      const name = `content/articles/a-${edit % 7}.md`;
      if (edit % 3 === 0 && site.holds(name)) site.remove(name);
      else site.write(name, article({ title: `Titre ${edit}`, section: ['chine', 'monde'][edit % 2]! }));
      if (rounds++ % 4 === 0)
        site.editTheme('styles/footer.css', css => `${css}\n.footer { opacity: 0.${100 + edit}; }\n`);
      await site.built();
    };
    await fc.assert(fc.asyncProperty(fc.nat(999), rebuild), howMany('rebuilds under a reader'));
    const { pages, faults } = await reader.end();
    assert.deepEqual(faults, []);
    assert.ok(pages > rounds, `${pages} pages were read`);
    assert.equal(lstatSync(join(site.dir, '_site')).isSymbolicLink(), swap);
  };

  it('never meets an empty or half page, nor one whose style, script or article is not there', () =>
    neverMeetsHalf(false));

  it('nor does so where two generations of the site take turns', () => neverMeetsHalf(true));
});
