// Random histories of a small portal: edits by editors and by the site's owner, as plain data that fast-check can shrink.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp from 'sharp';
import { article, type MiniSite, miniSite } from './mini-site.ts';

// Few values of everything, so that articles meet: one address for two files, one instant, one alias, the same lists.
const SECTIONS = ['chine', 'monde', 'sport', 'inconnue'];
const TOPICS = ['commerce', 'energie', 'ukraine'];
const DOSSIERS = ['sommet', 'mondial'];
const FOLDERS = ['', '2014/', '2014/05/', 'agence/'];
const SLUGS = ['port', 'gare', 'pont', 'vote', 'match', 'gaz', 'crue', 'loi', 'train'];
const DATES = [
  // A year before one of the clock's instants, on either side of a month's end.
  '2013-04-30T23:59',
  '2013-05-31T12:00',
  '2013-12-31T23:59',
  '2014-01-01T00:00',
  '2014-04-30T22:30',
  '2014-05-01T01:30',
  '2014-05-18T08:00',
  '2014-05-19T08:00',
  '20.05.2014 07h00',
  '2014-05-20T12:00',
  '2014-05-20T12:00:01',
  '2014-05-20T15:30',
  '2014-05-20T18:00',
  '2014-05-21T06:00',
];
const NOWS = [
  '2014-05-20T15:30',
  '2014-05-20T11:59',
  '2014-05-20T18:00',
  '2014-05-22T00:00',
  '2014-01-01T00:00',
  // A month's end: the articles of May 2013 are more than a year old.
  '2014-05-31T23:59',
  '2014-06-01T00:00',
  '2015-02-01T00:00',
];
const ALIASES = ['/ancien.html', '/vieux/port/', '/chine/2014/05/20/port.html', '/monde/'];

const PHOTOGRAPHS = ['a.png', 'b.png'];
/** Small, and of one colour each: what matters is that they differ. */
const PIXELS = await Promise.all(
  ['#aa2211', '#1133aa', '#117733'].map(background =>
    sharp({ create: { width: 64, height: 40, channels: 3, background } })
      .png()
      .toBuffer(),
  ),
);
const IMAGE = { src: 'a.png', alt: 'Des grues' };

const CITIES = ['Beijing', 'Paris', 'Dakar'];
/** Fresh, stale at the first instant, and stale from 18:00 on. */
const READINGS = ['2014-05-20T15:00', '2014-05-19T12:00', '2014-05-20T06:00'];
const POLLS = [
  { slug: 'transport', opens: '2014-05-19T08:00', closes: '2014-05-20T18:00' },
  { slug: 'mondial', opens: '2014-05-20T16:00', closes: '2014-05-22T00:00' },
  { slug: 'ancien', opens: '2014-01-01T00:00', closes: '2014-05-01T00:00' },
];

const SITE = {
  name: 'Le Petit Portail',
  description: 'Un portail pour essayer.',
  baseUrl: 'https://portail.example',
  timeZone: 'Asia/Shanghai',
  furnitureArticles: 3,
  socialCards: 4,
  sectionLength: 4,
  homeSectionLength: 2,
  topicLength: 3,
  feedLength: 5,
  picksLength: 2,
  flashHours: 24,
  weatherHours: 12,
  mostReadHours: 24,
  participation: null,
};

/** Templates, each with a text after which a mark shows on the pages that use it. */
const THEME_FILES = {
  'archive/article.njk': '{% block main %}',
  'archive/topic.njk': '{% block main %}',
  'archive/day.njk': '{% block main %}',
  'archive/redirect.njk': '{% block main %}',
  'eleventy/home.njk': '{% block main %}',
  'eleventy/section.njk': '{% block main %}',
  'eleventy/feed.njk': '</subtitle>',
  'layouts/base.njk': '<body>',
  'partials/card.njk': '<div>',
  'partials/headline.njk': '<li>',
  'partials/related.njk': '<section class="related">',
  'partials/ticker.njk': '<ul class="ticker-items">',
  'partials/picks.njk': '<ul>',
  'partials/most-read.njk': '<ol class="ranked">',
  'partials/weather.njk': '<ul>',
  'partials/poll.njk': '<ul class="answers">',
  'partials/comments.njk': '<ol class="thread">',
} as const;

