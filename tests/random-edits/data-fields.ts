// The values that random edits write into each field of each file of _data.
import fc from 'fast-check';
import { FURNITURE_MODES } from '../../src/site/furniture-modes.ts';
import { HOSTS } from '../../src/site/hosts.ts';
import type { Site } from '../../src/site/site.ts';
import { DOSSIERS, NOWS, number, numbered, oftenFrom, READINGS, TOPICS } from './few-values.ts';
import type { GroupName, RandomFields } from './field-path.ts';

const SECTIONS = [
  { slug: 'chine', name: 'Chine' },
  { slug: 'monde', name: 'Monde' },
  { slug: 'sport', name: 'Sport' },
];
const TOPIC_NAMES = ['Commerce', 'Énergie', 'Ukraine'];
const ALL_TOPICS = TOPICS.map((slug, index) => ({ slug, name: TOPIC_NAMES[index] }));
const EDITIONS = [
  { lang: 'en', name: 'English', url: 'https://en.example/' },
  { lang: 'zh', name: '中文', url: 'https://zh.example/' },
];
const KEY_DATES = [
  { date: '2014-05-20', text: 'L’ouverture.' },
  { date: '2014-05', text: 'Le mois.' },
];
const PARTS = [
  { title: 'La guerre', topics: ['ukraine'] },
  { title: 'Le reste', topics: ['ukraine'] },
];
/** Each with all that a dossier can have: fields of these are edited. */
const ALL_DOSSIERS = [
  { slug: DOSSIERS[0], title: 'Le sommet', standfirst: 'Deux jours.', running: true },
  { slug: DOSSIERS[1], title: 'Le Mondial', standfirst: 'Un mois.', running: false },
].map(dossier => ({
  ...dossier,
  image: { src: 'a.png', alt: 'Des grues' },
  parts: PARTS,
  dates: KEY_DATES,
}));

const AUTHORS = [
  { slug: 'zoe-li', name: 'Zoé Li', role: 'À Dakar', biography: 'Elle écrit.', portrait: 'a.png' },
  { slug: 'claire-morel', name: 'Claire Morel' },
];

/** Slugs that something had once; the last may be in use. */
const FORMERLY = oftenFrom<readonly string[]>([[], [], ['pays'], ['terre', 'mer'], ['culture']]);

const CHOICES = ['oui', 'non'].map(slug => ({ slug, text: slug }));
/** Open at the first instant of builds, open later, closed. */
const POLLS = [
  { slug: 'transport', opens: '2014-05-19T08:00', closes: '2014-05-20T18:00' },
  { slug: 'mondial', opens: '2014-05-20T16:00', closes: '2014-05-22T00:00' },
  { slug: 'ancien', opens: '2014-01-01T00:00', closes: '2014-05-01T00:00' },
].map(poll => ({ ...poll, question: 'Une question ?', choices: CHOICES }));

const DAYS = [
  { day: '2014-05-20', sky: 'very-cloudy', high: 21, low: 16 },
  { day: '2014-05-21', sky: 'clear', high: 24, low: 15 },
];
const WEATHER_CITIES = [
  { slug: 'beijing', name: 'Beijing', latitude: 39.9, longitude: 116.4 },
  { slug: 'rabat', name: 'Rabat', latitude: 34, longitude: -6.8 },
];
const ASKED = { latitude: 39.9, longitude: 116.4 };
const CITIES = ['Beijing', 'Paris', 'Dakar'].map(name => ({
  slug: name.toLowerCase(),
  name,
  days: DAYS,
  asked: ASKED,
}));
const WEATHER = { date: READINGS[0], source: 'Météo', cities: CITIES };
const MOST_READ = { date: READINGS[0], addresses: [] };
const VOTES = { transport: { oui: 3, non: 1 }, mondial: { oui: 0, non: 0 } };
const TOTALS = { date: READINGS[0], votes: VOTES };
const PROOF = {
  date: READINGS[0],
  pages: 3,
  files: 9,
  rules: [
    { rule: 'title', severity: 'error', looked: 3, found: 0, examples: [] },
    {
      rule: 'dead-link',
      severity: 'error',
      looked: 20,
      found: 1,
      examples: [{ what: 'Lien vers /x/, où il n’y a rien.', pages: 1, first: '/' }],
    },
  ],
};

const SECURITY = { contact: 'mailto:securite@portail.example', expires: '2014-05-20' };

const LOG_FIELDS = {
  time: 'timestamp',
  client: 'client_ip',
  method: 'request_method',
  url: 'url',
  status: 'response_status',
  agent: 'request_user_agent',
  purpose: null,
};

const reading = fc.constantFrom(...READINGS);
const vote = fc.record({ oui: number, non: number }, { requiredKeys: ['oui'] });
const count = (min: number, max: number) => fc.integer({ min, max });

