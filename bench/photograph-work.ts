// The settings that both programs get for each photograph: the widths of an article's photograph, and the effort of compression.
import { USES } from '../src/images/uses.ts';

/** Pixels, ascending: the widths within an article and on the whole screen. */
export const ARTICLE_WIDTHS: readonly number[] = [
  ...new Set<number>([...USES.article.widths, ...USES.full.widths]),
].sort((a, b) => a - b);

/** Pixels. Up to this width AVIF gets more effort than above it, as in `images/make-photograph.ts`. */
export const WITHIN_PAGES = 1200;

/**
 * The values of sharp's `effort` that Quotidien uses. With the defaults (4 for both formats) the peer would take several times
 * as long for files of about the same size, and the bench would compare settings and not programs.
 */
export const EFFORT = { avif: { withinPages: 2, above: 0 }, webp: 2 } as const;
