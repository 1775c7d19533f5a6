// The texts of a body become the French and curly quotation marks in them that never close, or were never opened.
import { BLANKS, LETTER } from './characters.ts';
import type { MarkPlace } from './quoted-paragraphs.ts';

export interface QuotedText {
  readonly text: string;
  /** If not, it is a heading, a cell or a caption, from which no quotation goes on to another text. */
  readonly isParagraph: boolean;
}

interface Kind {
  readonly opening: string;
  readonly marks: RegExp;
  /** A pair on one line, without what may hide one of the two from readers. */
  readonly rightPair: RegExp;
  /** Whether a mark stands as one that opens or closes does. The other way round (`»Wort«`, `“ord“`) they belong to other languages, or are arrows. */
  readonly opens: (text: string, at: number) => boolean;
  readonly closes: (text: string, at: number) => boolean;
}

const A_WORD = new RegExp(`[${LETTER}0-9]`);
const AFTER_WORDS = /[.,!?…]/;
const AFTER_QUOTATION = /[,.;:!?)…]/;

const FRENCH: Kind = {
  opening: '«',
  marks: /[«»]/g,
  rightPair: /«[^«»`\\|<\n]*»/y,
  opens: (text, at) => !A_WORD.test(text[at - 1] ?? '') || A_WORD.test(text[at + 1] ?? ''),
  closes: (text, at) =>
    (/\S/.test(text[at - 1] ?? '') || !A_WORD.test(text[at + 1] ?? '')) &&
    (AFTER_QUOTATION.test(signBeside(text, at, 1)) || AFTER_WORDS.test(signBeside(text, at, -1))),
};
const CURLY: Kind = {
  opening: '“',
  marks: /[“”]/g,
  rightPair: /“[^“”`\\|<\n]*”/y,
  opens: (text, at) => /\S/.test(text[at + 1] ?? '') && !A_WORD.test(text[at - 1] ?? ''),
  // Behind a figure it may be inches.
  closes: (text, at) => /[^\s\d]/.test(text[at - 1] ?? '') && !A_WORD.test(text[at + 1] ?? ''),
};
/** German and Swedish marks: `„Wort“`, `”ord”`. */
const FOREIGN = /„|(?<![^\s(])”(?=\S)/;

/** The next sign on one side that is no blank. */
function signBeside(text: string, mark: number, step: 1 | -1): string {
  let at = mark + step;
  while (BLANKS.has(text[at]!)) at += step;
  return text[at] ?? '';
}

/** False only when `loneMarks` would find none in any text that is cut from this one. */
export function mayHoldLoneMark(text: string): boolean {
  return !areAllPairs(text, '«', '»', FRENCH.rightPair) || !areAllPairs(text, '“', '”', CURLY.rightPair);
}

function areAllPairs(text: string, opening: string, closing: string, right: RegExp): boolean {
  for (let end = 0; ; end = right.lastIndex) {
    const open = text.indexOf(opening, end);
    const close = text.indexOf(closing, end);
    if (open === -1) return close === -1;
    if (close < open || text[open - 1] === '\\') return false;
    right.lastIndex = open;
    if (!right.test(text)) return false;
  }
}

interface OpenMark extends MarkPlace {
  /** Whether it may be no mark that opens, and is not told if it never closes. */
  readonly isUnsure: boolean;
}

/** What is open between two paragraphs. */
interface State {
  /** The marks that wait for their partners, the innermost last. */
  open: OpenMark[];
  /** Whether the paragraph before opens the quotation, or opens it again. */
  isFollowed: boolean;
}

/**
 * The marks without a partner, in their order. A quotation that is open goes on through any number of paragraphs up to a mark that closes it; those right after the
 * one that opens it may begin with `«` or `»` again. Two quotations that end together may have one mark for both (`« Il dit : « Oui. »`).
 */
export function loneMarks(texts: readonly QuotedText[]): readonly MarkPlace[] {
  return [FRENCH, CURLY]
    .flatMap(kind => loneOfKind(kind, texts))
    .sort((a, b) => a.paragraph - b.paragraph || a.at - b.at);
}

function loneOfKind(kind: Kind, texts: readonly QuotedText[]): readonly MarkPlace[] {
  const lone: MarkPlace[] = [];
  const state: State = { open: [], isFollowed: false };
  texts.forEach(({ text, isParagraph }, paragraph) => {
    if (kind === CURLY && FOREIGN.test(text)) return;
    if (isParagraph) {
      readMarks(kind, text, paragraph, state, lone);
      return;
    }
    const alone: State = { open: [], isFollowed: false };
    readMarks(kind, text, paragraph, alone, lone);
    lone.push(...sureOf(alone.open));
  });
  return [...lone, ...sureOf(state.open)];
}

function sureOf(open: readonly OpenMark[]): readonly MarkPlace[] {
  return open.filter(({ isUnsure }) => !isUnsure);
}

function readMarks(kind: Kind, text: string, paragraph: number, state: State, lone: MarkPlace[]): void {
  const start = text.search(/\S/);
  let goesOn = state.open.length > 0;
  let opensHere = false;
  /** Where the last quotation within another opened that is closed. */
  let inner = -1;
  for (const { 0: mark, index: at } of text.matchAll(kind.marks)) {
    if (mark === kind.opening) {
      if (goesOn) {
        if (at !== start || !state.isFollowed) lone.push(...sureOf(state.open));
        state.open = [];
        goesOn = false;
      }
      state.open.push({ paragraph, at, isUnsure: !kind.opens(text, at) });
      opensHere = true;
    } else if (goesOn && at === start) opensHere = true;
    else if (state.open.length > 0) {
      const closed = state.open.pop()!;
      if (state.open.length === 0) goesOn = false;
      else inner = closed.at;
    } else if (at !== start && kind.closes(text, at)) lone.push({ paragraph, at });
  }
  const [outer] = state.open;
  if (inner !== -1 && outer?.paragraph === paragraph && isSentenceOf(text.slice(outer.at + 1, inner)))
    state.open.shift();
  if (/[\p{L}\p{N}]/u.test(text)) state.isFollowed = opensHere && state.open.length > 0;
}

/** Whether what precedes a quotation within another belongs to the sentence that it ends. */
function isSentenceOf(words: string): boolean {
  return /[:,]\s*$/.test(words) && !/[.!?…]\s/.test(words);
}
