// All articles that can be searched become segments: runs of time, each with an index of its own that changes only with its articles.
import { crc32 } from 'node:zlib';
import type { Days, Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import { bucketCount } from '../../search/segment-index.ts';
import { showTerms, type TermsRef } from '../shown.ts';

export interface Segment {
  /** `2013`; of the newest year without its newest month `2014`, of that month `2014-05`, without its newest days; of these `recents`. */
  readonly name: string;
  /** The year of its articles. */
  readonly year: string;
  /** The latest month of its articles. */
  readonly month: string;
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

const known = new WeakMap<Edition['byDay'], readonly Segment[]>();

/** Newest first; none is empty. */
export function segmentsOf({ byDay }: Pick<Edition, 'byDay'>): readonly Segment[] {
  let segments = known.get(byDay);
  if (!segments) {
    segments = makeSegments([...byDay]);
    known.set(byDay, segments);
  }
  return segments;
}

function makeSegments(days: Days): readonly Segment[] {
  const newest = days[0]?.[0];
  if (newest === undefined) return [];
  const [newestYear, newestMonth] = [newest.slice(0, 4), newest.slice(0, 7)];
  const settled = settledBefore(days);
  const nameOf = (day: string): string => {
    if (!day.startsWith(newestYear)) return day.slice(0, 4);
    if (!day.startsWith(newestMonth)) return newestYear;
    return day < settled ? newestMonth : 'recents';
  };
  return [...Map.groupBy(days, ([day]) => nameOf(day))].map(([name, ofName]) => segmentOf(name, ofName));
}

/** The first day of those that are not settled yet: each day before it is one of so many that were full. */
function settledBefore(days: Days): string {
  const newestMonth = days[0]![0].slice(0, 7);
  const ofMonth = days.filter(([day]) => day.startsWith(newestMonth)).reverse();
  let settled = ofMonth[0]![0];
  let waiting = 0;
  for (const [index, [, entries]] of ofMonth.slice(0, -1).entries()) {
    waiting += entries.length;
    if (waiting < LEAVE_TOGETHER) continue;
    settled = ofMonth[index + 1]![0];
    waiting = 0;
  }
  return settled;
}

function segmentOf(name: string, newestFirst: Days): Segment {
  const entries = newestFirst.flatMap(([, ofDay]) => ofDay).reverse();
  const [newest] = newestFirst[0]!;
  return {
    name,
    year: newest.slice(0, 4),
    month: newest.slice(0, 7),
    entries,
    terms: showTerms(entries),
    // The newest is one file: every article that comes has words for all of them.
    buckets: name === 'recents' ? 1 : bucketCount(entries.length),
    version: versionOf(newestFirst),
  };
}

/** Made of addresses, but not of `addressHash`: then what is kept of every article would have to be read. */
function versionOf(days: Days): string {
  let addresses = '';
  for (const [day, entries] of days) {
    addresses += `${day} `;
    for (const { section, slug } of entries) addresses += `${section}/${slug} `;
  }
  return crc32(addresses).toString(36);
}
