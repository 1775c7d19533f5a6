// What moved to another slug names the old one (`formerly`), and all addresses that were below it lead on.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { urlOf } from '../src/address/addresses.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const SECTIONS = `- { slug: asie, name: Asie, formerly: [chine, pays] }
- { slug: monde, name: Monde }
- { slug: sport, name: Sport }
`;
const PORT = 'content/articles/port.md';
const GARE = 'content/articles/gare.md';

const inAsia = (fields: object = {}, text?: string): string => article({ section: 'asie', ...fields }, text);
const gare = (fields: object = {}): string =>
  inAsia({ title: 'La gare', date: '2014-03-01T10:00', ...fields });

/** A portal whose section Asie was called otherwise twice, with an article of two months. */
function movedPortal(files: Readonly<Record<string, string>> = {}): MiniSite {
  return miniSite({ '_data/sections.yaml': SECTIONS, [PORT]: inAsia(), [GARE]: gare(), ...files });
}

/** Where the page at an old address leads. */
function leadsTo(site: MiniSite, url: string): string | undefined {
  return / data-to="([^"]+)"/.exec(site.page(url))?.[1];
}

/** Not a feed, at whose old address no page can lead on: the feed itself is there. */
const isPage = (url: string): boolean => !/\.(?:xml|json)$/.test(url);

const pagesBelow = (site: MiniSite, folder: string): readonly string[] =>
  [...site.tree().keys()].map(urlOf).filter(url => url.startsWith(folder) && isPage(url));

describe('what moved to another slug', () => {
  it('leads on from every page that it had, whatever pages a section has', async () => {
    using site = movedPortal();
    await site.built();
    const present = pagesBelow(site, '/asie/');
    assert.ok(present.length >= 5, present.join());
    for (const old of ['/chine/', '/pays/']) {
      assert.deepEqual(
        pagesBelow(site, old),
        present.map(url => url.replace('/asie/', old)),
      );
      for (const url of present) assert.equal(leadsTo(site, url.replace('/asie/', old)), url);
    }
    assert.match(site.page('/chine/2014/05/'), /<a href="\/asie\/2014\/05\/">Asie, mai 2014<\/a>/);
    assert.match(site.page('/pays/2014/05/20/port.html'), /Le port rouvre/);
  });

  it('has its feeds at their old addresses too, unless a rule of the host’s leads on, and they say where they are today', async () => {
    using site = movedPortal({
      '_data/topics.yaml': '- { slug: negoce, name: Négoce, formerly: [commerce] }\n',
      [PORT]: inAsia({ topics: ['negoce'] }),
    });
    await site.built();
    for (const old of ['/chine/', '/pays/'])
      for (const file of ['flux.xml', 'rss.xml', 'flux.json']) {
        assert.equal(site.page(old + file), site.page(`/asie/${file}`));
        assert.ok(site.page(old + file).includes(`https://portail.example/asie/${file}`));
      }
    assert.equal(site.page('/sujets/commerce/flux.xml'), site.page('/sujets/negoce/flux.xml'));
    site.write('content/articles/neuf.md', inAsia({ title: 'Du neuf', date: '2014-05-20T15:00' }));
    await site.built();
    assert.match(site.page('/chine/rss.xml'), /Du neuf/);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
    site.edit('_data/site.yaml', text => `${text}host: netlify\n`);
    await site.built();
    assert.ok(!site.has('/chine/rss.xml') && !site.has('/sujets/commerce/flux.xml'));
    assert.match(site.read('_site/_redirects'), /^\/chine\/\* \/asie\/:splat 301/m);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('may be a topic, a dossier or an editorial page', async () => {
    using site = miniSite({
      [PORT]: article({ topics: ['negoce'], dossiers: ['sommet'] }),
      '_data/topics.yaml': `- { slug: negoce, name: Négoce, formerly: [commerce] }
- { slug: vide, name: Sans article, formerly: [rien] }
`,
      '_data/dossiers.yaml':
        '- { slug: sommet, title: Le sommet, standfirst: Deux jours., formerly: [g20] }\n',
      'content/pages/ecrire.md':
        '---\ntitle: Écrire\ndescription: Nous écrire.\nformerly: [contact]\n---\n\nÉcrivez.\n',
    });
    await site.built();
    assert.equal(leadsTo(site, '/sujets/commerce/'), '/sujets/negoce/');
    assert.equal(leadsTo(site, '/dossiers/g20/'), '/dossiers/sommet/');
    assert.equal(leadsTo(site, '/contact/'), '/ecrire/');
    assert.ok(!site.has('/sujets/vide/') && !site.has('/sujets/rien/'));
    site.edit('content/pages/ecrire.md', text => text.replace('formerly: [contact]\n', ''));
    await site.built();
    assert.ok(!site.has('/contact/'));
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('may be known by one slug as a section, a topic and a dossier', async () => {
    using site = movedPortal({
      '_data/topics.yaml': '- { slug: asie, name: Asie, formerly: [chine] }\n',
      '_data/dossiers.yaml': '- { slug: asie, title: Asie, standfirst: Deux jours., formerly: [chine] }\n',
      [PORT]: inAsia({ topics: ['asie'] }),
    });
    await site.built();
    assert.equal(leadsTo(site, '/sujets/chine/'), '/sujets/asie/');
    assert.equal(leadsTo(site, '/dossiers/chine/'), '/dossiers/asie/');
    assert.equal(leadsTo(site, '/chine/'), '/asie/');
  });

  it('has no page for what readers can’t see', async () => {
    using site = movedPortal({
      [PORT]: inAsia({ draft: true }),
      [GARE]: gare({ expires: '2014-04-01' }),
      'content/articles/quai.md': inAsia({ publish: '2014-05-21T06:00' }),
    });
    await site.built();
    assert.deepEqual(pagesBelow(site, '/chine/'), ['/chine/']);
    await site.built({ now: '2014-05-21T06:00:00+08:00' });
    assert.equal(leadsTo(site, '/chine/2014/05/20/quai.html'), '/asie/2014/05/20/quai.html');
  });
});

