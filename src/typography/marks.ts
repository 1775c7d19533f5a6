// Typewriter marks become printed ones: three dots an ellipsis, a straight apostrophe a curved one, a spaced hyphen a dash.
import { BLANK, LETTER, NO_BREAK } from './characters.ts';

/** Not beside a slash: `.../archives` is a path. */
const DOTS = /(?<![./\\])\.{3,}(?![./\\])/g;

/** `etc...` → `etc…` */
export function setEllipses(text: string): string {
  return text.includes('...') ? text.replace(DOTS, '…') : text;
}

const ELISION = new RegExp(`(?<=[${LETTER}])'(?=[${LETTER}0-9«“"(\\[\\uFFFC])`, 'g');
const AFTER_LETTER = new RegExp(`(?<=[${LETTER}])'`, 'g');
const BEFORE_YEAR = new RegExp(`(?<![${LETTER}0-9'’])'(?=\\d\\d(?!\\d))`, 'g');
const OPENING_SINGLE_QUOTE = new RegExp(`(?<![${LETTER}0-9])'(?=[${LETTER}])`);

/**
 * `l'an` → `l’an`, `mai '68` → `mai ’68`. Minutes and feet (`5'10`) stay, and so do single straight quotes around
 * words (`'mot'`): half of such a pair must not become an apostrophe.
 */
export function setApostrophes(text: string): string {
  if (!text.includes("'")) return text;
  const elided = text.replace(ELISION, '’');
  if (!elided.includes("'")) return elided;
  const dated = elided.replace(BEFORE_YEAR, '’');
  return OPENING_SINGLE_QUOTE.test(dated) ? dated : dated.replace(AFTER_LETTER, '’');
}

/**
 * Between two digits a spaced hyphen is a score or a subtraction: left alone. Beside a mark whose space is set by a
 * later step, it is no dash either: it would look spaced on a second pass only.
 */
const SPACED_HYPHEN = new RegExp(
  `(?<=[^\\s«]${BLANK})(?!(?<=\\d${BLANK})-+${BLANK}\\d)-{1,3}(?=${BLANK}+[^\\s;:!?»])`,
  'g',
);
const DIALOGUE_DASH = new RegExp(`^([—–])${BLANK}+(?=\\S)`, 'gm');

/**
 * ` - ` and ` -- ` → ` – `, ` --- ` → ` — `; the dash that opens a line of dialogue holds its first word.
 * Hyphens inside words and ranges (`2010-2014`, which French writes with a hyphen) stay.
 */
export function setDashes(text: string): string {
  const opened =
    text.includes('—') || text.includes('–') ? text.replace(DIALOGUE_DASH, `$1${NO_BREAK}`) : text;
  if (!opened.includes('-')) return opened;
  return opened.replace(SPACED_HYPHEN, hyphens => (hyphens.length === 3 ? '—' : '–'));
}
