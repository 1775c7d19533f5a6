// A text becomes its words, each as it is compared: numbers and hours in one form, however they are typed or printed.
import { folded } from './fold.ts';

export interface Word {
  /** Folded (`fold.ts`): `elections`, `13h43`, `2077`, `xxie`. */
  readonly word: string;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly at: number;
  readonly length: number;
}

/** What may stand between the groups of a number, or between an hour and its sign: any space that doesn't end a line. */
const SPACE = String.raw`[ \u00A0\u2009\u202F]`;

/** An hour with minutes (`13h43`, `13 h 43`, `13:43`, `13 heures 43`), or alone. */
const HOUR = String.raw`(\d{1,2})(?:${SPACE}?(?:h|H|heures?)(?:${SPACE}?([0-5]\d))?|:([0-5]\d))`;
/** A number in groups of three. */
const GROUPS = String.raw`\d{1,3}(?:[ .\u00A0\u2009\u202F]\d{3})+`;
/** What begins with a figure and goes on behind a space. An hour comes before a number: `3 h 20 000` holds none. */
const NUMERAL = new RegExp(
  String.raw`(?:${HOUR})(?![\p{L}\p{N}]|[.,:]\d|${SPACE}\d{3}(?!\d))|${GROUPS}(?![\p{L}\p{N}]|[.]\d)`,
  'uy',
);

/** Letters, figures, what is written over, under or within them, and a hyphen that nobody sees. */
const LETTER = /[\p{L}\p{N}\p{M}\u00AD]/u;
/** Of the alphabets of Europe, and signs: nearly all that texts hold. To ask an expression for each letter would take long. */
const AT_HAND = 0x2c00;
const isAtHand = new Uint8Array(AT_HAND);
for (let code = 0; code < AT_HAND; code++) isAtHand[code] = LETTER.test(String.fromCharCode(code)) ? 1 : 0;

/** A text beside its UTF-16 code units: texts have many forms in memory, and to ask one for each unit takes several times as long as to look into numbers. */
export interface TextUnits {
  readonly text: string;
  /** As many as the text has, then whatever was there before. */
  readonly units: Uint16Array;
}

let room = new Uint16Array(1024);
/** Called as a function: what finds a method of a text asks first which form that has. */
const { charCodeAt } = String.prototype;

/** Holds until the next text. */
export function unitsOf(text: string): TextUnits {
  const { length } = text;
  if (length > room.length) room = new Uint16Array(2 * length);
  for (let at = 0; at < length; at++) room[at] = charCodeAt.call(text, at);
  return { text, units: room };
}

/** How many code units from `at` on are one letter of those that are not at hand; 0: there is none. */
function rareLetterLength(text: string, at: number): number {
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return LETTER.test(letter) ? letter.length : 0;
}

function endOfRun({ text, units }: TextUnits, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = units[at]!;
    const length = code < AT_HAND ? isAtHand[code]! : rareLetterLength(text, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** Words that an apostrophe does not divide. */
const DIVIDED = 'aujourd';
const REST = /['’]hui(?![\p{L}\p{N}])/uy;

/** Calls `take` with where each word begins and ends; `comparedWord` makes of what stands between what is compared. */
export function eachWord(read: TextUnits, take: (from: number, to: number) => void): void {
  const { length } = read.text;
  for (let from = startOfWord(read, 0, length); from < length; ) {
    const to = endOfWord(read, from, length);
    take(from, to);
    from = startOfWord(read, to, length);
  }
}

/** Where the first word begins that does not begin before `at`; the text's end: there is none. */
function startOfWord({ text, units }: TextUnits, at: number, end: number): number {
  let start = at;
  for (; start < end; start++) {
    const code = units[start]!;
    // A code unit of what is no letter.
    if (code < AT_HAND ? isAtHand[code] !== 0 : rareLetterLength(text, start) !== 0) break;
  }
  return start;
}

/** Where the word ends that begins at `from`. */
function endOfWord(read: TextUnits, from: number, end: number): number {
  const { text, units } = read;
  const first = units[from]!;
  if (first >= ZERO && first <= NINE) {
    NUMERAL.lastIndex = from;
    if (NUMERAL.test(text)) return NUMERAL.lastIndex;
  }
  const to = endOfRun(read, from, end);
  if (to - from === DIVIDED.length && text.slice(from, to).toLowerCase() === DIVIDED) {
    REST.lastIndex = to;
    if (REST.test(text)) return REST.lastIndex;
  }
  return to;
}

const ZERO = 0x30;
const NINE = 0x39;

const IS_HOUR = new RegExp(`^${HOUR}$`);
const IS_GROUPS = new RegExp(`^${GROUPS}$`);
const IS_WHOLE = /^aujourd['’]hui$/i;
/** Capitals tell a Roman number from its ending: `XXIème` is the 21st, `XXième` the 20th. */
const ORDINAL = /^(\d+|[IVX]{2,}|[VX])(?:i?[eèéÈÉ]mes?|I?[EÈÉ]MES?|es?|[eè]res?|ers?|res?|[eè]s?)$/;
/** As nobody prints it, but as one types it who never reaches for the shift key. */
const SMALL_ORDINAL = /^([ivx]{2,}|[vx])[eèé]mes?$/;

/** The words of a text in their order. */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  eachWord(unitsOf(text), (from, to) => {
    const word = comparedWord(text.slice(from, to));
    if (word !== '') words.push({ word, at: from, length: to - from });
  });
  return words;
}

/** Empty: nothing of it is seen. */
export function comparedWord(typed: string): string {
  const first = typed.charCodeAt(0);
  if (first < ZERO || first > NINE) return comparedLetters(typed);
  const hour = IS_HOUR.exec(typed);
  if (hour) return `${Number(hour[1])}h${hour[2] ?? hour[3] ?? ''}`;
  return IS_GROUPS.test(typed) ? typed.replace(/\D/g, '') : comparedLetters(typed);
}

function comparedLetters(typed: string): string {
  if (IS_WHOLE.test(typed)) return 'aujourdhui';
  const ordinal = (ORDINAL.exec(typed) ?? SMALL_ORDINAL.exec(typed))?.[1];
  return ordinal === undefined ? folded(typed) : `${ordinal.toLowerCase()}e`;
}
