// The articles of an edition that readers do not have, as editors are told of them.
import type { Absence } from '../../edition/absence.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { Instant } from '../../time/instant.ts';
import { type Moment, momentOf } from '../../time/moment.ts';
import { shownFile } from '../reading/read-content.ts';

export interface AbsentArticle {
  /** As an editor would type it. */
  readonly file: string;
  readonly absence: Absence;
  /** When a scheduled article appears, or when an expired one went; null: it is a draft. */
  readonly at: Moment | null;
}

/** Scheduled ones first, the next one before all; then drafts by their files; then those that expired, the last one first. */
export function tellAbsent(
  { absent }: Pick<Edition, 'absent'>,
  contentDir: string,
  timeZone: string,
): readonly AbsentArticle[] {
  const told = (absence: Absence, entries: readonly Entry[], instant: (entry: Entry) => Instant | null) =>
    entries.map(entry => {
      const at = instant(entry);
      const file = shownFile(entry.file, contentDir);
      return { file, absence, at: at === null ? null : momentOf(at, timeZone) };
    });
  return [
    ...told('scheduled', absent.scheduled.toSorted(by(soonest)), soonest),
    ...told('draft', absent.draft.toSorted(byFile), () => null),
    ...told('expired', absent.expired.toSorted(by(entry => -latest(entry))), latest),
  ];
}

/** When the next scheduled article appears; null: none is. */
export function firstScheduled({ absent }: Pick<Edition, 'absent'>, timeZone: string): Moment | null {
  const first = absent.scheduled.reduce((next, { from }) => Math.min(next, from), Number.POSITIVE_INFINITY);
  return first === Number.POSITIVE_INFINITY ? null : momentOf(first, timeZone);
}

function soonest({ from }: Entry): Instant {
  return from;
}

function latest({ expires }: Entry): Instant {
  return expires!;
}

function by(instant: (entry: Entry) => Instant): (a: Entry, b: Entry) => number {
  return (a, b) => instant(a) - instant(b) || byFile(a, b);
}

function byFile(a: Entry, b: Entry): number {
  return a.file < b.file ? -1 : 1;
}