describe('an old address of an article and one of its section', () => {
  it('are one, when they are the same', async () => {
    using site = movedPortal({ [PORT]: inAsia({ aliases: ['/chine/2014/05/20/port.html'] }) });
    await site.built();
    assert.equal(leadsTo(site, '/chine/2014/05/20/port.html'), '/asie/2014/05/20/port.html');
    assert.equal(leadsTo(site, '/pays/2014/05/20/port.html'), '/asie/2014/05/20/port.html');
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('lead to the article that names it, when they would lead to two', async () => {
    using site = movedPortal({
      [GARE]: gare({ aliases: ['/chine/2014/05/20/port.html', '/Chine/2014/05'] }),
    });
    await site.built();
    assert.equal(leadsTo(site, '/chine/2014/05/20/port.html'), '/asie/2014/03/01/gare.html');
    assert.equal(leadsTo(site, '/pays/2014/05/20/port.html'), '/asie/2014/05/20/port.html');
    assert.equal(leadsTo(site, '/Chine/2014/05/'), '/asie/2014/03/01/gare.html');
    assert.ok(!site.has('/chine/2014/05/'), 'two pages whose files are one on some disks');
    assert.equal(leadsTo(site, '/pays/2014/05/'), '/asie/2014/05/');

    site.write(GARE, gare());
    await site.built();
    assert.equal(leadsTo(site, '/chine/2014/05/20/port.html'), '/asie/2014/05/20/port.html');
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('lead on together, whenever the article was renamed', async () => {
    using site = movedPortal({
      [PORT]: inAsia({ aliases: ['/asie/2014/05/20/Nom-de-hier.html', '/chine/2014/05/20/avant-hier.html'] }),
    });
    await site.built();
    for (const old of [
      '/asie/2014/05/20/Nom-de-hier.html',
      '/chine/2014/05/20/Nom-de-hier.html',
      '/pays/2014/05/20/Nom-de-hier.html',
      '/chine/2014/05/20/avant-hier.html',
      '/pays/2014/05/20/avant-hier.html',
    ])
      assert.equal(leadsTo(site, old), '/asie/2014/05/20/port.html', old);
    assert.ok(!site.has('/asie/2014/05/20/avant-hier.html'), 'there never was such an address');
  });

  it('lead on from where an article was that has gone to another section', async () => {
    using site = movedPortal({
      [PORT]: article({ section: 'sport', aliases: ['/asie/2014/05/20/port.html'] }),
    });
    await site.built();
    for (const old of ['asie', 'chine', 'pays'])
      assert.equal(leadsTo(site, `/${old}/2014/05/20/port.html`), '/sport/2014/05/20/port.html');
  });

  it('of two articles that both were there lead to the first in reading order', async () => {
    using site = movedPortal({
      [PORT]: inAsia({ aliases: ['/chine/2014/05/20/x.html'] }),
      [GARE]: gare({ aliases: ['/asie/2014/05/20/x.html'] }),
    });
    await site.built();
    assert.equal(leadsTo(site, '/chine/2014/05/20/x.html'), '/asie/2014/05/20/port.html');
    assert.equal(leadsTo(site, '/asie/2014/05/20/x.html'), '/asie/2014/03/01/gare.html');
    assert.equal(leadsTo(site, '/pays/2014/05/20/x.html'), '/asie/2014/05/20/port.html');
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });
});

describe('pages at old addresses', () => {
  it('come when a section moves, and go with its old slugs', async () => {
    using site = miniSite({ [PORT]: article(), [GARE]: gare({ section: 'chine' }) });
    await site.built();
    site.editData('sections.yaml', SECTIONS);
    site.write(PORT, inAsia());
    site.write(GARE, gare());
    await site.built();
    assert.equal(leadsTo(site, '/chine/2014/05/20/port.html'), '/asie/2014/05/20/port.html');
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
    site.editData('sections.yaml', SECTIONS.replace('[chine, pays]', '[pays]'));
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(written, []);
    assert.deepEqual(pagesBelow(site, '/chine/'), []);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('are written for one article alone when it alone is edited', async () => {
    using site = movedPortal();
    await site.built();
    site.edit(GARE, text => text.replace('Le texte.', 'Un autre texte.'));
    assert.deepEqual((await site.writtenBy(() => site.built())).filter(isPage), [
      '/asie/2014/03/01/gare.html',
    ]);
    site.edit(GARE, text => text.replace('La gare', 'La vieille gare'));
    const written = await site.writtenBy(() => site.built());
    const old = written.filter(url => /^\/(?:chine|pays)\//.test(url) && isPage(url));
    assert.deepEqual(old, ['/chine/2014/03/01/gare.html', '/pays/2014/03/01/gare.html']);
    site.rename(GARE, 'content/articles/vieille-gare.md');
    await site.built();
    assert.ok(!site.has('/chine/2014/03/01/gare.html'));
    assert.equal(leadsTo(site, '/pays/2014/03/01/vieille-gare.html'), '/asie/2014/03/01/vieille-gare.html');
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('are one address for two with a file of the theme or a page of the owner’s, which is a problem', async () => {
    using site = movedPortal({
      'content/pages/ecrire.md':
        '---\ntitle: Écrire\ndescription: Nous écrire.\nformerly: [contact]\n---\n\nÉcrivez.\n',
    });
    site.editTheme('static/chine/2014/05/index.html', () => 'Mai.');
    site.editTheme('static/pays/2014/05/20/Port.html', () => 'Le port.');
    const found = async () => {
      const outcome = await site.build();
      const problems = outcome.ok ? [] : outcome.problems;
      assert.ok(problems.every(({ rule }) => rule === 'address-twice'));
      return problems.map(({ message }) => /celle (.*?)\u202f;/.exec(message)?.[1]?.split('/').at(-1));
    };
    assert.deepEqual(await found(), ['d’une page du portail', 'port.md\u00a0»']);
    site.remove('theme/static/chine');
    site.remove('theme/static/pays');
    site.edit('content/pages/ecrire.md', text => text.replace('formerly: [contact]\n', ''));
    site.editTheme('eleventy/contact.njk', () => '---\npermalink: /contact/\n---\nUne page.');
    await site.built();
    site.edit('content/pages/ecrire.md', text => text.replace('---\n\n', 'formerly: [contact]\n---\n\n'));
    assert.deepEqual(await found(), ['d’une page du thème que fait Eleventy']);
  });
});

describe('rules of the host’s', () => {
  const RULES = '_redirects';
  const withRules = (site: MiniSite, host = 'netlify'): void =>
    site.edit('_data/site.yaml', text => `${text.replace(/host: .*\n/, '')}host: ${host}\n`);
  /** What a host makes of the file: the first rule that fits an address. */
  const led = (site: MiniSite, url: string): string | undefined => {
    for (const line of site.read(`_site/${RULES}`).trimEnd().split('\n')) {
      const [from, to, status] = line.split(' ') as [string, string, string];
      assert.match(status, /^301!?$/);
      if (from === url) return to;
      if (from.endsWith('*') && url.startsWith(from.slice(0, -1)))
        return to.replace(':splat', url.slice(from.length - 1));
    }
    return undefined;
  };

  it('lead from each address to where its page would lead, one a slug and no more', async () => {
    using site = movedPortal({
      [PORT]: inAsia({
        topics: ['negoce'],
        aliases: ['/chine/2014/05/20/quai-né.html', '/asie/2014/05/20/Quai.html', '/ancien.html'],
      }),
      [GARE]: gare({ aliases: ['/pays/2014/05/20/port.html'] }),
      '_data/topics.yaml': '- { slug: negoce, name: Négoce, formerly: [commerce] }\n',
    });
    await site.built();
    const folders = /^\/(?:chine|pays|sujets\/commerce)\//;
    const old = [...site.tree().keys()].map(urlOf).filter(url => folders.test(url) && isPage(url));
    const targets = new Map(old.map(url => [url, leadsTo(site, url)]));
    assert.ok(targets.size > 12, String(targets.size));
    assert.ok(!site.has('/_redirects'));

    withRules(site);
    await site.built();
    for (const [url, target] of targets) assert.equal(led(site, encodeURI(url)), target, url);
    assert.equal(led(site, '/chine/flux.json'), '/asie/flux.json');
    assert.equal(led(site, '/asie/2014/05/20/port.html'), undefined);
    const general = site
      .read(`_site/${RULES}`)
      .split('\n')
      .filter(line => line.includes('*'));
    assert.deepEqual(general, [
      '/chine/* /asie/:splat 301',
      '/pays/* /asie/:splat 301',
      '/sujets/commerce/* /sujets/negoce/:splat 301',
    ]);
    assert.equal(leadsTo(site, '/ancien.html'), '/asie/2014/05/20/port.html');
    assert.deepEqual(
      [...site.tree().keys()].map(urlOf).filter(url => folders.test(url)),
      ['/chine/2014/05/20/quai-né.html', '/pays/2014/05/20/port.html'],
      'only pages of aliases are left',
    );
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());

    withRules(site, 'none');
    await site.built();
    assert.ok(!site.has('/_redirects'));
    for (const [url, target] of targets) assert.equal(leadsTo(site, url), target, url);
  });

  it('begin at the host’s root where the site lives in a folder', async () => {
    using site = movedPortal();
    withRules(site);
    site.edit('_data/site.yaml', text => text.replace(/^(baseUrl: .*?)\/?$/m, '$1/journal'));
    await site.built();
    const rules = site.read(`_site/${RULES}`).trimEnd().split('\n');
    assert.ok(rules.includes('/journal/chine/* /journal/asie/:splat 301'), rules.join('\n'));
    for (const rule of rules) assert.match(rule, /^\/journal\/\S* \/journal\/\S* 301!?$/);
  });

  it('are none while nothing has moved', async () => {
    using site = miniSite({ [PORT]: article() });
    withRules(site);
    await site.built();
    assert.ok(!site.has('/_redirects'));
  });

  it('answer old addresses of articles, which have pages as well', async () => {
    using site = miniSite({
      [PORT]: article({ aliases: ['/vieux', '/spip.php?id=12&page=3', '/index.php'] }),
    });
    const article301 = '/chine/2014/05/20/port.html 301';
    for (const [host, rules] of [
      ['netlify', ['/spip.php id=12 page=3 X!', '/index.php X!', '/vieux/ X!']],
      ['cloudflare', ['/index.php X', '/vieux X', '/vieux/ X']],
      // There files go first.
      ['gitlab', ['/index.php X']],
    ] as const) {
      withRules(site, host);
      await site.built();
      assert.deepEqual(
        site.read(`_site/${RULES}`).trimEnd().split('\n'),
        rules.map(rule => rule.replace('X', article301)),
        host,
      );
      assert.equal(leadsTo(site, '/vieux/'), '/chine/2014/05/20/port.html');
    }
  });

  it('are the same when an article is published', async () => {
    using site = movedPortal();
    withRules(site);
    await site.built();
    const before = site.read(`_site/${RULES}`);
    site.write('content/articles/quai.md', inAsia({ title: 'Le quai' }));
    const written = await site.writtenBy(() => site.built());
    assert.equal(site.read(`_site/${RULES}`), before);
    assert.ok(!written.includes('/_redirects') && written.every(url => !/^\/(?:chine|pays)\//.test(url)));
  });

  it('are no second file beside one of the owner’s, nor is any of the engine’s own', async () => {
    using site = movedPortal();
    withRules(site);
    for (const name of [RULES, 'next-change.json']) site.editTheme(`static/${name}`, () => '{}\n');
    const outcome = await site.build();
    assert.deepEqual(
      outcome.ok ? [] : outcome.problems.map(({ rule, file }) => [rule, file.split('/').at(-1)]),
      [
        ['address-twice', RULES],
        ['address-twice', 'next-change.json'],
      ],
    );
  });
});
