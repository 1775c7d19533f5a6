// The tags of stores that know objects by what they hold.

/** @param bytesHash `hashOf` the bytes. */
export function contentTag(bytesHash: string): string {
  return `"${bytesHash}"`;
}

/** By its length: no other tag is as long. */
export function isContentTag(tag: string): boolean {
  return /^"[\w-]{21}"$/.test(tag);
}
