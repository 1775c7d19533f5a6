// The hash of a film, a sound or captions to the address at which they are served, unchanged, for ever.

/** Bits enough (a letter is five, since capitals count for nothing on some disks) for two files never to meet. */
const HASH_LETTERS = 16;

/**
 * `/medias/3f/0a….mp4`.
 * @param hash `hashOf` the file's bytes.
 * @param ending with its dot, as `readRecording` gives it: servers tell browsers the type by it.
 */
export function mediaUrl(hash: string, ending: string): string {
  const name = hash.slice(0, HASH_LETTERS).toLowerCase();
  return `/medias/${name.slice(0, 2)}/${name.slice(2)}${ending}`;
}
