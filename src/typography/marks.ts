// Typewriter marks become printed ones: three dots an ellipsis, a straight apostrophe a curved one, a spaced hyphen a dash.
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
 * `l'an` → `l’an`, `mai '68` → `mai ’68`. Minutes and feet (`5'10`) stay, and so do single straight quotes around
 * words (`'mot'`): half of such a pair must not become an apostrophe.
 */
export function setApostrophes(text: string): string {
  if (!text.includes("'")) return text;
  const elided = afterLetter(text, ELISION);
  if (!elided.includes("'")) return elided;
  const dated = elided.replace(BEFORE_YEAR, '’');
  return OPENING_SINGLE_QUOTE.test(dated) ? dated : afterLetter(dated, /'/g);
}

/** The marks found that stand after a letter become apostrophes. Looked at here: expressions look back at every character. */
function afterLetter(text: string, marks: RegExp): string {
  return text.replace(marks, (mark: string, at: number) =>
    at > 0 && A_LETTER.test(text[at - 1]!) ? '’' : mark,
  );
}

/**
 * Between two digits a spaced hyphen is a score or a subtraction: left alone. Beside a mark whose space is set by a
 * later step, it is no dash either: it would look spaced on a second pass only.
 */
const SPACED_HYPHEN = new RegExp(
  `(?<=[^\\s«]${BLANK})(?!(?<=\\d${BLANK})-+${BLANK}\\d)-{1,3}(?=${BLANK}+[^\\s;:!?»])`,
  'g',
);
const ANY_SPACED_HYPHEN = new RegExp(`${BLANK}-`);
const DIALOGUE_DASH = new RegExp(`^([—–])${BLANK}+(?=\\S)`, 'gm');

/**
 * ` - ` and ` -- ` → ` – `, ` --- ` → ` — `; the dash that opens a line of dialogue holds its first word.
 * Hyphens inside words and ranges (`2010-2014`, which French writes with a hyphen) stay.
 */
export function setDashes(text: string): string {
  const opened =
    text.includes('—') || text.includes('–') ? text.replace(DIALOGUE_DASH, `$1${NO_BREAK}`) : text;
  if (!ANY_SPACED_HYPHEN.test(opened)) return opened;
  return opened.replace(SPACED_HYPHEN, hyphens => (hyphens.length === 3 ? '—' : '–'));
}
