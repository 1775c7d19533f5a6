// The hash of a film, a sound or captions to the address at which they are served, unchanged, for ever.
import { hashPath } from '../hash/hash-path.ts';

/** Some eighty bits, since capitals count for nothing on some disks: two files never meet. */
const HASH_LETTERS = 16;

/**
 * `/medias/3f/0a….mp4`.
 * @param hash `hashOf` the file's bytes.
 * @param ending with its dot, as `readRecording` gives it: servers tell browsers the type by it.
 */
export function mediaUrl(hash: string, ending: string): string {
  return `/medias/${hashPath(hash, HASH_LETTERS)}${ending}`;
}
