// A file's name as it is on disk, or as an editor wrote it, to how messages show it.

const LONGEST = 80;

/** Enough of a name to know it again, with nothing in it that can't be seen. */
export function shownName(name: string): string {
  const seen = name.normalize('NFC').replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, '\ufffd');
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST - 1)}…` : seen;
}
