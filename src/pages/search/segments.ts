// All articles that can be searched become segments: runs of time, each with an index of its own that changes only with its articles.
import { crc32 } from 'node:zlib';
import { articleUrl } from '../../address/addresses.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { Holder } from '../../edition/holders.ts';
import type { MonthSummary } from '../../edition/month-summary.ts';
import { type MonthOfEntries, monthOf } from '../../edition/months-of-entries.ts';
import { mix } from '../../hash/hash.ts';
import { bucketCount } from '../../search/segment-index.ts';
import { showTerms, type TermsRef } from '../shown.ts';

export interface Segment {
  /** `2013`; of the newest year without its newest month `2014`, of that month `2014-05`, without its newest days; of these `recents`. */
  readonly name: string;
  /** The year of its articles. */
  readonly year: string;
  /** The latest month of its articles. */
  readonly month: string;
  /** How many articles it has. */
  readonly size: number;
  /** Oldest first, so that what comes last moves nothing. */
  readonly entries: readonly Entry[];
  readonly terms: TermsRef;
  /** How many files its terms are in. */
  readonly buckets: number;
  /** Another one when its articles are others, or come in another order: by it caches tell files that count them otherwise. */
  readonly version: string;
}

/**
 * Days of the newest month leave the newest segment together, when they have so many articles: each new article changes one small
 * index, and one in so many the month's.
 */
const LEAVE_TOGETHER = 128;

const known = new WeakMap<Edition['published'], readonly Segment[]>();

/** Newest first; none is empty. */
export function segmentsOf({ published }: Pick<Edition, 'published'>): readonly Segment[] {
  let segments = known.get(published);
  if (!segments) {
    segments = makeSegments(published.months);
    known.set(published, segments);
  }
  return segments;
}

function makeSegments([newest, ...others]: readonly MonthOfEntries[]): readonly Segment[] {
  if (newest === undefined) return [];
  const isRecent = new Set(newest.summary.days.slice(0, recentDays(newest.summary.days)).map(([day]) => day));
  const { entries } = newest;
  const settled = entries.findIndex(({ day }) => !isRecent.has(day));
  const cut = settled === -1 ? entries.length : settled;
  const ofNewest = [
    segmentOfEntries('recents', entries.slice(0, cut)),
    segmentOfEntries(newest.month, entries.slice(cut)),
  ].filter(segment => segment !== null);
  const years = Map.groupBy(others, ({ month }) => month.slice(0, YEAR_LENGTH));
  return [...ofNewest, ...[...years].map(([year, months]) => new SegmentOfYear(year, months))];
}

const YEAR_LENGTH = 4;

/** How many of the days of a month, newest first, are not settled yet: each day before them is one of so many that were full. */
function recentDays(days: MonthSummary['days']): number {
  let recent = days.length;
  let waiting = 0;
  for (const [index, [, count]] of days.slice(1).toReversed().entries()) {
    waiting += count;
    if (waiting < LEAVE_TOGETHER) continue;
    recent = days.length - index - 1;
    waiting = 0;
  }
  return recent;
}

/** @param entries newest first. */
function segmentOfEntries(name: string, entries: readonly Entry[]): Segment | null {
  const [newest] = entries;
  if (newest === undefined) return null;
  const oldestFirst = entries.toReversed();
  const hash = entries.reduce((all, { articleHash }) => mix(all, articleHash), entries.length);
  return {
    name,
    year: newest.day.slice(0, YEAR_LENGTH),
    month: monthOf(newest),
    size: entries.length,
    entries: oldestFirst,
    terms: showTerms(oldestFirst, hash),
    // The newest is one file: every article that comes has words for all of them.
    buckets: name === 'recents' ? 1 : bucketCount(entries.length),
    version: versionOf(entries.map(articleUrl)),
  };
}

/** Months of one year, of whose articles none is looked at as long as nothing is made of them. */
class SegmentOfYear implements Segment, Holder {
  readonly name: string;
  readonly month: string;
  readonly size: number;
  readonly terms: TermsRef;
  readonly version: string;
  readonly #months: readonly MonthOfEntries[];
  #entries: readonly Entry[] | null = null;

  /** @param months newest first. */
  constructor(name: string, months: readonly MonthOfEntries[]) {
    this.name = name;
    this.month = months[0]!.month;
    this.size = months.reduce((sum, { size }) => sum + size, 0);
    this.terms = showTerms(
      { [Symbol.iterator]: () => this.entries[Symbol.iterator]() },
      months.reduce((all, { digest }) => mix(all, digest), this.size),
    );
    this.version = versionOf(months.map(({ summary }) => String(summary.addresses)));
    this.#months = months;
  }

  get year(): string {
    return this.name;
  }

  get buckets(): number {
    return bucketCount(this.size);
  }

  get entries(): readonly Entry[] {
    if (this.#entries === null) {
      this.#entries = this.#months.flatMap(({ entries }) => entries).reverse();
      this.#months.find(({ holders }) => holders !== null)?.holders?.add(this);
    }
    return this.#entries;
  }

  letGo(): void {
    this.#entries = null;
  }
}

/** Made of addresses, but not of `addressHash`: then what is kept of every article would have to be read. */
function versionOf(addresses: readonly string[]): string {
  return crc32(addresses.join(' ')).toString(36);
}