/** What `_data` says, but for what follows from several files; a kind of page that brings a file with it adds what that says: `agenda: Agenda`. */
export type DataOfSite = Omit<Site, 'pageData' | 'typedFolder' | 'snapshotTurns'>;

/** What a portal's owner, and whoever commits snapshots, have written before the first edit. */
export const FIRST_DATA: Readonly<Record<keyof DataOfSite, unknown>> = {
  name: 'Le Petit Portail',
  description: 'Un portail pour essayer.',
  baseUrl: 'https://portail.example',
  authority: 'portail.example,2014',
  timeZone: 'Asia/Shanghai',
  locale: 'fr',
  firstCrumb: null,
  editions: EDITIONS,
  clock: null,
  furnitureArticles: 3,
  furnitureMode: 'client',
  socialCards: 4,
  newsCrops: 2,
  graceDays: 0,
  sectionLength: 4,
  sectionDepth: 6,
  homeSectionLength: 2,
  topicLength: 3,
  dossierLength: 2,
  feedLength: 5,
  picksLength: 2,
  flashHours: 24,
  weatherHours: 12,
  weatherCities: WEATHER_CITIES,
  weatherProvider: 'open-meteo',
  weatherContact: 'meteo@portail.example',
  mostReadHours: 24,
  mostReadWindow: 24,
  mostReadHalfLife: 6,
  mostReadService: null,
  logs: [],
  logFields: null,
  participation: null,
  commentDays: null,
  hub: null,
  indexNow: null,
  terms: null,
  ninjs: false,
  security: null,
  furniture: ['weather', 'ticker', 'picks', 'most-read', 'poll', 'dossiers'],
  host: 'none',
  style: 'agence',
  stylePage: false,
  sections: SECTIONS,
  topics: ALL_TOPICS,
  dossiers: ALL_DOSSIERS,
  authors: [],
  mostRead: null,
  weather: null,
  polls: [],
  pollTotals: null,
  proof: null,
};

