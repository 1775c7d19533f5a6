// Whether every article has an address of its own.
import { articleUrl } from '../address/addresses.ts';
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

type Addressed = Pick<ReadEntry, 'file' | 'folder' | 'section' | 'slug' | 'day'>;

/** Of two files with one address the first by name keeps it. */
export function checkSameAddresses(entries: readonly Addressed[]): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  const owners = new Map<string, Addressed>();
  for (const entry of ofSeveralFolders(entries)) {
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

/**
 * Those of a day of which other articles are in another folder: files of one folder have different names. Of an archive in folders by month
 * there are none, and no name of a file is looked at.
 */
function ofSeveralFolders(entries: readonly Addressed[]): readonly Addressed[] {
  const folderOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { day, folder } of entries) {
    const other = folderOf.get(day);
    if (other === undefined) folderOf.set(day, folder);
    else if (other !== folder) shared.add(day);
  }
  return shared.size === 0 ? [] : entries.filter(({ day }) => shared.has(day));
}
