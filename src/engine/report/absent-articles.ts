// The articles of an edition that readers do not have, as editors are told of them.
import { type Absence, absentAt, absentInOrder } from '../../edition/absence.ts';
import type { Edition } from '../../edition/edition.ts';
import { type Moment, momentOf } from '../../time/moment.ts';
import { shownFile } from '../reading/read-content.ts';

export interface AbsentArticle {
  /** As an editor would type it. */
  readonly file: string;
  readonly absence: Absence;
  /** When a scheduled article appears, or when an expired one went; null: it is a draft. */
  readonly at: Moment | null;
}

/** Scheduled ones first, the next one before all; then drafts; then those that expired, the last one first. */
export function tellAbsent(
  { absent }: Pick<Edition, 'absent'>,
  contentDir: string,
  timeZone: string,
): readonly AbsentArticle[] {
  return absentInOrder(absent).flatMap(({ absence, entries }) =>
    entries.map(entry => {
      const at = absentAt(entry, absence);
      const file = shownFile(entry.file, contentDir);
      return { file, absence, at: at === null ? null : momentOf(at, timeZone) };
    }),
  );
}

/** When the next scheduled article appears; null: none is. */
export function firstScheduled({ absent }: Pick<Edition, 'absent'>, timeZone: string): Moment | null {
  const first = absent.scheduled.reduce((next, { from }) => Math.min(next, from), Number.POSITIVE_INFINITY);
  return first === Number.POSITIVE_INFINITY ? null : momentOf(first, timeZone);
}
