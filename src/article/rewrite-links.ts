// The Markdown of a body and what becomes of the addresses of its links become the new Markdown, all else as it was typed.
import { UNKNOWN_PLACE } from '../address/site-place.ts';
import { applyEdits, type TextEdit } from '../source/text-edit.ts';
import { bodyLinks } from './markdown/body-links.ts';
import { typedAddresses } from './markdown/typed-addresses.ts';

/** An address as Markdown reads it, to the one in its place; null: it stays. `isBracketed`: between `<` and `>`, where spaces are allowed. */
export type NewAddress = (address: string, isBracketed: boolean) => string | null;

/** Only links are changed: what looks like one in code stays. */
export function rewriteLinks(body: string, newAddress: NewAddress): string {
  const edits = typedAddresses(body).flatMap(({ text, bracket }): readonly TextEdit[] => {
    const typed = addressOf(text);
    const changed = typed === '' ? null : newAddress(unescaped(typed), text.startsWith('<'));
    if (changed === null) return [];
    const start = body.indexOf(text, bracket + 2) + (text.startsWith('<') ? 1 : 0);
    return [{ start, end: start + typed.length, text: changed }];
  });
  if (edits.length === 0) return body;
  // Whether it is a link is for the parser to say.
  const marked = applyEdits(
    body,
    edits.map((edit, index) => ({ ...edit, text: markOf(index) })),
  );
  const links = new Set(bodyLinks(marked, UNKNOWN_PLACE));
  return applyEdits(
    body,
    edits.filter((_, index) => links.has(markOf(index))),
  );
}

function markOf(index: number): string {
  return `/lien-de-quotidien-${index}/`;
}

/** CommonMark 0.31.2, « Links »: up to `>`, which `typedAddresses` leaves out, or up to a space or a closing bracket that has no opening one. */
function addressOf(text: string): string {
  if (text.startsWith('<')) return text.slice(1);
  let depth = 0;
  for (const { index, 0: sign } of text.matchAll(/\\.|[()\s]/gs)) {
    if (sign === '(') depth++;
    else if (sign === ')' && depth-- === 0) return text.slice(0, index);
    else if (/^\s/.test(sign)) return text.slice(0, index);
  }
  return text;
}

/** A backslash before a sign of ASCII that is none of its letters or digits means the sign. */
function unescaped(address: string): string {
  return address.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
