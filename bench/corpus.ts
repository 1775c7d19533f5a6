// A number and a seed become the content and data folders of a portal with so many articles, always with the same bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY, HOUR, MINUTE } from '../src/time/durations.ts';
import { body, headline, summary } from './prose.ts';
import { between, oneOf, type Random, randomFrom } from './random.ts';

export interface CorpusOptions {
  readonly articles: number;
  readonly seed: number;
  /** How many articles a page of a dossier lists, if not as many as where nobody says it. */
  readonly dossierLength?: number;
}

/** Our own where nobody says it (`src/site/site-schema.ts`). */
export const DOSSIER_LENGTH = 100;

/** One article, from which each program gets a file. */
export interface CorpusArticle {
  readonly slug: string;
  readonly title: string;
  readonly source: string;
  /** Milliseconds since 1970. All dates differ, so that the order of articles does not depend on how a program breaks ties. */
  readonly date: number;
  readonly section: string;
  readonly summary: string;
  readonly author: string | null;
  readonly place: string;
  readonly topics: readonly string[];
  readonly dossiers: readonly string[];
  readonly flash: true | { readonly text: string; readonly until: number } | null;
  readonly pick: boolean;
  readonly priority: number;
  /** Markdown. */
  readonly body: string;
}

/** This zone has had the same offset since 1991, so this file needs no time zone database. */
export const TIME_ZONE = 'Asia/Shanghai';
const OFFSET = 8 * HOUR;

/** The instant at which the portal's clock is stopped: 20 May 2014, 15:30. */
export const CLOCK = Date.UTC(2014, 4, 20, 15, 30) - OFFSET;

export const PORTAL = {
  name: "Banc d'essai",
  description: "Un portail d'articles fabriqués, qui sert à mesurer la construction du site.",
  baseUrl: 'https://banc.example',
} as const;

export const SECTIONS = [
  { slug: 'chine', name: 'Chine' },
  { slug: 'monde', name: 'Monde' },
  { slug: 'afrique', name: 'Afrique' },
  { slug: 'economie', name: 'Économie' },
  { slug: 'sciences', name: 'Sciences' },
  { slug: 'societe', name: 'Société' },
  { slug: 'culture', name: 'Culture' },
  { slug: 'sport', name: 'Sport' },
  { slug: 'environnement', name: 'Environnement' },
  { slug: 'voyages', name: 'Voyages' },
] as const;

export const TOPICS: readonly { readonly slug: string; readonly name: string }[] = Array.from(
  { length: 200 },
  (_, index) => ({ slug: `sujet-${index + 1}`, name: `Sujet ${index + 1}` }),
);

export const DOSSIERS = Array.from({ length: 6 }, (_, index) => ({
  slug: `dossier-${index + 1}`,
  title: `Le dossier ${index + 1}`,
  standfirst: `Tout ce qu'il faut savoir du dossier ${index + 1} : les faits, les dates et les lieux.`,
  running: index < 4,
}));

export const ABOUT = {
  slug: 'a-propos',
  title: 'À propos',
  description: 'Ce que sont ces articles et qui les a fabriqués.',
  body: "Ces articles sont **fabriqués par un programme** : aucun ne dit rien de vrai.\n\n## À quoi ils servent\n\nÀ comparer le temps et la mémoire que demande la construction d'un même site.\n",
} as const;

const SOURCES = ['Agence du Matin', 'Xinhua', 'La rédaction', 'Dépêches du Sud'] as const;
const AUTHORS = [
  'Claire Fontaine',
  'Marc Delorme',
  'Aïcha Benamar',
  'Li Wenhua',
  'Paul Estève',
  'Inès Carvalho',
] as const;
const PLACES = [
  'Pékin',
  'Shanghai',
  'Paris',
  'Dakar',
  'Genève',
  'Montréal',
  'Hanoï',
  'Alger',
  'Lyon',
  'Canton',
] as const;

/** Ten years. */
const DAYS = 3653;
const PARAGRAPHS = 8;
/** « Les articles les plus lus » are some of so many newest articles. */
const READ_AMONG = 40;
const MOST_READ = 8;

