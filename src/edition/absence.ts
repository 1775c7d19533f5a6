// Whether readers have an article at one instant, why not, and since or until when.
import type { Instant } from '../time/instant.ts';
import type { Entry, ReadEntry } from './entry.ts';

/** Why readers do not have an article: they don't have it yet, it is a draft, they had it, or they only find there why it was withdrawn. */
export const ABSENCES = ['scheduled', 'draft', 'expired', 'withdrawn'] as const;
export type Absence = (typeof ABSENCES)[number];

/** Articles that readers do not have. */
export type AbsentEntries = Readonly<Record<Absence, readonly Entry[]>>;

/**
 * The absence of an article at `now`; null: it is published. A draft is one whatever its dates say, and only what would be published is
 * withdrawn.
 */
export function absenceOf(
  { draft, from, expires, withdrawn }: Pick<ReadEntry, 'draft' | 'from' | 'expires' | 'withdrawn'>,
  now: Instant,
): Absence | null {
  if (draft) return 'draft';
  if (expires !== null && expires <= now) return 'expired';
  if (from > now) return 'scheduled';
  return withdrawn === null ? null : 'withdrawn';
}

/** When a scheduled article appears, or an expired one went; null: nobody said when. */
export function absentAt(
  { from, expires }: Pick<ReadEntry, 'from' | 'expires'>,
  absence: Absence,
): Instant | null {
  if (absence === 'scheduled') return from;
  return absence === 'expired' ? expires : null;
}

/** Of each absence its articles: the next one to come first, the last one that went first, others by their files. */
export function absentInOrder(
  absent: AbsentEntries,
): readonly { readonly absence: Absence; readonly entries: readonly Entry[] }[] {
  return ABSENCES.map(absence => {
    const at = (entry: Entry): Instant => absentAt(entry, absence) ?? 0;
    const direction = absence === 'expired' ? -1 : 1;
    const entries = absent[absence].toSorted((a, b) => direction * (at(a) - at(b)) || byFile(a, b));
    return { absence, entries };
  });
}

function byFile(a: Entry, b: Entry): number {
  return a.file < b.file ? -1 : 1;
}
