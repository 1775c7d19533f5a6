// Words as typed become words as French prints them: titles and references bound to the next word, accents on capitals.
import { BLANK, LETTER, NO_BREAK } from './characters.ts';
import { type Edit, editsOf, NO_EDIT, type TypographyStep } from './edits.ts';

const TITLE = new RegExp(
  `(?<![${LETTER}0-9.])(M\\.|MM\\.|Mmes?|Mlles?|Me|Mgr|Drs?|Prs?)(${BLANK})(?=[A-Z\\u00C0-\\u00DE])`,
  'g',
);
const ANY_TITLE = /[MDP][.mlMegr]/;
const NUMERO = new RegExp(`(?<![${LETTER}0-9])([nN]°)(${BLANK}*)(?=\\d)`, 'g');
const REFERENCE = new RegExp(
  `(?<![${LETTER}0-9])(pp?\\.|art\\.|vol\\.|chap\\.|fig\\.|§)(${BLANK})(?=\\d)`,
  'g',
);
const ANY_REFERENCE = /[.§][ \t\u00A0\u2009\u202F]\d/;

/** `M. Qin`, `Mme Qin`, with U+00A0 after the abbreviation. */
export function bindTitles(text: string): readonly Edit[] {
  return ANY_TITLE.test(text) ? editsOf(text, TITLE, [null, NO_BREAK]) : NO_EDIT;
}

/** `n° 5`, `p. 12`, `§ 3`, with U+00A0; for texts with figures. */
export const bindReferences: readonly TypographyStep[] = [
  text => (text.includes('°') ? editsOf(text, NUMERO, [null, NO_BREAK]) : NO_EDIT),
  text => (ANY_REFERENCE.test(text) ? editsOf(text, REFERENCE, [null, NO_BREAK]) : NO_EDIT),
];

/**
 * The rest of words that begin with É: written with a bare E they can be no other French word. First names (« Eric »,
 * « Elisabeth ») are missing because their owners choose the spelling, « Education » and « Election » because they may
 * be English, and « A » because it may be a letter.
 */
const ENDINGS = [
  'tats?|glises?|coles?|quipes?|tudes?|conomies?|vénements?',
  'gypte|gyptiens?|gyptiennes?|lysée|thiopie|thiopiens?|thiopiennes?|quateur|cosse|cossais|cossaises?|rythrée|mirats',
].join('|');
const BARE_CAPITAL = new RegExp(
  `(?<![${LETTER}0-9_@#/.])(E)(?=(?:${ENDINGS}|${ENDINGS.toUpperCase()})(?![${LETTER}0-9_@]))`,
  'g',
);
const ANY_BARE_CAPITAL = /E[tTgGcCqQvVlLhHrRmM]/;

/** `Etats-Unis` → `États-Unis`, for the words of a short list. */
export function accentCapitals(text: string): readonly Edit[] {
  return ANY_BARE_CAPITAL.test(text) ? editsOf(text, BARE_CAPITAL, ['É']) : NO_EDIT;
}
