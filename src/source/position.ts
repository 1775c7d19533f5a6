// An offset in a text becomes the line and column that an editor's program shows.

/** A place in a file: both 1-based, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a piece of a file stands: the file's name, and the file's line on which the piece begins (1-based). */
export interface Where {
  readonly file: string;
  readonly firstLine: number;
}

/** The place of `offset` (UTF-16 code units) in `text`, whose lines end with `\n`. */
export function positionAt(text: string, offset: number, firstLine: number): Position {
  let line = firstLine;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
