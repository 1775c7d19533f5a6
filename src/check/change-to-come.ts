// Whether an article says that it was changed at an instant that is still to come.
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Instant } from '../time/instant.ts';
import { dayMomentOf } from '../time/moment.ts';
import type { EntryProblem } from './entry-problem.ts';

/** An article that is still to appear may have been changed up to then. @param timeZone the site's (IANA name). */
export function checkChangesToCome(
  entries: MonthsOfEntries,
  now: Instant,
  timeZone: string,
): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  const isToCome = (at: Instant | null): boolean => at !== null && at > now;
  for (const entry of entries.among(
    ({ lastChange }) => isToCome(lastChange),
    ({ changed }) => isToCome(changed?.at ?? null),
  )) {
    const { at, field } = entry.changed!;
    const message = problemMessages.changeToCome[field](dayMomentOf(at, timeZone).stamp);
    problems.push({ entry, path: [field], rule: 'change-to-come', message });
  }
  return problems;
}
