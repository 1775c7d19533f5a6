// The articles of one month to what an edition asks of every month: made of them alone, so that nobody has to look at the articles of a month that did not change.
import { crc32 } from 'node:zlib';
import { articleUrl } from '../address/addresses.ts';
import { mix } from '../hash/hash.ts';
import type { Instant } from '../time/instant.ts';
import { lateAppearance, type ReadEntry } from './entry.ts';
import { type OldAddressNumbers, oldAddressNumbers } from './old-address-numbers.ts';

/** How many articles there are of something, and a number that changes with any of them. */
export type Counted = readonly [count: number, digest: number, ...others: readonly number[]];

/** Plain JSON data. */
export interface MonthSummary {
  readonly size: number;
  /** Changes whenever one of the articles does, or their order. */
  readonly content: number;
  /** Changes whenever one of their addresses does, or their order. */
  readonly addresses: number;
  /** Newest first: `2014-05-20` and how many articles it has. */
  readonly days: readonly (readonly [day: string, count: number])[];
  /** Per slug, with the hashes (`articleHash`) of the newest and the oldest article. */
  readonly sections: Readonly<
    Record<string, readonly [count: number, digest: number, newest: number, oldest: number]>
  >;
  /** Per slug. */
  readonly topics: Readonly<Record<string, Counted>>;
  /** Per slug, with the highest priority of an article, and how many days have one. */
  readonly dossiers: Readonly<
    Record<string, readonly [count: number, digest: number, priority: number, days: number]>
  >;
  /** Lists of who signs, as articles have them; those of newer articles first. */
  readonly signed: readonly (readonly [names: readonly string[], ...Counted])[];
  readonly flashes: Counted;
  /** Until when one of them says that it runs; since when the last one is there that says nothing. */
  readonly flashUntil: Instant | null;
  readonly flashSince: Instant | null;
  readonly picks: Counted;
  /** When the first and the last one appeared, or will. */
  readonly from: readonly [first: Instant, last: Instant];
  /** By the month in which they appear, if that is after their date; the first of these months first. */
  readonly late: readonly LateArticles[];
  /** When one of them changed or appeared last. */
  readonly changed: Instant;
  /** What the last one of them says of when it was changed; null: none says anything. */
  readonly lastChange: Instant | null;
  /** When the first one of them leaves; null: all stay. */
  readonly expires: Instant | null;
  /** How many are so. */
  readonly drafts: number;
  readonly withdrawn: number;
  /** How many say so much. */
  readonly aliases: number;
  readonly ids: number;
  /** null: none of them has an old address. */
  readonly old: OldAddressNumbers | null;
  /** How many show files of the repository, or a map. */
  readonly media: number;
  readonly maps: number;
  /** How many link to other Markdown files. */
  readonly toFiles: number;
  /** How many times they show files of the repository, and how many of these are films. */
  readonly shownFiles: number;
  readonly films: number;
  /** How many are late. */
  readonly lates: number;
  /** The folders of their files. */
  readonly folders: readonly string[];
  /** What they name, each once: addresses as in `EntryFacts.links`, languages of translations, places without coordinates. */
  readonly links: readonly string[];
  readonly langs: readonly string[];
  readonly places: readonly string[];
  /** Whether two of them have one address. */
  readonly sharesAddress: boolean;
  /** The longest section and slug of one article together, in characters. */
  readonly longest: number;
}

/** Those that appear in one month after their date. */
export interface LateArticles {
  /** `2014-06` */
  readonly month: string;
  readonly count: number;
  readonly digest: number;
  /** Per slug of a topic. */
  readonly topics: Readonly<Record<string, number>>;
}

const NOTHING: Counted = [0, 0];

/**
 * @param entries of one month, in reading order; at least one.
 * @param monthAt the month `2014-06` of an instant, in the site's time zone.
 */
export function summarize(
  entries: readonly ReadEntry[],
  monthAt: (instant: Instant) => string,
): MonthSummary {
  const urls = entries.map(articleUrl);
  const late = lateArticles(entries, monthAt);
  return {
    size: entries.length,
    content: entries.reduce((content, { articleHash }) => mix(content, articleHash), entries.length),
    addresses: crc32(urls.join(' ')),
    sharesAddress: new Set(urls).size < urls.length,
    old: oldAddressNumbers(entries),
    late,
    lates: late.reduce((sum, { count }) => sum + count, 0),
    ...listsOf(entries),
    ...timesOf(entries),
    ...numbersOf(entries),
    ...namedBy(entries),
  };
}