const FIELDS = {
  title: fc.nat(9).map(n => `Un titre numéro ${n}`),
  summary: fc.nat(4).map(n => `Un chapô numéro ${n}.`),
  source: fc.constantFrom('Xinhua', 'AFP'),
  author: fc.constantFrom('Claire Morel', undefined),
  section: oftenFrom(SECTIONS),
  date: fc.constantFrom(...DATES),
  topics: fc.subarray(TOPICS),
  dossiers: fc.subarray(DOSSIERS),
  draft: fc.boolean(),
  flash: fc.constantFrom(true, false, 'Un flash', { text: 'Un autre flash', until: '2014-05-20T17:00' }),
  pick: fc.boolean(),
  priority: fc.nat(2),
  updated: fc.constantFrom(undefined, '2014-05-20T15:00'),
  publish: fc.constantFrom(undefined, '2014-05-20T16:00'),
  expires: fc.constantFrom(undefined, '2014-05-20T15:45', '2014-05-20T20:00'),
  aliases: fc.subarray(ALIASES, { maxLength: 2 }),
  lang: fc.constantFrom(undefined, 'en'),
  comments: fc.constantFrom(undefined, 'open', 'closed', 'none'),
  image: fc.constantFrom(undefined, IMAGE, { ...IMAGE, focus: [0, 0] }, { ...IMAGE, src: 'b.png' }),
  gallery: fc.constantFrom(undefined, undefined, [IMAGE, { ...IMAGE, src: 'b.png' }]),
  map: fc.constantFrom(undefined, undefined, 'Bamako', 'Dakar'),
} as const;

type FieldName = keyof typeof FIELDS;
type Fields = Readonly<Partial<Record<FieldName, unknown>>>;

const which = fc.nat(14);
const slug = fc.constantFrom(...SLUGS);
const folder = fc.constantFrom(...FOLDERS);
const number = fc.nat(9);

const fields: fc.Arbitrary<Fields> = fc.record(
  {
    ...FIELDS,
    draft: rarely(true),
    publish: rarely('2014-05-20T16:00'),
    expires: rarely('2014-05-20T20:00'),
  },
  { requiredKeys: ['title', 'section', 'date', 'topics'] },
);
const newArticle = fc.record({ edit: fc.constant('add' as const), folder, slug, fields, body: number });

/** What editors do. An edit that has nothing to act on does nothing. */
const editorsEdit = fc.oneof(
  { weight: 4, arbitrary: newArticle },
  { weight: 3, arbitrary: fc.record({ edit: fc.constant('body' as const), which, body: number }) },
  {
    weight: 10,
    arbitrary: fc.constantFrom(...(Object.keys(FIELDS) as FieldName[])).chain(name =>
      fc.record({
        edit: fc.constant('field' as const),
        which,
        name: fc.constant(name),
        value: FIELDS[name] as fc.Arbitrary<unknown>,
      }),
    ),
  },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('rename' as const), which, slug }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('move' as const), which, folder }) },
  { weight: 3, arbitrary: fc.record({ edit: fc.constant('delete' as const), which }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('touch' as const), which }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('break' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ edit: fc.constant('clock' as const), now: fc.constantFrom(...NOWS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      edit: fc.constant('editorial' as const),
      name: fc.constantFrom('a-propos', 'contact'),
      body: fc.option(number),
    }),
  },
);

