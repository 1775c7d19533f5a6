// A hash becomes the path of the file that is named after it, in one of about a thousand folders, so that no folder holds too many files.

/**
 * `3f/0a8d…`, from the first `letters` characters of a base64url hash. The path is in lower case, since some disks ignore
 * case. It has neither `_` nor `-`: some hosts skip folders that begin with `_` (Jekyll), and some commands take a
 * name that begins with `-` for an option.
 */
export function hashPath(hash: string, letters: number): string {
  const name = hash.slice(0, letters).toLowerCase().replaceAll('_', '0').replaceAll('-', '1');
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

/** What such a path looks like, for regular expressions. */
export function hashPathPattern(letters: number): string {
  return `[a-z0-9]{2}/[a-z0-9]{${letters - 2}}`;
}
