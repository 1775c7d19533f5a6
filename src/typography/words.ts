// Words as typed become words as French prints them: titles and references bound to the next word, accents on capitals.
import { BLANK, LETTER, NO_BREAK } from './characters.ts';
import { type Edit, editsOf, NO_EDIT, type StepGroup, type TypographyStep } from './edits.ts';

/** What may stand between a title and a name with a capital: `M. de Villepin`, `M. d'Ormesson`, `Mme von der Leyen`. */
const PARTICLE = `(?:(?:de|du|des|van|von|zu|ben|bin|al|el|da|dos|di|del|della)${BLANK}(?:la${BLANK}|der${BLANK}|den${BLANK}|l['’])?|d['’]|al-|el-)?`;
const TITLE = new RegExp(
  `(?<![${LETTER}0-9.])(M\\.|MM\\.|Mmes?|Mlles?|Me|Mgr|Drs?|Prs?)(${BLANK})(?=${PARTICLE}[A-Z\\u00C0-\\u00DE])`,
  'g',
);
const ANY_TITLE = /[MDP][.mlMegr]/;
/** With a degree sign or, as some keyboards write it, an ordinal indicator. */
const NUMERO = new RegExp(`(?<![${LETTER}0-9])([nN])([°º])(${BLANK}*)(?=\\d)`, 'g');
const ANY_NUMERO = /[nN][°º]/;
const REFERENCE = new RegExp(
  `(?<![${LETTER}0-9])(pp?\\.|art\\.|vol\\.|chap\\.|fig\\.|§)(${BLANK})(?=\\d)`,
  'g',
);
const ANY_REFERENCE = /[.§][ \t\u00A0\u2009\u202F]\d/;

/** `M. Qin`, `Mme Qin`, with U+00A0 after the abbreviation. */
export function bindTitles(text: string): readonly Edit[] {
  return ANY_TITLE.test(text) ? editsOf(text, TITLE, [null, NO_BREAK]) : NO_EDIT;
}

/** `nº5` → `n° 5`, `p. 12`, `§ 3`, with U+00A0; for texts with figures. */
export const bindReferences: readonly TypographyStep[] = [
  text => (ANY_NUMERO.test(text) ? editsOf(text, NUMERO, [null, '°', NO_BREAK]) : NO_EDIT),
  text => (ANY_REFERENCE.test(text) ? editsOf(text, REFERENCE, [null, NO_BREAK]) : NO_EDIT),
];

/**
 * The rest of words that begin with É: written with a bare E they can be no other French word. First names (« Eric »,
 * « Elisabeth ») are missing because their owners choose the spelling, « Education » and « Election » because they may
 * be English, and « A » because it may be a letter.
 */
const ENDINGS = [
  'tats?|glises?|coles?|quipes?|tudes?|conomie|vénements?',
  'gypte|gyptiens?|gyptiennes?|lysée|thiopie|thiopiens?|thiopiennes?|quateur|cosse|cossais|cossaises?|rythrée|mirats',
].join('|');
const BARE_CAPITAL = new RegExp(
  `(?<![${LETTER}0-9_@#/.])(E)(?=(?:${ENDINGS}|${ENDINGS.toUpperCase()})(?![${LETTER}0-9_@]|\\.[a-z]))`,
  'g',
);
const ANY_BARE_CAPITAL = /E[tTgGcCqQvVlLhHrRmM]/;
/** The plural is an English word too: French only at the beginning of a sentence or after a word that makes it so, and before no English word. */
const ECONOMIES = new RegExp(
  `(?<=(?:^|[.!?…:«(–—]${BLANK}{0,4}|(?<![${LETTER}])(?:[LlDdCcNnVvMmTtSs]es|[Aa]ux|[Nn]os|[Vv]os|[Dd]eux|[Gg]randes|[Pp]etites)${BLANK}))(E)` +
    `(?=(?:conomies|CONOMIES)(?![${LETTER}0-9_@])(?!${BLANK}(?:of|and|in|on|for|with|are|is|to|the|at|by|from)(?![${LETTER}])))`,
  'gm',
);

/** `Etats-Unis` → `États-Unis`, for the words of a short list. */
export const accentCapitals: StepGroup = {
  near: ANY_BARE_CAPITAL,
  steps: [text => editsOf(text, BARE_CAPITAL, ['É']), text => editsOf(text, ECONOMIES, ['É'])],
};
