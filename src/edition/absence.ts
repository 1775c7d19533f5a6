// Whether readers have an article at one instant, why not, and since or until when.
import type { Instant } from '../time/instant.ts';
import type { Entry, ReadEntry } from './entry.ts';

/** Why readers do not have an article: they don't have it yet, it is a draft, or they had it. */
export const ABSENCES = ['scheduled', 'draft', 'expired'] as const;
export type Absence = (typeof ABSENCES)[number];

/** Articles that readers do not have. */
export type AbsentEntries = Readonly<Record<Absence, readonly Entry[]>>;

/** The absence of an article at `now`; null: it is published. A draft is one whatever its dates say. */
export function absenceOf(
  { draft, from, expires }: Pick<ReadEntry, 'draft' | 'from' | 'expires'>,
  now: Instant,
): Absence | null {
  if (draft) return 'draft';
  if (expires !== null && expires <= now) return 'expired';
  return from > now ? 'scheduled' : null;
}

/** When a scheduled article appears, or an expired one went; null: it is a draft. */
export function absentAt(
  { from, expires }: Pick<ReadEntry, 'from' | 'expires'>,
  absence: Absence,
): Instant | null {
  if (absence === 'scheduled') return from;
  return absence === 'expired' ? expires : null;
}

/** Of each absence its articles: the next one to come first, drafts by their files, the last one that went first. */
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
