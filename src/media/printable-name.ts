// A file's name, from the disk or from an editor, becomes safe to print in a message.
import { visible } from '../locale/quoting.ts';

/** In characters (UTF-16). */
const LONGEST = 80;

/** The beginning of the name, enough for an editor to recognise it; U+FFFD replaces characters that are invisible. */
export function printableName(name: string): string {
  const shown = visible(name.normalize('NFC'));
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown;
}
