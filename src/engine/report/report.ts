// What a build did, in figures.
import type { ArticleCounts } from '../../edition/edition.ts';
import type { Moment } from '../../time/moment.ts';

export interface BuildReport {
  readonly articles: ArticleCounts;
  /** When the next scheduled article appears, in the site's time zone; null: none is. */
  readonly firstScheduled: Moment | null;
  readonly pages: {
    /** Files of the site, style sheets included. */
    readonly total: number;
    readonly rendered: number;
    readonly written: number;
    readonly unchanged: number;
    readonly removed: number;
  };
  readonly images: {
    /** Files of photographs, cards, maps, recordings and documents that pages name. */
    readonly total: number;
    /** Those that had to be made: the cache did not hold them. */
    readonly made: number;
    /** How often a photograph was decoded, to look at it or to make files of it. */
    readonly decoded: number;
  };
  readonly ms: number;
  /** Highest resident memory of the process, threads included. */
  readonly maxRssMB: number;
  /** ISO 8601 in the site's time zone. */
  readonly nextChange: string | null;
  /** What stands in the output, is not ours, and was not named by an earlier build: `CNAME`, `.git/`. */
  readonly foreign: readonly string[];
  /** What stands in the output, is not ours, and keeps a file of ours from its place: `robots.txt`. */
  readonly taken: readonly string[];
}
