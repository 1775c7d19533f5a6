// A list of articles to a first look at the page that shows the first of them, which brings none of them.
import type { EntryList } from '../../edition/entry-list.ts';
import { mix } from '../../hash/hash.ts';
import { digestOf, type FirstLook, inspectRoughly, type Referred } from '../shown.ts';

const NONE: readonly Referred[] = [];

/**
 * @param most how many of the list the page shows.
 * @param others all else that it shows.
 * @param shown the whole, of which only the files that it needs are asked for, where articles of those months show any.
 */
export function firstLook(list: EntryList, most: number, others: unknown, shown: () => unknown): FirstLook {
  return {
    digest: mix(mix(digestOf(others), list.digestOfFirst(most)), Math.min(most, list.length)),
    pictured: () => (list.showsFiles(most) ? inspectRoughly(shown()).pictured : NONE),
  };
}

/** The same of a page that shows those that appeared last: one that came late may stand anywhere in the list. */
export function firstLookAtLatest(
  list: EntryList,
  most: number,
  others: unknown,
  shown: () => unknown,
): FirstLook {
  return firstLook(list, list.isLate ? list.length : most, [others, Math.min(most, list.length)], shown);
}