/** The articles, oldest first, one at a time, so that the memory needed does not grow with their number. */
export function* corpusArticles({ articles, seed }: CorpusOptions): Generator<CorpusArticle> {
  const random = randomFrom(seed);
  const topicOf = skewedChoice(TOPICS.map(({ slug }) => slug));
  const dayOf = workingDays();
  let last = 0;
  let earlier: string | null = null;
  for (let index = 0; index < articles; index++) {
    const date: number = Math.max(last + 1000, dayOf((index + random()) / articles));
    last = date;
    const place = oneOf(random, PLACES);
    const title = headline(random, place);
    const fromEnd = articles - 1 - index;
    const article: CorpusArticle = {
      slug: `${slugOf(title)}-${index + 1}`,
      title,
      source: oneOf(random, SOURCES),
      date,
      section: oneOf(random, SECTIONS).slug,
      summary: summary(random),
      author: random() < 0.5 ? oneOf(random, AUTHORS) : null,
      place,
      topics: severalOf(() => topicOf(random), between(random, 1, 3)),
      dossiers: random() < 0.05 ? [oneOf(random, DOSSIERS).slug] : [],
      flash: flashOf(random, fromEnd, title),
      pick: random() < 0.03,
      priority: random() < 0.06 ? between(random, 1, 5) : 0,
      body: body(random, PARAGRAPHS, earlier),
    };
    earlier = articleAddress(article);
    yield article;
  }
}

/** Two articles are in the ticker at the clock's instant in a corpus of any size. One in a hundred of the others was in it before. */
function flashOf(random: Random, fromEnd: number, title: string): CorpusArticle['flash'] {
  const chosen = random() < 0.01;
  if (fromEnd === 2 || fromEnd === 5) return { text: title.slice(0, 100).trim(), until: CLOCK + 6 * HOUR };
  return chosen && fromEnd > 5 ? true : null;
}

/**
 * A function that turns a share of all articles (0 the oldest, 1 the newest) into an instant. A Saturday or Sunday gets less
 * than half the articles of a working day. The last day ends two hours before the clock's instant.
 */
function workingDays(): (share: number) => number {
  const lastDay = Math.floor((CLOCK + OFFSET) / DAY);
  const ends: number[] = [];
  let total = 0;
  for (let index = 0; index < DAYS; index++) {
    // 1 January 1970 was a Thursday.
    const weekday = (lastDay - (DAYS - 1) + index + 4) % 7;
    total += weekday === 0 || weekday === 6 ? 0.45 : 1;
    ends.push(total);
  }
  return share => {
    const at = share * total;
    const index = intervalAt(ends, at);
    const start = index === 0 ? 0 : ends[index - 1]!;
    const shareOfDay = (at - start) / (ends[index]! - start);
    const opens = (lastDay - (DAYS - 1) + index) * DAY - OFFSET + 6 * HOUR;
    const closes = index === DAYS - 1 ? CLOCK - 2 * HOUR : opens + 17 * HOUR;
    return Math.floor((opens + shareOfDay * (closes - opens)) / 1000) * 1000;
  };
}

/** A function that chooses the n-th of `choices` 1/n as often as the first (Zipf's law). */
function skewedChoice<T>(choices: readonly T[]): (random: Random) => T {
  const ends: number[] = [];
  let total = 0;
  choices.forEach((_, index) => {
    total += 1 / (index + 1);
    ends.push(total);
  });
  return random => choices[intervalAt(ends, random() * total)] as T;
}

