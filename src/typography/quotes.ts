// Straight and English quotation marks become French ones: « outer » and “inner”.

import { BLANKS, LETTER } from './characters.ts';
import { type Edit, NO_EDIT, type StepGroup } from './edits.ts';
import { isAroundN } from './marks.ts';

/** A pair, or a single mark that may be one of a pair within French marks. */
const ANY_TO_SET = /["“”]|(?:^|[\s(«])'[A-Za-zÀ-ÿ]/;
const ANY_SPACED_INNER = /“[ \t\u00A0\u2009\u202F]|[ \t\u00A0\u2009\u202F]”/;
const MARK = /["“”«»'’]/g;
/** The characters that may precede an opening mark, and those that may follow a closing mark. The text's ends may, too. */
const OPENS_AFTER = /[\s([{«“‘’'—–/:-]/;
const CLOSES_BEFORE = /[\s)\]}»”,.;:!?…—–/-]/;
/** The same without the marks that typography may change into others. */
const ALONE_AFTER = /[\s([{«—–/:-]/;
const ALONE_BEFORE = /[\s)\]}»,.;:!?…—–/-]/;
const A_WORD = new RegExp(`[${LETTER}0-9]`);
const A_LETTER = new RegExp(`[${LETTER}]`);

/** Two marks and what is between them. Where only one of a French pair is in the text, the other is before its beginning or after its end. */
interface Pair {
  readonly open: number;
  readonly close: number;
  readonly kind: Kind;
}
type Kind = '"' | '“' | '«' | "'";

/** The marks of a text: those that are pairs, and those that open or close without their partner. */
export interface QuotationMarks {
  /** In the order of their opening marks. One pair may contain another; two pairs never cross. */
  readonly pairs: readonly Pair[];
  /** The offsets of marks that open, and have no partner. */
  readonly open: readonly number[];
  /** The offsets of marks that close, and have no partner. */
  readonly closing: readonly number[];
}

/**
 * Replaces pairs of quotation marks: an outer pair becomes `« »`, a pair inside another becomes `“ ”`. Single straight marks count only inside
 * another pair: elsewhere they may be apostrophes.
 *
 * A mark without its partner (an inch, a typing mistake) and French marks stay as typed. A later step sets the spaces
 * inside `« »`.
 */
function curveQuotes(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  const set = (at: number, by: string): void => {
    if (text[at] !== by) edits.push({ at, length: 1, by });
  };
  for (const { open, close, kind, inner } of ranked(text)) {
    if (kind === '«' || (kind === "'" && !inner)) continue;
    set(open, inner ? '“' : '«');
    set(close, inner ? '”' : '»');
  }
  return edits.sort((a, b) => a.at - b.at);
}

/** `« comme “ Revue ” »` → `« comme “Revue” »` */
function closeInnerQuotes(text: string): readonly Edit[] {
  if (!ANY_SPACED_INNER.test(text)) return NO_EDIT;
  const edits: Edit[] = [];
  for (const { open, close, kind, inner } of ranked(text)) {
    if (kind !== '“' || !inner) continue;
    let start = open + 1;
    while (BLANKS.has(text[start]!)) start += 1;
    let stop = close;
    while (BLANKS.has(text[stop - 1]!)) stop -= 1;
    if (start > open + 1) edits.push({ at: open + 1, length: start - open - 1, by: '' });
    if (stop < close) edits.push({ at: stop, length: close - stop, by: '' });
  }
  return edits.sort((a, b) => a.at - b.at);
}

/** Two steps, since the marks that are left alone may be partners of those that the first step sets. */
export const setQuotes: StepGroup = { near: ANY_TO_SET, steps: [curveQuotes, closeInnerQuotes] };

/** The pairs, each with whether it is inside another. */
function* ranked(text: string): Generator<Pair & { readonly inner: boolean }> {
  let end = -1;
  for (const pair of pairsAround(text)) {
    const inner = pair.close < end;
    yield { ...pair, inner };
    if (!inner && pair.kind !== "'") end = pair.close;
  }
}

/** The pairs, with French marks whose partner is in another paragraph: what such a mark leaves open is inside it. */
function pairsAround(text: string): readonly Pair[] {
  const { pairs, open, closing } = findQuotationMarks(text);
  const around: Pair[] = [];
  const close = closing.findLast(at => text[at] === '»');
  if (close !== undefined) around.push({ open: -1, close, kind: '«' });
  for (const at of open) if (text[at] === '«') around.push({ open: at, close: text.length, kind: '«' });
  return around.length === 0 ? pairs : [...around, ...pairs].sort((a, b) => a.open - b.open);
}

export function findQuotationMarks(text: string): QuotationMarks {
  const open: { readonly at: number; readonly kind: Kind }[] = [];
  /** How many of each kind are open: to look for one among many others takes long. */
  const count: Record<Kind, number> = { '"': 0, '“': 0, '«': 0, "'": 0 };
  const pairs: Pair[] = [];
  const closing: number[] = [];
  const passedOver: number[] = [];
  const begin = (at: number, kind: Kind): void => {
    open.push({ at, kind });
    count[kind] += 1;
  };
  const close = (at: number, kind: Kind): void => {
    if (count[kind] === 0) {
      closing.push(at);
      return;
    }
    for (let mark = open.pop(); mark; mark = open.pop()) {
      count[mark.kind] -= 1;
      if (mark.kind !== kind) {
        if (mark.kind !== "'") passedOver.push(mark.at);
        continue;
      }
      if (hasWords(text, mark.at + 1, at)) pairs.push({ open: mark.at, close: at, kind });
      return;
    }
  };
  /** The last single mark that closes within another pair: after it no mark opens. */
  let closed = -1;
  let run: StraightRun = { end: 0, mayOpen: false, mayClose: false };
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '“' || mark === '«') begin(index, mark);
    else if (mark === '”') close(index, '“');
    else if (mark === '»') close(index, '«');
    else if (mark === "'" || mark === '’') {
      if (mark === "'" && opensWord(text, index)) begin(index, "'");
      else if (open.at(-1)?.kind === "'" && closesWord(text, index)) {
        close(index, "'");
        if (open.length > 0) closed = index;
      }
    } else {
      if (index >= run.end) run = straightRun(text, index, closed);
      // A mark with a space on both sides (`" mot "`) closes a pair if one is open.
      if (run.mayClose && (!run.mayOpen || count['"'] > 0)) close(index, '"');
      else if (run.mayOpen) begin(index, '"');
    }
  }
  return {
    pairs: pairs.sort((a, b) => a.open - b.open),
    open: [...passedOver, ...open.filter(mark => mark.kind !== "'").map(mark => mark.at)].sort(
      (a, b) => a - b,
    ),
    closing,
  };
}

/** Whether there is more than blanks between two marks: `" "` and `""` are shown as they are. */
function hasWords(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && /\s/.test(text[at]!)) at += 1;
  return at < end;
}

