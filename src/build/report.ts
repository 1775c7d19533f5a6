// What a build did, in figures.
import type { ArticleCounts } from '../edition/edition.ts';

export interface BuildReport {
  readonly articles: ArticleCounts;
  readonly pages: {
    /** Files of the site, style sheets included. */
    readonly total: number;
    readonly rendered: number;
    readonly written: number;
    readonly unchanged: number;
    readonly removed: number;
  };
  readonly ms: number;
  /** Highest resident memory of the process, threads included. */
  readonly maxRssMB: number;
  /** ISO 8601 in the site's time zone. */
  readonly nextChange: string | null;
}
