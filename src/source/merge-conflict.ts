// The text of a file becomes the place where git left the remains of a merge that nobody finished.

/** Most texts hold none of these, and one character is found many times faster than seven. */
const SIGNS = ['<', '|', '>'] as const;
/** The three marks that no text has at the beginning of a line by chance; `=======` may be the line under a title. */
const MARK_LINE = /^(?:<{7}|\|{7}|>{7})(?= |$)/m;

/** The offset of the first mark; null: there is none. A mark that a space precedes is an example, which an article may show. */
export function findMergeConflict(text: string): number | null {
  if (!SIGNS.some(sign => text.includes(sign) && text.includes(sign.repeat(7)))) return null;
  return MARK_LINE.exec(text)?.index ?? null;
}
