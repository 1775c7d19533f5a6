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

/** A function that gives what `positionAt` does, for many offsets of one text: it counts the lines once. */
export function positionFinder(text: string, firstLine: number): (offset: number) => Position {
  let starts: number[] | null = null;
  return offset => {
    if (starts === null) {
      starts = [0];
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: offset - starts[low]! + 1 };
  };
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
