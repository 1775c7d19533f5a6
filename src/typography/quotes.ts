// Straight and English quotation marks become French ones: « outer » and “inner”.

const ANY_TO_SET = /["“”]/;
const MARK = /["“”«»]/g;
/** What an opening mark may follow, and a closing one may precede, besides a space and the text's ends. */
const OPENS_AFTER = /[\s([{«“‘’'—–/:-]/;
const CLOSES_BEFORE = /[\s)\]}»”,.;:!?…—–/-]/;

interface Pair {
  readonly open: number;
  readonly close: number;
  readonly kind: Kind;
}
type Kind = '"' | '“' | '«';

/**
 * Sets quotation marks that have a partner: outer pairs become `« »`, pairs inside another become `“ ”`.
 *
 * A mark without its partner (an inch, a slip of the keyboard) and French marks already there stay as they are.
 * The spaces inside `« »` are set by a later step.
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

/** The pairs in the order of their opening marks; they hold each other or stand apart, and never cross. */
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
      // With a space on both sides (`" mot "`), it closes when something is open.
      if (mayClose && (!mayOpen || open.some(one => one.kind === '"'))) close(index, '"');
      else if (mayOpen) open.push({ at: index, kind: '"' });
    }
  }
  return pairs.sort((a, b) => a.open - b.open);
}

/** Looks past other straight marks, which will be set too, so that a second pass sees what the first one saw. */
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
