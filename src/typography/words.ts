// Words are set as French prints them: titles and references held to what follows, capitals with their accents.
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

/** `M. Qin`, `Mme`, `n° 5`, `p. 12`: held together by U+00A0. */
export function holdAbbreviations(text: string): string {
  const titled = ANY_TITLE.test(text) ? text.replace(TITLE, `$1${NO_BREAK}`) : text;
  const numbered = titled.includes('°') ? titled.replace(NUMERO, `$1${NO_BREAK}`) : titled;
  return ANY_REFERENCE.test(numbered) ? numbered.replace(REFERENCE, `$1${NO_BREAK}`) : numbered;
}

/**
 * Words that, with a bare capital, can be nothing else in French. First names (« Eric », « Elisabeth ») are written as
 * their owners do, English words (« Education », « Election ») may be names, and « A » may be a letter: none is here.
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

/** `Etats-Unis` → `États-Unis`, for a short list of certain words. */
export function accentCapitals(text: string): string {
  return ANY_BARE_CAPITAL.test(text) ? text.replace(BARE_CAPITAL, 'É') : text;
}
