// Whether every old address is free: no page's, and no other article's old address.
import { outputPath } from '../address/addresses.ts';
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

/** `/port.html/ancien.html` would need a folder where a page's file may stand. */
const HTML_AS_FOLDER = /\.html\//i;

/**
 * Compared without regard to case, because some file systems keep one file for `/A.html` and `/a.html`. Of two articles with
 * one old address the first by name keeps it. `pageUrls` is only asked when there are old addresses.
 */
export function checkAliases(
  entries: Iterable<Pick<ReadEntry, 'file' | 'aliases'>>,
  pageUrls: () => Iterable<string>,
): readonly EntryProblem[] {
  const withAliases = [...entries].filter(({ aliases }) => aliases.length > 0);
  if (withAliases.length === 0) return [];
  withAliases.sort((a, b) => (a.file < b.file ? -1 : 1));
  const taken = new Set<string>();
  for (const url of pageUrls()) taken.add(outputPath(url).toLowerCase());
  const problems: EntryProblem[] = [];
  const owners = new Map<string, string>();
  for (const entry of withAliases) {
    for (const [index, alias] of entry.aliases.entries()) {
      const key = outputPath(alias).toLowerCase();
      const owner = owners.get(key);
      const path = ['aliases', index];
      if (taken.has(key) || HTML_AS_FOLDER.test(alias)) {
        problems.push({ entry, path, rule: 'alias-taken', message: problemMessages.aliasTaken(alias) });
      } else if (owner !== undefined) {
        problems.push({
          entry,
          path,
          rule: 'alias-twice',
          message: problemMessages.aliasTwice(alias, owner),
        });
      } else owners.set(key, entry.file);
    }
  }
  return problems;
}
