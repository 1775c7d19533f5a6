// Whether an article says that it was changed at an instant that is still to come.
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Instant } from '../time/instant.ts';
import { dayMomentOf } from '../time/moment.ts';
import type { EntryProblem } from './entry-problem.ts';

/** An article that is still to appear may have been changed up to then. @param timeZone the site's (IANA name). */
export function checkChangesToCome(
  entries: Iterable<Pick<ReadEntry, 'file' | 'changed'>>,
  now: Instant,
  timeZone: string,
): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  for (const entry of entries) {
    const { changed } = entry;
    if (changed === null || changed.at <= now) continue;
    const message = problemMessages.changeToCome[changed.field](dayMomentOf(changed.at, timeZone).stamp);
    problems.push({ entry, path: [changed.field], rule: 'change-to-come', message });
  }
  return problems;
}
