// The next instant at which the site would change though nobody touched a file, so that CI can plan one build.

import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import type { Entry } from './entry.ts';
import { flashEnd } from './flash.ts';

/** The earliest of: a scheduled article's appearance, a published one's expiry, a flash's end; null when there is none. */
export function nextChange(
  published: readonly Entry[],
  scheduled: readonly Entry[],
  site: Site,
  now: Instant,
): Instant | null {
  let next = Number.POSITIVE_INFINITY;
  for (const entry of scheduled) next = Math.min(next, entry.from);
  for (const entry of published) {
    if (entry.expires !== null) next = Math.min(next, entry.expires);
    const end = flashEnd(entry, site);
    if (end !== null && end > now) next = Math.min(next, end);
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}
