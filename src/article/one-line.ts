// A text for readers, as an editor typed it, becomes the same text on one line.
import { z } from 'zod';

/** The schema of a text on one line, of 1 to `longest` characters. No-break spaces stay. */
export function oneLine(longest: number) {
  return z
    .string()
    .overwrite(text => (/^\s|\s$|[\t\n]| {2}/.test(text) ? text.replace(/[ \t\n]+/g, ' ').trim() : text))
    .min(1)
    .max(longest);
}
