// A file's name, from the disk or from an editor, becomes safe to print in a message.

/** In characters (UTF-16). */
const LONGEST = 80;

/** The beginning of the name, enough for an editor to recognise it; U+FFFD replaces characters that are invisible. */
export function printableName(name: string): string {
  const visible = name.normalize('NFC').replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, '\ufffd');
  return visible.length > LONGEST ? `${visible.slice(0, LONGEST - 1)}…` : visible;
}
