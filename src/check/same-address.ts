// Whether every article has an address of its own.
import { articleUrl } from '../address/addresses.ts';
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

/** Of files with one address the first by name keeps it. An address holds the day, so those of a month alone can have one. */
export function checkSameAddresses({ months }: MonthsOfEntries): readonly EntryProblem[] {
  return months
    .filter(({ summary }) => summary.sharesAddress)
    .flatMap(({ entries }) => [...Map.groupBy(entries, articleUrl)])
    .flatMap(([address, ofAddress]) => {
      const [first, ...others] = ofAddress.toSorted((a, b) => (a.file < b.file ? -1 : 1));
      const message = problemMessages.sameAddress(address, first!.file);
      return others.map((entry): EntryProblem => ({ entry, path: [], rule: 'same-address', message }));
    });
}
