// Numbers as typed become numbers as French prints them: ordinals, hours, thousands, units. A number and its unit stay on one line.
import { BLANK, BLANKS, LETTER, NARROW_NO_BREAK, NO_BREAK } from './characters.ts';
import { type Edit, editsOf, NO_EDIT, type StepGroup } from './edits.ts';
import { bindReferences } from './words.ts';

const WORD = `${LETTER}0-9_`;

const FIRST = new RegExp(`(?<![${WORD}])(1)([èée])(res?)(?![${WORD}])`, 'g');
const NTH = new RegExp(`(?<![${WORD}])(\\d+)(i?[èée]m)(es?)(?![${WORD}])`, 'g');
/** What would become an address if a letter without accent stood before it. */
const ADDRESS_REST = '[A-Za-z0-9+.-]{0,31}(?:\\uFFFC|://)';
/** Not `1è`, which is the beginning of `1ère` as of `1er`. */
const SHORT_NTH = new RegExp(`(?<![${WORD}])(\\d*[02-9]|\\d+1)(è)(s?)(?![${WORD}@'’]|${ADDRESS_REST})`, 'g');

/** `1ère` → `1re`, `2ème` and `2è` → `2e`; `1er` is right as typed. */
const setOrdinals: StepGroup = {
  near: /\d(?:i?[èée]me|[èée]re|è)/,
  steps: [
    text => editsOf(text, FIRST, [null, '', null]),
    text => editsOf(text, NTH, [null, '', null]),
    text => editsOf(text, SHORT_NTH, [null, 'e', null]),
  ],
};

/** Not `I` alone: « Ième » is not a number. */
const ROMAN_NTH = new RegExp(`(?<![${WORD}])([XVI]{2,}|[VX])(i?[èée]m)(es?)(?![${WORD}])`, 'g');
const SHORT_ROMAN_NTH = new RegExp(
  `(?<![${WORD}])([XVI]{2,}|[VX])(è)(s?)(?![${WORD}@'’]|${ADDRESS_REST})`,
  'g',
);

/** `XXème` and `XXè` → `XXe` */
export const setRomanOrdinals: StepGroup = {
  near: /[XVI](?:i?[èée]me|è)/,
  steps: [
    text => editsOf(text, ROMAN_NTH, [null, '', null]),
    text => editsOf(text, SHORT_ROMAN_NTH, [null, 'e', null]),
  ],
};

/** One hour or the other (`13h/14h`), but not « 24 h/24 ». */
const HOUR_OR_HOUR = new RegExp(
  `(?<=(?<![${WORD}.,:])\\d{1,2}${BLANK}?h(?:${BLANK}?[0-5]\\d)?)(${BLANK}?)(/)(${BLANK}?)(?=\\d{1,2}${BLANK}?h(?![${LETTER}_'’]|${ADDRESS_REST}))`,
  'g',
);
/** A capital only where minutes follow: `24H du Mans` is a name. */
const CAPITAL_HOUR = new RegExp(
  `(?<=(?<![${WORD}.,:/])\\d{1,2}${BLANK}?)(H)(?=${BLANK}?[0-5]\\d(?![${WORD}'’]|[.,:/-]\\d|${BLANK}(?:\\d{3}|h(?![${WORD}]))))`,
  'g',
);
/** Figures that continue as a thousand (`3 h 20 000`) or as another hour (`1 h 13 h 43`) are not minutes. */
const HOUR_MINUTES = new RegExp(
  `(?<![${WORD}.,:/])(\\d{1,2})(${BLANK}?)(h)(${BLANK}?)([0-5]\\d)(?![${WORD}'’]|[.,]\\d|${BLANK}(?:\\d{3}|h(?![${WORD}])))`,
  'g',
);
const HOURS = new RegExp(
  `(?<![${WORD}.,:/])(\\d{1,3})(${BLANK}?)(h)(?![${WORD}'’]|:\\\\|${ADDRESS_REST})`,
  'g',
);

