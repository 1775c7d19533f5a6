// Whether the addresses of articles are short enough for every system.
import { ARTICLE_URL_LENGTH, articleUrl } from '../address/addresses.ts';
import type { ReadEntry } from '../edition/entry.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryCheck } from './entry-problem.ts';

/**
 * Longest address: Windows opens paths of up to 260 characters (MAX_PATH), and a checkout's own folder needs some of them.
 */
const LONGEST_ADDRESS = 200;

export const checkAddressLength: EntryCheck<Pick<ReadEntry, 'file' | 'section' | 'slug' | 'day'>> = (
  entry,
  report,
) => {
  if (!isLongAddress(entry.section.length + entry.slug.length)) return;
  const url = articleUrl(entry);
  const message = problemMessages.longAddress(url, url.length, LONGEST_ADDRESS);
  report({ entry, path: [], rule: 'long-address', message });
};

/** @param letters of the section and the slug together. */
export function isLongAddress(letters: number): boolean {
  return letters + ARTICLE_URL_LENGTH > LONGEST_ADDRESS;
}
