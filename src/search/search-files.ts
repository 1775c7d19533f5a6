// What the site's files for the search hold: `pages/search` makes them, the reader's browser reads them.

/** How many articles a file of `SearchRow` holds: ten results cost ten files at most, and an archive of 100,000 has some thousands of them. */
export const CARDS_A_FILE = 32;

/** What a result shows of an article; the date is as printed. */
export type SearchRow = readonly [
  url: string,
  title: string,
  summary: string,
  date: string,
  section: string,
  source: string,
  /** BCP 47, when it is not the portal's; else empty. */
  lang: string,
];

/** A run of time whose articles have an index of their own. */
export interface SearchSegment {
  readonly name: string;
  readonly year: string;
  readonly articles: number;
  /** In how many files its words are. */
  readonly buckets: number;
  /** Another one when its articles are others, or come in another order: asked for with each file, it keeps a cache from mixing two counts. */
  readonly version: string;
}

export interface Suggestions {
  readonly topics: readonly (readonly [url: string, name: string])[];
  readonly places: readonly string[];
  readonly sources: readonly string[];
  readonly titles: readonly (readonly [url: string, title: string])[];
}
