// Typewriter marks become printed marks: three dots an ellipsis, a straight apostrophe a curved one, a spaced hyphen a dash.
import { BLANK, BLANKS, LETTER, NO_BREAK } from './characters.ts';
import { type Edit, editsOf, NO_EDIT, type StepGroup } from './edits.ts';
import { setMinus } from './numbers.ts';

/** Not beside a slash: `.../archives` is a path. */
const DOTS = /(?<![./\\])(\.{3,})(?![./\\])/g;

/** `etc...` → `etc…` */
export function setEllipses(text: string): readonly Edit[] {
  return text.includes('...') ? editsOf(text, DOTS, ['…']) : NO_EDIT;
}

const A_LETTER = new RegExp(`[${LETTER}]`);
const A_WORD = new RegExp(`[${LETTER}0-9]`);
/** What begins a word after an elision. */
const ELIDED = new RegExp(`[${LETTER}0-9«“"(\\[\\uFFFC]`);
const YEAR = /\d\d(?!\d)/y;

/**
 * `l'an` → `l’an`, `mai '68` → `mai ’68`. Minutes and feet (`5'10`) stay. Single straight quotes around words (`'mot'`)
 * stay too, since only one of the two would become an apostrophe.
 */
export function setApostrophes(text: string): readonly Edit[] {
  const curved: number[] = [];
  const ends: number[] = [];
  let opens = false;
  for (let at = text.indexOf("'"); at !== -1; at = text.indexOf("'", at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + 1] ?? '';
    if (isAroundN(text, at)) curved.push(at);
    else if (A_LETTER.test(before)) (ELIDED.test(after) ? curved : ends).push(at);
    else if (isBeforeYear(text, at, before)) curved.push(at);
    else if (!A_WORD.test(before) && A_LETTER.test(after)) opens = true;
  }
  if (curved.length === 0 && ends.length === 0) return NO_EDIT;
  const all = opens || ends.length === 0 ? curved : [...curved, ...ends].sort((a, b) => a - b);
  return all.map(at => ({ at, length: 1, by: '’' }));
}

/** Whether a mark is one of the two apostrophes of « rock 'n' roll ». */
export function isAroundN(text: string, at: number): boolean {
  const start = text.startsWith("'n'", at) ? at : at - 2;
  return (
    text.startsWith("'n'", start) &&
    A_LETTER.test(text[start - 2] ?? '') &&
    BLANKS.has(text[start - 1] ?? '') &&
    BLANKS.has(text[start + 3] ?? '') &&
    A_LETTER.test(text[start + 4] ?? '')
  );
}

function isBeforeYear(text: string, at: number, before: string): boolean {
  YEAR.lastIndex = at + 1;
  return !A_WORD.test(before) && before !== "'" && before !== '’' && YEAR.test(text);
}

/**
 * A spaced hyphen between two digits is a score or a subtraction, so it stays. A hyphen beside a mark whose space comes from a
 * later step stays too: it would count as spaced on a second pass only, so the whole would not be idempotent.
 */
const SPACED_HYPHEN = new RegExp(
  `(?<=[^\\s«]${BLANK})(?!(?<=\\d${BLANK})-+${BLANK}\\d)(-{1,3})(?=${BLANK}+[^\\s;:!?»])`,
  'g',
);
const ANY_SPACED_HYPHEN = /(?:^|[\s(«])-/;
/** Both dashes at once; a search for one of them (`includes`) stops at every space, whose byte is in it. */
const ANY_DASH = /[—–]/;
const DIALOGUE_DASH = new RegExp(`^([—–])(${BLANK}+)(?=\\S)`, 'gm');

/** A dash that opens a line of dialogue gets U+00A0 after it. */
export const setDialogues: StepGroup = {
  near: ANY_DASH,
  steps: [text => editsOf(text, DIALOGUE_DASH, [null, NO_BREAK])],
};

/**
 * ` - ` and ` -- ` → ` – `, ` --- ` → ` — `, but a hyphen that is a minus becomes that. Hyphens inside words and ranges (`2010-2014`, which French
 * writes with a hyphen) stay.
 */
export const setDashes: StepGroup = {
  near: ANY_SPACED_HYPHEN,
  steps: [setMinus, text => editsOf(text, SPACED_HYPHEN, [hyphens => (hyphens.length === 3 ? '—' : '–')])],
};