/** `13h43` and `13 h 43` → `13 h 43`, `13h` → `13 h`, `8H05` → `8 h 05`, with U+00A0. The figures stay: `9h` gets no leading zero. */
const setHours: StepGroup = {
  near: /\d[ \t\u00A0\u2009\u202F]?[hH]/,
  steps: [
    text => (text.includes('H') ? editsOf(text, CAPITAL_HOUR, ['h']) : NO_EDIT),
    text => (text.includes('/') ? editsOf(text, HOUR_OR_HOUR, [NO_BREAK, null, NO_BREAK]) : NO_EDIT),
    text => editsOf(text, HOUR_MINUTES, [null, NO_BREAK, null, NO_BREAK, null]),
    text => editsOf(text, HOURS, [null, NO_BREAK, null]),
  ],
};

/**
 * Units, longest first where one begins another. The signs of currencies have their own rule; `TIGHT_UNITS` are those that nothing else
 * can be, right behind a figure: `5s` and `3G` are names of things.
 */
const TIGHT_UNITS =
  'km/h|km|hm|dam|dm|cm|mm|µm|nm|m|ha|kg|mg|hl|cl|ml|[kMGT]Wh?|[kMGT]?Hz|[kMGT]o|min|kV|dB|hPa|Mds?|Mrds?';
const UNITS = [
  'millions?|milliards?|milliers|billions?|euros?|dollars?|yuans?|francs?|roubles?|yens?|livres',
  `${TIGHT_UNITS}|g|t|[lL]|Wh?|s|ms|M?V`,
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
].join('|');
/** Thousands, millions or milliards, before the sign of a currency. */
const MANY = '(?:[kMG]|Mds?|Mrds?)';
/** A square or a cube, in one sign or as typed. */
const POWER = '[²³23]?';
const UNIT = new RegExp(`(\\d|1er)(${BLANK})(?=(?:${UNITS})${POWER}(?![${WORD}'’]))`, 'g');
/** What follows is looked at first: to go back over figures from each of them takes long. */
const TIGHT_UNIT = new RegExp(
  `(\\d)()(?=(?:${TIGHT_UNITS})${POWER}(?![${WORD}'’]|[.:/-][${WORD}]|:\\\\|${ADDRESS_REST}))(?<=(?<![${WORD}.,:/-])\\d(?:[\\d.,\\u202F]*\\d)?)`,
  'g',
);

/** No letter may follow a number, except those of an ordinal, an hour or a unit, before which a later step adds a space. */
const NO_OTHER_WORD = `(?!(?!(?:h|es?|(?:${TIGHT_UNITS})${POWER})(?![${WORD}'’])|${MANY}[€£¥$])[${WORD}])`;
/** Words after which a number with a dot is a version or a reference: in capitals or not at their beginning. */
const ANNOUNCES_REFERENCE = [
  'version|article|décret|arrêté|loi|norme|cote|référence|réf\\.|dossier|code|[nN][°º]|§|IP|ISO|RFC',
  'Perl|Python|PHP|Ruby|Java|JavaScript|Node|Linux|Windows|Android|iOS|macOS|Debian|Ubuntu|TeX|Unicode',
]
  .join('|')
  .replace(/(?<=^|\|)[a-zé]/g, first => `[${first.toUpperCase()}${first}]`);
/**
 * Thousands with dots. It matches no date and no version (`20.05.2014`, `3.1.8`: not all their groups have three figures),
 * no decimal below one (`0.125`), and no number after a word that announces a reference.
 */
