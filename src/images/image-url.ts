// All that an image is made from to the address at which it stands: an address that never holds anything else.
import { hashOf } from '../hash/hash.ts';
import { hashPath } from '../hash/hash-path.ts';
import { type ImageKind, RECIPES } from './recipe.ts';

/** Some seventy bits: two of a billion images meet once in a thousand portals. */
const HASH_LETTERS = 14;

/** `/images/3f/0a…`, to which the caller adds an ending. `ingredients` is JSON data; the kind's recipe is always one. */
export function imageUrl(kind: ImageKind, ingredients: readonly unknown[]): string {
  return `/images/${hashPath(hashOf(JSON.stringify([RECIPES[kind], ...ingredients])), HASH_LETTERS)}`;
}
