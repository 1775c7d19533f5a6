// Whether readers have an article at one instant, and why not.
import type { Instant } from '../time/instant.ts';
import type { ReadEntry } from './entry.ts';

/** Why readers do not have an article: it is a draft, they don't have it yet, or they had it. */
export type Absence = 'draft' | 'scheduled' | 'expired';

/** The absence of an article at `now`; null: it is published. A draft is one whatever its dates say. */
export function absenceOf(
  { draft, from, expires }: Pick<ReadEntry, 'draft' | 'from' | 'expires'>,
  now: Instant,
): Absence | null {
  if (draft) return 'draft';
  if (expires !== null && expires <= now) return 'expired';
  return from > now ? 'scheduled' : null;
}
