// The next instant at which the site would change though nobody touched a file, so that CI can plan one build.

import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import { ageingMonth, agesAt } from './ageing.ts';
import type { Entry } from './entry.ts';
import { flashEnd } from './flash.ts';
import { mostReadUntil, weatherUntil } from './snapshots.ts';

/**
 * The earliest of: a scheduled article's appearance, a published one's expiry, a flash's end, the ageing of a month of
 * articles, of the weather, of the count of what is read most, a poll's opening and closing; null when there is none.
 */
export function nextChange(
  published: readonly Entry[],
  scheduled: readonly Entry[],
  site: Site,
  now: Instant,
): Instant | null {
  let next = Number.POSITIVE_INFINITY;
  const ageing = ageingMonth(now, site.timeZone);
  let oldestFresh: string | null = null;
  for (const entry of scheduled) next = Math.min(next, entry.from);
  for (const entry of published) {
    if (entry.day >= ageing && (oldestFresh === null || entry.day < oldestFresh)) oldestFresh = entry.day;
    if (entry.expires !== null) next = Math.min(next, entry.expires);
    const end = flashEnd(entry, site);
    if (end !== null && end > now) next = Math.min(next, end);
  }
  if (oldestFresh !== null) next = Math.min(next, agesAt(oldestFresh, site.timeZone));
  const polls = site.polls.flatMap(({ opens, closes }) => [opens, closes]);
  for (const instant of [weatherUntil(site), mostReadUntil(site), ...polls]) {
    if (instant !== null && instant > now) next = Math.min(next, instant);
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}