/** The index of the first interval whose end is beyond `at`. */
function intervalAt(ends: readonly number[], at: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The different results of `count` calls of `choose`. */
function severalOf<T>(choose: () => T, count: number): T[] {
  const chosen = new Set<T>();
  for (let index = 0; index < count; index++) chosen.add(choose());
  return [...chosen];
}

function slugOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

/** The calendar day in the portal's zone: `2014-05-20`. */
export function dayOf(date: number): string {
  return new Date(date + OFFSET).toISOString().slice(0, 10);
}

/** ISO 8601 with the portal's offset: `2014-05-20T13:43:00+08:00`. */
export function isoDate(date: number): string {
  return `${new Date(date + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

export function articleAddress({
  section,
  date,
  slug,
}: Pick<CorpusArticle, 'section' | 'date' | 'slug'>): string {
  return `/${section}/${dayOf(date).replaceAll('-', '/')}/${slug}.html`;
}

/** The front matter as lines of YAML; a JSON string is a YAML string too. */
export function frontMatter(article: CorpusArticle): string {
  const { flash } = article;
  const lines = [
    `title: ${JSON.stringify(article.title)}`,
    `source: ${JSON.stringify(article.source)}`,
    `date: ${isoDate(article.date)}`,
    `section: ${article.section}`,
    `summary: ${JSON.stringify(article.summary)}`,
    `place: ${JSON.stringify(article.place)}`,
    `topics: [${article.topics.join(', ')}]`,
  ];
  if (article.author !== null) lines.push(`author: ${JSON.stringify(article.author)}`);
  if (article.dossiers.length > 0) lines.push(`dossiers: [${article.dossiers.join(', ')}]`);
  if (flash === true) lines.push('flash: true');
  else if (flash !== null)
    lines.push('flash:', `  text: ${JSON.stringify(flash.text)}`, `  until: ${isoDate(flash.until)}`);
  if (article.pick) lines.push('pick: true');
  if (article.priority > 0) lines.push(`priority: ${article.priority}`);
  return `${lines.join('\n')}\n`;
}

/** The folders of the corpus in `dir`, which a build takes as `--content` and `--data`. */
export function corpusFolders(dir: string): { readonly content: string; readonly data: string } {
  return { content: join(dir, 'content'), data: join(dir, '_data') };
}

/** Writes the folders `content` and `_data` of `dir`. It deletes `dir` first. */
export function writeCorpus(dir: string, options: CorpusOptions): void {
  rmSync(dir, { recursive: true, force: true });
  const { content, data } = corpusFolders(dir);
  const write = fileWriter();
  const newest: string[] = [];
  for (const article of corpusArticles(options)) {
    write(articleFile(content, article), `---\n${frontMatter(article)}---\n${article.body}`);
    newest.push(articleAddress(article));
    if (newest.length > READ_AMONG) newest.shift();
  }
  const { slug, title, description, body } = ABOUT;
  const about = `title: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\norder: 1\n`;
  write(join(content, 'pages', `${slug}.md`), `---\n${about}---\n\n${body}`);

  // As many articles carry the furniture as in the peers’ portals.
  const { dossierLength = DOSSIER_LENGTH } = options;
  const common = { timeZone: TIME_ZONE, locale: 'fr', clock: isoDate(CLOCK) };
  const site = { ...PORTAL, ...common, furnitureArticles: 30, dossierLength };
  write(join(data, 'site.yaml'), yamlLines(site));
  write(join(data, 'sections.yaml'), yamlList(SECTIONS));
  write(join(data, 'topics.yaml'), yamlList(TOPICS));
  write(join(data, 'dossiers.yaml'), yamlList(DOSSIERS));
  const addresses = newest.filter((_, index) => index % 4 === 0).slice(0, MOST_READ);
  write(
    join(data, 'most-read.json'),
    `${JSON.stringify({ date: isoDate(CLOCK - HOUR), addresses }, null, 2)}\n`,
  );
}

/** Writes an article newer than all others, a different one for each `number` (1 to 60). Gives the path of its file. */
export function writeNewArticle(dir: string, number: number): string {
  const random = randomFrom(-number);
  const title = headline(random, 'Pékin');
  const article: CorpusArticle = {
    slug: `${slugOf(title)}-nouveau-${number}`,
    title,
    source: SOURCES[0],
    date: CLOCK - 90 * MINUTE + number * MINUTE,
    section: SECTIONS[0].slug,
    summary: summary(random),
    author: AUTHORS[0],
    place: 'Pékin',
    topics: [TOPICS[0]!.slug, TOPICS[20]!.slug],
    dossiers: [DOSSIERS[0]!.slug],
    flash: null,
    pick: false,
    priority: 0,
    body: body(random, PARAGRAPHS, null),
  };
  const file = articleFile(corpusFolders(dir).content, article);
  fileWriter()(file, `---\n${frontMatter(article)}---\n${article.body}`);
  return file;
}

function articleFile(content: string, { date, slug }: CorpusArticle): string {
  return join(content, 'articles', dayOf(date).slice(0, 4), dayOf(date).slice(5, 7), `${slug}.md`);
}

/** A function that writes files. It remembers the folders that it has created, to save calls to the system. */
export function fileWriter(): (path: string, content: string | Buffer) => void {
  const folders = new Set<string>();
  return (path, content) => {
    const folder = dirname(path);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeFileSync(path, content);
  };
}

/** The fields of an object as lines of YAML, with each value as JSON. */
function yamlLines(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
}

function yamlList(items: readonly object[]): string {
  return items.map(item => `- ${yamlLines(item).trimEnd().replaceAll('\n', '\n  ')}\n`).join('');
}
