// Straight and English quotation marks become French ones: « outer » and “inner”.

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
export function setQuotes(text: string): string {
  if (!ANY_TO_SET.test(text)) return text;
  const pairs = findPairs(text);
  if (pairs.length === 0) return text;
  const marks = new Map<number, string>();
  let end = -1;
  for (const pair of pairs) {
    const inner = pair.close < end;
    if (!inner) end = pair.close;
    if (pair.kind === '«') continue;
    marks.set(pair.open, inner ? '“' : '«');
    marks.set(pair.close, inner ? '”' : '»');
  }
  return text.replace(MARK, (mark, at: number) => marks.get(at) ?? mark);
}

/** The pairs in the order of their opening marks. One pair may contain another; two pairs never cross. */
function findPairs(text: string): readonly Pair[] {
  const open: { readonly at: number; readonly kind: Kind }[] = [];
  const pairs: Pair[] = [];
  const close = (at: number, kind: Kind): void => {
    const partner = open.findLastIndex(mark => mark.kind === kind);
    if (partner < 0) return;
    pairs.push({ open: open[partner]!.at, close: at, kind });
    open.length = partner;
  };
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '“' || mark === '«') open.push({ at: index, kind: mark });
    else if (mark === '”') close(index, '“');
    else if (mark === '»') close(index, '«');
    else {
      const mayOpen = opensAfter(text, index);
      const mayClose = closesBefore(text, index);
      // A mark with a space on both sides (`" mot "`) closes a pair if one is open.
      if (mayClose && (!mayOpen || open.some(one => one.kind === '"'))) close(index, '"');
      else if (mayOpen) open.push({ at: index, kind: '"' });
    }
  }
  return pairs.sort((a, b) => a.open - b.open);
}

/** Skips other straight marks, which change too, so that a second pass decides as the first one did. */
function opensAfter(text: string, index: number): boolean {
  let at = index - 1;
  while (text[at] === '"') at -= 1;
  return at < 0 || OPENS_AFTER.test(text[at]!);
}

function closesBefore(text: string, index: number): boolean {
  let at = index + 1;
  while (text[at] === '"') at += 1;
  return at >= text.length || CLOSES_BEFORE.test(text[at]!);
}
