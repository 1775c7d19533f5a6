// Whether every article has an address of its own.
import { articleUrl } from '../address/addresses.ts';
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

/** Of two files with one address the first by name keeps it. */
export function checkSameAddresses(
  entries: readonly Pick<ReadEntry, 'file' | 'section' | 'slug' | 'day' | 'addressHash'>[],
): readonly EntryProblem[] {
  if (!haveSameAddress(entries)) return [];
  const problems: EntryProblem[] = [];
  const owners = new Map<number, (typeof entries)[number]>();
  for (const entry of entries) {
    const other = owners.get(entry.addressHash);
    const [first, second] = other && other.file < entry.file ? [other, entry] : [entry, other];
    owners.set(entry.addressHash, first);
    const address = articleUrl(entry);
    if (!second || articleUrl(first) !== address) continue;
    const message = problemMessages.sameAddress(address, first.file);
    problems.push({ entry: second, path: [], rule: 'same-address', message });
  }
  return problems;
}

/** Whether there are any two; among 100,000 that nearly never are, a sort of numbers finds out soonest. */
function haveSameAddress(entries: readonly Pick<ReadEntry, 'addressHash'>[]): boolean {
  const addresses = new Float64Array(entries.length);
  for (const [index, { addressHash }] of entries.entries()) addresses[index] = addressHash;
  addresses.sort();
  return addresses.some((address, index) => address === addresses[index - 1]);
}
