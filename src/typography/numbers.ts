// Numbers as typed become numbers as French prints them: ordinals, hours, thousands, units. A number and its unit stay on one line.
import { BLANK, LETTER, NARROW_NO_BREAK, NO_BREAK } from './characters.ts';

const WORD = `${LETTER}0-9_`;
const ANY_ORDINAL = /[0-9XVI](?:i?[èe]me|[èe]re)/;
const FIRST = new RegExp(`(?<![${WORD}])1[èe]re(s?)(?![${WORD}])`, 'g');
/** Roman numbers too, but not `I` alone: « Ième » is not a number. */
const NTH = new RegExp(`(?<![${WORD}])(\\d+|[XVI]{2,}|[VX])i?[èe]me(s?)(?![${WORD}])`, 'g');

/** `1ère` → `1re`, `2ème` → `2e`, `XXème` → `XXe`; `1er` is right as typed. */
export function setOrdinals(text: string): string {
  return ANY_ORDINAL.test(text) ? text.replace(FIRST, '1re$1').replace(NTH, '$1e$2') : text;
}

const ANY_HOUR = /\d[ \t\u00A0\u2009\u202F]?h/;
/** Figures that continue as a thousand (`3 h 20 000`) or as another hour (`1 h 13 h 43`) are not minutes. */
const HOUR_MINUTES = new RegExp(
  `(?<![${WORD}.,:/])(\\d{1,2})${BLANK}?h${BLANK}?([0-5]\\d)(?![${WORD}'’]|[.,]\\d|${BLANK}(?:\\d{3}|h(?![${WORD}])))`,
  'g',
);
const HOURS = new RegExp(`(?<![${WORD}.,:/])(\\d{1,3})${BLANK}?h(?![${WORD}'’])`, 'g');

/** `13h43` and `13 h 43` → `13 h 43`, `13h` → `13 h`, with U+00A0. The figures stay: `9h` gets no leading zero. */
export function setHours(text: string): string {
  if (!ANY_HOUR.test(text)) return text;
  return text.replace(HOUR_MINUTES, `$1${NO_BREAK}h${NO_BREAK}$2`).replace(HOURS, `$1${NO_BREAK}h`);
}

/** No letter may follow a number, except the `h` of an hour, before which the next step adds a space. */
const NO_WORD_BUT_HOUR = `(?!(?!h(?![${WORD}'’]))[${WORD}])`;
const ANY_THOUSAND = /\d[. \t\u00A0\u2009\u202F]\d{3}/;
/**
 * Thousands with dots. It matches no date and no version (`20.05.2014`, `3.1.8`: not all their groups have three figures),
 * no decimal below one (`0.125`), and no number after a word that announces a reference.
 */
const DOTTED = new RegExp(
  `(?<![${WORD}.,:/°-])(?<!(?:[Vv]ersion|[Aa]rticle|[Dd]écret|[Nn]°|§|IP)${BLANK})` +
    `([1-9]\\d{0,2})((?:\\.\\d{3})+)${NO_WORD_BUT_HOUR}(?![.:/-]\\d|[.-][${LETTER}])`,
  'g',
);
const ADDRESS = /^(?:\d|\d\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:[01]\d\d|2[0-4]\d|25[0-5])){3}$/;
/** Thousands with spaces. It matches no part of a telephone number, which begins with 0 or + or has groups of other lengths. */
const SPACED = new RegExp(
  `(?<![${WORD}.,:/+-]|[0-9+]${BLANK})([1-9]\\d{0,2})((?:${BLANK}\\d{3})+)${NO_WORD_BUT_HOUR}(?!${BLANK}\\d|[.:/-]\\d)`,
  'g',
);
const EACH_BLANK = new RegExp(BLANK, 'g');

/** `2.077` and `2 077` → `2 077`, with U+202F. Figures without a separator (`2077`, perhaps a year) stay. */
export function setThousands(text: string): string {
  if (!ANY_THOUSAND.test(text)) return text;
  return text
    .replace(DOTTED, (number: string) =>
      ADDRESS.test(number) ? number : number.replaceAll('.', NARROW_NO_BREAK),
    )
    .replace(SPACED, (number: string) => number.replace(EACH_BLANK, NARROW_NO_BREAK));
}

const SIGN = new RegExp(`(?<=\\d)${BLANK}*([%‰€£¥$]|°C)(?![${WORD}%])`, 'g');
const ANY_DIGIT = /\d/;
const ANY_SIGN = /\d[ \t\u00A0\u2009\u202F]*[%‰€£¥$°]/;
const UNITS = [
  'millions?|milliards?|milliers|billions?|euros?|dollars?|yuans?|francs?|roubles?|yens?|livres',
  'km|hm|dam|m|dm|cm|mm|µm|nm|ha|kg|g|mg|t|hl|cl|ml|[lL]|[kMGT]?W|[kMGT]?Wh|[kMGT]?Hz|[kMGT]o|min|s|ms|[kM]?V|dB|hPa',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
].join('|');
const UNIT = new RegExp(`(\\d|1er)${BLANK}(?=(?:${UNITS})[²³]?(?![${WORD}'’]))`, 'g');
const CENTURY = new RegExp(`(?<=(?<![${WORD}])[XVI]{1,5}er?)${BLANK}(?=siècles?(?![${WORD}]))`, 'g');

/** `10%` → `10 %`, `15 km`, `20 mai`, `XXe siècle`, with U+00A0 between the number and its unit. */
export function bindUnits(text: string): string {
  const signed = ANY_SIGN.test(text) ? text.replace(SIGN, `${NO_BREAK}$1`) : text;
  const bound = ANY_DIGIT.test(signed) ? signed.replace(UNIT, `$1${NO_BREAK}`) : signed;
  return bound.includes('siècle') ? bound.replace(CENTURY, NO_BREAK) : bound;
}