/** Every setting of _data/site and every field of the other files: a new one without values does not compile. */
export const DATA_FIELDS = {
  name: fc.constantFrom('Le Petit Portail', 'Le Grand Portail'),
  description: fc.constantFrom('Une phrase.', 'Une autre.'),
  baseUrl: fc.constantFrom(
    'https://portail.example',
    'https://autre.example',
    'https://autre.example/journal',
    // As a section is called.
    'https://autre.example/chine',
  ),
  authority: fc.constantFrom(null, 'portail.example,2014', 'autre.example,2010-05'),
  timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Paris'),
  locale: fc.constantFrom('fr', 'fr-CA'),
  firstCrumb: fc.constantFrom(null, 'Français'),
  editions: fc.shuffledSubarray(EDITIONS),
  'editions.lang': fc.constantFrom('en', 'zh', 'ar'),
  'editions.name': fc.constantFrom('English', 'Anglais'),
  'editions.url': fc.constantFrom('https://en.example/', 'https://en.example/news/'),
  clock: fc.constantFrom(null, ...NOWS),
  furnitureArticles: count(0, 5),
  furnitureMode: fc.constantFrom(...FURNITURE_MODES),
  socialCards: count(0, 6),
  newsCrops: count(0, 6),
  // Old files stay by the clock, not by the content: a clean build has none (`tests/publication.test.ts`).
  graceDays: fc.constant(0),
  sectionLength: count(1, 5),
  sectionDepth: count(0, 9),
  homeSectionLength: count(1, 3),
  topicLength: count(1, 4),
  dossierLength: count(1, 4),
  feedLength: count(1, 6),
  picksLength: count(0, 3),
  flashHours: count(1, 30),
  weatherHours: fc.constantFrom(1, 12, 168),
  weatherCities: fc.shuffledSubarray(WEATHER_CITIES),
  'weatherCities.slug': fc.constantFrom('beijing', 'pekin'),
  'weatherCities.name': fc.constantFrom('Beijing', 'Pékin'),
  'weatherCities.latitude': fc.constantFrom(39.9, -8.5),
  'weatherCities.longitude': fc.constantFrom(116.4, -17.4),
  'weatherCities.timeZone': fc.constantFrom(null, 'Asia/Shanghai'),
  weatherProvider: fc.constantFrom('open-meteo', 'met-norway'),
  weatherContact: fc.constantFrom(null, 'meteo@portail.example'),
  mostReadHours: fc.constantFrom(1, 24, 720),
  mostReadWindow: fc.constantFrom(1, 24, 168),
  mostReadHalfLife: fc.constantFrom(1, 6, 168),
  mostReadService: fc.constant(null),
  logs: fc.constantFrom([], ['/var/log/nginx/access.log*']),
  logFields: fc.constantFrom(null, LOG_FIELDS),
  'logFields.time': fc.constantFrom('timestamp', 'ts'),
  'logFields.client': fc.constantFrom('client_ip', 'geo.ip'),
  'logFields.method': fc.constantFrom('request_method', 'method'),
  'logFields.url': fc.constantFrom('url', 'request.path'),
  'logFields.status': fc.constantFrom('response_status', 'status'),
  'logFields.agent': fc.constantFrom('request_user_agent', 'agent'),
  'logFields.purpose': fc.constantFrom(null, 'sec_purpose'),
  participation: fc.constantFrom(null, 'https://avis.example'),
  commentDays: fc.constantFrom(null, 1, 2, 30),
  hub: fc.constantFrom(null, 'https://relais.example/'),
  indexNow: fc.constantFrom(null, '4f1c9e07a2b84d5d', 'cle-du-portail'),
  terms: fc.constantFrom(null, 'Citez la source.', 'Rien sans [accord].'),
  ninjs: fc.boolean(),
  security: fc.constantFrom(null, SECURITY),
  'security.contact': fc.constantFrom('mailto:faille@portail.example', ['tel:+33123456789']),
  'security.expires': fc.constantFrom('2014-05-20', '2015-01-01'),
  'security.policy': fc.constantFrom(null, 'https://portail.example/securite/'),
  furniture: fc.constantFrom(
    ['weather', 'ticker', 'picks', 'most-read', 'poll', 'dossiers'],
    ['poll', 'picks', 'most-read'],
    [],
  ),
  host: fc.constantFrom(...HOSTS),
  style: fc.constantFrom('agence', 'presse'),
  stylePage: fc.boolean(),

  sections: fc.shuffledSubarray(SECTIONS, { minLength: 2 }),
  'sections.slug': oftenFrom(['chine', 'monde', 'sport', 'culture']),
  'sections.name': numbered('Une rubrique'),
  'sections.description': fc.option(numbered('Ce que dit une rubrique')),
  'sections.layout': fc.constantFrom('list', 'grid'),
  'sections.formerly': FORMERLY,

  topics: fc.shuffledSubarray(ALL_TOPICS),
  'topics.slug': oftenFrom([...TOPICS, 'culture']),
  'topics.name': numbered('Un sujet'),
  'topics.formerly': FORMERLY,

  dossiers: fc.shuffledSubarray(ALL_DOSSIERS, { minLength: 1 }),
  'dossiers.slug': oftenFrom([...DOSSIERS, 'culture']),
  'dossiers.title': numbered('Un dossier'),
  'dossiers.standfirst': numbered('Ce que dit un dossier'),
  'dossiers.running': fc.boolean(),
  'dossiers.image': fc.constantFrom(null, { src: 'b.png', alt: 'La mer' }, { src: 'a.png', alt: 'Une grue' }),
  'dossiers.image.src': fc.constantFrom('a.png', 'b.png'),
  'dossiers.image.alt': fc.constantFrom('Des grues', 'La mer'),
  'dossiers.image.caption': numbered('Une légende'),
  'dossiers.image.credit': numbered('Un crédit'),
  'dossiers.image.focus': fc.constantFrom([0, 0], [0.9, 1]),
  'dossiers.parts': fc.shuffledSubarray(PARTS),
  'dossiers.parts.title': numbered('Une partie'),
  'dossiers.parts.topics': fc.subarray(TOPICS, { minLength: 1 }),
  'dossiers.dates': fc.shuffledSubarray(KEY_DATES),
  'dossiers.dates.date': fc.constantFrom('2014-05-20', '2014-05-19', '21.05.2014', '2014-05', 2013),
  'dossiers.dates.text': numbered('Un événement'),
  'dossiers.formerly': FORMERLY,

  authors: fc.shuffledSubarray(AUTHORS),
  'authors.slug': oftenFrom(['zoe-li', 'claire-morel', 'culture']),
  'authors.name': fc.constantFrom('Zoé Li', 'Claire Morel', '林薇'),
  'authors.role': fc.option(numbered('Une fonction')),
  'authors.biography': fc.option(numbered('Une vie')),
  'authors.portrait': fc.constantFrom(null, 'a.png', 'b.png'),
  'authors.formerly': oftenFrom<readonly string[]>([[], [], ['zoe'], ['claire-morel']]),

  mostRead: fc.constantFrom(null, MOST_READ),
  'mostRead.date': reading,
  /** Of which articles: an owner's player makes addresses of them. */
  'mostRead.addresses': fc.uniqueArray(fc.nat(14), { maxLength: 4 }),

  weather: fc.constantFrom(null, WEATHER),
  'weather.date': reading,
  'weather.source': fc.constantFrom('Météo', 'Météo du soir', 'Open-Meteo'),
  'weather.cities': fc.shuffledSubarray(CITIES, { minLength: 1 }),
  'weather.cities.slug': fc.constantFrom('beijing', 'paris', 'rabat'),
  'weather.cities.name': numbered('Une ville'),
  'weather.cities.date': fc.constantFrom(...READINGS, '2014-05-20T12:00+08:00'),
  'weather.cities.source': fc.constantFrom('Météo', 'Open-Meteo', 'MET Norway'),
  'weather.cities.timeZone': fc.constantFrom('Asia/Shanghai', 'Europe/Paris', 'America/Los_Angeles'),
  'weather.cities.days': fc.constantFrom(DAYS, DAYS.slice(0, 1)),
  'weather.cities.days.day': fc.constantFrom('2014-05-20', '2014-05-21', '2014-05-22'),
  'weather.cities.days.sky': fc.constantFrom('very-cloudy', 'clear', 'rain'),
  'weather.cities.days.night': fc.constantFrom(null, 'clear', 'rain'),
  'weather.cities.days.high': count(20, 22),
  'weather.cities.days.low': count(14, 16),
  'weather.cities.asked': fc.constantFrom(null, ASKED),
  'weather.cities.asked.latitude': fc.constantFrom(-8.5, 39.9),
  'weather.cities.asked.longitude': fc.constantFrom(-17.4, 116.4),
  'weather.cities.asked.notBefore': fc.constantFrom(null, ...READINGS),
  'weather.cities.asked.lastModified': fc.constantFrom(null, 'Tue, 20 May 2014 06:00:00 GMT'),

  polls: fc.shuffledSubarray(POLLS),
  'polls.slug': fc.constantFrom('transport', 'mondial', 'culture'),
  'polls.question': numbered('Une question'),
  'polls.choices': fc.shuffledSubarray([...CHOICES, { slug: 'peut-etre', text: 'Peut-être' }], {
    minLength: 2,
  }),
  'polls.choices.slug': fc.constantFrom('oui', 'non', 'jamais'),
  'polls.choices.text': numbered('Un choix'),
  'polls.opens': fc.constantFrom('2013-12-01T08:00', '2014-05-19T08:00', '2014-05-20T16:00'),
  'polls.closes': fc.constantFrom('2014-05-20T15:45', '2014-05-20T18:00', '2014-05-22T00:00'),
  'polls.results': fc.constantFrom('always', 'voted', 'closed'),

  pollTotals: fc.constantFrom(null, TOTALS),
  'pollTotals.date': reading,
  'pollTotals.counted': fc.record({ transport: reading }, { requiredKeys: [] }),
  'pollTotals.votes': fc.record({ transport: vote, mondial: vote }, { requiredKeys: ['transport'] }),

  proof: fc.constantFrom(null, PROOF),
  'proof.date': reading,
  'proof.commit': fc.constantFrom(null, 'a'.repeat(40), 'b'.repeat(40)),
  'proof.pages': count(0, 3),
  'proof.files': count(0, 3),
  'proof.rules': fc.shuffledSubarray(PROOF.rules),
  'proof.rules.rule': fc.constantFrom('dead-link', 'typography', 'headers'),
  'proof.rules.severity': fc.constantFrom('error', 'warning'),
  'proof.rules.looked': count(0, 3),
  'proof.rules.found': count(0, 3),
  'proof.rules.examples': fc.shuffledSubarray(PROOF.rules[1]!.examples),
  'proof.rules.examples.what': numbered('Une faute'),
  'proof.rules.examples.pages': count(1, 3),
  'proof.rules.examples.first': fc.constantFrom('/', '/chine/'),
} satisfies RandomFields<DataOfSite>;

/** What lists of `site.yaml` hold before a field of theirs is written. */
export const SITE_GROUPS = {
  editions: EDITIONS,
  weatherCities: WEATHER_CITIES,
  logFields: LOG_FIELDS,
  security: SECURITY,
} as const;

/** The files of _data beside `site.yaml`; what they hold before a field of theirs is written. */
export const DATA_FILES = {
  sections: { file: 'sections.yaml', sample: SECTIONS },
  topics: { file: 'topics.yaml', sample: ALL_TOPICS },
  dossiers: { file: 'dossiers.yaml', sample: ALL_DOSSIERS },
  authors: { file: 'authors.yaml', sample: AUTHORS },
  mostRead: { file: 'most-read.json', sample: MOST_READ },
  weather: { file: 'weather.json', sample: WEATHER },
  polls: { file: 'polls.yaml', sample: POLLS },
  pollTotals: { file: 'poll-totals.json', sample: TOTALS },
  proof: { file: 'proof.json', sample: PROOF },
} satisfies Record<
  Exclude<GroupName<DataOfSite>, keyof typeof SITE_GROUPS>,
  { readonly file: string; readonly sample: unknown }
>;
