// Words as typed become words as French prints them: titles and references bound to the next word, accents on capitals.
import { BLANK, LETTER, NO_BREAK } from './characters.ts';

const TITLE = new RegExp(
  `(?<![${LETTER}0-9.])(M\\.|MM\\.|Mmes?|Mlles?|Me|Mgr|Drs?|Prs?)${BLANK}(?=[A-Z\\u00C0-\\u00DE])`,
  'g',
);
const ANY_TITLE = /[MDP][.mlMegr]/;
const NUMERO = new RegExp(`(?<![${LETTER}0-9])([nN]°)${BLANK}*(?=\\d)`, 'g');
const REFERENCE = new RegExp(
  `(?<![${LETTER}0-9])(pp?\\.|art\\.|vol\\.|chap\\.|fig\\.|§)${BLANK}(?=\\d)`,
  'g',
);
const ANY_REFERENCE = /[.§][ \t\u00A0\u2009\u202F]\d/;

/** `M. Qin`, `Mme Qin`, `n° 5`, `p. 12`, with U+00A0 after the abbreviation. */
export function bindAbbreviations(text: string): string {
  const titled = ANY_TITLE.test(text) ? text.replace(TITLE, `$1${NO_BREAK}`) : text;
  const numbered = titled.includes('°') ? titled.replace(NUMERO, `$1${NO_BREAK}`) : titled;
  return ANY_REFERENCE.test(numbered) ? numbered.replace(REFERENCE, `$1${NO_BREAK}`) : numbered;
}

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
  `(?<![${LETTER}0-9_@#/.])E(?=(?:${ENDINGS}|${ENDINGS.toUpperCase()})(?![${LETTER}0-9_@]))`,
  'g',
);
const ANY_BARE_CAPITAL = /E[tTgGcCqQvVlLhHrRmM]/;

/** `Etats-Unis` → `États-Unis`, for the words of a short list. */
export function accentCapitals(text: string): string {
  return ANY_BARE_CAPITAL.test(text) ? text.replace(BARE_CAPITAL, 'É') : text;
}
