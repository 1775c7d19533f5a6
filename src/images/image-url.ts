// Everything that determines an image becomes its address, which therefore never holds another image.
import { hashOf } from '../hash/hash.ts';
import { hashPath, hashPathPattern } from '../hash/hash-path.ts';
import { type ImageKind, RECIPES } from './recipe.ts';

/** About seventy bits: of a thousand portals with a billion images each, about one has two images with the same hash. */
const HASH_LETTERS = 14;

/** What all these addresses look like, with the endings that callers add: for regular expressions. */
export const IMAGE_PATTERN = `/images/${hashPathPattern(HASH_LETTERS)}(?:-[a-z0-9]+)*\\.[a-z0-9]+`;

/** Returns `/images/3f/0a…`; the caller adds the file's ending. `ingredients` is JSON data; the recipe of the kind is hashed with it. */
export function imageUrl(kind: ImageKind, ingredients: readonly unknown[]): string {
  return `/images/${hashPath(hashOf(JSON.stringify([RECIPES[kind], ...ingredients])), HASH_LETTERS)}`;
}
