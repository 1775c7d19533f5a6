// What readers, editors and owners see of a build, from files in to files out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ForeignOutput } from '../src/engine/output/output.ts';
import { AFTERNOON, article, type MiniSite, miniSite, reportOf } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

/** `<a href="…">text</a>` for each link to `url` in the page. */
function linksTo(html: string, url: string): number {
  return html.split(`href="${url}"`).length - 1;
}

/** The addresses that an element of the page links to, in order; `opening` is how its tag begins. */
function linksWithin(html: string, opening: string): readonly string[] {
  const start = html.indexOf(opening);
  if (start === -1) return [];
  const tag = /<([\w-]+)/.exec(opening)![1]!;
  const part = html.slice(start, html.indexOf(`</${tag}>`, start));
  return [...part.matchAll(/href="([^"]+)"/g)].map(([, url]) => url!);
}

/** Those of them that lead to articles. */
function articlesWithin(html: string, opening: string): readonly string[] {
  return linksWithin(html, opening).filter(url => url.endsWith('.html'));
}

/** Ten articles of one a day from the 11th on, all in Chine: `jour-11` … `jour-20`. */
function tenDays(fields: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const files: Record<string, string> = {};
  for (let day = 11; day <= 20; day++) {
    files[`content/articles/jour-${day}.md`] = article({
      title: `Le ${day} mai`,
      date: `2014-05-${day}T08:00`,
      ...fields,
    });
  }
  return files;
}

