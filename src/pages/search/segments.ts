// All articles that can be searched become segments: runs of time, each with an index of its own that changes only with its articles.
import { articleUrl } from '../../address/addresses.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import { hashNumber } from '../../hash/hash.ts';
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

const known = new WeakMap<readonly Entry[], readonly Segment[]>();

/** Newest first; none is empty. */
export function segmentsOf({ published }: Pick<Edition, 'published'>): readonly Segment[] {
  let segments = known.get(published);
  if (!segments) {
    segments = makeSegments(published);
    known.set(published, segments);
  }
  return segments;
}

function makeSegments(published: readonly Entry[]): readonly Segment[] {
  const newest = published[0]?.day;
  if (newest === undefined) return [];
  const [newestYear, newestMonth] = [newest.slice(0, 4), newest.slice(0, 7)];
  const settled = settledBefore(published, newest);
  const nameOf = ({ day }: Entry): string => {
    if (!day.startsWith(newestYear)) return day.slice(0, 4);
    if (!day.startsWith(newestMonth)) return newestYear;
    return day < settled ? newestMonth : 'recents';
  };
  return [...Map.groupBy(published, nameOf)].map(([name, entries]) => segmentOf(name, entries));
}

/** The first day of those that are not settled yet: each day before it is one of so many that were full. */
function settledBefore(published: readonly Entry[], newest: string): string {
  const counts = new Map<string, number>();
  for (const { day } of published) {
    if (day.slice(0, 7) !== newest.slice(0, 7)) break;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = [...counts.keys()].reverse();
  let settled = days[0]!;
  let waiting = 0;
  for (const [index, day] of days.slice(0, -1).entries()) {
    waiting += counts.get(day)!;
    if (waiting < LEAVE_TOGETHER) continue;
    settled = days[index + 1]!;
    waiting = 0;
  }
  return settled;
}

function segmentOf(name: string, newestFirst: readonly Entry[]): Segment {
  const entries = newestFirst.toReversed();
  const { day } = newestFirst[0]!;
  return {
    name,
    year: day.slice(0, 4),
    month: day.slice(0, 7),
    entries,
    terms: showTerms(entries),
    // The newest is one file: every article that comes has words for all of them.
    buckets: name === 'recents' ? 1 : bucketCount(entries.length),
    // Their `addressHash` would have the marks of all articles read.
    version: hashNumber(entries.map(articleUrl).join(' ')).toString(36),
  };
}
