// A character reference of HTML becomes its character.
import MarkdownIt from 'markdown-it';

const { unescapeAll } = new MarkdownIt().utils;

/** `&amp;` → `&`, `&#39;` → `'`; null: HTML knows no such reference. */
export function namedCharacter(reference: string): string | null {
  const character = unescapeAll(reference);
  return character === reference ? null : character;
}
