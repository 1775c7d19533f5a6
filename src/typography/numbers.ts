// Numbers as typed become numbers as French prints them: ordinals, hours, thousands, units. A number and its unit stay on one line.
import { BLANK, BLANKS, LETTER, NARROW_NO_BREAK, NO_BREAK } from './characters.ts';
import { type Edit, editsOf, NO_EDIT, type StepGroup } from './edits.ts';
import { bindReferences } from './words.ts';

const WORD = `${LETTER}0-9_`;

const FIRST = new RegExp(`(?<![${WORD}])(1)([èe])(res?)(?![${WORD}])`, 'g');
const NTH = new RegExp(`(?<![${WORD}])(\\d+)(i?[èe]m)(es?)(?![${WORD}])`, 'g');

/** `1ère` → `1re`, `2ème` → `2e`; `1er` is right as typed. */
const setOrdinals: StepGroup = {
  near: /\d(?:i?[èe]me|[èe]re)/,
  steps: [text => editsOf(text, FIRST, [null, '', null]), text => editsOf(text, NTH, [null, '', null])],
};

/** Not `I` alone: « Ième » is not a number. */
const ROMAN_NTH = new RegExp(`(?<![${WORD}])([XVI]{2,}|[VX])(i?[èe]m)(es?)(?![${WORD}])`, 'g');

/** `XXème` → `XXe` */
export const setRomanOrdinals: StepGroup = {
  near: /[XVI]i?[èe]me/,
  steps: [text => editsOf(text, ROMAN_NTH, [null, '', null])],
};

/** Figures that continue as a thousand (`3 h 20 000`) or as another hour (`1 h 13 h 43`) are not minutes. */
const HOUR_MINUTES = new RegExp(
  `(?<![${WORD}.,:/])(\\d{1,2})(${BLANK}?)(h)(${BLANK}?)([0-5]\\d)(?![${WORD}'’]|[.,]\\d|${BLANK}(?:\\d{3}|h(?![${WORD}])))`,
  'g',
);
const HOURS = new RegExp(`(?<![${WORD}.,:/])(\\d{1,3})(${BLANK}?)(h)(?![${WORD}'’])`, 'g');

/** `13h43` and `13 h 43` → `13 h 43`, `13h` → `13 h`, with U+00A0. The figures stay: `9h` gets no leading zero. */
const setHours: StepGroup = {
  near: /\d[ \t\u00A0\u2009\u202F]?h/,
  steps: [
    text => editsOf(text, HOUR_MINUTES, [null, NO_BREAK, null, NO_BREAK, null]),
    text => editsOf(text, HOURS, [null, NO_BREAK, null]),
  ],
};

/** No letter may follow a number, except the `h` of an hour, before which the next step adds a space. */
const NO_WORD_BUT_HOUR = `(?!(?!h(?![${WORD}'’]))[${WORD}])`;
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

/** `2.077` and `2 077` → `2 077`, with U+202F. Figures without a separator (`2077`, perhaps a year) stay. */
const setThousands: StepGroup = {
  near: /\d[. \t\u00A0\u2009\u202F]\d{3}/,
  steps: [text => partThousands(text, DOTTED), text => partThousands(text, SPACED)],
};

function partThousands(text: string, numbers: RegExp): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { 0: number, index } of text.matchAll(numbers)) {
    if (ADDRESS.test(number)) continue;
    for (let at = 0; at < number.length; at += 1) {
      const sign = number[at]!;
      if (sign !== NARROW_NO_BREAK && (sign === '.' || BLANKS.has(sign)))
        edits.push({ at: index + at, length: 1, by: NARROW_NO_BREAK });
    }
  }
  return edits;
}

const SIGN = new RegExp(`(?<=\\d)(${BLANK}*)([%‰€£¥$]|°C)(?![${WORD}%])`, 'g');

/** `10%` → `10 %`, `5€` → `5 €`, with U+00A0. */
const bindSigns: StepGroup = {
  near: /\d[ \t\u00A0\u2009\u202F]*[%‰€£¥$°]/,
  steps: [text => editsOf(text, SIGN, [NO_BREAK, null])],
};

const UNITS = [
  'millions?|milliards?|milliers|billions?|euros?|dollars?|yuans?|francs?|roubles?|yens?|livres',
  'km|hm|dam|m|dm|cm|mm|µm|nm|ha|kg|g|mg|t|hl|cl|ml|[lL]|[kMGT]?W|[kMGT]?Wh|[kMGT]?Hz|[kMGT]o|min|s|ms|[kM]?V|dB|hPa',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
].join('|');
const UNIT = new RegExp(`(\\d|1er)(${BLANK})(?=(?:${UNITS})[²³]?(?![${WORD}'’]))`, 'g');

/** `15 km`, `20 mai`, with U+00A0 between the number and its unit. */
function bindUnits(text: string): readonly Edit[] {
  return editsOf(text, UNIT, [null, NO_BREAK]);
}

/** The order matters: thousands come before hours and units, whose rules look at the figures in front of them. */
export const setNumbers: StepGroup = {
  near: /\d/,
  steps: [setOrdinals, setThousands, setHours, bindSigns, bindUnits, ...bindReferences],
};

const CENTURY = new RegExp(`(?<=(?<![${WORD}])[XVI]{1,5}er?)(${BLANK})(?=siècles?(?![${WORD}]))`, 'g');

/** `XXe siècle`, with U+00A0. */
export function bindCenturies(text: string): readonly Edit[] {
  return text.includes('siècle') ? editsOf(text, CENTURY, [NO_BREAK]) : NO_EDIT;
}
