// Whether every article has an address of its own.
import { articleUrl } from '../address/addresses.ts';
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

type Addressed = Pick<ReadEntry, 'file' | 'section' | 'slug' | 'day'>;

/** Of two files with one address the first by name keeps it. */
export function checkSameAddresses(entries: readonly Addressed[]): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  const owners = new Map<string, Addressed>();
  for (const entry of namesakes(entries)) {
    const address = articleUrl(entry);
    const other = owners.get(address);
    const [first, second] = other && other.file < entry.file ? [other, entry] : [entry, other];
    owners.set(address, first);
    if (!second) continue;
    const message = problemMessages.sameAddress(address, first.file);
    problems.push({ entry: second, path: [], rule: 'same-address', message });
  }
  return problems;
}

/** Those whose slug another has, too: of 100,000 few, and no other can have the same address. */
function namesakes(entries: readonly Addressed[]): readonly Addressed[] {
  const slugs = new Set<string>();
  const shared = new Set<string>();
  for (const { slug } of entries) {
    if (slugs.has(slug)) shared.add(slug);
    else slugs.add(slug);
  }
  return shared.size === 0 ? [] : entries.filter(({ slug }) => shared.has(slug));
}
