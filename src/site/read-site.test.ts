import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { SITE_RULES } from '../pages/site-rules.ts';
import { compareProblems, type Problem } from '../problem/problem.ts';
import { readSite } from './read-site.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const good: Files = {
  'site.yaml': `name: Le Quai
description: Les nouvelles du port.
baseUrl: https://lequai.example
timeZone: Europe/Paris
`,
  'sections.yaml': `- slug: port
  name: Port
- slug: ville
  name: Ville
`,
};

const scratch = mkdtempSync(path.join(tmpdir(), 'quotidien-site-'));
after(() => rmSync(scratch, { recursive: true }));
let count = 0;

/** A data folder of these files; an empty name means none. */
function dataFolder(files: Files): string {
  count += 1;
  const folder = path.join(scratch, String(count));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

function siteOf(files: Files, hasPage?: (slug: string) => boolean) {
  const site = readSite(dataFolder(files), SITE_RULES, hasPage);
  assert.ok(site.ok, JSON.stringify(site));
  return site.value;
}

function problemsOf(files: Files): readonly Problem[] {
  const site = readSite(dataFolder(files), SITE_RULES);
  assert.ok(!site.ok, 'these files should have problems');
  return site.problems;
}

/** The good site file with one line replaced, or added at the end. */
function siteWith(line: string): Files {
  const key = line.slice(0, line.indexOf(':') + 1);
  const lines = (good['site.yaml'] as string).trimEnd().split('\n');
  const at = lines.findIndex(other => other.startsWith(key));
  if (at === -1) lines.push(line);
  else lines[at] = line;
  return { ...good, 'site.yaml': `${lines.join('\n')}\n` };
}

test('a site of two small files has usual numbers, no topics, no dossiers and no list of the most read', () => {
  assert.deepEqual(siteOf(good), {
    name: 'Le Quai',
    description: 'Les nouvelles du port.',
    baseUrl: 'https://lequai.example',
    authority: 'lequai.example,2026',
    typedFolder: '',
    timeZone: 'Europe/Paris',
    locale: 'fr',
    firstCrumb: null,
    editions: [],
    clock: null,
    furnitureArticles: 500,
    furnitureMode: 'client',
    socialCards: 30,
    newsCrops: 30,
    graceDays: 30,
    sectionLength: 24,
    sectionDepth: 100,
    homeSectionLength: 5,
    topicLength: 60,
    dossierLength: 100,
    feedLength: 30,
    picksLength: 6,
    flashHours: 24,
    weatherHours: 12,
    weatherCities: [],
    weatherProvider: 'open-meteo',
    weatherContact: null,
    mostReadHours: 48,
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
    furniture: SITE_RULES.furniture,
    host: 'none',
    style: 'agence',
    stylePage: false,
    pageData: {},
    snapshotTurns: [],
    sections: [
      { slug: 'port', name: 'Port', description: null, layout: 'list', formerly: [] },
      { slug: 'ville', name: 'Ville', description: null, layout: 'list', formerly: [] },
    ],
    topics: [],
    dossiers: [],
    authors: [],
    mostRead: null,
    weather: null,
    polls: [],
    pollTotals: null,
    proof: null,
  });
});

test('every file may be there, as .yaml, .yml or .json', () => {
  const site = siteOf({
    'site.json': JSON.stringify({
      name: 'Le Quai',
      description: 'Les nouvelles du port.',
      baseUrl: 'https://lequai.example/',
      timeZone: 'Asia/Shanghai',
      locale: 'fr-CA',
      clock: '20.05.2014 15h30',
      feedLength: 7,
    }),
    'sections.yml': '- { slug: port, name: Port, description: Les quais., layout: grid }\n',
    'topics.json': '[{"slug": "grues", "name": "Grues"}]',
    'dossiers.yaml':
      '- { slug: chantier, title: Le chantier, standfirst: Trois ans., running: false, formerly: [] }\n',
    'most-read.json': '{\n\t"date": "2014-05-20T15:00",\n\t"addresses": ["/port/2014/05/20/titre.html"]\n}\n',
  });
  assert.equal(site.baseUrl, 'https://lequai.example');
  assert.equal(site.locale, 'fr-CA');
  assert.equal(site.clock, Date.parse('2014-05-20T15:30:00+08:00'));
  assert.equal(site.feedLength, 7);
  assert.deepEqual(site.sections, [
    { slug: 'port', name: 'Port', description: 'Les quais.', layout: 'grid', formerly: [] },
  ]);
  assert.deepEqual(site.topics, [{ slug: 'grues', name: 'Grues', formerly: [] }]);
  assert.deepEqual(site.dossiers, [
    {
      slug: 'chantier',
      title: 'Le chantier',
      standfirst: 'Trois ans.',
      running: false,
      image: null,
      parts: [],
      dates: [],
      formerly: [],
    },
  ]);
  assert.deepEqual(site.mostRead, {
    date: Date.parse('2014-05-20T15:00:00+08:00'),
    addresses: ['/port/2014/05/20/titre.html'],
  });
});

test('weather, polls and totals are facts of data files too', () => {
  const site = siteOf({
    ...siteWith('participation: https://avis.lequai.example:8443'),
    'weather.yaml': `date: 2014-05-20T14:00
source: L'observatoire
cities:
  - slug: paris
    name: Paris
    days:
      - { day: 2014-05-20, sky: rain, high: 19, low: 11 }
      - { day: 2014-05-22, sky: clear, high: -3, low: -3 }
`,
    'polls.yaml': `- slug: grues
  question: Faut-il d'autres grues ?
  choices: [{ slug: oui, text: Oui }, { slug: non, text: Non }]
  opens: 2014-05-20
  closes: 27.05.2014 18h00
`,
    'poll-totals.json':
      '{"date": "2014-05-20T15:00+08:00", "votes": {"grues": {"oui": 3, "peut-etre": 1}, "ancien": {"a": 0}}}',
  });
  assert.equal(site.participation, 'https://avis.lequai.example:8443');
  assert.deepEqual(site.weather, {
    date: Date.parse('2014-05-20T14:00:00+02:00'),
    source: 'L’observatoire',
    cities: [
      {
        slug: 'paris',
        name: 'Paris',
        date: Date.parse('2014-05-20T14:00:00+02:00'),
        source: 'L’observatoire',
        timeZone: 'Europe/Paris',
        days: [
          { day: '2014-05-20', sky: 'rain', night: null, high: 19, low: 11 },
          { day: '2014-05-22', sky: 'clear', night: null, high: -3, low: -3 },
        ],
        asked: null,
      },
    ],
  });
  assert.deepEqual(site.polls, [
    {
      slug: 'grues',
      question: 'Faut-il d’autres grues\u202f?',
      choices: [
        { slug: 'oui', text: 'Oui' },
        { slug: 'non', text: 'Non' },
      ],
      opens: Date.parse('2014-05-20T00:00:00+02:00'),
      closes: Date.parse('2014-05-27T18:00:00+02:00'),
      results: 'always',
    },
  ]);
  assert.deepEqual(site.pollTotals, {
    date: Date.parse('2014-05-20T15:00:00+08:00'),
    counted: {},
    votes: { grues: { oui: 3, 'peut-etre': 1 }, ancien: { a: 0 } },
  });
});

test('texts for readers are set in French typography, on one line', () => {
  const site = siteOf({
    ...good,
    ...siteWith("description: >-\n  Le port\n  vu d'en haut : grues et quais"),
    'topics.yaml': '- { slug: air, name: "L\'air  de la ville" }\n',
  });
  assert.equal(site.description, 'Le port vu d’en haut\u00a0: grues et quais');
  assert.equal(site.topics[0]?.name, 'L’air de la ville');
});

test('the site’s folder keeps its letters and loses its last slash', () => {
  const baseUrlOf = (text: string): string => siteOf(siteWith(`baseUrl: ${text}`)).baseUrl;
  assert.equal(baseUrlOf('https://LeQuai.example/Journal/'), 'https://lequai.example/Journal');
  assert.equal(baseUrlOf('https://lequai.example/presse/journal//'), 'https://lequai.example/presse/journal');
});

test('the folder can be typed unless a section, a page or the portal has its name', () => {
  const typedFolderOf = (folder: string, hasPage = (_: string) => false): string =>
    siteOf(siteWith(`baseUrl: https://lequai.example${folder}`), hasPage).typedFolder;
  assert.equal(typedFolderOf('/journal'), '/journal');
  assert.equal(typedFolderOf(''), '');
  assert.equal(typedFolderOf('/port'), '');
  assert.equal(typedFolderOf('/archives'), '');
  assert.equal(typedFolderOf('/images'), '');
  assert.equal(
    typedFolderOf('/journal', name => name === 'journal'),
    '',
  );
});

test('addresses of the most read may be those that readers ask for, below the folder', () => {
  const { mostRead } = siteOf({
    ...siteWith('baseUrl: https://lequai.example/port'),
    'most-read.json': JSON.stringify({
      date: '2014-05-20T15:00',
      addresses: [
        '/port/ville/2014/05/20/a.html',
        '/port/2014/05/20/b.html',
        '/port/port/2014/05/20/c.html',
        '/ville/2014/05/20/d.html',
      ],
    }),
  });
  assert.deepEqual(mostRead?.addresses, [
    '/ville/2014/05/20/a.html',
    '/port/2014/05/20/b.html',
    '/port/2014/05/20/c.html',
    '/ville/2014/05/20/d.html',
  ]);
});

test('a dossier runs unless the file says that it does not', () => {
  const site = siteOf({ ...good, 'dossiers.yaml': '- { slug: a, title: A, standfirst: B. }\n' });
  assert.equal(site.dossiers[0]?.running, true);
});

const goodLines = [
  'baseUrl: http://localhost:8080/',
  'baseUrl: HTTPS://LEQUAI.EXAMPLE//',
  'baseUrl: https://lequai.example/le-journal_2/v1.0',
  'timeZone: UTC',
  'timeZone: America/Argentina/Buenos_Aires',
  'timeZone: Etc/GMT+8',
  'locale: fr',
  'locale: fr-FR',
  'clock: null',
  'clock: 2014-05-20T15:30:00+08:00',
  'clock: 2014-05-20T15:30',
  'clock: 2014-05-20',
  'furnitureArticles: 0',
  'picksLength: 0',
  'flashHours: 720',
  'weatherHours: 168',
  'mostReadHours: 1',
  'mostReadWindow: 168',
  'mostReadHalfLife: 1',
  'logs: [/var/log/nginx/access.log, logs/*.gz]',
  'mostReadService: plausible',
  'logFields: { time: ts, client: geo.ip, method: m, url: u, status: s, agent: a, purpose: p }',
  'participation: null',
  'participation: http://localhost:8090',
];
for (const line of goodLines) {
  test(`the site file may say « ${line} »`, () => {
    siteOf(siteWith(line));
  });
}

test('files of other names are the owner’s, and what is not data is left alone, whatever it holds', () => {
  siteOf({
    ...good,
    'agences.yaml': '- &a Xinhua\n- *a\n',
    'site.yaml.bak': '',
    'most-read.csv': 'a;b',
  });
});

interface Bad {
  readonly files: Files;
  /** file:line, then the rule. */
  readonly at: string;
  /** Part of the message. */
  readonly says: string;
}

const list = 'sections.yaml';
const without = (name: string): Files =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
const sections = (text: string): Files => ({ ...good, [list]: text });
const topics = (text: string): Files => ({ ...good, 'topics.yaml': text });
const dossiers = (text: string): Files => ({ ...good, 'dossiers.yaml': text });
const mostRead = (text: string): Files => ({ ...good, 'most-read.json': text });
const read = (...addresses: string[]): Files =>
  mostRead(JSON.stringify({ date: '2014-05-20T15:00', addresses }, null, 1));

const bad: readonly Bad[] = [
  // What is not there, or there twice, or unreadable.
  { files: {}, at: 'sections.yaml:1 missing-file', says: 'rubriques' },
  { files: without('site.yaml'), at: 'site.yaml:1 missing-file', says: 'Ce fichier manque' },
  { files: without(list), at: 'sections.yaml:1 missing-file', says: 'liste des rubriques' },
  {
    files: { ...good, 'site.json': '{}' },
    at: 'site.json:1 two-forms',
    says: '« site.yaml » et « site.json »',
  },
  {
    files: { ...good, 'topics.yml': '', 'topics.json': '' },
    at: 'topics.json:1 two-forms',
    says: 'gardez l’un',
  },
  {
    files: { ...good, 'site.yaml': new Uint8Array([0x6e, 0xff, 0x0a]) },
    at: 'site.yaml:1 not-utf-8',
    says: 'UTF-8',
  },
  { files: { ...good, 'site.yaml': '' }, at: 'site.yaml:1 empty-file', says: '' },
  { files: sections(''), at: 'sections.yaml:1 empty-file', says: '' },
  { files: topics('# rien\n'), at: 'topics.yaml:1 empty-file', says: '' },
  // YAML that isn't.
  { files: siteWith('name: "Le Quai'), at: 'site.yaml:1 yaml-quotes', says: 'guillemet' },
  { files: siteWith('name: !!js/function x'), at: 'site.yaml:1 yaml-tag', says: '' },
  { files: siteWith('name: &a Quai'), at: 'site.yaml:1 yaml-alias', says: '' },
  {
    files: { ...good, 'site.yaml': `${good['site.yaml']}name: Encore\n` },
    at: 'site.yaml:5 duplicate-key',
    says: '« name »',
  },
  { files: topics('- slug: a\n\tname: A\n'), at: 'topics.yaml:2 yaml-tab', says: 'tabulation' },
  { files: mostRead('{"date": "2014-05-20"'), at: 'most-read.json:1 yaml-bracket', says: '' },
  // The site's own texts.
  {
    files: { ...good, 'site.yaml': 'name: Le Quai\n' },
    at: 'site.yaml:1 missing-field',
    says: '« baseUrl »',
  },
  { files: siteWith('nom: Le Quai'), at: 'site.yaml:5 unknown-field', says: '« nom »' },
  { files: siteWith('homeSectionLenght: 4'), at: 'site.yaml:5 unknown-field', says: '« homeSectionLength »' },
  { files: siteWith('name: ""'), at: 'site.yaml:1 empty-field', says: '' },
  { files: siteWith('name: "   "'), at: 'site.yaml:1 empty-field', says: '' },
  { files: siteWith(`name: ${'a'.repeat(61)}`), at: 'site.yaml:1 too-long', says: '60' },
  { files: siteWith('name: [Le, Quai]'), at: 'site.yaml:1 wrong-type', says: '' },
  { files: siteWith(`description: ${'a '.repeat(200)}`), at: 'site.yaml:2 too-long', says: '300' },
  // The base address.
  { files: siteWith('baseUrl: lequai.example'), at: 'site.yaml:3 base-url', says: '« https:// »' },
  { files: siteWith('baseUrl: ftp://lequai.example'), at: 'site.yaml:3 base-url', says: '« https:// »' },
  { files: siteWith('baseUrl: https://lequai.example/?a=1'), at: 'site.yaml:3 base-url', says: '« ? »' },
  { files: siteWith('baseUrl: "https://lequai.example/#haut"'), at: 'site.yaml:3 base-url', says: '« # »' },
  ...[
    'https://lequai.example//journal',
    'https://lequai.example/le//journal',
    'https://lequai.example/../journal',
    'https://lequai.example/./journal',
    'https://lequai.example/%2e%2e/journal',
    'https://lequai.example/.journal',
    'https://lequai.example/journal été'.replace(' ', '-'),
    'https://lequai.example/index.html',
    'https://lequai.example/journal/index.PHP',
    'https://lequai.example/a&b',
  ].map(url => ({ files: siteWith(`baseUrl: "${url}"`), at: 'site.yaml:3 base-url', says: 'dossier' })),
  ...[
    'https://lequai.example/le journal',
    'https://lequai.example/journal?a=1',
    'https://lequai.example/journal#haut',
    'https://lequai.example\\\\journal',
    'lequai.example/journal',
    '/journal',
    'https:///journal',
  ].map(url => ({ files: siteWith(`baseUrl: "${url}"`), at: 'site.yaml:3 base-url', says: '« https:// »' })),
  { files: siteWith('baseUrl: https://'), at: 'site.yaml:3 base-url', says: '« https:// »' },
  { files: siteWith('baseUrl: https:/lequai.example'), at: 'site.yaml:3 base-url', says: '« https:// »' },
  { files: siteWith('baseUrl: https://le quai.example'), at: 'site.yaml:3 base-url', says: '« https:// »' },
  {
    files: siteWith('baseUrl: https://moi:secret@lequai.example'),
    at: 'site.yaml:3 base-url',
    says: '« https:// »',
  },
  {
    files: siteWith('baseUrl: https://lequai.example:99999'),
    at: 'site.yaml:3 base-url',
    says: '« https:// »',
  },
  // Time zone, locale, clock.
  { files: siteWith('timeZone: Asia/Pékin'), at: 'site.yaml:4 time-zone', says: 'Europe/Paris' },
  { files: siteWith('timeZone: Europe/Lutece'), at: 'site.yaml:4 time-zone', says: 'Europe/Paris' },
  { files: siteWith('timeZone: "+08:00"'), at: 'site.yaml:4 time-zone', says: 'Europe/Paris' },
  { files: siteWith('timeZone: EST'), at: 'site.yaml:4 time-zone', says: 'Europe/Paris' },
  { files: siteWith('timeZone: local'), at: 'site.yaml:4 time-zone', says: 'Europe/Paris' },
  { files: siteWith('timeZone: 8'), at: 'site.yaml:4 wrong-type', says: '' },
  { files: siteWith('locale: en'), at: 'site.yaml:5 locale', says: 'fr-CA' },
  { files: siteWith('locale: fr-fr'), at: 'site.yaml:5 locale', says: 'capitales' },
  { files: siteWith('locale: français'), at: 'site.yaml:5 locale', says: 'capitales' },
  { files: siteWith('clock: hier'), at: 'site.yaml:5 bad-date', says: 'retirez la ligne' },
  { files: siteWith('clock: 2014-02-30T12:00'), at: 'site.yaml:5 bad-date', says: 'n’existe pas' },
  { files: siteWith('clock: 31.04.2014 10h00'), at: 'site.yaml:5 bad-date', says: 'n’existe pas' },
  { files: siteWith('clock: true'), at: 'site.yaml:5 wrong-type', says: '' },
  // Numbers.
  { files: siteWith('feedLength: 0'), at: 'site.yaml:5 too-small', says: '1' },
  { files: siteWith('feedLength: 101'), at: 'site.yaml:5 too-large', says: '100' },
  { files: siteWith('sectionLength: 2.5'), at: 'site.yaml:5 wrong-type', says: '' },
  { files: siteWith('sectionLength: "24"'), at: 'site.yaml:5 wrong-type', says: '' },
  { files: siteWith('furnitureArticles: -1'), at: 'site.yaml:5 too-small', says: '' },
  { files: siteWith('flashHours: .inf'), at: 'site.yaml:5 wrong-type', says: '' },
  { files: siteWith('picksLength: null'), at: 'site.yaml:5 empty-field', says: '' },
  // Sections.
  { files: sections('[]'), at: 'sections.yaml:1 too-few', says: '' },
  { files: sections('chine: Chine\n'), at: 'sections.yaml:1 not-a-list', says: '' },
  { files: sections('- Chine\n'), at: 'sections.yaml:1 wrong-type', says: '' },
  { files: sections('- name: Port\n'), at: 'sections.yaml:1 missing-field', says: '« slug »' },
  { files: sections('- slug: port\n'), at: 'sections.yaml:1 missing-field', says: '« name »' },
  {
    files: sections('- slug: port\n  name: Port\n  color: red\n'),
    at: 'sections.yaml:3 unknown-field',
    says: '« color »',
  },
  {
    files: sections('- slug: Économie\n  name: Économie\n'),
    at: 'sections.yaml:1 bad-slug',
    says: 'economie',
  },
  { files: sections('- slug: ../port\n  name: Port\n'), at: 'sections.yaml:1 bad-slug', says: '' },
  { files: sections('- slug: aux\n  name: Aux\n'), at: 'sections.yaml:1 bad-slug', says: '' },
  { files: sections('- slug: ""\n  name: Port\n'), at: 'sections.yaml:1 empty-field', says: 'vide' },
  {
    files: sections('- slug: port\n  name: Port\n- slug: port\n  name: Ports\n'),
    at: 'sections.yaml:3 duplicate-slug',
    says: '« port »',
  },
  ...[...SITE_RULES.reserved].map(slug => ({
    files: sections(`- slug: port\n  name: Port\n- name: Autre\n  slug: "${slug}"\n`),
    at: 'sections.yaml:4 reserved-address',
    says: `« /${slug}/ » est réservée`,
  })),
  // Topics and dossiers.
  {
    files: topics('- slug: air\n  name: Air\n- slug: eau\n  name: Eau\n- name: Air\n  slug: air\n'),
    at: 'topics.yaml:6 duplicate-slug',
    says: 'nº 1',
  },
  {
    files: topics('- slug: qualité-de-l’air\n  name: Air\n'),
    at: 'topics.yaml:1 bad-slug',
    says: 'qualite-de-l-air',
  },
  { files: topics('- slug: air\n  name: ""\n'), at: 'topics.yaml:2 empty-field', says: '' },
  { files: dossiers('- slug: a\n  title: A\n'), at: 'dossiers.yaml:1 missing-field', says: '« standfirst »' },
  {
    files: dossiers('- { slug: a, title: A, standfirst: B }\n- { slug: a, title: A, standfirst: B }\n'),
    at: 'dossiers.yaml:2 duplicate-slug',
    says: '« a »',
  },
  {
    files: dossiers('- { slug: a, title: A, standfirst: B, running: oui }\n'),
    at: 'dossiers.yaml:1 wrong-type',
    says: '',
  },
  {
    files: dossiers(`- { slug: a, title: A, standfirst: ${'b'.repeat(601)} }\n`),
    at: 'dossiers.yaml:1 too-long',
    says: '600',
  },
  // The articles most read.
  { files: mostRead('[]'), at: 'most-read.json:1 not-a-mapping', says: '' },
  { files: mostRead('{"addresses": []}'), at: 'most-read.json:1 missing-field', says: '« date »' },
  {
    files: mostRead('{\n"date": "2014-05-20T25:00",\n"addresses": []}'),
    at: 'most-read.json:2 bad-date',
    says: 'n’existe pas',
  },
  {
    files: read('chine/2014/05/20/titre.html'),
    at: 'most-read.json:4 article-address',
    says: '/chine/2014/05/20/titre.html',
  },
  {
    files: read('https://lequai.example/port/2014/05/20/titre.html'),
    at: 'most-read.json:4 article-address',
    says: 'sans le nom du site',
  },
  {
    files: read('/port/2014/05/20/a.html', '/port/2014/05/20/a.html#fin'),
    at: 'most-read.json:5 article-address',
    says: '',
  },
  { files: read('/'), at: 'most-read.json:4 article-address', says: '' },
  { files: read('/port/../../05/20/a.html'), at: 'most-read.json:4 article-address', says: '' },
  {
    files: read('/port/2014/05/20/a.html', '/port/2014/05/20/a.html'),
    at: 'most-read.json:5 duplicate-address',
    says: 'déjà',
  },
];

/** Words of the parser and of the schema library that no editor should meet. */
const english =
  /\b(?:invalid|expected|unexpected|received|required|unrecognized|must|cannot|error|too (?:small|big))\b/i;

/** The line that `at` points to, as the editor wrote it. */
function lineAt(files: Files, at: string): string {
  const [file = '', line] = at.split(/[: ]/);
  const content = files[file];
  return typeof content === 'string' ? (content.split('\n')[Number(line) - 1] ?? '') : '';
}

for (const { files, at, says } of bad) {
  test(`who writes « ${lineAt(files, at)} » is told where: ${at}, and what: ${says}`, () => {
    const problems = problemsOf(files);
    const found = problems.find(({ file, line, rule }) => `${file}:${line} ${rule}`.startsWith(at));
    assert.ok(found, `${at} not among ${JSON.stringify(problems, null, 1)}`);
    const messages = problems.map(({ message }) => message.replace(/[\u00a0\u202f]/g, ' '));
    assert.ok(
      messages.some(message => message.includes(says)),
      `« ${says} » not in ${messages.join('\n')}`,
    );
    for (const message of messages) assert.doesNotMatch(message, english);
  });
}

test('the mistakes of all files are shown in one run, in order', () => {
  const problems = problemsOf({
    'site.yaml':
      'name: Le Quai\ndescription: Le port.\nbaseUrl: quai\ntimeZone: Mars/Base\nclock: hier\ncolor: red\n',
    'sections.yaml': '- slug: meteo\n- slug: port\n  name: Port\n- slug: port\n  name: ""\n',
    'topics.yaml': '- slug: É\n',
    'dossiers.yaml': '- {}\n',
    'most-read.json': '{"date": "hier", "addresses": ["x"]}',
  });
  assert.deepEqual([...problems].sort(compareProblems), problems);
  const places = new Set(problems.map(({ file, line }) => `${file}:${line}`));
  for (const place of [
    'site.yaml:3',
    'site.yaml:4',
    'site.yaml:5',
    'site.yaml:6',
    'sections.yaml:1',
    'sections.yaml:4',
    'sections.yaml:5',
    'topics.yaml:1',
    'dossiers.yaml:1',
    'most-read.json:1',
  ]) {
    assert.ok(places.has(place), `${place} not in ${[...places].join(' ')}`);
  }
});

test('a data folder that is not there is one problem', () => {
  const site = readSite(path.join(scratch, 'nowhere'), SITE_RULES);
  assert.ok(!site.ok);
  assert.deepEqual(
    site.problems.map(({ file, rule }) => [file, rule]),
    [['site.yaml', 'missing-file']],
  );
});

test('a folder named like a data file is a problem', () => {
  const folder = dataFolder(good);
  mkdirSync(path.join(folder, 'topics.yaml'));
  const site = readSite(folder, SITE_RULES);
  assert.ok(!site.ok);
  assert.equal(site.problems[0]?.rule, 'unreadable-file');
});

test('the demonstration’s own data has no problem', () => {
  const site = readSite(fileURLToPath(new URL('../../_data', import.meta.url)), SITE_RULES);
  assert.ok(site.ok, JSON.stringify(site));
  assert.equal(site.value.clock, Date.parse('2014-05-20T15:30:00+08:00'));
  assert.equal(site.value.sections.length, 10);
  assert.equal(site.value.mostRead?.addresses.length, 8);
  assert.deepEqual(site.value.weather?.cities[0]?.days[0], {
    day: '2014-05-20',
    sky: 'very-cloudy',
    night: null,
    high: 28,
    low: 16,
  });
  for (const { slug, choices } of site.value.polls) {
    const counted: readonly string[] = Object.keys(site.value.pollTotals?.votes[slug] ?? {});
    assert.deepEqual(
      counted,
      choices.map(choice => choice.slug),
      slug,
    );
  }
});

test('no text in any data file makes the reader throw, and every problem has a place in the file', () => {
  const folder = dataFolder({});
  const optional = ['topics', 'dossiers', 'most-read', 'weather', 'polls', 'poll-totals'];
  const piece = fc.constantFrom(
    '- ',
    'slug: ',
    'name: ',
    'port',
    '\n',
    '  ',
    '"',
    "'",
    ': ',
    '[',
    '{',
    '}',
    ']',
    '&a ',
    '*a',
    '!!x ',
    '#',
    '\t',
    '---\n',
    '|\n',
    '>',
    '\u0000',
    '\ufeff',
    '\u202e',
    '2014-05-20',
    'date: ',
    'addresses: ',
    'cities: ',
    'choices: ',
    'votes: ',
    'null',
    '1e999',
    '\\',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('site', 'sections', ...optional), (content, name) => {
      for (const [file, usual] of Object.entries(good)) writeFileSync(path.join(folder, file), usual);
      for (const other of optional) rmSync(path.join(folder, `${other}.yaml`), { force: true });
      writeFileSync(path.join(folder, `${name}.yaml`), content);
      const site = readSite(folder, SITE_RULES);
      if (site.ok) return;
      assert.ok(site.problems.length > 0);
      const lines = content.split(/\r\n?|\n/).length;
      for (const { file, line, column } of site.problems) {
        assert.equal(file, `${name}.yaml`);
        assert.ok(line >= 1 && line <= lines && column >= 1, `${line}:${column} of ${lines} lines`);
      }
    }),
    howMany('data files'),
  );
});

test('the articles most read of the demonstration are in its content', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const site = readSite(path.join(root, '_data'), SITE_RULES);
  assert.ok(site.ok);
  for (const address of site.value.mostRead?.addresses ?? []) {
    const [, section, year, month, , name] = address.split('/');
    const file = path.join(
      root,
      'content/articles',
      `${year}/${month}`,
      `${path.basename(`${name}`, '.html')}.md`,
    );
    assert.match(readFileSync(file, 'utf8'), new RegExp(`^section: ${section}$`, 'm'), address);
  }
});
