// What is asked of both programs for each photograph: the widths of an article's, and how hard AVIF is pressed.
import { USES } from '../src/images/uses.ts';

/** Pixels, ascending: within an article and on a whole screen. */
export const ARTICLE_WIDTHS: readonly number[] = [
  ...new Set<number>([...USES.article.widths, ...USES.full.widths]),
].sort((a, b) => a - b);

/** sharp's `effort`: ours (`images/make-photograph.ts`); its default, 4, takes several times as long for the same size. */
export const AVIF_EFFORT = 2;
