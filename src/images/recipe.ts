// How images are made, in one number: whoever changes what comes out of `make-photograph.ts`, `social-card.ts` or the maps of
// `map/locator-map.ts` raises it, and so does a new version of sharp or of the atlas.

/** Part of every address under `/images/`, and of every name in the cache: what an older recipe made is never taken for this one's. */
export const RECIPE = 1;
