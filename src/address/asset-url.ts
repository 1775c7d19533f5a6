// The hash of what pages load (a sheet, a script, a font) becomes the address at which it can be cached for ever.

const FOLDER = '/assets/';

/** In lower case 12 characters of base64url still tell 10^18 contents apart. */
const HASH_LETTERS = 12;

/**
 * `/assets/quotidien.3f0a….css`.
 * @param hash `hashOf` the file's bytes.
 * @param extension without its dot.
 */
export function assetUrl(name: string, hash: string, extension: string): string {
  return `${FOLDER}${name}.${hash.slice(0, HASH_LETTERS).toLowerCase()}.${extension}`;
}

/** What all these addresses look like, and nothing else that a site's owner may put into their folder does: for regular expressions. */
export const ASSET_PATTERN = `${FOLDER}[a-z]+\\.[a-z0-9_-]{${HASH_LETTERS}}\\.[a-z0-9]+`;
