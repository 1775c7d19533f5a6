// Which articles are in the ticker, with which words, until when.

import type { Site } from '../site/site.ts';
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { Entry } from './entry.ts';
import type { MonthSummary } from './month-summary.ts';

export interface FlashItem {
  readonly entry: Entry;
  /** null: the article's title. */
  readonly text: string | null;
  readonly until: Instant;
}

/** The instant at which an article's flash leaves the ticker; null for an article that is no flash. */
export function flashEnd(entry: Entry, site: Site): Instant | null {
  if (entry.flash === null) return null;
  return entry.flash.until ?? entry.from + site.flashHours * HOUR;
}

/** Whether a flash of the month may still run at `now`. */
export function mayRun(
  { flashUntil, flashSince }: MonthSummary,
  { flashHours }: Pick<Site, 'flashHours'>,
  now: Instant,
): boolean {
  const ends = [flashUntil, flashSince === null ? null : flashSince + flashHours * HOUR];
  return ends.some(end => end !== null && end > now);
}

/** The flashes that still run at `now`, in the order of `published`. */
export function flashItems(published: Iterable<Entry>, site: Site, now: Instant): FlashItem[] {
  const items: FlashItem[] = [];
  for (const entry of published) {
    const until = flashEnd(entry, site);
    if (until !== null && until > now) items.push({ entry, text: entry.flash?.text ?? null, until });
  }
  return items;
}