/** What comes from outside and is committed beside the articles. */
const snapshotEdit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      edit: fc.constant('photograph' as const),
      name: fc.constantFrom(...PHOTOGRAPHS),
      /** null: it is removed, and whoever shows it is faulty. */
      pixels: fc.option(fc.nat(PIXELS.length - 1), { freq: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      edit: fc.constant('comment' as const),
      which,
      name: fc.constantFrom('0001.yaml', '0002.yaml', '0003.json'),
      /** null: it is removed; 9: it has no date. */
      text: fc.option(number, { freq: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      edit: fc.constant('weather' as const),
      /** null: it is removed. */
      taken: fc.option(fc.constantFrom(...READINGS), { freq: 5 }),
      cities: fc.subarray(CITIES, { minLength: 1 }),
      high: fc.integer({ min: 20, max: 22 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      edit: fc.constant('polls' as const),
      polls: fc.subarray(POLLS),
      n: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      edit: fc.constant('votes' as const),
      /** null: nothing was counted yet. */
      counts: fc.option(fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }), { freq: 5 }),
      counted: fc.constantFrom(...READINGS),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      edit: fc.constant('most-read' as const),
      /** null: it is removed. */
      counted: fc.option(fc.constantFrom(...READINGS), { freq: 5 }),
      ranks: fc.uniqueArray(fc.nat(14), { maxLength: 4 }),
    }),
  },
);

/** What a site's owner does: data and theme. */
const ownersEdit = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ edit: fc.constant('section-name' as const), which: fc.nat(2), n: number }),
  },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('section-order' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ edit: fc.constant('topic-name' as const), which: fc.nat(2), n: number }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ edit: fc.constant('topics' as const), kept: fc.subarray(TOPICS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      edit: fc.constant('dossier' as const),
      which: fc.nat(1),
      n: number,
      running: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .oneof(
        fc.record({ furnitureArticles: fc.nat(5) }),
        fc.record({ socialCards: fc.nat(6) }),
        fc.record({ sectionLength: fc.integer({ min: 1, max: 5 }) }),
        fc.record({ topicLength: fc.integer({ min: 1, max: 4 }) }),
        fc.record({ feedLength: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ picksLength: fc.nat(3) }),
        fc.record({ flashHours: fc.integer({ min: 1, max: 30 }) }),
        fc.record({ timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Paris') }),
        fc.record({ description: fc.constantFrom('Une phrase.', 'Une autre.') }),
        fc.record({ baseUrl: fc.constantFrom('https://portail.example', 'https://autre.example') }),
        fc.record({ weatherHours: fc.constantFrom(1, 12, 168) }),
        fc.record({ mostReadHours: fc.constantFrom(1, 24, 720) }),
        fc.record({ participation: fc.constantFrom(null, 'https://avis.example') }),
      )
      .map(settings => ({ edit: 'settings' as const, settings })),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      edit: fc.constant('theme' as const),
      file: fc.constantFrom(...(Object.keys(THEME_FILES) as (keyof typeof THEME_FILES)[])),
      mark: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('styles' as const), mark: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('static' as const), mark: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('own-page' as const), mark: fc.nat(2) }) },
);

type EditorsEdit = typeof editorsEdit extends fc.Arbitrary<infer T> ? T : never;
type SnapshotEdit = typeof snapshotEdit extends fc.Arbitrary<infer T> ? T : never;
type OwnersEdit = typeof ownersEdit extends fc.Arbitrary<infer T> ? T : never;
export type Edit = EditorsEdit | SnapshotEdit | OwnersEdit;

export interface History {
  readonly start: readonly Edit[];
  /** Edits between two builds. */
  readonly steps: readonly (readonly Edit[])[];
  /** Builds see files that are no longer fresh, so that they trust what they remember of them. */
  readonly settled: boolean;
}

/** Histories of 4 to 15 articles and of 2 to 5 builds; with `owner`, half of the edits are the owner's. */
export function histories({ owner }: { readonly owner: boolean }): fc.Arbitrary<History> {
  const ofContent: fc.WeightedArbitrary<Edit>[] = [
    { weight: 3, arbitrary: editorsEdit },
    { weight: 2, arbitrary: snapshotEdit },
  ];
  const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
    ...ofContent,
    ...(owner ? [{ weight: 5, arbitrary: ownersEdit }] : []),
  );
  return fc.record({
    start: fc.array(newArticle, { minLength: 4, maxLength: 15 }),
    steps: fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
    settled: fc.boolean(),
  });
}

/** A mini-site on which edits can be played. */
export interface EditedSite {
  readonly site: MiniSite;
  /** The instant of the next build. */
  readonly now: string;
  play(edit: Edit): void;
}

