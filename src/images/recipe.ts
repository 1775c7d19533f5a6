// How photographs are made, in one word: whoever changes what comes out of `make-images.ts` or `social-card.ts` raises it.

/** Part of every address under `/images/`, and of every name in the cache: what an older recipe made is never taken for this one's. */
export const RECIPE = 1;
