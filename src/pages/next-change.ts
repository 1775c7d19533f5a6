// The next instant at which the clock alone changes the site, so that CI can plan one build.
import type { Instant } from '../time/instant.ts';
import { FURNITURE_BLOCKS } from './furniture/furniture.ts';
import type { PageContext } from './page-type.ts';
import { PAGE_TYPES } from './registry.ts';

/** The earliest change of the edition itself, of its snapshots, of a kind of page or of a block of the furniture; null: there is none. */
export function nextChange(context: PageContext): Instant | null {
  const { now, nextTurn } = context.edition;
  const { snapshotTurns, security } = context.site;
  let next = Math.min(nextTurn ?? Number.POSITIVE_INFINITY, ...snapshotTurns);
  // Then its file goes.
  if (security !== null && security.expires > now) next = Math.min(next, security.expires);
  for (const { changes } of [...PAGE_TYPES, ...FURNITURE_BLOCKS]) {
    for (const instant of changes?.(context) ?? [])
      if (instant !== null && instant > now) next = Math.min(next, instant);
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}
