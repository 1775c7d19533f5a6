// An offset in a text becomes the line and column that a text editor shows.

/** A position in a file. Both numbers are 1-based; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The source of a text: a file's name, and the line of the file on which the text begins (1-based). */
export interface Where {
  readonly file: string;
  readonly firstLine: number;
}

/** The position of `offset` (UTF-16 code units) in `text`, whose lines end with `\n` and whose first line is `firstLine`. */
export function positionAt(text: string, offset: number, firstLine: number): Position {
  let line = firstLine;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