/** Before a word and after none. */
function opensWord(text: string, at: number): boolean {
  return !A_WORD.test(text[at - 1] ?? '') && A_LETTER.test(text[at + 1] ?? '') && !isAroundN(text, at);
}

function closesWord(text: string, at: number): boolean {
  return /\S/.test(text[at - 1] ?? '') && !A_WORD.test(text[at + 1] ?? '');
}

interface StraightRun {
  readonly end: number;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

/**
 * The straight marks that begin at `start`, in a row. Each of them opens or closes by what is around the row: the others change too, and
 * a second pass must decide as the first one did. Several that stand
 * apart from words on both sides are what the text is about.
 */
function straightRun(text: string, start: number, closed: number): StraightRun {
  let end = start + 1;
  while (text[end] === '"') end += 1;
  const mayOpen = start === 0 || (start - 1 !== closed && OPENS_AFTER.test(text[start - 1]!));
  const mayClose = end >= text.length || CLOSES_BEFORE.test(text[end]!);
  if (!mayOpen || !mayClose || end - start === 1) return { end, mayOpen, mayClose };
  const apartBefore = ALONE_AFTER.test(text[start - 1] ?? ' ');
  const apartAfter = ALONE_BEFORE.test(text[end] ?? ' ');
  return { end, mayOpen: !apartBefore, mayClose: apartBefore && !apartAfter };
}
