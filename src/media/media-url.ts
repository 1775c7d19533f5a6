// The hash of a film, a sound, captions or a document becomes the address of the published copy, whose bytes never change.
import { hashPath, hashPathPattern } from '../hash/hash-path.ts';

/** Some eighty bits even on disks that ignore capitals: no two files have the same address. */
const HASH_LETTERS = 16;

/** What all these addresses look like, for regular expressions. */
export const MEDIA_PATTERN = `/medias/${hashPathPattern(HASH_LETTERS)}(?:\\.[a-z0-9]+|/[^/]+)`;

/**
 * `/medias/3f/0a….mp4`.
 * @param hash `hashOf` the file's bytes.
 * @param ending with its dot, as `readRecording` returns it: servers know the type by it.
 */
export function mediaUrl(hash: string, ending: string): string {
  return `/medias/${hashPath(hash, HASH_LETTERS)}${ending}`;
}

/**
 * `/medias/3f/0a…/rapport.pdf`: readers save it under its name.
 * @param name of the file, with its ending, as it may stand in an address.
 */
export function documentUrl(hash: string, name: string): string {
  return `/medias/${hashPath(hash, HASH_LETTERS)}/${name}`;
}
