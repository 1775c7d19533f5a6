// What somebody typed into a field becomes plain text: composed, without signs that nobody sees or that disturb their neighbours.

/** Marks that stand on one letter: real writing (Thai, Vietnamese set apart) has no more; the rest are towers of them (« zalgo »). */
const MOST_MARKS = 4;

const MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/**
 * What no reader sees: bidirectional controls (UAX #9, § 2: a text could turn the words after it around), zero-width characters, blanks that count as
 * letters, tags. Joiners and selectors stay, which emoji and Persian need. The blank of Braille and signs of replacement are not on Unicode's list.
 */
const UNSEEN = /(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|\u2800|[\ufff9-\ufffd]/gu;

/** The last two of every plane are no characters (Unicode, § 23.7); private ones are none to anybody else. */
const NO_CHARACTERS = /[\p{Cn}\p{Co}\p{Cs}]/gu;

const CONTROLS = /(?![\t\n])\p{Cc}/gu;

const HAS_SUBSTANCE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Lines, at most one of them blank between two others. @returns '' where nothing remains that anybody could read. */
export function plainLines(typed: string): string {
  const lines = cleaned(typed)
    .split('\n')
    .map(line => line.replace(/[^\S\n]+/g, ' ').trim());
  return substantial(lines.join('\n').replace(/\n{3,}/g, '\n\n'));
}

/** The same on one line: of a name. */
export function plainLine(typed: string): string {
  return substantial(cleaned(typed).replace(/\s+/g, ' '));
}

function cleaned(typed: string): string {
  return typed
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(CONTROLS, '')
    .replace(UNSEEN, '')
    .replace(NO_CHARACTERS, '')
    .normalize('NFC')
    .replace(MARKS, '$1');
}

function substantial(text: string): string {
  const trimmed = text.trim();
  return HAS_SUBSTANCE.test(trimmed) ? trimmed : '';
}
