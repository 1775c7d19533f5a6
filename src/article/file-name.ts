// The text that an editor types for a file of the repository becomes a relative path that stays below its folder.
import { z } from 'zod';
import { breaks, type Rule } from '../problem/rule.ts';
import { shorten } from '../source/shorten.ts';

/** Signs that some systems refuse in file names: `\ : * ? " < > |`, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for control characters
const NOT_IN_NAMES = /[\\:*?"<>|\u0000-\u001f]/;

/** A segment `.` or `..`. */
const DOTS = /(?:^|\/)\.{1,2}(?:\/|$)/;

/** The same rules in one pattern, for the JSON Schema. */
const PATTERN = '^(?!.*(?:^|/)\\.{1,2}(?:/|$))[^\\\\:*?"<>|]+$';

/** The beginning of an address on another site: a scheme, or `//`. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i;

/** The messages of one kind of file. */
export interface FileNameWords {
  readonly rule: Rule;
  /** The message for an address on another site. */
  readonly elsewhere: (address: string) => string;
}

/** The schema of a file's name. @param example a name for the message: `port.jpg`. */
export function fileName(words: FileNameWords, example: string) {
  return z
    .string()
    .overwrite(text => text.trim().replace(/^\.\//, ''))
    .min(1)
    .max(200)
    .superRefine((text, context) => {
      const message = mistakeIn(text, words, example);
      if (message !== null) context.addIssue({ code: 'custom', params: breaks(words.rule), message });
    })
    .meta({ pattern: PATTERN });
}

function mistakeIn(text: string, { elsewhere }: FileNameWords, example: string): string | null {
  if (/\{[{%]/.test(text))
    return `Un gabarit n’a pas sa place ici («\u00a0${shorten(text)}\u00a0»)\u202f; écrivez le nom du fichier, comme ${example}.`;
  // `C:\` begins a path on Windows, not an address.
  if (ELSEWHERE.test(text) && !/^[a-z]:[\\/]/i.test(text)) return elsewhere(shorten(text));
  if (!NOT_IN_NAMES.test(text) && !DOTS.test(text) && !text.endsWith('/')) return null;
  return `La valeur «\u00a0${shorten(text)}\u00a0» n’est pas un chemin simple\u202f; écrivez le nom du fichier, comme ${example} ou dossier/${example}.`;
}
