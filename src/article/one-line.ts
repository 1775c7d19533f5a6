// What an editor types as a text for readers, to the same on one line.
import { z } from 'zod';

/** A text for readers on one line. Spaces that the editor made unbreakable stay so. */
export function oneLine(longest: number) {
  return z
    .string()
    .overwrite(text => (/^\s|\s$|[\t\n]| {2}/.test(text) ? text.replace(/[ \t\n]+/g, ' ').trim() : text))
    .min(1)
    .max(longest);
}
