// The hash of a film, a sound or captions to the address at which they are served, unchanged, for ever.

/** Some eighty bits, since capitals count for nothing on some disks: two files never meet. */
const HASH_LETTERS = 16;

/**
 * `/medias/3f/0a….mp4`.
 * @param hash `hashOf` the file's bytes.
 * @param ending with its dot, as `readRecording` gives it: servers tell browsers the type by it.
 */
export function mediaUrl(hash: string, ending: string): string {
  // Some hosts pass over folders whose names begin with a line (Jekyll), some commands take a hyphen for an option.
  const name = hash.slice(0, HASH_LETTERS).toLowerCase().replaceAll('_', '0').replaceAll('-', '1');
  return `/medias/${name.slice(0, 2)}/${name.slice(2)}${ending}`;
}
