// A portal may live in a folder of its host, `https://exemple.fr/journal`: everything that it publishes says so, and nothing else changes.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { outputPath } from '../src/address/addresses.ts';
import { addressesIn } from './addresses-in-files.ts';
import { type Demonstration, IN_FOLDER } from './browser/page-types.ts';
import { sharedDemonstration } from './browser/shared-demonstration.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';

const BASE = 'https://quotidien.example/journal';

/** The service of comments knows articles by their addresses within the site, as forms send them. */
const FOR_THE_SERVICE = /^participation\/[^/]+\.json$/;

describe('the demonstration in a folder', () => {
  let demonstration: Demonstration;
  let found: ReadonlyMap<string, readonly string[]>;
  before(async () => {
    demonstration = await sharedDemonstration(IN_FOLDER);
    found = new Map(
      publishedFiles(demonstration.outputDir)
        .filter(path => !FOR_THE_SERVICE.test(path))
        .map(path => {
          const text = readFileSync(join(demonstration.outputDir, path), 'utf8');
          return [path, addressesIn(path, text) ?? []];
        }),
    );
  });

  const own = (address: string): boolean =>
    address.startsWith('/') || address.includes('//quotidien.example');

  it('names no address of its own beside that folder, in any file', () => {
    const beside: string[] = [];
    for (const [path, addresses] of found)
      for (const address of addresses)
        if (own(address) && !/^(?:https:\/\/quotidien\.example)?\/journal\//.test(address))
          if (address !== BASE) beside.push(`${path}: ${address}`);
    assert.deepEqual(beside, []);
  });

  it('names it once', () => {
    const twice = [...found].filter(([, addresses]) =>
      addresses.some(text => text.includes('/journal/journal')),
    );
    assert.deepEqual(twice, []);
  });

  it('leads to files that it has at its own root', () => {
    const lost = new Set<string>();
    let followed = 0;
    for (const [path, addresses] of found)
      for (const address of addresses.filter(own)) {
        const url = decodeURI(address.replace('https://quotidien.example', '').slice('/journal'.length));
        // Client code puts a segment of the search and a number into their slots.
        const within = url
          .replace(/[?#].*/, '')
          .replace('{segment}', 'recents')
          .replace('{n}', '0');
        followed++;
        const isThere = existsSync(join(demonstration.outputDir, outputPath(within || '/')));
        if (!isThere && !demonstration.files.has(within)) lost.add(`${path}: ${address}`);
      }
    assert.deepEqual([...lost], []);
    assert.ok(followed > 10_000);
  });

  it('was looked at in files of every kind that holds addresses', () => {
    const kinds = new Map<string, number>();
    for (const [path, addresses] of found)
      kinds.set(extname(path), (kinds.get(extname(path)) ?? 0) + addresses.filter(own).length);
    for (const kind of ['.html', '.xml', '.css', '.json'])
      assert.ok((kinds.get(kind) ?? 0) > 0, `no address in a file « ${kind} »`);
    assert.equal(kinds.get('.js'), 0, 'client code takes its addresses from the page');
    const html = [...found.keys()]
      .filter(path => path.endsWith('.html'))
      .map(path => readFileSync(join(demonstration.outputDir, path), 'utf8'))
      .join('');
    for (const piece of [
      '<link rel="canonical" href="https://quotidien.example/journal/',
      '<meta property="og:url" content="https://quotidien.example/journal/',
      '<meta property="og:image" content="https://quotidien.example/journal/images/',
      ' srcset="/journal/images/',
      ' poster="/journal/images/',
      '<form class="search" role="search" action="/journal/recherche/"',
      ' data-terms="/journal/recherche/{segment}/mots-{n}.json"',
      ' data-script="/journal/assets/viewer.',
      ' data-to="/journal/',
      ' content="0; url=/journal/',
      '<use href="/journal/assets/icons.',
      '<use href="/journal/images/',
      '<track kind="captions" src="/journal/medias/',
    ])
      assert.ok(html.includes(piece), `no page has « ${piece} »`);
  });

  it('tells a service of articles and polls by their addresses within the site', () => {
    const page = readFileSync(
      join(demonstration.outputDir, outputPath(demonstration.addressOf('fresh article'))),
      'utf8',
    );
    assert.match(
      page,
      /<form class="comment-form" id="[a-z-]+" method="post" action="https:\/\/participation\.example\/commentaires">/,
    );
    assert.match(page, /<input type="hidden" name="article" value="\/[a-z]+\/2014\//);
  });
});

/** Everything that readers are given, below the output. */
function publishedFiles(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(item => item.isFile() && !item.parentPath.includes('.quotidien'))
    .map(item =>
      join(item.parentPath, item.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(path => path !== 'next-change.json');
}

const PORT = 'content/articles/port.md';
const PORT_URL = '/chine/2014/05/20/port.html';
const GARE = 'content/articles/gare.md';
const GARE_URL = '/monde/2014/05/19/gare.html';
const gare = (fields: object = {}): string =>
  article(
    { title: 'La gare', section: 'monde', date: '2014-05-19T10:00', ...fields },
    '## Les quais\n\nTrois.',
  );

/** A portal of two articles, of which the first has the `body`. */
function portal(body: string, others: Readonly<Record<string, string>> = {}): MiniSite {
  const site = miniSite({ [PORT]: article({}, body), [GARE]: gare(), ...others });
  moveTo(site, 'https://exemple.fr/journal');
  return site;
}

function moveTo(site: MiniSite, baseUrl: string): void {
  site.edit('_data/site.yaml', yaml => yaml.replace(/^baseUrl:.*$/m, `baseUrl: ${baseUrl}`));
}

describe('a link that an editor types', () => {
  const RIGHT: Readonly<Record<string, readonly [typed: string, published: string]>> = {
    'within the site': [GARE_URL, `/journal${GARE_URL}`],
    'within the site, with the folder': [`/journal${GARE_URL}`, `/journal${GARE_URL}`],
    'to a passage, with the folder': [
      `/journal${GARE_URL}?a=1#partie-les-quais`,
      `/journal${GARE_URL}?a=1#partie-les-quais`,
    ],
    'to the front page': ['/', '/journal/'],
    'to the front page, with the folder': ['/journal/', '/journal/'],
    'to the front page, with the folder alone': ['/journal', '/journal/'],
    'with the site’s whole address': [
      `https://exemple.fr/journal${GARE_URL}`,
      `https://exemple.fr/journal${GARE_URL}`,
    ],
    'to the front page, with the whole address': ['https://exemple.fr/journal', 'https://exemple.fr/journal'],
    'from here': ['../../../../monde/2014/05/19/gare.html', '../../../../monde/2014/05/19/gare.html'],
    'with points that lead nowhere': [`/../..${GARE_URL}`, `/journal${GARE_URL}`],
    'to a Markdown file': ['gare.md', `/journal${GARE_URL}`],
    'to another site of the same host': ['https://exemple.fr/autre', 'https://exemple.fr/autre'],
    'to a neighbour whose name begins alike': [
      'https://exemple.fr/journaliste/',
      'https://exemple.fr/journaliste/',
    ],
  };
  for (const [what, [typed, published]] of Object.entries(RIGHT))
    it(`${what} (${typed}) is right, and published as ${published}`, async () => {
      using site = portal(`Voir [la suite](${typed}).`);
      const outcome = await site.build();
      assert.deepEqual([outcome.ok, outcome.problems, outcome.ok && outcome.warnings], [true, [], []]);
      assert.equal(/Voir <a [^>]*?href="([^"]*)"/.exec(site.page(PORT_URL))?.[1], published);
    });

  it('is external when it leads out of the folder, and only then', async () => {
    using site = portal('[a](https://exemple.fr/autre) [b](https://exemple.fr/journal/) [c](/journal/)');
    await site.built();
    const marked = [...site.page(PORT_URL).matchAll(/<a href="([^"]*)" class="external"/g)].map(
      ([, url]) => url,
    );
    assert.deepEqual(marked, ['https://exemple.fr/autre']);
  });

  const WRONG: Readonly<Record<string, readonly [typed: string, rule: string, says: RegExp]>> = {
    'with the folder': [GARE_URL.replace('gare', 'gares'), 'link-unknown', /gare\.html/],
    'with the whole address': [
      `https://exemple.fr/journal${GARE_URL.replace('gare', 'gares')}`,
      'link-unknown',
      /gare\.html/,
    ],
    'in the folder twice': ['/journal/journal/monde/', 'link-unknown', /« \/journal\/monde\/ »/],
    'in other letters': ['/Journal/monde/', 'link-unknown', /« \/Journal\/monde\/ »/],
    'with too many points': ['../../../../../autre', 'link-unknown', /« \/\.\.\/autre »/],
    'to this machine': [
      `http://localhost:8080/journal${GARE_URL}`,
      'link-this-machine',
      /écrivez « \/monde\/2014/,
    ],
    'to a file with the folder': ['/journal/rien.pdf', 'link-unknown', /« \/rien\.pdf »/],
  };
  for (const [what, [typed, rule, says]] of Object.entries(WRONG))
    it(`${what} (${typed}) is told when nothing is there`, async () => {
      using site = portal(`Voir [la suite](${typed}).`);
      const { problems } = await site.build();
      assert.deepEqual(
        problems.map(problem => problem.rule),
        [rule],
      );
      assert.match(problems[0]!.message.replace(/[\u00a0\u202f]/g, ' '), says);
    });

  it('may not begin with the folder when a section has its name: that is the section’s', async () => {
    using site = portal(`[a](/monde/) [b](/monde${GARE_URL})`);
    moveTo(site, 'https://exemple.fr/monde');
    const { problems } = await site.build();
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['link-unknown'],
    );
    site.write(PORT, article({}, `[a](/monde/) [b](${GARE_URL})`));
    await site.built();
    assert.match(site.page(PORT_URL), /<a href="\/monde\/monde\/">a<\/a> <a href="\/monde\/monde\/2014\//);
  });

  it('may not either when an editorial page has it, from the build on in which the page is there', async () => {
    using site = portal('[a](/journal/)');
    await site.built();
    assert.match(site.page(PORT_URL), /<a href="\/journal\/">a<\/a>/);
    site.write('content/pages/journal.md', '---\ntitle: Le journal\ndescription: Lui.\n---\n\nLe texte.\n');
    await site.built();
    assert.match(site.page(PORT_URL), /<a href="\/journal\/journal\/">a<\/a>/);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('counts in an editorial page as in an article', async () => {
    using site = portal('Le texte.', {
      'content/pages/contact.md': `---\ntitle: Contact\ndescription: Écrire.\n---\n\n[a](/journal${GARE_URL}) [b](${GARE_URL})\n`,
    });
    await site.built();
    const links = [...site.page('/contact/').matchAll(/<a href="([^"]*)">[ab]</g)].map(([, url]) => url);
    assert.deepEqual(links, [`/journal${GARE_URL}`, `/journal${GARE_URL}`]);
  });
});

describe('an old address', () => {
  it('is one within the site, typed with the folder or without', async () => {
    using site = portal('Le texte.', {
      [GARE]: gare({ aliases: ['/vieux/a.html', '/journal/vieux/b.html', '/journal/spip.php?article1'] }),
    });
    await site.built();
    for (const old of ['/vieux/a.html', '/vieux/b.html']) {
      const page = site.page(old);
      assert.match(page, new RegExp(`<link rel="canonical" href="https://exemple\\.fr/journal${GARE_URL}">`));
      assert.match(page, new RegExp(`data-to="/journal${GARE_URL}"`));
      assert.match(page, new RegExp(`content="0; url=/journal${GARE_URL}"`));
    }
    assert.deepEqual(
      (await site.checked()).aliasesForHost.map(({ alias }) => alias),
      ['/journal/spip.php?article1'],
    );
  });

  it('is read anew when a section gets the folder’s name', async () => {
    using site = portal('Le texte.', { [GARE]: gare({ aliases: ['/journal/vieux.html'] }) });
    await site.built();
    assert.ok(site.has('/vieux.html'));
    site.edit('_data/sections.yaml', text => `${text}- { slug: journal, name: Journal }\n`);
    await site.built();
    assert.ok(!site.has('/vieux.html'));
    assert.ok(site.has('/journal/vieux.html'));
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('may be that of a section once, which had the folder’s name', async () => {
    using site = portal('Le texte.', { [GARE]: gare({ aliases: ['/journal/journal/x.html'] }) });
    await site.built();
    assert.ok(site.has('/journal/x.html'));
  });
});

describe('what an owner adds', () => {
  it('has the folder before its addresses too: pages, layouts, style sheets', async () => {
    using site = portal('Le texte.');
    site.editTheme(
      'partials/footer.njk',
      text => `${text}<p data-more="/a.json"><a href="/contact/">Écrire</a></p>`,
    );
    site.editTheme(
      'styles/footer.css',
      text =>
        `${text}\n@layer pieces { .owner { background: url("/fond.svg"), url(data:image/png,x), url(//a.example/b) } }`,
    );
    site.editTheme(
      'eleventy/mien.njk',
      () => '---\npermalink: /mien/\n---\n<a href="/chine/">Chine</a> <p>href="/chine/"</p>',
    );
    site.editTheme(
      'eleventy/plan.njk',
      () => '---\npermalink: /plan.xml\n---\n<plan><lien href="/chine/"/></plan>',
    );
    site.editTheme('eleventy/texte.njk', () => '---\npermalink: /texte.txt\n---\n<a href="/chine/">');
    await site.built();
    for (const url of ['/', PORT_URL, '/archives/'])
      assert.match(site.page(url), /<p data-more="\/journal\/a\.json"><a href="\/journal\/contact\/">Écrire/);
    assert.equal(site.page('/mien/'), '<a href="/journal/chine/">Chine</a> <p>href="/chine/"</p>');
    assert.equal(site.page('/plan.xml'), '<plan><lien href="/journal/chine/"/></plan>');
    assert.equal(site.page('/texte.txt'), '<a href="/chine/">');
    const styles = /href="\/journal(\/assets\/quotidien\.[^"]*\.css)"/.exec(site.page('/'))![1]!;
    assert.match(
      site.page(styles),
      /url\("?\/journal\/fond\.svg"?\),url\("?data:image\/png,x"?\),url\("?\/\/a\.example\/b"?\)/,
    );
  });
});

describe('a portal that moves', () => {
  it('is what a clean build gives, in a folder, in another, and at the root again', async () => {
    using site = miniSite({
      [PORT]: article({ aliases: ['/vieux.html'], flash: true }, `[a](${GARE_URL}) [b](/journal/monde/)`),
      [GARE]: gare(),
    });
    moveTo(site, 'https://exemple.fr');
    site.write(PORT, article({ aliases: ['/vieux.html'], flash: true }, `[a](${GARE_URL})`));
    await site.built();
    const atRoot = site.tree();
    for (const base of [
      'https://exemple.fr/journal/',
      'https://exemple.fr/monde',
      'https://exemple.fr/journal/deux',
    ]) {
      moveTo(site, base);
      const { pages } = await site.built();
      assert.ok(pages.written > 10);
      assert.deepEqual(site.tree(), (await site.cleanBuild()).tree, base);
      assert.deepEqual(
        [...site.tree().keys()].filter(path => !/^assets\//.test(path)),
        [...atRoot.keys()].filter(path => !/^assets\//.test(path)),
      );
    }
    moveTo(site, 'https://exemple.fr');
    await site.built({ now: AFTERNOON });
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });
});
