// A text for readers, as an editor typed it, becomes the same text on one line.
import { z } from 'zod';
import { refuseLineMistake } from './line-mistake.ts';

/** Soft hyphens, zero-width spaces and word joiners: nobody sees them, and no search or share finds a word with one in it. */
const INVISIBLE = /[\u00ad\u200b\u2060]/g;

/** The text without line ends, rows of spaces, and characters that nobody sees. No-break spaces stay. */
export function onOneLine(text: string): string {
  const visible = /[\u00ad\u200b\u2060]/.test(text) ? text.replace(INVISIBLE, '') : text;
  return /^\s|\s$|[\t\n]| {2}/.test(visible) ? visible.replace(/[ \t\n]+/g, ' ').trim() : visible;
}

/**
 * The schema of a text on one line, of 1 to `longest` characters, without what readers would see as code. `notAText` gives the message of
 * another value, when the field has one of its own.
 */
export function oneLine(longest: number, notAText: (input: unknown) => string | undefined = () => undefined) {
  return z
    .string({ error: ({ input }) => notAText(input) })
    .overwrite(onOneLine)
    .min(1)
    .max(longest)
    .check(refuseLineMistake);
}
