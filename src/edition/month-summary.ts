// The articles of one month to what an edition asks of every month: made of them alone, so that nobody has to look at the articles of a month that did not change.
import { crc32 } from 'node:zlib';
import { articleUrl } from '../address/addresses.ts';
import { mix } from '../hash/hash.ts';
import type { Instant } from '../time/instant.ts';
import { lateAppearance, type ReadEntry } from './entry.ts';

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
  readonly dossiers: Readonly<Record<string, Counted>>;
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
  /** How many show files of the repository, or a map. */
  readonly media: number;
  readonly maps: number;
  /** How many are late. */
  readonly lates: number;
  /** How many take comments. */
  readonly open: number;
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
  let content = entries.length;
  let addresses = '';
  let flashes = NOTHING;
  let picks = NOTHING;
  let flashUntil: Instant | null = null;
  let flashSince: Instant | null = null;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let changed = Number.NEGATIVE_INFINITY;
  let lastChange: Instant | null = null;
  let expires: Instant | null = null;
  let [drafts, withdrawn, aliases, ids, media, maps, open, longest] = [0, 0, 0, 0, 0, 0, 0, 0];
  const days = new Map<string, number>();
  const sections = new Map<string, [number, number, number, number]>();
  const topics = new Map<string, Counted>();
  const dossiers = new Map<string, Counted>();
  const signed = new Map<string, readonly [readonly string[], ...Counted]>();
  const late = new Map<string, { count: number; digest: number; topics: Map<string, number> }>();
  const folders = new Set<string>();
  const links = new Set<string>();
  const langs = new Set<string>();
  const places = new Set<string>();
  const urls = new Set<string>();
  for (const entry of entries) {
    const { articleHash, section, day, from, slug } = entry;
    content = mix(content, articleHash);
    const url = articleUrl(entry);
    urls.add(url);
    addresses += `${url} `;
    days.set(day, (days.get(day) ?? 0) + 1);
    const ofSection = sections.get(section);
    if (ofSection) {
      ofSection[0]++;
      ofSection[1] = mix(ofSection[1], articleHash);
      ofSection[3] = articleHash;
    } else sections.set(section, [1, mix(0, articleHash), articleHash, articleHash]);
    for (const topic of entry.topics) count(topics, topic, articleHash);
    for (const dossier of entry.dossiers) count(dossiers, dossier, articleHash);
    const { authors } = entry;
    if (authors.length > 0) {
      const names = authors.join('\n');
      const [, many, digest] = signed.get(names) ?? [authors, ...NOTHING];
      signed.set(names, [authors, many + 1, mix(digest, articleHash)]);
    }
    const { flash } = entry;
    if (flash !== null) {
      flashes = and(flashes, articleHash);
      if (flash.until === null) flashSince = Math.max(flashSince ?? from, from);
      else flashUntil = Math.max(flashUntil ?? flash.until, flash.until);
    }
    if (entry.pick) picks = and(picks, articleHash);
    first = Math.min(first, from);
    last = Math.max(last, from);
    const change = entry.changed?.at ?? null;
    changed = Math.max(changed, change ?? from);
    if (change !== null) lastChange = Math.max(lastChange ?? change, change);
    if (entry.expires !== null) expires = Math.min(expires ?? entry.expires, entry.expires);
    if (entry.draft) drafts++;
    if (entry.withdrawn !== null) withdrawn++;
    if (entry.aliases.length > 0) aliases++;
    if (entry.id !== null) ids++;
    if (entry.media.length > 0) media++;
    if (entry.map !== null) {
      maps++;
      if (entry.map.at === null && entry.map.place !== null) places.add(entry.map.place);
    }
    if (entry.comments === 'open') open++;
    if (lateAppearance(entry) !== null) {
      const month = monthAt(from);
      const ofMonth = late.get(month) ?? { count: 0, digest: 0, topics: new Map() };
      late.set(month, ofMonth);
      ofMonth.count++;
      ofMonth.digest = mix(ofMonth.digest, articleHash);
      for (const topic of entry.topics) ofMonth.topics.set(topic, (ofMonth.topics.get(topic) ?? 0) + 1);
    }
    folders.add(entry.folder);
    for (const link of entry.links) links.add(link);
    for (const { lang } of entry.translations) langs.add(lang);
    longest = Math.max(longest, section.length + slug.length);
  }
  return {
    size: entries.length,
    content,
    addresses: crc32(addresses),
    days: [...days],
    sections: Object.fromEntries(sections),
    topics: Object.fromEntries(topics),
    dossiers: Object.fromEntries(dossiers),
    signed: [...signed.values()],
    flashes,
    flashUntil,
    flashSince,
    picks,
    from: [first, last],
    late: [...late]
      .map(([month, { count, digest, topics }]) => ({
        month,
        count,
        digest,
        topics: Object.fromEntries(topics),
      }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    changed,
    lastChange,
    expires,
    drafts,
    withdrawn,
    aliases,
    ids,
    media,
    maps,
    lates: [...late.values()].reduce((sum, { count }) => sum + count, 0),
    open,
    folders: [...folders],
    links: [...links],
    langs: [...langs],
    places: [...places],
    sharesAddress: urls.size < entries.length,
    longest,
  };
}

function count(counts: Map<string, Counted>, key: string, articleHash: number): void {
  counts.set(key, and(counts.get(key) ?? NOTHING, articleHash));
}

function and([count, digest]: Counted, articleHash: number): Counted {
  return [count + 1, mix(digest, articleHash)];
}