const DOTTED = new RegExp(
  `(?<![${WORD}.,:/°-])(?<!(?<![${WORD}])(?:${ANNOUNCES_REFERENCE})${BLANK}?:?${BLANK})` +
    `([1-9]\\d{0,2})((?:\\.\\d{3})+)${NO_OTHER_WORD}(?![.:/-]\\d|[.-][${LETTER}])`,
  'g',
);
const ADDRESS = /^(?:\d|\d\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:[01]\d\d|2[0-4]\d|25[0-5])){3}$/;
/** Thousands with spaces. It matches no part of a telephone number, which begins with 0 or + or has groups of other lengths. */
const SPACED = new RegExp(
  `(?<![${WORD}.,:/+-]|[0-9+]${BLANK})([1-9]\\d{0,2})((?:${BLANK}\\d{3})+)${NO_OTHER_WORD}(?!${BLANK}\\d|[.:/-]\\d)`,
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

/** As many as anybody types: to go back over more of them from each takes long. */
const SOME_BLANKS = `${BLANK}{0,4}`;

/** With what stands before the sign (`M€`, `Md€`, `k€`) or behind it (`$US`). */
const SIGN = new RegExp(
  `(?<=\\d)(${SOME_BLANKS})((?:(?<![${LETTER}]\\d${SOME_BLANKS})${MANY})?(?:[€£¥]|\\$(?:${BLANK}?(?:US|CA|AU|HK|NZ))?)|[%‰]|°C)(?![${WORD}%])`,
  'g',
);
const DOLLAR_OF_COUNTRY = new RegExp(`(?<=\\d${BLANK}\\$)(${BLANK})(?=(?:US|CA|AU|HK|NZ)(?![${WORD}]))`, 'g');

/** `10%` → `10 %`, `5€` → `5 €`, `5M€` → `5 M€`, `5 $US`, with U+00A0. */
const bindSigns: StepGroup = {
  near: /\d[ \t\u00A0\u2009\u202F]*(?:[kMG][drs]{0,3})?[%‰€£¥$°]/,
  steps: [
    text => editsOf(text, SIGN, [NO_BREAK, null]),
    text => (text.includes('$') ? editsOf(text, DOLLAR_OF_COUNTRY, [NO_BREAK]) : NO_EDIT),
  ],
};

/** What falls and temperatures are told in, after their number; between the two there may be « et -10 ». */
const FIGURE = '(?:\\d{1,3}(?:[ .\\u00A0\\u202F]\\d{3})+|\\d{1,9})(?:,\\d{1,9})?';
const OF_A_FALL = `${FIGURE}(?:${BLANK}(?:et|à|ou)${BLANK}[-−]?${BLANK}?${FIGURE})?${SOME_BLANKS}(?:[%‰€]|°C?|(?:points?|euros?|dollars?|degrés?)(?![${LETTER}]))`;
/** After a word that a number follows, a colon or a bracket: elsewhere the hyphen may be a dash. */
const MINUS = new RegExp(
  `(?<=(?<![${WORD}])(?:[dD]e|[àÀ]|[eE]ntre|[eE]t|[pP]ar|[cC]ontre|[vV]ers|[sS]oit|[eE]st|[jJ]usqu['’]à)${BLANK}|:${BLANK}|\\()(-)(${BLANK}?)(?=${OF_A_FALL})`,
  'g',
);
/** A dash would have a space behind it; after a number it may be « 5 -10 % », from one to the other. */
const TIGHT_MINUS = new RegExp(`(?<=^|[\\s(«])(?<!\\d${BLANK})(-)(?=${OF_A_FALL})`, 'g');

/** `baisse de - 10 %`, `(- 10 %)` and `Renault : -10 %` → `−10 %`, with U+2212. */
export const setMinus: StepGroup = {
  near: /(?:^|[\s(«])-[ \t\u00A0\u2009\u202F]?\d/,
  steps: [text => editsOf(text, MINUS, ['−', '']), text => editsOf(text, TIGHT_MINUS, ['−'])],
};

/** `15 km`, `20 mai`, with U+00A0 between the number and its unit. */
function bindUnits(text: string): readonly Edit[] {
  return editsOf(text, UNIT, [null, NO_BREAK]);
}

/** `10km` → `10 km`, with U+00A0. */
const partUnits: StepGroup = {
  near: /\d[kmhcdµnTMGHV]/,
  steps: [text => editsOf(text, TIGHT_UNIT, [null, NO_BREAK])],
};

/** The order matters: ordinals come before thousands, and these before what counts in them; spaces before signs and units come before hours, which look for what follows. */
export const setNumbers: StepGroup = {
  near: /\d/,
  steps: [setOrdinals, setThousands, bindSigns, partUnits, setHours, bindUnits, ...bindReferences],
};

const CENTURY = new RegExp(`(?<=(?<![${WORD}])[XVI]{1,5}er?)(${BLANK})(?=siècles?(?![${WORD}]))`, 'g');

/** `XXe siècle`, with U+00A0. */
export function bindCenturies(text: string): readonly Edit[] {
  // Looked for by its rarer letters: `s` is everywhere.
  return text.includes('ècle') ? editsOf(text, CENTURY, [NO_BREAK]) : NO_EDIT;
}
