// Random histories of a small portal: edits by editors and by the site's owner, as plain data that fast-check can shrink.
import fc from 'fast-check';
import { article, type MiniSite, miniSite } from './mini-site.ts';

// Few values of everything, so that articles meet: one address for two files, one instant, one alias, the same lists.
const SECTIONS = ['chine', 'monde', 'sport', 'inconnue'];
const TOPICS = ['commerce', 'energie', 'ukraine'];
const DOSSIERS = ['sommet', 'mondial'];
const FOLDERS = ['', '2014/', '2014/05/', 'agence/'];
const SLUGS = ['port', 'gare', 'pont', 'vote', 'match', 'gaz', 'crue', 'loi', 'train'];
const DATES = [
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
];
const ALIASES = ['/ancien.html', '/vieux/port/', '/chine/2014/05/20/port.html', '/monde/'];

const SITE = {
  name: 'Le Petit Portail',
  description: 'Un portail pour essayer.',
  baseUrl: 'https://portail.example',
  timeZone: 'Asia/Shanghai',
  furnitureArticles: 3,
  sectionLength: 4,
  homeSectionLength: 2,
  topicLength: 3,
  feedLength: 5,
  picksLength: 2,
  flashHours: 24,
};

/** Templates, each with a text after which a mark shows on the pages that use it. */
const THEME_FILES = {
  'archive/article.njk': '{% block main %}',
  'archive/topic.njk': '{% block main %}',
  'archive/day.njk': '{% block main %}',
  'archive/redirect.njk': '{% block main %}',
  'fronts/home.njk': '{% block main %}',
  'fronts/section.njk': '{% block main %}',
  'fronts/feed.njk': '</subtitle>',
  'layouts/base.njk': '<body>',
  'partials/card.njk': '<li class="card">',
  'partials/headline.njk': '<li>',
  'partials/related.njk': '<section class="related">',
  'partials/ticker.njk': '<ul>',
  'partials/picks.njk': '<ul>',
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
        fc.record({ sectionLength: fc.integer({ min: 1, max: 5 }) }),
        fc.record({ topicLength: fc.integer({ min: 1, max: 4 }) }),
        fc.record({ feedLength: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ picksLength: fc.nat(3) }),
        fc.record({ flashHours: fc.integer({ min: 1, max: 30 }) }),
        fc.record({ timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Paris') }),
        fc.record({ description: fc.constantFrom('Une phrase.', 'Une autre.') }),
        fc.record({ baseUrl: fc.constantFrom('https://portail.example', 'https://autre.example') }),
      )
      .map(settings => ({ edit: 'settings' as const, settings })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      edit: fc.constant('most-read' as const),
      ranks: fc.uniqueArray(fc.nat(14), { maxLength: 4 }),
    }),
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
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('own-page' as const), mark: fc.nat(2) }) },
);

type EditorsEdit = typeof editorsEdit extends fc.Arbitrary<infer T> ? T : never;
type OwnersEdit = typeof ownersEdit extends fc.Arbitrary<infer T> ? T : never;
export type Edit = EditorsEdit | OwnersEdit;

export interface History {
  readonly start: readonly Edit[];
  /** Edits between two builds. */
  readonly steps: readonly (readonly Edit[])[];
  /** Builds see files that are no longer fresh, so that they trust what they remember of them. */
  readonly settled: boolean;
}

/** Histories of 4 to 15 articles and of 2 to 5 builds; with `owner`, half of the edits are the owner's. */
export function histories({ owner }: { readonly owner: boolean }): fc.Arbitrary<History> {
  const anyEdit: fc.Arbitrary<Edit> = owner ? fc.oneof(editorsEdit, ownersEdit) : editorsEdit;
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
    site.write(file, article(fields, `Un texte, version ${body}.\n\n## Suite\n\nEt « la fin » ?`));
  };
  const moveTo = (from: string, to: string): void => {
    if (articles.has(to)) return;
    site.rename(from, to);
    articles.set(to, articles.get(from)!);
    articles.delete(from);
  };
  const file = (which: number): string | undefined => [...articles.keys()][which % articles.size];
  saveData('site.yaml', settings);

  const play = (edit: Edit): void => {
    switch (edit.edit) {
      case 'add':
        save(`content/articles/${edit.folder}${edit.slug}.md`, edit.fields, edit.body);
        return;
      case 'clock':
        now = edit.now;
        return;
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
        saveData('most-read.json', {
          date: '2014-05-20T15:00+08:00',
          addresses: [...new Set(addresses)],
        });
        return;
      }
      case 'theme': {
        const place = THEME_FILES[edit.file];
        site.editTheme(edit.file, text =>
          text.replace(/<!-- \d -->/, '').replace(place, `${place}<!-- ${edit.mark} -->`),
        );
        return;
      }
      case 'styles':
        site.editTheme('styles/tokens.css', text => `${text}/* ${edit.mark} */\n`);
        return;
      case 'own-page':
        site.editTheme(
          'fronts/equipe.njk',
          () => `---\npermalink: "/equipe-${edit.mark}/index.html"\n---\nL’équipe de {{ site.name }}.\n`,
        );
        if (edit.mark === 0) site.remove('theme/fronts/equipe.njk');
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
