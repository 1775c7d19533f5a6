// The text of an article's file and new values of the fields that make its address become the new text, all else as it was typed.
import { addItem, addText, removeItem, setField, setItem } from '../source/edit-yaml.ts';
import { applyEdits, type TextEdit } from '../source/text-edit.ts';

export interface FieldChanges {
  readonly section?: string;
  /** As an editor types it. */
  readonly date?: string;
  readonly alias?: AliasChange;
  /** For an article that says none. */
  readonly id?: string;
}

/** Of `aliases`: an address comes last, takes the place of another one, or one goes. */
export type AliasChange =
  | { readonly kind: 'add'; readonly address: string }
  | { readonly kind: 'replace'; readonly index: number; readonly address: string }
  | { readonly kind: 'remove'; readonly index: number };

/** A file's text as its bytes say, nothing composed, no line end changed, a byte order mark kept. */
export function typedText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * @param text of a file in which `readArticle` finds no fault.
 * @returns null: a field is typed in a way that is not known how to change.
 */
export function rewriteFields(text: string, { section, date, alias, id }: FieldChanges): string | null {
  const { start, end } = placeOfFields(text);
  const yaml = text.slice(start, end);
  const edits = [
    section === undefined ? [] : setField(yaml, 'section', section),
    date === undefined ? [] : setField(yaml, 'date', date),
    alias === undefined ? [] : editAliases(yaml, alias, lineEndOf(text)),
    id === undefined ? [] : addText(yaml, 'id', id, lineEndOf(text)),
  ];
  if (edits.includes(null)) return null;
  return (
    text.slice(0, start) +
    applyEdits(
      yaml,
      edits.flatMap(each => each!),
    ) +
    text.slice(end)
  );
}

function editAliases(yaml: string, change: AliasChange, lineEnd: string): readonly TextEdit[] | null {
  switch (change.kind) {
    case 'add':
      return addItem(yaml, 'aliases', change.address, lineEnd);
    case 'replace':
      return setItem(yaml, 'aliases', change.index, change.address);
    case 'remove':
      return removeItem(yaml, 'aliases', change.index);
  }
}

/** From behind the three signs that begin the fields to the line that ends them. */
function placeOfFields(text: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf('---') + 3;
  const close = /(?:\r\n|\r|\n)(?=---)/.exec(text)!;
  return { start, end: close.index + close[0].length };
}

/** Where the Markdown begins. */
export function bodyStart(text: string): number {
  const { end } = placeOfFields(text);
  const [fence] = /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(text.slice(end))!;
  return end + fence.length;
}

function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)![0];
}
