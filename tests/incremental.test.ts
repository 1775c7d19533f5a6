// An incremental build renders and writes the pages that show an edit, and no page that shows nothing of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { feedUrl } from '../src/address/addresses.ts';
import { article, type BuildChanges, type MiniSite, miniSite } from './mini-site.ts';

/** Seventeen articles; the lists are short, so that most articles are only where they are filed. */
function archive(): MiniSite {
  const at = (section: string, date: string, fields: object = {}): string =>
    article({ title: `Article du ${date}`, section, date: `${date}T08:00`, ...fields });
  // They fill « Le fil », so that no older article is on the home page.
  const filling = Array.from({ length: 5 }, (_, n) => [
    `content/articles/s${n + 3}.md`,
    at('sport', '2014-05-18'),
  ]);
  const site = miniSite({
    ...Object.fromEntries(filling),
    'content/articles/c1.md': at('chine', '2013-03-01', { topics: ['commerce'] }),
    'content/articles/c2.md': at('chine', '2013-03-02'),
    'content/articles/c3.md': at('chine', '2013-03-03', { topics: ['commerce'], aliases: ['/c3.html'] }),
    'content/articles/c4.md': at('chine', '2014-05-17'),
    'content/articles/c5.md': at('chine', '2014-05-18', { topics: ['energie'], dossiers: ['mondial'] }),
    'content/articles/c6.md': at('chine', '2014-05-19'),
    'content/articles/m1.md': at('monde', '2013-03-01'),
    'content/articles/m2.md': at('monde', '2014-05-16', { topics: ['commerce'] }),
    'content/articles/m3.md': at('monde', '2014-05-18'),
    'content/articles/m4.md': at('monde', '2014-05-20', { pick: true }),
    'content/articles/s1.md': at('sport', '2014-05-17', { dossiers: ['sommet'] }),
    'content/articles/s2.md': at('sport', '2014-05-19', { topics: ['energie'] }),
  });
  site.edit(
    '_data/site.yaml',
    text =>
      `${text.replace('furnitureArticles: 3', 'furnitureArticles: 2')}sectionLength: 2\nsectionDepth: 2\nhomeSectionLength: 1\nfeedLength: 2\n`,
  );
  site.editData('weather.json', weather('2014-05-20T12:00+08:00', 28));
  site.editData('polls.yaml', JSON.stringify([POLL]));
  site.editData('poll-totals.json', votes({ train: 2, avion: 1 }));
  site.editData('most-read.json', mostRead('/monde/2014/05/20/m4.html'));
  // A partial of the topics’ pages alone.
  site.editTheme('partials/topic-note.njk', () => '<p>Note</p>');
  site.editTheme('archive/topic.njk', text =>
    text.replace('{% block main %}', '{% block main %}{% include "partials/topic-note.njk" %}'),
  );
  return site;
}

const POLL = {
  slug: 'transport',
  question: 'Comment partirez-vous ?',
  choices: [
    { slug: 'train', text: 'En train' },
    { slug: 'avion', text: 'En avion' },
  ],
  opens: '2014-05-19T08:00',
  closes: '2014-05-24T20:00',
};

function weather(date: string, high: number): string {
  const days = [{ day: '2014-05-20', sky: 'very-cloudy', high, low: 16 }];
  return JSON.stringify({ date, source: 'Météo', cities: [{ slug: 'beijing', name: 'Beijing', days }] });
}

function votes(counts: Readonly<Record<string, number>>): string {
  return JSON.stringify({ date: '2014-05-20T12:00+08:00', votes: { transport: counts } });
}

function mostRead(...addresses: readonly string[]): string {
  return JSON.stringify({ date: '2014-05-20T12:00+08:00', addresses });
}

interface Effect {
  /** Addresses whose files were written, but images: style sheet and `next-change.json` among them. */
  readonly written: readonly string[];
  /** How many images were. */
  readonly cards: number;
  readonly rendered: number;
  readonly removed: number;
}

/** Articles without a photograph have cards for social networks, whose addresses say nothing. */
function isImage(url: string): boolean {
  return url.startsWith('/images/');
}

async function effectOf(site: MiniSite, changes: BuildChanges = {}): Promise<Effect> {
  const counts = { rendered: 0, removed: 0 };
  const written = await site.writtenBy(async () => {
    const { pages } = await site.built(changes);
    counts.rendered = pages.rendered;
    counts.removed = pages.removed;
  });
  const cards = written.filter(isImage).length;
  return { written: written.filter(url => !isImage(url)), cards, ...counts };
}

