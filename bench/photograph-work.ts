// What is asked of both programs for each photograph: the widths of an article's, and how hard AVIF is pressed.
import { USES } from '../src/images/uses.ts';

/** Pixels, ascending: within an article and on a whole screen. */
export const ARTICLE_WIDTHS: readonly number[] = [
  ...new Set<number>([...USES.article.widths, ...USES.full.widths]),
].sort((a, b) => a - b);

/** Up to this width AVIF is pressed harder than above it, as in `images/make-photograph.ts`. */
export const WITHIN_PAGES = 1200;

/**
 * sharp's `effort`, ours: with its defaults (4 for both) the peer would take several times as long for about the same size, and the
 * comparison would be one of settings.
 */
export const EFFORT = { avif: { withinPages: 2, above: 0 }, webp: 2 } as const;
