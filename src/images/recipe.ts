// How images are made, in one number a kind: whoever changes what comes out raises that kind's, and so does a new version of
// sharp, of the fonts' shaper or of the atlas. `tests/recipes.test.ts` fails as long as it was forgotten.

/**
 * Part of every address under `/images/`, and of every name in the cache: what an older recipe made is never taken for this
 * one's. The number alone is hashed, not the kind: what the kinds are made from differs in its form, so no two of them meet.
 */
export const RECIPES = {
  /** `make-photograph.ts`, and what `read-photograph.ts` finds out. */
  photographs: 4,
  /** `social-card.ts`. */
  cards: 1,
  /** `map/locator-map.ts`. */
  maps: 1,
} as const;

export type ImageKind = keyof typeof RECIPES;