/** The fronts that carry the furniture. */
const FURNISHED_FRONTS = [
  '/',
  '/chine/',
  '/dossiers/',
  '/dossiers/mondial/',
  '/dossiers/sommet/',
  '/flash/',
  '/les-plus-lus/',
  '/meteo/',
  '/meteo/beijing/',
  '/monde/',
  '/recherche/',
  '/sondages/',
  '/sondages/transport/',
  '/sport/',
  '/sujets/',
];

/** The fronts that say of which edition they are. */
const NEWS_FRONTS = ['/', '/chine/', '/monde/', '/sport/'];

/** And the two articles that are new enough for the furniture. */
const FURNISHED = [...FURNISHED_FRONTS, '/monde/2014/05/20/m4.html', '/chine/2014/05/19/c6.html'];

/** Pieces of pages, without a layout. */
const FRAGMENTS = [
  '/furniture/fil.html',
  '/furniture/une.html',
  ...['chine', 'monde', 'sport'].map(slug => `/furniture/${slug}/`),
];

/** Parts of the furniture as files of their own. */
const DAY_PART = '/furniture/jour.html';
const MASTHEAD_PART = '/furniture/en-tete.html';
const BAND_PART = '/furniture/bandeau.html';
const COLUMN_PART = '/furniture/colonne.html';
const PARTS = [DAY_PART, MASTHEAD_PART, BAND_PART, COLUMN_PART];

/** The feeds with whole texts of the home page, or of a section. */
const feedsOf = (page: string): readonly string[] =>
  (['atom', 'rss', 'json'] as const).map(format => feedUrl(page, format));

const CARD = 'content/articles/c1.md';

