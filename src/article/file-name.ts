// What an editor types for a file of the repository, to a path below some folder; nothing that leads elsewhere.
import { z } from 'zod';

/** Signs that a file's name has on no system, or not on all: `\ : * ? " < > |`, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const NOT_IN_NAMES = /[\\:*?"<>|\u0000-\u001f]/;

/** A step to the folder itself, or to the one above. */
const DOTS = /(?:^|\/)\.{1,2}(?:\/|$)/;

/** The same for editors' programs. */
const PATTERN = '^(?!.*(?:^|/)\\.{1,2}(?:/|$))[^\\\\:*?"<>|]+$';

/** The scheme and host of an address elsewhere. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i;

/** What the schema says of a value that is no name. */
export interface FileNameWords {
  readonly rule: string;
  readonly elsewhere: (shown: string) => string;
}

/** `example` is a name as it should look: `port.jpg`. */
export function fileName(words: FileNameWords, example: string) {
  return z
    .string()
    .overwrite(text => text.trim().replace(/^\.\//, ''))
    .min(1)
    .max(200)
    .superRefine((text, context) => {
      const message = mistakeIn(text, words, example);
      if (message !== null) context.addIssue({ code: 'custom', params: { rule: words.rule }, message });
    })
    .meta({ pattern: PATTERN });
}

function mistakeIn(text: string, { elsewhere }: FileNameWords, example: string): string | null {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  if (ELSEWHERE.test(text) && !/^[a-z]:[\\/]/i.test(text)) return elsewhere(shown);
  if (!NOT_IN_NAMES.test(text) && !DOTS.test(text) && !text.endsWith('/')) return null;
  return `La valeur «\u00a0${shown}\u00a0» n’est pas un chemin simple\u202f; écrivez le nom du fichier, comme ${example} ou dossier/${example}.`;
}