describe('the addresses of a portal', () => {
  it('all answer, and nothing else is there but what pages load, the fonts’ licence and the next change', async () => {
    using site = miniSite({
      'content/articles/2014/port.md': article({
        topics: ['commerce'],
        dossiers: ['sommet'],
        aliases: ['/ancien/port.html', '/vieux-port/'],
      }),
      'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Qui nous sommes.\n---\n\nNous.\n',
    });
    await site.built();
    const names = [...site.tree().keys()].map(name =>
      name.replace(/\.[\w-]{12}(?=\.\w+$)/, '').replace(/^images\/.*(?=\.)/, 'images/card'),
    );
    assert.deepEqual(
      names.sort(),
      [
        '404.html',
        'a-propos/index.html',
        'ancien/port.html',
        'archives/2014/05/20/index.html',
        'archives/2014/05/index.html',
        'archives/2014/index.html',
        'archives/index.html',
        'assets/article.css',
        'assets/article.js',
        'assets/feed.css',
        'assets/fragments.css',
        'assets/furniture.js',
        'assets/guide.css',
        'assets/home.css',
        'assets/icons.svg',
        'assets/participation.js',
        'assets/quotidien.css',
        'assets/quotidien.js',
        'assets/reading.css',
        'assets/redirect.js',
        'assets/search.css',
        'assets/search.js',
        'assets/serif.woff2',
        'assets/viewer.css',
        'assets/viewer.js',
        'chine/2014/05/20/port.html',
        'chine/2014/05/index.html',
        'chine/index.html',
        'dossiers/index.html',
        'dossiers/mondial/index.html',
        'dossiers/sommet/index.html',
        'apple-touch-icon.png',
        'favicon.ico',
        ...['icone-192.png', 'icone-512.png', 'icone-512-rognable.png'],
        'favicon.svg',
        'flash/index.html',
        'flux/index.html',
        ...['flux.xml', 'rss.xml', 'flux.json'].flatMap(file =>
          ['', 'chine/', 'monde/', 'sport/'].map(page => `${page}${file}`),
        ),
        ...['dossiers/mondial', 'dossiers/sommet', 'sujets/commerce'].map(page => `${page}/flux.xml`),
        'furniture/bandeau.html',
        'furniture/chine/index.html',
        'furniture/colonne.html',
        'furniture/en-tete.html',
        'furniture/fil.html',
        'furniture/jour.html',
        'furniture/monde/index.html',
        'furniture/sport/index.html',
        'furniture/une.html',
        // The portal’s and the article’s own.
        'images/card.png',
        'images/card.png',
        'index.html',
        'les-plus-lus/index.html',
        'monde/index.html',
        'next-change.json',
        'manifest.webmanifest',
        'opensearch.xml',
        'polices.txt',
        'recherche/index.html',
        'recherche/recents/articles-0.json',
        'recherche/recents/mots-0.json',
        'recherche/suggestions.json',
        'robots.txt',
        'sitemap.xml',
        'sitemaps/2014-05.xml',
        'sitemaps/actualites.xml',
        'sitemaps/pages.xml',
        'sport/index.html',
        'sujets/index.html',
        'sujets/commerce/index.html',
        'vieux-port/index.html',
      ].sort(),
    );
  });

  it('stand in a site without any article', async () => {
    using site = miniSite();
    const report = await site.built();
    assert.equal(report.articles.total, 0);
    assert.match(site.page('/'), /Rien n’a encore été publié ici\./);
    for (const url of ['/chine/', '/archives/', '/dossiers/', '/flux.xml', '/404.html'])
      assert.ok(site.has(url), url);
  });

  it('answer for every link of every page', async () => {
    using site = miniSite({
      ...tenDays({ topics: ['commerce', 'energie'], dossiers: ['mondial'], flash: true, pick: true }),
      'content/articles/but.md': article({ section: 'sport', topics: ['ukraine'], aliases: ['/but.html'] }),
    });
    await site.built();
    const files = site.tree();
    for (const [name, bytes] of files) {
      for (const [, url] of bytes.toString().matchAll(/(?:href|src|url)="?=?(\/[^"#]*)"/g)) {
        const target = url!.endsWith('/') ? `${url}index.html` : url!;
        assert.ok(files.has(target.slice(1)), `${name} links to ${url}`);
      }
    }
  });

  it('of old may be of any kind: files answer what they can, and the check tells of the others', async () => {
    const aliases = [
      '/article.php',
      '/2014/05/titre',
      '/ancien.htm',
      '/spip.php?article12',
      '/?p=3',
      '/index.php',
    ];
    using site = miniSite({ 'content/articles/port.md': article({ aliases }) });
    const outcome = await site.build();
    for (const file of ['article.php/index.html', '2014/05/titre/index.html', 'ancien.htm'])
      assert.match(site.tree().get(file)!.toString(), /url=\/chine\/2014\/05\/20\/port\.html/, file);
    assert.deepEqual(
      [...site.tree().keys()].filter(name => /[?]|spip|index\.php/.test(name)),
      [],
    );
    const { aliasesForHost, problems } = await site.checked();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      aliasesForHost.map(({ file, alias }) => [file.split('/').at(-1), alias]),
      [
        ['port.md', '/spip.php?article12'],
        ['port.md', '/?p=3'],
        ['port.md', '/index.php'],
      ],
    );
    assert.deepEqual(outcome.ok && outcome.aliasesForHost, aliasesForHost);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('of old that a host has to answer are told by the commands', async () => {
    using site = miniSite({ 'content/articles/port.md': article({ aliases: ['/spip.php?article12'] }) });
    await site.built();
    const run = (command: string, ...more: readonly string[]): string => {
      const script = join(import.meta.dirname, '../src/cli', `${command}.ts`);
      const now = ['--now', AFTERNOON];
      const ended = spawnSync(process.execPath, [script, ...now, ...more], {
        cwd: site.dir,
        encoding: 'utf8',
      });
      assert.equal(ended.status, 0, ended.stderr);
      return ended.stdout;
    };
    const told = [{ file: 'content/articles/port.md', alias: '/spip.php?article12' }];
    assert.deepEqual(JSON.parse(run('check', '--json')).aliasesForHost, told);
    assert.deepEqual(JSON.parse(run('build', '--json', '--quiet')).aliasesForHost, told);
    for (const command of ['check', 'build'])
      assert.match(
        run(command),
        /seule une règle de l’hébergeur .*\n {2}\/spip\.php\?article12 \(content\/articles\/port\.md\)/,
      );
  });

  it('of old are redirected to where the article stands now', async () => {
    using site = miniSite({ 'content/articles/port.md': article({ aliases: ['/2013/port.html'] }) });
    await site.built();
    const page = site.page('/2013/port.html');
    assert.match(page, /http-equiv="refresh" content="0; url=\/chine\/2014\/05\/20\/port\.html"/);
    assert.match(
      page,
      /<script src="\/assets\/redirect\.[\w-]+\.js" data-to="\/chine\/2014\/05\/20\/port\.html">/,
    );
    assert.match(page, /rel="canonical" href="https:\/\/portail\.example\/chine\/2014\/05\/20\/port\.html"/);
    assert.equal(linksTo(page, '/chine/2014/05/20/port.html'), 1);
  });
});

describe('an article’s page', () => {
  it('shows breadcrumb, headline, source, date and body from four fields of front matter', async () => {
    using site = miniSite({
      'content/articles/gare-centrale.md': `---
title: La gare centrale rouvre après deux ans de travaux
source: Xinhua
date: 20.05.2014 13h43
section: chine
---

Les premiers voyageurs sont entrés mardi matin.

La façade, elle, reste à nettoyer.
`,
    });
    await site.built();
    const page = site.page('/chine/2014/05/20/gare-centrale.html');
    assert.deepEqual(linksWithin(page, '<nav class="breadcrumb"'), ['/', '/chine/']);
    assert.match(page, /<h1>La gare centrale rouvre après deux ans de travaux<\/h1>/);
    assert.match(page, /\(\u00a0Source\u00a0: Xinhua\u00a0\)/);
    assert.match(page, /<time datetime="2014-05-20T13:43:00\+08:00">20\.05\.2014 13h43<\/time>/);
    assert.match(page, /<p>Les premiers voyageurs sont entrés mardi matin\.<\/p>/);
    assert.match(page, /<p>La façade, elle, reste à nettoyer\.<\/p>/);
  });

  it('prints what looks like a template as it was written', async () => {
    using site = miniSite({
      'content/articles/port.md': article(
        { title: 'Écrire {{ view.title }}', summary: '{% raw %}' },
        'Un {{ 1+1 }} et `{% include "partials/picks.njk" %}` {# rien #}',
      ),
    });
    await site.built();
    const page = site.page('/chine/2014/05/20/port.html');
    assert.match(
      page,
      /Un \{\{ 1\+1 \}\} et <code>\{% include &quot;partials\/picks\.njk&quot; %\}<\/code> \{# rien #\}/,
    );
    assert.match(page, /<h1>Écrire \{\{ view\.title \}\}<\/h1>/);
    assert.match(site.page('/'), /\{% raw %\}/);
    assert.match(site.page('/chine/'), /Écrire \{\{ view\.title \}\}/);
  });

  it('links to its neighbours in the section, newer and older', async () => {
    using site = miniSite({
      ...tenDays(),
      'content/articles/ailleurs.md': article({ section: 'monde', date: '2014-05-15T09:00' }),
    });
    await site.built();
    assert.deepEqual(linksWithin(site.page('/chine/2014/05/15/jour-15.html'), '<nav class="neighbours"'), [
      '/chine/2014/05/16/jour-16.html',
      '/chine/2014/05/14/jour-14.html',
    ]);
    assert.deepEqual(linksWithin(site.page('/chine/2014/05/20/jour-20.html'), '<nav class="neighbours"'), [
      '/chine/2014/05/19/jour-19.html',
    ]);
    assert.deepEqual(
      linksWithin(site.page('/monde/2014/05/15/ailleurs.html'), '<nav class="neighbours"'),
      [],
    );
  });

  it('proposes at most four related articles, older than itself and published', async () => {
    using site = miniSite({
      ...tenDays({ topics: ['energie'] }),
      'content/articles/brouillon.md': article({
        topics: ['energie'],
        date: '2014-05-10T08:00',
        draft: true,
      }),
      'content/articles/futur.md': article({ topics: ['energie'], date: '2014-05-21T08:00' }),
      'content/articles/fini.md': article({
        topics: ['energie'],
        date: '2014-05-19T07:00',
        expires: '2014-05-20T00:00',
      }),
    });
    await site.built();
    const related = (day: number): readonly string[] =>
      linksWithin(site.page(`/chine/2014/05/${day}/jour-${day}.html`), '<section class="related"');
    assert.deepEqual(
      related(20),
      [19, 18, 17, 16].map(day => `/chine/2014/05/${day}/jour-${day}.html`),
    );
    assert.deepEqual(related(12), ['/chine/2014/05/11/jour-11.html']);
    assert.deepEqual(related(11), []);
  });

  it('weighs a rare topic more than a frequent one', async () => {
    using site = miniSite({
      ...tenDays({ topics: ['commerce'] }),
      'content/articles/kiev.md': article({ date: '2014-05-01T08:00', topics: ['ukraine'] }),
      'content/articles/gaz.md': article({ date: '2014-05-20T10:00', topics: ['commerce', 'ukraine'] }),
    });
    await site.built();
    const [first] = linksWithin(site.page('/chine/2014/05/20/gaz.html'), '<section class="related"');
    assert.equal(first, '/chine/2014/05/01/kiev.html');
  });

  it('carries the furniture only when it is among the newest', async () => {
    using site = miniSite(tenDays({ pick: true, flash: true }));
    await site.built();
    for (let day = 11; day <= 20; day++) {
      const page = site.page(`/chine/2014/05/${day}/jour-${day}.html`);
      assert.equal(page.includes('Sélection de la rédaction'), day >= 18, `${day}`);
      assert.equal(page.includes('<news-ticker'), day >= 18, `${day}`);
      assert.equal(page.includes('À lire aujourd’hui'), day < 18, `${day}`);
    }
    assert.ok(site.page('/').includes('<news-ticker'));
    assert.ok(!site.page('/archives/2014/05/').includes('<news-ticker'));
  });
});

describe('home', () => {
  it('is led by priority among the newest, then by date', async () => {
    using site = miniSite({
      ...tenDays(),
      'content/articles/urgent.md': article({
        date: '2014-05-19T20:00',
        section: 'monde',
        priority: 7,
        title: 'Urgent',
      }),
      'content/articles/vieil-urgent.md': article({ date: '2014-05-17T20:00', priority: 9 }),
    });
    await site.built();
    assert.equal(articlesWithin(site.page('/'), '<div class="lead"')[0], '/monde/2014/05/19/urgent.html');
    site.edit('content/articles/urgent.md', text => text.replace('priority: 7', 'priority: 0'));
    await site.built();
    assert.equal(articlesWithin(site.page('/'), '<div class="lead"')[0], '/chine/2014/05/20/jour-20.html');
  });

  it('lists no article twice among lead, slides, « Le fil » and sections', async () => {
    const april = Array.from({ length: 10 }, (_, n) => [
      `content/articles/avril-${n}.md`,
      article({ date: `2014-04-1${n}T08:00` }),
    ]);
    using site = miniSite({
      ...Object.fromEntries(april),
      ...tenDays(),
      'content/articles/but.md': article({ section: 'sport' }),
    });
    await site.built();
    const whole = site.page('/').split('<main')[1]!.split('</main>')[0]!;
    const main = whole.replaceAll(/<div class="(?:band )?furniture">[\s\S]*?\n<\/div>/g, '');
    const shown = [...main.matchAll(/href="([^"]+\.html)"/g)].map(([, url]) => url);
    assert.deepEqual(shown, [...new Set(shown)]);
    // The lead, four headlines, five of « Le fil », five of Chine.
    assert.equal(shown.length, 15);
    assert.equal(articlesWithin(main, '<section class="wire"').length, 5);
  });
});

describe('time', () => {
  const dated = {
    'content/articles/present.md': article({ date: '2014-05-20T08:00', title: 'Présent' }),
    'content/articles/brouillon.md': article({ draft: true, title: 'Brouillon' }),
    'content/articles/demain.md': article({ date: '2014-05-21T06:00', title: 'Demain', topics: ['energie'] }),
    'content/articles/embargo.md': article({ publish: '2014-05-20T18:00', title: 'Sous embargo' }),
    'content/articles/fini.md': article({
      date: '2014-05-19T08:00',
      expires: '2014-05-20T12:00',
      title: 'Fini',
    }),
    'content/articles/bref.md': article({
      date: '2014-05-19T09:00',
      expires: '2014-05-20T20:00',
      title: 'Bref',
    }),
    'content/articles/alerte.md': article({
      date: '2014-05-20T09:00',
      flash: { text: 'Alerte à la crue', until: '2014-05-20T16:00' },
      title: 'La rivière monte',
    }),
  };

  it('hides drafts, what is scheduled and what has expired, everywhere', async () => {
    using site = miniSite(dated);
    const report = await site.built();
    assert.deepEqual(report.articles, {
      total: 7,
      published: 3,
      scheduled: 2,
      draft: 1,
      expired: 1,
      withdrawn: 0,
    });
    for (const [name, bytes] of site.tree())
      assert.doesNotMatch(bytes.toString(), /Brouillon|Demain|embargo|Fini/, name);
    for (const name of ['brouillon', 'demain', 'embargo', 'fini'])
      assert.ok(![...site.tree().keys()].some(path => path.includes(name)), name);
  });

  it('changes the site at each instant that was announced, and at no other', async () => {
    using site = miniSite(dated);
    const change = async (now: string): Promise<string | null> => {
      const { nextChange } = await site.built({ now });
      assert.equal(site.page('/next-change.json'), `${JSON.stringify({ nextChange })}\n`);
      return nextChange;
    };
    const ticker = (): readonly string[] => articlesWithin(site.page('/'), '<news-ticker class="ticker"');

    assert.equal(await change('2014-05-20T15:30:00+08:00'), '2014-05-20T16:00:00+08:00');
    assert.deepEqual(ticker(), ['/chine/2014/05/20/alerte.html']);
    const before = site.tree();
    await change('2014-05-20T15:59:59+08:00');
    assertSameTree(site.tree(), before);

    assert.equal(await change('2014-05-20T16:00:00+08:00'), '2014-05-20T18:00:00+08:00');
    assert.deepEqual(ticker(), []);
    assert.ok(site.has('/chine/2014/05/20/alerte.html'));

    assert.ok(!site.has('/chine/2014/05/20/embargo.html'));
    assert.equal(await change('2014-05-20T18:00:00+08:00'), '2014-05-20T20:00:00+08:00');
    assert.ok(site.has('/chine/2014/05/20/embargo.html'));

    assert.ok(site.has('/chine/2014/05/19/bref.html'));
    assert.equal(await change('2014-05-20T20:00:00+08:00'), '2014-05-21T06:00:00+08:00');
    assert.ok(!site.has('/chine/2014/05/19/bref.html'));
    assert.ok(!site.has('/archives/2014/05/19/'));

    assert.ok(!site.has('/sujets/energie/'));
    assert.equal(await change('2014-05-21T06:00:00+08:00'), '2015-06-01T00:00:00+08:00');
    assert.ok(site.has('/sujets/energie/'));
    assert.equal(articlesWithin(site.page('/'), '<div class="lead"')[0], '/chine/2014/05/21/demain.html');

    const aged = (): boolean => !/<age-note[^>]* hidden/.test(site.page('/chine/2014/05/20/present.html'));
    assert.ok(!aged());
    assert.equal(await change('2015-06-01T00:00:00+08:00'), null);
    assert.ok(aged());
  });

  it('ends a flash without an end after the site’s hours', async () => {
    using site = miniSite({ 'content/articles/alerte.md': article({ flash: true }) });
    site.edit('_data/site.yaml', text => `${text}flashHours: 3\n`);
    assert.equal((await site.built()).nextChange, '2014-05-20T16:43:00+08:00');
    const { nextChange } = await site.built({ now: '2014-05-20T16:43:00+08:00' });
    // Only its age is left to change.
    assert.equal(nextChange, '2015-06-01T00:00:00+08:00');
  });

  it('stands still at the site’s frozen clock when the build names no instant', async () => {
    using site = miniSite({ 'content/articles/demain.md': article({ date: '2014-05-21T06:00' }) });
    const scheduled = async (now: string | null): Promise<number> =>
      (await site.built({ now, allowRemovals: true })).articles.scheduled;
    assert.equal(await scheduled(null), 0);
    site.edit('_data/site.yaml', text => `${text}clock: 2014-05-20T23:59:00+08:00\n`);
    assert.equal(await scheduled(null), 1);
    assert.equal(await scheduled('2014-05-21T06:00:00+08:00'), 0);
  });
});

describe('a content problem', () => {
  const faulty = { 'content/articles/sans-titre.md': article({ title: undefined }) };

  it('leaves the last site as it was, files and times', async () => {
    using site = miniSite(tenDays());
    await site.built();
    const before = site.tree();
    site.write('content/articles/sans-titre.md', faulty['content/articles/sans-titre.md']);
    site.write('content/articles/neuf.md', article());
    const written = await site.writtenBy(async () => {
      const outcome = await site.build();
      assert.equal(outcome.ok, false);
      assert.deepEqual(
        outcome.problems.map(({ rule }) => rule),
        ['missing-field'],
      );
      assert.match(outcome.problems[0]!.file, /content\/articles\/sans-titre\.md$/);
    });
    assert.deepEqual(written, []);
    assertSameTree(site.tree(), before);

    site.remove('content/articles/sans-titre.md');
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('leaves no site where none stood', async () => {
    using site = miniSite(faulty);
    assert.equal((await site.build()).ok, false);
    assert.equal(site.tree().size, 0);
  });

  it('of the data stops the build too', async () => {
    using site = miniSite(tenDays());
    await site.built();
    const before = site.tree();
    site.editData('topics.yaml', '- { slug: Énergie, name: Énergie }\n');
    assert.equal((await site.build({ keepGoing: true })).ok, false);
    assertSameTree(site.tree(), before);
  });

  it('only costs its own article with « keep going »', async () => {
    using site = miniSite({
      ...tenDays(),
      ...faulty,
      'content/articles/inconnu.md': article({ section: 'meteo' }),
      'content/articles/z/jour-11.md': article({ date: '2014-05-11T10:00' }),
      'content/articles/alias.md': article({ aliases: ['/chine/'] }),
      'content/articles/bon.md': article({ title: 'Un bon article' }),
    });
    const outcome = await site.build({ keepGoing: true });
    assert.deepEqual(
      outcome.problems.map(({ file, rule }) => `${file.split('/').pop()} ${rule}`),
      [
        'alias.md alias-taken',
        'inconnu.md unknown-section',
        'sans-titre.md missing-field',
        'jour-11.md same-address',
      ],
    );
    assert.equal(reportOf(outcome).articles.published, 11);
    assert.match(site.page('/chine/2014/05/20/bon.html'), /Un bon article/);
    assert.match(site.page('/chine/2014/05/11/jour-11.html'), /Le 11\smai/);
  });

  it('in every article leaves the last site as it was, even with « keep going »', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const before = site.tree();
    site.edit('content/articles/port.md', text => text.replace('chine', 'chimie'));
    assert.equal((await site.build({ keepGoing: true })).ok, true);
    assertSameTree(site.tree(), before);
    // Nothing is known any more of what it was.
    assert.equal((await site.build({ keepGoing: true, full: true })).ok, false);
    assertSameTree(site.tree(), before);
  });
});

describe('the output folder', () => {
  it('keeps the files that stay as they are, down to their times', async () => {
    using site = miniSite(tenDays());
    await site.built();
    assert.deepEqual(await site.writtenBy(() => site.built()), []);
    assert.deepEqual(await site.writtenBy(() => site.built({ full: true })), []);
    rmSync(join(site.dir, '.cache'), { recursive: true });
    assert.deepEqual(await site.writtenBy(() => site.built()), []);
  });

  it('loses the files of articles that are gone, and the folders they leave empty', async () => {
    using site = miniSite({
      ...tenDays(),
      'content/articles/seul.md': article({
        section: 'sport',
        date: '2013-02-01T08:00',
        topics: ['ukraine'],
      }),
    });
    await site.built();
    assert.ok(site.has('/sport/2013/02/01/seul.html'));
    site.remove('content/articles/seul.md');
    const report = await site.built();
    // The article, its card, its section’s month, its topic with a feed, its day, its month, its year, its two files of the search, and
    // its month in the sitemaps.
    assert.equal(report.pages.removed, 11);
    const left = [...site.tree().keys()].filter(name => /2013|ukraine|\/$/.test(name));
    assert.deepEqual(left, []);
  });

  it('that is somebody else’s is refused, and nothing in it is touched', async () => {
    using site = miniSite(tenDays());
    site.write('_site/notes.txt', 'À garder.');
    await assert.rejects(site.build(), ForeignOutput);
    assert.deepEqual([...site.tree().keys()], ['notes.txt']);
  });

  it('that is empty is taken', async () => {
    using site = miniSite(tenDays());
    mkdirSync(join(site.dir, '_site'));
    await site.built();
    assert.ok(site.has('/'));
  });

  it('is made again when it was deleted, or replaced by a copy with other files in it', async () => {
    using site = miniSite(tenDays());
    await site.built();
    const { tree } = await site.cleanBuild();
    site.remove('_site');
    await site.built();
    assertSameTree(site.tree(), tree);

    site.rename('_site', 'copie');
    for (const [name, bytes] of tree) site.write(`_site/${name}`, bytes.toString());
    site.write('_site/index.html', 'Autre chose.');
    site.write('_site/etranger/page.html', 'Une page d’un autre temps.');
    site.remove('_site/chine/2014/05/15');
    const { foreign } = await site.built();
    // The copy says nothing of what it holds: what is no part of the site may be anybody’s.
    assert.deepEqual(foreign, ['etranger/']);
    site.remove('_site/etranger');
    assertSameTree(site.tree(), tree);
  });
});

describe('the build’s memory', () => {
  const MEMORY = '.cache/memory.sqlite';
  const damages: Readonly<Record<string, (site: MiniSite) => void>> = {
    'is missing': site => site.remove(MEMORY),
    'is missing with its folder': site => site.remove('.cache'),
    'is empty': site => site.write(MEMORY, ''),
    'is a text': site => site.write(MEMORY, 'Ceci n’est pas une base.\n'.repeat(300)),
    'is a directory': site => {
      site.remove(MEMORY);
      site.write(`${MEMORY}/fichier`, '');
    },
    'is of another version': site => overwrite(site, 60, Buffer.from([0, 0, 0, 99])),
    'is cut in the middle': site => cut(site, 0.5),
    'is cut near its end': site => cut(site, 0.97),
    'is cut in its header': site => cut(site, 0.001),
    'has a stale journal beside it': site => site.write(`${MEMORY}-journal`, 'x'.repeat(5000)),
    'has a directory for a journal': site => {
      rmSync(join(site.dir, `${MEMORY}-journal`), { force: true });
      site.write(`${MEMORY}-journal/fichier`, '');
    },
  };

  for (const [what, damage] of Object.entries(damages)) {
    it(`that ${what} means a full build and no error`, async () => {
      using site = miniSite(tenDays({ topics: ['commerce'] }));
      await site.built();
      damage(site);
      site.edit('content/articles/jour-12.md', text => text.replace('Le 12 mai', 'Le douze mai'));
      site.remove('content/articles/jour-14.md');
      await site.built();
      assertSameTree(site.tree(), (await site.cleanBuild()).tree);
      assert.equal((await site.built()).pages.rendered, 0);
    });
  }

  function bytesOf(site: MiniSite): Buffer {
    return readFileSync(join(site.dir, MEMORY));
  }
  function overwrite(site: MiniSite, at: number, bytes: Uint8Array): void {
    const memory = bytesOf(site);
    memory.set(bytes.subarray(0, memory.length - at), at);
    writeFileSync(join(site.dir, MEMORY), memory);
  }
  function cut(site: MiniSite, part: number): void {
    const memory = bytesOf(site);
    writeFileSync(join(site.dir, MEMORY), memory.subarray(0, Math.floor(memory.length * part)));
  }
});

describe('threads', () => {
  it('give the same site, one or two of them or none', async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 450; n++) {
      const day = String(1 + (n % 19)).padStart(2, '0');
      files[`content/articles/${n % 7}/article-${n}.md`] = article(
        {
          title: `Article ${n}`,
          date: `2014-0${1 + (n % 5)}-${day}T10:${String(n % 60).padStart(2, '0')}`,
          section: ['chine', 'monde', 'sport'][n % 3],
          topics: n % 4 === 0 ? ['commerce', 'energie'] : n % 5 === 0 ? ['ukraine'] : [],
        },
        `Un paragraphe.\n\n## Un titre\n\nUn autre, n^o^ ${n} : « oui » ?`,
      );
    }
    const [first, ...others] = Object.entries(files);
    using site = miniSite(Object.fromEntries(others));
    const one = await site.cleanBuild({ workers: 1 });
    const two = await site.cleanBuild({ workers: 2 });
    assertSameTree(two.tree, one.tree);
    await site.built();
    // One more article is too little for threads.
    site.write(...first!);
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild({ workers: 2 })).tree);
  });
});
