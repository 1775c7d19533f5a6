// What sitemaps name becomes files within the limits of the protocol, so cut that an old file never changes by what is new.
import { sitemapUrl } from '../../address/addresses.ts';
import type { FoundMedia } from '../../article/article-media.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { MonthSummary } from '../../edition/month-summary.ts';
import type { MonthOfEntries } from '../../edition/months-of-entries.ts';
import type { Instant } from '../../time/instant.ts';

/** sitemaps.org, « Sitemap index files »: at most 50,000 addresses a file, and 50 MB of 1,048,576 bytes. */
export const MOST_ADDRESSES = 50_000;
/** So many kilobytes a file, with room for what is reckoned too low. */
const MOST_KILOBYTES = 45_000;
/** An address with its date, or a picture's: both are shorter. */
const ADDRESS = 1;
/** With a title and a summary, whose every sign may have to be escaped. */
const VIDEO = 6;

/** A file of a sitemap with articles. */
export interface MonthPart {
  readonly url: string;
  /** `2014-05` */
  readonly month: string;
  /** When something of one of its articles changed last. */
  readonly changed: Instant;
  /** Whether an article of the month shows files. */
  readonly showsFiles: boolean;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

/** All articles that readers have, newest month first; a month has one file, or as many as it needs, of which the last alone grows. */
export function* monthParts({
  published,
  audience,
}: Pick<Edition, 'published' | 'audience'>): Generator<MonthPart, void> {
  for (const ofMonth of published.months) {
    const { month, size, showsFiles, summary } = ofMonth;
    if (audience === 'readers' && size <= MOST_ADDRESSES && kilobytesOfMonth(summary) <= MOST_KILOBYTES) {
      yield new WholeMonth(ofMonth, summary.changed);
      continue;
    }
    const entries = ofMonth.entries.filter(({ absence }) => absence === undefined).toReversed();
    for (const [index, part] of cut(entries, kilobytesOf).entries()) {
      const changed = part.reduce((last, entry) => Math.max(last, changeOf(entry)), 0);
      yield { url: sitemapUrl(month, index + 1), month, changed, showsFiles, entries: part };
    }
  }
}

/** A month that has one file, for which nobody has to look at its articles. */
class WholeMonth implements MonthPart {
  readonly changed: Instant;
  readonly #of: MonthOfEntries;

  constructor(of: MonthOfEntries, changed: Instant) {
    this.#of = of;
    this.changed = changed;
  }

  get url(): string {
    return sitemapUrl(this.month, 1);
  }

  get month(): string {
    return this.#of.month;
  }

  get showsFiles(): boolean {
    return this.#of.showsFiles;
  }

  get entries(): readonly Entry[] {
    return this.#of.entries.toReversed();
  }
}

/** As much as `kilobytesOf` of all its articles together. */
function kilobytesOfMonth({ size, shownFiles, films }: MonthSummary): number {
  return (size + shownFiles) * ADDRESS + films * (VIDEO - ADDRESS);
}

function kilobytesOf({ media }: Pick<Entry, 'media'>): number {
  return media.reduce((sum, { role }) => sum + (role === 'video' ? VIDEO : ADDRESS), ADDRESS);
}

/** In order; no part has more than a file may. */
export function cut<Item>(items: readonly Item[], kilobytes: (item: Item) => number): readonly Item[][] {
  const parts: Item[][] = [];
  let part: Item[] = [];
  let size = 0;
  for (const item of items) {
    const own = kilobytes(item);
    if (part.length === 0 || part.length === MOST_ADDRESSES || size + own > MOST_KILOBYTES) {
      part = [];
      parts.push(part);
      size = 0;
    }
    part.push(item);
    size += own;
  }
  return parts;
}

/** When something of an article changed last that its page tells; no earlier than it appeared. */
export function changeOf({ from, changed }: Pick<Entry, 'from' | 'changed'>): number {
  return changed?.at ?? from;
}

export function photographsOf({ media }: Pick<Entry, 'media'>): readonly FoundMedia[] {
  return media.filter(({ role }) => role === 'image' || role === 'gallery');
}
