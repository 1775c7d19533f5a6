// Straight and English quotation marks become French ones: « outer » and “inner”.
import { type Edit, NO_EDIT } from './edits.ts';

const ANY_TO_SET = /["“”]/;
const MARK = /["“”«»]/g;
/** The characters that may precede an opening mark, and those that may follow a closing mark. The text's ends may, too. */
const OPENS_AFTER = /[\s([{«“‘’'—–/:-]/;
const CLOSES_BEFORE = /[\s)\]}»”,.;:!?…—–/-]/;

interface Pair {
  readonly open: number;
  readonly close: number;
  readonly kind: Kind;
}
type Kind = '"' | '“' | '«';

/**
 * Replaces pairs of quotation marks: an outer pair becomes `« »`, a pair inside another becomes `“ ”`.
 *
 * A mark without its partner (an inch, a typing mistake) and French marks stay as typed. A later step sets the spaces
 * inside `« »`.
 */
export function setQuotes(text: string): readonly Edit[] {
  if (!ANY_TO_SET.test(text)) return NO_EDIT;
  const pairs = findPairs(text);
  const edits: Edit[] = [];
  const set = (at: number, by: string): void => {
    if (text[at] !== by) edits.push({ at, length: 1, by });
  };
  let end = -1;
  for (const pair of pairs) {
    const inner = pair.close < end;
    if (!inner) end = pair.close;
    if (pair.kind === '«') continue;
    set(pair.open, inner ? '“' : '«');
    set(pair.close, inner ? '”' : '»');
  }
  return edits.sort((a, b) => a.at - b.at);
}

/** The pairs in the order of their opening marks. One pair may contain another; two pairs never cross. */
function findPairs(text: string): readonly Pair[] {
  const open: { readonly at: number; readonly kind: Kind }[] = [];
  /** How many of each kind are open: to look for one among many others takes long. */
  const count: Record<Kind, number> = { '"': 0, '“': 0, '«': 0 };
  const pairs: Pair[] = [];
  const begin = (at: number, kind: Kind): void => {
    open.push({ at, kind });
    count[kind] += 1;
  };
  const close = (at: number, kind: Kind): void => {
    if (count[kind] === 0) return;
    for (let mark = open.pop(); mark; mark = open.pop()) {
      count[mark.kind] -= 1;
      if (mark.kind !== kind) continue;
      pairs.push({ open: mark.at, close: at, kind });
      return;
    }
  };
  let run = { end: 0, mayOpen: false, mayClose: false };
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '“' || mark === '«') begin(index, mark);
    else if (mark === '”') close(index, '“');
    else if (mark === '»') close(index, '«');
    else {
      if (index >= run.end) run = straightRun(text, index);
      // A mark with a space on both sides (`" mot "`) closes a pair if one is open.
      if (run.mayClose && (!run.mayOpen || count['"'] > 0)) close(index, '"');
      else if (run.mayOpen) begin(index, '"');
    }
  }
  return pairs.sort((a, b) => a.open - b.open);
}

/**
 * The straight marks that begin at `start`, in a row. Each of them opens or closes by what is around the row: the others change too, and
 * a second pass must decide as the first one did.
 */
function straightRun(
  text: string,
  start: number,
): { readonly end: number; readonly mayOpen: boolean; readonly mayClose: boolean } {
  let end = start + 1;
  while (text[end] === '"') end += 1;
  return {
    end,
    mayOpen: start === 0 || OPENS_AFTER.test(text[start - 1]!),
    mayClose: end >= text.length || CLOSES_BEFORE.test(text[end]!),
  };
}
