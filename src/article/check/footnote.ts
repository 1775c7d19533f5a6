// Whether each footnote is defined once, and called.
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

const NOTE_CALL = /\[\^([^\]\s]+)\]/g;

export function checkNotes(checking: Checking): void {
  const { lines, places, report } = checking;
  const called = new Set<string>();
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type === 'footnote_ref' && token.meta?.label) called.add(String(token.meta.label));
    if (token.type !== 'text') continue;
    for (const [call, label] of token.content.matchAll(NOTE_CALL)) {
      report(places.find(call, start, end), 'footnote', bodyMessages.unknownNote(label!));
    }
  }
  const defined = new Set<string>();
  for (const token of checking.tokens) {
    if (token.type !== 'footnote_reference_open') continue;
    const label = String(token.meta?.label);
    const place = places.find(`[^${label}]:`, 0, lines.length);
    if (defined.has(label)) report(place, 'footnote', bodyMessages.noteTwice(label));
    else if (!called.has(label)) report(place, 'footnote', bodyMessages.unusedNote(label));
    defined.add(label);
  }
}