/** An edit, and the pages that show it: no other may be rendered, each of them must be. */
const effects: readonly {
  readonly name: string;
  readonly edit: (site: MiniSite) => void;
  readonly now?: string;
  readonly pages: readonly string[];
  /** Written without being rendered. */
  readonly assets?: readonly string[];
  /** Rendered, and found to be the same: few, and never more with a larger archive. */
  readonly alike?: number;
  /** How many cards for social networks are new: those of new headlines. */
  readonly cards?: number;
  readonly removed?: number;
}[] = [
  { name: 'nothing', edit: () => {}, pages: [] },
  {
    name: 'the same bytes written again',
    edit: site => site.write(CARD, site.read(CARD)),
    pages: [],
  },
  {
    name: 'an hour in which nothing falls due',
    edit: () => {},
    now: '2014-05-20T16:30:00+08:00',
    pages: [],
  },
  {
    name: 'the body of an old article: its page, and the words by which it is found',
    edit: site => site.edit(CARD, text => text.replace('Le texte', 'Le texte revu')),
    pages: ['/chine/2013/03/01/c1.html', '/recherche/2013/mots-0.json'],
  },
  {
    name: 'the body of the newest article: its page, the feeds that hold its text, and the words by which it is found',
    edit: site => site.edit('content/articles/m4.md', text => text.replace('Le texte', 'Le texte revu')),
    pages: [
      '/monde/2014/05/20/m4.html',
      ...feedsOf('/'),
      ...feedsOf('/monde/'),
      '/recherche/recents/mots-0.json',
    ],
  },
  {
    name: 'a file moved to another folder: nothing, its address is the same',
    edit: site => site.rename(CARD, 'content/articles/2013/03/c1.md'),
    pages: [],
    alike: 2,
  },
  {
    name: 'the title of an old article: its page, its neighbour, the lists and the related that show it',
    edit: site => site.edit(CARD, text => text.replace('Article du', 'Reportage du')),
    cards: 1,
    removed: 1,
    pages: [
      '/chine/2013/03/01/c1.html',
      '/chine/2013/03/02/c2.html',
      '/chine/2013/03/',
      '/archives/2013/03/',
      '/archives/2013/03/01/',
      '/sujets/commerce/',
      '/chine/2013/03/03/c3.html',
      '/monde/2014/05/16/m2.html',
      '/recherche/2013/articles-0.json',
      '/recherche/2013/mots-0.json',
      '/recherche/suggestions.json',
    ],
    // The sitemap of its month.
    alike: 1,
  },
  {
    name: 'the summary of an old article: its page, the lists of summaries and the search’s files',
    edit: site =>
      site.edit('content/articles/c2.md', text => text.replace('---\n', '---\nsummary: Un chapô.\n')),
    pages: ['/chine/2013/03/02/c2.html', '/recherche/2013/articles-0.json', '/recherche/2013/mots-0.json'],
    // Two lists of the month and the day, the section’s fragment, the sitemap and the search’s suggestions, which show less of a card than others.
    alike: 5,
  },
  {
    name: 'a new article, the newest: its page, the fronts of news, which tell the edition’s time, its lists, the fragments, the feeds, the sitemaps and the search’s files, its neighbour that loses the furniture',
    edit: site =>
      site.write(
        'content/articles/c7.md',
        article({ title: 'Neuf', date: '2014-05-20T12:00', section: 'chine' }),
      ),
    cards: 1,
    pages: [
      '/chine/2014/05/20/c7.html',
      '/furniture/chine/',
      '/furniture/fil.html',
      '/furniture/une.html',
      ...NEWS_FRONTS,
      '/chine/2014/05/',
      '/archives/',
      '/archives/2014/',
      '/archives/2014/05/',
      '/archives/2014/05/20/',
      ...feedsOf('/'),
      ...feedsOf('/chine/'),
      ...['/sitemap.xml', '/sitemaps/2014-05.xml', '/sitemaps/actualites.xml'],
      '/recherche/recents/articles-0.json',
      '/chine/2014/05/19/c6.html',
      '/recherche/',
      '/recherche/recents/mots-0.json',
      '/recherche/suggestions.json',
    ],
  },
  {
    name: 'a new article of long ago: its page, its lists and the search’s files, its neighbours',
    edit: site =>
      site.write(
        'content/articles/c0.md',
        article({ title: 'Retrouvé', date: '2013-03-02T12:00', section: 'chine' }),
      ),
    cards: 1,
    pages: [
      '/chine/2013/03/02/c0.html',
      // So small a section has it among its newest.
      '/furniture/chine/',
      '/chine/2013/03/02/c2.html',
      '/chine/2013/03/03/c3.html',
      '/chine/2013/03/',
      '/chine/',
      '/archives/',
      '/archives/2013/',
      '/archives/2013/03/',
      '/archives/2013/03/02/',
      '/sitemaps/2013-03.xml',
      '/recherche/2013/articles-0.json',
      '/recherche/2013/mots-0.json',
      '/recherche/',
      '/recherche/suggestions.json',
    ],
  },
  {
    name: 'an old article with an old address removed: its neighbours, its lists, what it was related to',
    edit: site => site.remove('content/articles/c3.md'),
    pages: [
      '/',
      '/chine/2013/03/02/c2.html',
      '/furniture/chine/',
      '/chine/2014/05/17/c4.html',
      '/chine/2013/03/',
      '/chine/',
      '/archives/',
      '/archives/2013/',
      '/archives/2013/03/',
      '/archives/2013/03/02/',
      '/archives/2014/05/16/',
      '/sujets/',
      '/sujets/commerce/',
      '/sujets/commerce/flux.xml',
      '/monde/2014/05/16/m2.html',
      '/sitemap.xml',
      '/sitemaps/2013-03.xml',
      '/recherche/2013/articles-0.json',
      '/recherche/2013/mots-0.json',
      '/recherche/',
      '/recherche/suggestions.json',
    ],
    // Its page, its old address, its day.
    removed: 4,
  },
  {
    name: 'an old address: its page and the redirection, not what links to the article',
    edit: site =>
      site.edit('content/articles/c2.md', text => text.replace('---\n', '---\naliases: [/c2.html]\n')),
    pages: ['/c2.html'],
    alike: 2,
  },
  {
    name: 'a flash: what carries the furniture, never the archive',
    edit: site =>
      site.edit('content/articles/m4.md', text => text.replace('---\n', '---\nflash: Une alerte\n')),
    pages: [...FURNISHED, BAND_PART],
    // Lists of the article’s own month and day, the feeds, the fragments, the sitemaps and the search, which don’t say that it is a flash.
    alike: 16,
  },
  {
    name: 'a pick: what carries the furniture, never the archive',
    edit: site => site.edit('content/articles/c4.md', text => text.replace('---\n', '---\npick: true\n')),
    pages: [...FURNISHED, COLUMN_PART],
    alike: 2,
  },
  {
    name: 'a new list of the most read: what carries the furniture',
    edit: site => site.editData('most-read.json', mostRead('/chine/2013/03/01/c1.html')),
    pages: [...FURNISHED, COLUMN_PART, '/furniture/une.html'],
  },
  {
    name: 'the list of the most read taken away: the same, with the newsroom’s choice',
    edit: site => site.remove('_data/most-read.json'),
    pages: [...FURNISHED, COLUMN_PART, '/furniture/une.html'],
  },
  {
    name: 'a new reading of the weather: what carries the furniture',
    edit: site => site.editData('weather.json', weather('2014-05-20T12:00+08:00', 29)),
    pages: [...FURNISHED, MASTHEAD_PART],
  },
  {
    name: 'weather that has become too old: what carries the furniture',
    edit: () => {},
    now: '2014-05-21T00:00:00+08:00',
    pages: [...FURNISHED, MASTHEAD_PART],
    assets: ['/next-change.json'],
  },
  {
    name: 'votes that were counted: what carries the furniture',
    edit: site => site.editData('poll-totals.json', votes({ train: 3, avion: 1 })),
    pages: [...FURNISHED, COLUMN_PART],
  },
  {
    name: 'a poll of long ago: its page and the polls’, as the other stays in the furniture',
    edit: site =>
      site.editData(
        'polls.yaml',
        JSON.stringify([POLL, { ...POLL, slug: 'ancien', opens: '2014-01-01', closes: '2014-01-02' }]),
      ),
    pages: ['/sondages/ancien/', '/sondages/', '/sondages/transport/'],
  },
  {
    name: 'a dossier that begins to run: what carries the furniture',
    edit: site => site.edit('_data/dossiers.yaml', text => text.replace('running: false', 'running: true')),
    pages: [...FURNISHED, COLUMN_PART],
  },
  {
    name: 'one more article with furniture: that article',
    edit: site =>
      site.edit('_data/site.yaml', text => text.replace('furnitureArticles: 2', 'furnitureArticles: 3')),
    pages: ['/sport/2014/05/19/s2.html'],
  },
  {
    name: 'the name of a topic: its page, the index, its articles and the feeds that hold these',
    edit: site => site.edit('_data/topics.yaml', text => text.replace('name: Énergie', 'name: Énergies')),
    pages: [
      ...['/sujets/', '/sujets/energie/', '/sujets/energie/flux.xml'],
      ...['/chine/2014/05/18/c5.html', '/sport/2014/05/19/s2.html'],
      ...[...feedsOf('/chine/'), ...feedsOf('/sport/'), '/dossiers/mondial/flux.xml'],
      '/recherche/suggestions.json',
    ],
  },
  {
    name: 'a topic that no article has: nothing',
    edit: site => site.edit('_data/topics.yaml', text => text.replace('name: Ukraine', 'name: L’Ukraine')),
    pages: [],
  },
  {
    name: 'the title of a dossier that doesn’t run: its page and its feed, the list of dossiers, its articles',
    edit: site =>
      site.edit('_data/dossiers.yaml', text => text.replace('title: Le Mondial', 'title: Mondial')),
    pages: ['/dossiers/mondial/', '/dossiers/mondial/flux.xml', '/dossiers/', '/chine/2014/05/18/c5.html'],
  },
  {
    name: 'a template: the pages made from it',
    edit: site => site.editTheme('archive/year.njk', text => text.replace('<h1>', '<h1 class="year">')),
    pages: ['/archives/2013/', '/archives/2014/'],
  },
  {
    name: 'a partial of the topics’ pages: those pages',
    edit: site => site.editTheme('partials/topic-note.njk', () => '<p>Remarque</p>'),
    pages: ['/sujets/commerce/', '/sujets/energie/'],
  },
  {
    name: 'the template of a front: that front',
    edit: site =>
      site.editTheme('eleventy/home.njk', text => text.replace('{% block main %}', '{% block main %}<hr>')),
    pages: ['/'],
  },
  {
    name: 'a partial of the fronts: those that show it',
    edit: site => site.editTheme('partials/lead.njk', text => text.replace('<h3', '<h3 data-une')),
    pages: ['/', '/chine/', '/dossiers/mondial/', '/dossiers/sommet/', '/monde/', '/sport/'],
  },
  {
    name: 'an editorial page’s text: that page',
    edit: site =>
      site.edit('content/pages/a-propos.md', text => text.replace('Nous.', 'Nous, les journalistes.')),
    pages: ['/a-propos/'],
  },
];

