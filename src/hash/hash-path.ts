// A hash to the path of a file that is named after it: in one of a thousand folders, so that none holds too many.

/**
 * `3f/0a8d…` of a text of base64url, of which `letters` are taken: in lower case, since capitals count for nothing on some disks, and
 * without `_` and `-`: some hosts pass over folders that begin with the one (Jekyll), some commands take the other for an option.
 */
export function hashPath(hash: string, letters: number): string {
  const name = hash.slice(0, letters).toLowerCase().replaceAll('_', '0').replaceAll('-', '1');
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}
