// The text of a file becomes the place where git left the remains of a merge that nobody finished.

/** The three marks that no text has at the beginning of a line by chance; `=======` may be the line under a title. */
const MARKS = ['<<<<<<<', '|||||||', '>>>>>>>'] as const;
const MARK_LINE = /^(?:<{7}|\|{7}|>{7})(?= |$)/m;

/** The offset of the first mark; null: there is none. A mark that a space precedes is an example, which an article may show. */
export function findMergeConflict(text: string): number | null {
  if (!MARKS.some(mark => text.includes(mark))) return null;
  return MARK_LINE.exec(text)?.index ?? null;
}
