// The tables of what pages need to the files that a group of pages needs, and how many groups need a file.
import type { BucketedTable } from './bucketed-table.ts';

export interface RememberedNeeds {
  /** The addresses of the files that a group of pages needs (`plan/needed-files.ts`). */
  listOf(group: string): readonly string[];
  groups(): Iterable<string>;
  /** How many groups need the file of an address that is needed. */
  countOf(url: string): number;
  /** The addresses that several groups need. */
  counted(): Iterable<string>;
  /** None: the group needs no files. */
  putList(group: string, urls: readonly string[]): void;
  putCount(url: string, count: number): void;
}

interface Tables {
  /** By group. */
  readonly lists: BucketedTable<readonly string[]>;
  /** By address, where they are several: most files are of one group. */
  readonly counts: BucketedTable<number>;
}

export function rememberedNeeds({ lists, counts }: Tables): RememberedNeeds {
  return {
    listOf: group => lists.get(group) ?? NONE,
    *groups() {
      for (const [group] of lists.all()) yield group;
    },
    countOf: url => counts.get(url) ?? 1,
    *counted() {
      for (const [url] of counts.all()) yield url;
    },
    putList(group, urls) {
      if (urls.length === 0) lists.drop(group);
      else lists.put(group, urls);
    },
    putCount(url, count) {
      if (count > 1) counts.put(url, count);
      else counts.drop(url);
    },
  };
}

const NONE: readonly string[] = [];
