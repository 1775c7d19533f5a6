// Typewriter marks become printed marks: three dots an ellipsis, a straight apostrophe a curved one, a spaced hyphen a dash.
import { BLANK, LETTER, NO_BREAK } from './characters.ts';

/** Not beside a slash: `.../archives` is a path. */
const DOTS = /(?<![./\\])\.{3,}(?![./\\])/g;

/** `etc...` → `etc…` */
export function setEllipses(text: string): string {
  return text.includes('...') ? text.replace(DOTS, '…') : text;
}

const ELISION = new RegExp(`'(?=[${LETTER}0-9«“"(\\[\\uFFFC])`, 'g');
const A_LETTER = new RegExp(`[${LETTER}]`);
const BEFORE_YEAR = new RegExp(`(?<![${LETTER}0-9'’])'(?=\\d\\d(?!\\d))`, 'g');
const OPENING_SINGLE_QUOTE = new RegExp(`(?<![${LETTER}0-9])'(?=[${LETTER}])`);

/**
 * `l'an` → `l’an`, `mai '68` → `mai ’68`. Minutes and feet (`5'10`) stay. Single straight quotes around words (`'mot'`)
 * stay too, since only one of the two would become an apostrophe.
 */
export function setApostrophes(text: string): string {
  if (!text.includes("'")) return text;
  const elided = curlAfterLetters(text, ELISION);
  if (!elided.includes("'")) return elided;
  const dated = elided.replace(BEFORE_YEAR, '’');
  return OPENING_SINGLE_QUOTE.test(dated) ? dated : curlAfterLetters(dated, /'/g);
}

/**
 * Replaces the marks that follow a letter by apostrophes. The callback looks at the character before, because a lookbehind
 * in the expression would be tried at every character of the text.
 */
function curlAfterLetters(text: string, marks: RegExp): string {
  return text.replace(marks, (mark: string, at: number) =>
    at > 0 && A_LETTER.test(text[at - 1]!) ? '’' : mark,
  );
}

/**
 * A spaced hyphen between two digits is a score or a subtraction, so it stays. A hyphen beside a mark whose space comes from a
 * later step stays too: it would count as spaced on a second pass only, so the whole would not be idempotent.
 */
const SPACED_HYPHEN = new RegExp(
  `(?<=[^\\s«]${BLANK})(?!(?<=\\d${BLANK})-+${BLANK}\\d)-{1,3}(?=${BLANK}+[^\\s;:!?»])`,
  'g',
);
const ANY_SPACED_HYPHEN = new RegExp(`${BLANK}-`);
const DIALOGUE_DASH = new RegExp(`^([—–])${BLANK}+(?=\\S)`, 'gm');

/**
 * ` - ` and ` -- ` → ` – `, ` --- ` → ` — `. A dash that opens a line of dialogue gets U+00A0 after it.
 * Hyphens inside words and ranges (`2010-2014`, which French writes with a hyphen) stay.
 */
export function setDashes(text: string): string {
  const opened =
    text.includes('—') || text.includes('–') ? text.replace(DIALOGUE_DASH, `$1${NO_BREAK}`) : text;
  if (!ANY_SPACED_HYPHEN.test(opened)) return opened;
  return opened.replace(SPACED_HYPHEN, hyphens => (hyphens.length === 3 ? '—' : '–'));
}
