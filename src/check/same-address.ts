// Whether every article has an address of its own.
import { articleUrl } from '../address/addresses.ts';
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

type Addressed = Pick<ReadEntry, 'file' | 'folder' | 'section' | 'slug' | 'day'>;

/** Of files with one address the first by name keeps it. */
export function checkSameAddresses(entries: readonly Addressed[]): readonly EntryProblem[] {
  return [...Map.groupBy(namesakes(ofSeveralFolders(entries)), articleUrl)].flatMap(
    ([address, ofAddress]) => {
      const [first, ...others] = ofAddress.toSorted((a, b) => (a.file < b.file ? -1 : 1));
      const message = problemMessages.sameAddress(address, first!.file);
      return others.map((entry): EntryProblem => ({ entry, path: [], rule: 'same-address', message }));
    },
  );
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

/** Those whose slug another has, too: no other can have the same address. */
function namesakes(entries: readonly Addressed[]): readonly Addressed[] {
  const slugs = new Set<string>();
  const shared = new Set<string>();
  for (const { slug } of entries) {
    if (slugs.has(slug)) shared.add(slug);
    else slugs.add(slug);
  }
  return shared.size === 0 ? [] : entries.filter(({ slug }) => shared.has(slug));
}
