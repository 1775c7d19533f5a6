// Whether each footnote is defined once, and called.
import { shorten } from '../../source/shorten.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** What opens a call, and what ends it: an expression for the whole would read to the end from each opening. */
const CALL_PARTS = /\[\^|\]|\s/g;

/** The labels of what looks like calls of notes, `[^1]`: no space in them, and something. */
function* callsIn(text: string): Generator<string> {
  let opened = -1;
  for (const { 0: part, index } of text.matchAll(CALL_PARTS)) {
    if (part === '[^') {
      if (opened === -1) opened = index;
      continue;
    }
    if (part === ']' && opened !== -1 && index > opened + 2) yield text.slice(opened + 2, index);
    opened = -1;
  }
}

export function checkNotes(checking: Checking): void {
  const { lines, places, report } = checking;
  const called = new Set<string>();
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type === 'footnote_ref' && token.meta?.label) called.add(String(token.meta.label));
    if (token.type !== 'text') continue;
    for (const label of callsIn(token.content)) {
      report(
        () => places.find(`[^${label}]`, start, end),
        'footnote',
        bodyMessages.unknownNote(shorten(label)),
      );
    }
  }
  const defined = new Set<string>();
  const found = new Set<string>();
  for (const token of checking.tokens) {
    if (token.type !== 'footnote_reference_open') continue;
    const label = String(token.meta?.label);
    const find = () => places.find(`[^${label}]:`, 0, lines.length);
    if (defined.has(label)) {
      const isFirstFound = found.has(label);
      found.add(label);
      const findSecond = () => {
        // The finder goes forward: it gives the second place after the first alone.
        if (!isFirstFound) find();
        return find();
      };
      report(findSecond, 'footnote', bodyMessages.noteTwice(shorten(label)));
    } else if (!called.has(label)) {
      found.add(label);
      report(find, 'footnote', bodyMessages.unusedNote(shorten(label)));
    }
    defined.add(label);
  }
}