export function editedSite(): EditedSite {
  const site = miniSite();
  const articles = new Map<string, { readonly fields: Fields; readonly body: number }>();
  const names = { sections: ['Chine', 'Monde', 'Sport'], topics: ['Commerce', 'Énergie', 'Ukraine'] };
  let sections = SECTIONS.slice(0, 3);
  let topics = TOPICS;
  const dossiers = [
    { slug: 'sommet', title: 'Le sommet', standfirst: 'Deux jours.', running: true },
    { slug: 'mondial', title: 'Le Mondial', standfirst: 'Un mois.', running: false },
  ];
  let settings: Readonly<Record<string, unknown>> = SITE;
  let now = NOWS[0]!;

  /** JSON is YAML. */
  const saveData = (name: string, data: unknown): void => site.editData(name, JSON.stringify(data));
  const saveSections = (): void =>
    saveData(
      'sections.yaml',
      sections.map(slug => ({ slug, name: names.sections[SECTIONS.indexOf(slug)] })),
    );
  const saveTopics = (): void =>
    saveData(
      'topics.yaml',
      topics.map(slug => ({ slug, name: names.topics[TOPICS.indexOf(slug)] })),
    );
  const save = (file: string, fields: Fields, body: number): void => {
    articles.set(file, { fields, body });
    const image = body > 7 ? '\n\n![Une grue](b.png "Une grue.")' : '';
    site.write(file, article(fields, `Un texte, version ${body}.${image}\n\n## Suite\n\nEt « la fin » ?`));
  };
  /** The comments of an article stay with it; those of one that was removed are in the way, and stay behind. */
  const moveTo = (from: string, to: string): void => {
    if (articles.has(to)) return;
    site.rename(from, to);
    if (site.holds(threadOf(from)) && !site.holds(threadOf(to))) site.rename(threadOf(from), threadOf(to));
    articles.set(to, articles.get(from)!);
    articles.delete(from);
  };
  const saveOrRemove = (name: string, data: unknown): void => {
    if (data !== null) saveData(name, data);
    else if (site.holds(`_data/${name}`)) site.remove(`_data/${name}`);
  };
  const file = (which: number): string | undefined => [...articles.keys()][which % articles.size];
  saveData('site.yaml', settings);
  for (const [index, name] of PHOTOGRAPHS.entries()) site.write(`content/media/${name}`, PIXELS[index]!);

  const play = (edit: Edit): void => {
    switch (edit.edit) {
      case 'add':
        save(`content/articles/${edit.folder}${edit.slug}.md`, edit.fields, edit.body);
        return;
      case 'clock':
        now = edit.now;
        return;
      case 'photograph': {
        const path = `content/media/${edit.name}`;
        if (edit.pixels !== null) site.write(path, PIXELS[edit.pixels]!);
        else if (site.holds(path)) site.remove(path);
        return;
      }
      case 'editorial': {
        const page = `content/pages/${edit.name}.md`;
        if (edit.body !== null)
          site.write(page, `---\ntitle: Page\ndescription: Une page.\n---\n\nTexte ${edit.body}.\n`);
        else if (site.holds(page)) site.remove(page);
        return;
      }
      case 'section-name':
        names.sections[edit.which] = `Rubrique ${edit.n}`;
        saveSections();
        return;
      case 'section-order':
        sections = sections.toReversed();
        saveSections();
        return;
      case 'topic-name':
        names.topics[edit.which] = `Sujet ${edit.n}`;
        saveTopics();
        return;
      case 'topics':
        topics = edit.kept;
        saveTopics();
        return;
      case 'dossier':
        Object.assign(dossiers[edit.which]!, { title: `Dossier ${edit.n}`, running: edit.running });
        saveData('dossiers.yaml', dossiers);
        return;
      case 'settings':
        settings = { ...settings, ...edit.settings };
        saveData('site.yaml', settings);
        return;
      case 'most-read': {
        const addresses = edit.ranks.map(rank => {
          const name = file(rank)?.split('/').pop()?.replace('.md', '') ?? 'rien';
          return `/${SECTIONS[rank % 3]}/2014/05/20/${name}.html`;
        });
        saveOrRemove(
          'most-read.json',
          edit.counted && { date: `${edit.counted}+08:00`, addresses: [...new Set(addresses)] },
        );
        return;
      }
      case 'weather': {
        const days = [
          { day: '2014-05-20', sky: 'very-cloudy', high: edit.high, low: 16 },
          { day: '2014-05-21', sky: 'clear', high: 24, low: 15 },
        ];
        const cities = edit.cities.map(name => ({ slug: name.toLowerCase(), name, days }));
        saveOrRemove('weather.json', edit.taken && { date: `${edit.taken}+08:00`, source: 'Météo', cities });
        return;
      }
      case 'polls': {
        const choices = ['oui', 'non'].map(slug => ({ slug, text: slug }));
        saveData(
          'polls.yaml',
          edit.polls.map(poll => ({ ...poll, question: `Une question numéro ${edit.n} ?`, choices })),
        );
        return;
      }
      case 'votes': {
        const [oui, non] = edit.counts ?? [];
        const votes = Object.fromEntries(POLLS.slice(0, 2).map(({ slug }) => [slug, { oui, non }]));
        saveOrRemove('poll-totals.json', edit.counts && { date: `${edit.counted}+08:00`, votes });
        return;
      }
      case 'theme': {
        const place = THEME_FILES[edit.file];
        site.editTheme(edit.file, text => {
          assert.ok(text.includes(place), `${edit.file} no longer holds ${place}`);
          return text.replace(/<!-- \d -->/, '').replace(place, `${place}<!-- ${edit.mark} -->`);
        });
        return;
      }
      case 'styles':
        site.editTheme('styles/tokens.css', text => `${text}:root { --mark: ${edit.mark} }\n`);
        return;
      case 'static':
        site.editTheme('static/notes/lisez-moi.txt', () => `Notes, version ${edit.mark}.\n`);
        if (edit.mark === 0) site.remove('theme/static/notes');
        return;
      case 'own-page':
        site.editTheme(
          'eleventy/equipe.njk',
          () => `---\npermalink: "/equipe-${edit.mark}/index.html"\n---\nL’équipe de {{ site.name }}.\n`,
        );
        if (edit.mark === 0) site.remove('theme/eleventy/equipe.njk');
        return;
    }
    const target = file(edit.which);
    if (target === undefined) return;
    const { fields, body } = articles.get(target)!;
    switch (edit.edit) {
      case 'body':
        save(target, fields, edit.body);
        return;
      case 'field':
        save(target, { ...fields, [edit.name]: edit.value }, body);
        return;
      case 'comment': {
        const path = `${threadOf(target)}/${edit.name}`;
        const date = edit.text === 9 ? 'hier' : `2014-05-20T14:0${edit.text}+08:00`;
        if (edit.text !== null)
          site.write(path, JSON.stringify({ date, text: `Un avis, version ${edit.text}.\n\nEt <b>fin</b>` }));
        else if (site.holds(path)) site.remove(path);
        return;
      }
      case 'rename':
        moveTo(target, target.replace(/[^/]+$/, `${edit.slug}.md`));
        return;
      case 'move':
        moveTo(target, `content/articles/${edit.folder}${target.split('/').pop()}`);
        return;
      case 'delete':
        articles.delete(target);
        site.remove(target);
        return;
      case 'touch':
        site.write(target, site.read(target));
        return;
      case 'break':
        save(target, { ...fields, date: 'hier' }, body);
        return;
    }
  };
  return {
    site,
    get now() {
      return `${now}:00+08:00`;
    },
    play,
  };
}

/** The folder of an article's comments. */
function threadOf(file: string): string {
  return file.replace('/articles/', '/comments/').replace(/\.md$/, '');
}

function oftenFrom<T>(values: readonly T[]): fc.Arbitrary<T> {
  const last = values.length - 1;
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...values.slice(0, last)) },
    { weight: 1, arbitrary: fc.constant(values[last]!) },
  );
}

function rarely<T>(value: T): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(value) },
  );
}
