// Whether every article and every old address has an address of its own, short enough for every system.

import { ARTICLE_URL_LENGTH, articleUrl, outputPath } from '../address/addresses.ts';
import type { EntryProblem } from '../edition/check-references.ts';
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';

/**
 * Longest address: Windows opens paths of up to 260 characters (MAX_PATH), and a checkout's own folder needs some of them.
 */
const LONGEST_ADDRESS = 200;

/**
 * Of articles, drafts and scheduled ones included: a mistake should show on the day it is made. Of two files with one
 * address the first by name keeps it.
 */
export function checkArticleAddresses(entries: readonly ReadEntry[]): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  for (const entry of entries) {
    if (entry.section.length + entry.slug.length + ARTICLE_URL_LENGTH <= LONGEST_ADDRESS) continue;
    const url = articleUrl(entry);
    const message = problemMessages.longAddress(url, url.length, LONGEST_ADDRESS);
    problems.push({ entry, path: [], rule: 'long-address', message });
  }
  if (!haveSameAddress(entries)) return problems;
  const owners = new Map<number, ReadEntry>();
  for (const entry of entries) {
    const other = owners.get(entry.addressHash);
    const [first, second] = other && other.file < entry.file ? [other, entry] : [entry, other];
    owners.set(entry.addressHash, first);
    if (!second) continue;
    const message = problemMessages.sameAddress(articleUrl(entry), first.file);
    problems.push({ entry: second, path: [], rule: 'same-address', message });
  }
  return problems;
}

/** Whether there are any two; among 100,000 that nearly never are, a sort of numbers finds out soonest. */
function haveSameAddress(entries: readonly ReadEntry[]): boolean {
  const addresses = Float64Array.from(entries, entry => entry.addressHash).sort();
  return addresses.some((address, index) => address === addresses[index - 1]);
}

/** `/port.html/ancien.html` would need a folder where a page's file may stand. */
const HTML_AS_FOLDER = /\.html\//i;

/**
 * Of aliases against all pages of the site and against each other. Compared without regard to case, because some file
 * systems keep one file for `/A.html` and `/a.html`.
 */
export function checkAliases(
  entries: Iterable<ReadEntry>,
  pageUrls: () => Iterable<string>,
): readonly EntryProblem[] {
  const withAliases = [...entries].filter(({ aliases }) => aliases.length > 0);
  if (withAliases.length === 0) return [];
  withAliases.sort((a, b) => (a.file < b.file ? -1 : 1));
  const taken = new Set<string>();
  for (const url of pageUrls()) taken.add(outputPath(url).toLowerCase());
  const problems: EntryProblem[] = [];
  const owners = new Map<string, ReadEntry>();
  for (const entry of withAliases) {
    entry.aliases.forEach((alias, index) => {
      const key = outputPath(alias).toLowerCase();
      const owner = owners.get(key);
      const path = ['aliases', index];
      if (taken.has(key) || HTML_AS_FOLDER.test(alias)) {
        problems.push({ entry, path, rule: 'alias-taken', message: problemMessages.aliasTaken(alias) });
      } else if (owner) {
        problems.push({
          entry,
          path,
          rule: 'alias-twice',
          message: problemMessages.aliasTwice(alias, owner.file),
        });
      } else owners.set(key, entry);
    });
  }
  return problems;
}