describe('a single edit renders and writes the pages that show it, and no other', () => {
  for (const { name, edit, now, pages, assets = [], alike = 0, cards = 0, removed = 0 } of effects) {
    it(name, async () => {
      using site = archive();
      site.write('content/pages/a-propos.md', '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n');
      await site.built();
      edit(site);
      const effect = await effectOf(site, now === undefined ? {} : { now });
      assert.deepEqual(effect, {
        written: [...pages, ...assets].sort(),
        cards,
        rendered: pages.length + alike,
        removed,
      });
    });
  }

  const withLayout = (site: MiniSite): readonly string[] => {
    const pages = [...site.tree().keys()].filter(name => name.endsWith('.html'));
    return pages
      .map(name => `/${name.replace(/(^|\/)index\.html$/, '$1')}`)
      .filter(url => !FRAGMENTS.includes(url) && !PARTS.includes(url))
      .sort();
  };
  const searchFiles = [
    'suggestions',
    '2013/articles-0',
    '2013/mots-0',
    'recents/articles-0',
    'recents/mots-0',
  ];

  /** Feeds and sitemaps. */
  const forPrograms = (site: MiniSite): readonly string[] =>
    [...site.tree().keys()]
      .filter(name => /(?<!opensearch)\.xml$|flux\.json$/.test(name))
      .map(name => `/${name}`);

  it('but the layout is that of every page', async () => {
    using site = archive();
    await site.built();
    site.editTheme('layouts/base.njk', text => text.replace('<body>', '<body class="neuf">'));
    const { written, rendered } = await effectOf(site);
    assert.deepEqual(written, withLayout(site));
    assert.equal(rendered, written.length);
    for (const url of written) assert.match(site.page(url), /<body class="neuf">/, url);
  });

  it('but the style sheet and the sections’ names are on every page', async () => {
    using site = archive();
    await site.built();
    const sheets = (): readonly string[] =>
      [...site.tree().keys()].filter(name => /quotidien.*\.css$/.test(name)).map(name => `/${name}`);
    const [before] = sheets();
    site.editTheme('styles/base.css', text => `${text}\n.neuf { color: #123456 }\n`);
    const styled = await effectOf(site);
    const [after, ...others] = sheets();
    assert.notEqual(after, before);
    assert.deepEqual(others, []);
    assert.deepEqual(styled, {
      written: [...withLayout(site), after].sort(),
      // The feeds, the sitemaps, the fragments and the search’s files, which don’t have that style, are rendered and found to be the same.
      cards: 0,
      rendered:
        withLayout(site).length +
        forPrograms(site).length +
        FRAGMENTS.length +
        PARTS.length +
        searchFiles.length,
      removed: 1,
    });
    site.edit('_data/sections.yaml', text => text.replace('name: Sport', 'name: Sports'));
    // Not feeds, nor the search’s other year, whose articles are of other sections.
    const { written } = await effectOf(site);
    const naming = forPrograms(site).filter(url => site.page(url).includes('Sports'));
    assert.ok(naming.length >= 5 && naming.length < forPrograms(site).length, `${naming}`);
    assert.deepEqual(
      written,
      [...withLayout(site), ...naming, '/furniture/sport/', '/recherche/recents/articles-0.json'].sort(),
    );
  });

  it('but the way in which furniture comes is on every page that does not carry it, and on no other', async () => {
    using site = archive();
    await site.built();
    const pointing = withLayout(site).filter(url => !FURNISHED.includes(url));
    for (const mode of ['ssi', 'esi', 'client']) {
      site.edit(
        '_data/site.yaml',
        text => `${text.replace(/^furnitureMode.*\n/m, '')}furnitureMode: ${mode}\n`,
      );
      assert.deepEqual(await effectOf(site), {
        written: pointing,
        cards: 0,
        rendered: pointing.length,
        removed: 0,
      });
    }
  });

  it('but a flash writes no article older than those that carry the furniture, and none where none carries it', async () => {
    for (const carrying of [2, 0]) {
      using site = archive();
      site.edit('_data/site.yaml', text =>
        text.replace('furnitureArticles: 2', `furnitureArticles: ${carrying}`),
      );
      await site.built();
      site.edit('content/articles/m1.md', text =>
        text.replace('---\n', '---\nflash: { text: Alerte, until: 2014-05-21 }\n'),
      );
      const { written } = await effectOf(site);
      const fronts = FURNISHED.filter(url => carrying > 0 || !url.endsWith('.html'));
      assert.deepEqual(written, [...fronts, BAND_PART].sort());
    }
  });
});
