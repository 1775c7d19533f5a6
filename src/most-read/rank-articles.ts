// Readers by hours become the order in which articles are listed.
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';

/** What a site says of its list, in hours. */
export interface Ranking {
  /** Readers of longer ago do not count. */
  readonly window: number;
  /** A reader counts half as much as one who came so many hours later. */
  readonly halfLife: number;
}

/** As many as a snapshot may hold. */
const MOST_LISTED = 100;

/**
 * @param readersOf by hours since 1970, then by articles' addresses.
 * @param date of the count: the age of an hour is from its end to then.
 * @param presentAddress under what an article is listed, which may have moved.
 * @returns addresses, each once; of two with as many readers the first in the order of letters.
 */
export function rankArticles(
  readersOf: Iterable<readonly [hour: number, readers: ReadonlyMap<string, number>]>,
  date: Instant,
  { window, halfLife }: Ranking,
  presentAddress: (address: string) => string,
): readonly string[] {
  const scores = new Map<string, number>();
  // In one order, so that sums of fractions do not hang on that of the hours.
  for (const [hour, readers] of [...readersOf].sort(([a], [b]) => a - b)) {
    const age = Math.max(0, date / HOUR - (hour + 1));
    if (age >= window) continue;
    const weight = 2 ** (-age / halfLife);
    for (const [address, count] of [...readers].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const present = presentAddress(address);
      scores.set(present, (scores.get(present) ?? 0) + count * weight);
    }
  }
  return [...scores]
    .filter(([, score]) => score > 0)
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, MOST_LISTED)
    .map(([address]) => address);
}