/** How many articles are in each list. */
function listsOf(
  entries: readonly ReadEntry[],
): Pick<MonthSummary, 'days' | 'sections' | 'topics' | 'dossiers' | 'signed' | 'flashes' | 'picks'> {
  const days = new Map<string, number>();
  const sections = new Map<string, [number, number, number, number]>();
  const topics = new Map<string, Counted>();
  const dossiers = new Map<string, [number, number, number, number]>();
  const latestDays = new Map<string, string>();
  const signed = new Map<string, readonly [readonly string[], ...Counted]>();
  let flashes = NOTHING;
  let picks = NOTHING;
  for (const entry of entries) {
    const { articleHash, section, day, authors } = entry;
    days.set(day, (days.get(day) ?? 0) + 1);
    const ofSection = sections.get(section);
    if (ofSection) {
      ofSection[0]++;
      ofSection[1] = mix(ofSection[1], articleHash);
      ofSection[3] = articleHash;
    } else sections.set(section, [1, mix(0, articleHash), articleHash, articleHash]);
    for (const topic of entry.topics) topics.set(topic, oneMore(topics.get(topic), articleHash));
    for (const dossier of entry.dossiers) {
      const [count, digest, priority, ofDays] = dossiers.get(dossier) ?? [0, 0, 0, 0];
      const isNewDay = latestDays.get(dossier) !== day;
      latestDays.set(dossier, day);
      dossiers.set(dossier, [
        count + 1,
        mix(digest, articleHash),
        Math.max(priority, entry.priority),
        ofDays + (isNewDay ? 1 : 0),
      ]);
    }
    if (authors.length > 0) {
      const names = authors.join('\n');
      const [, ...before] = signed.get(names) ?? [authors, ...NOTHING];
      signed.set(names, [authors, ...oneMore(before, articleHash)]);
    }
    if (entry.flash !== null) flashes = oneMore(flashes, articleHash);
    if (entry.pick) picks = oneMore(picks, articleHash);
  }
  return {
    days: [...days],
    sections: Object.fromEntries(sections),
    topics: Object.fromEntries(topics),
    dossiers: Object.fromEntries(dossiers),
    signed: [...signed.values()],
    flashes,
    picks,
  };
}

function oneMore([count, digest]: Counted = NOTHING, articleHash: number): Counted {
  return [count + 1, mix(digest, articleHash)];
}

/** When something of them changes, or did. */
function timesOf(
  entries: readonly ReadEntry[],
): Pick<MonthSummary, 'from' | 'changed' | 'lastChange' | 'expires' | 'flashUntil' | 'flashSince'> {
  const { from } = entries[0]!;
  let [first, last, changed] = [from, from, from];
  let lastChange: Instant | null = null;
  let expires: Instant | null = null;
  let flashUntil: Instant | null = null;
  let flashSince: Instant | null = null;
  for (const entry of entries) {
    const { from, flash } = entry;
    const change = entry.changed?.at ?? null;
    first = Math.min(first, from);
    last = Math.max(last, from);
    changed = Math.max(changed, change ?? from);
    if (change !== null) lastChange = Math.max(lastChange ?? change, change);
    if (entry.expires !== null) expires = Math.min(expires ?? entry.expires, entry.expires);
    if (flash === null) continue;
    if (flash.until === null) flashSince = Math.max(flashSince ?? from, from);
    else flashUntil = Math.max(flashUntil ?? flash.until, flash.until);
  }
  return { from: [first, last], changed, lastChange, expires, flashUntil, flashSince };
}

/** How many there are of those that have to be looked at for themselves. */
function numbersOf(
  entries: readonly ReadEntry[],
): Pick<MonthSummary, 'drafts' | 'withdrawn' | 'aliases' | 'ids' | 'longest' | keyof FilesShown> {
  let [drafts, withdrawn, aliases, ids, longest] = [0, 0, 0, 0, 0];
  for (const entry of entries) {
    if (entry.draft) drafts++;
    if (entry.withdrawn !== null) withdrawn++;
    if (entry.aliases.length > 0) aliases++;
    if (entry.id !== null) ids++;
    longest = Math.max(longest, entry.section.length + entry.slug.length);
  }
  return { drafts, withdrawn, aliases, ids, longest, ...filesShown(entries) };
}

type FilesShown = Pick<MonthSummary, 'media' | 'maps' | 'toFiles' | 'shownFiles' | 'films'>;

function filesShown(entries: readonly ReadEntry[]): FilesShown {
  let [media, maps, toFiles, shownFiles, films] = [0, 0, 0, 0, 0];
  for (const entry of entries) {
    if (entry.map !== null) maps++;
    if (entry.media.length === 0) continue;
    media++;
    shownFiles += entry.media.length;
    if (entry.media.some(({ role }) => role === 'page')) toFiles++;
    for (const { role } of entry.media) if (role === 'video') films++;
  }
  return { media, maps, toFiles, shownFiles, films };
}

/** What they name, each once. */
function namedBy(
  entries: readonly ReadEntry[],
): Pick<MonthSummary, 'folders' | 'links' | 'langs' | 'places'> {
  const folders = new Set<string>();
  const links = new Set<string>();
  const langs = new Set<string>();
  const places = new Set<string>();
  for (const entry of entries) {
    folders.add(entry.folder);
    for (const link of entry.links) links.add(link);
    for (const { lang } of entry.translations) langs.add(lang);
    const { map } = entry;
    if (map !== null && map.at === null && map.place !== null) places.add(map.place);
  }
  return { folders: [...folders], links: [...links], langs: [...langs], places: [...places] };
}

function lateArticles(
  entries: readonly ReadEntry[],
  monthAt: (instant: Instant) => string,
): readonly LateArticles[] {
  const late = entries.filter(entry => lateAppearance(entry) !== null);
  if (late.length === 0) return NONE;
  return [...Map.groupBy(late, ({ from }) => monthAt(from))]
    .map(([month, ofMonth]): LateArticles => {
      const topics = new Map<string, number>();
      for (const entry of ofMonth)
        for (const topic of entry.topics) topics.set(topic, (topics.get(topic) ?? 0) + 1);
      return {
        month,
        count: ofMonth.length,
        digest: ofMonth.reduce((digest, { articleHash }) => mix(digest, articleHash), 0),
        topics: Object.fromEntries(topics),
      };
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

const NONE: readonly LateArticles[] = [];
