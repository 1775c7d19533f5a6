// The lines that a Markdown block covers become the exact place, in the file, of something inside them.

/** 1-based line and column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds things in a body, one after the other: two equal ones in the same block have two places. */
export interface PlaceFinder {
  /**
   * The place of the next `text` in the lines from `start` (counted from 0) to before `end`; when it is not there as
   * written (a character reference, an escape), the start of the block.
   */
  find(text: string, start: number, end: number): Place;
  /** The first character of a line (counted from 0) that is not a space. */
  lineStart(line: number): Place;
}

/** `firstLine` is the file's line on which the body begins, 1-based. */
export function makePlaceFinder(lines: readonly string[], firstLine: number): PlaceFinder {
  const found = new Map<string, Place>();
  const lineStart = (line: number): Place => {
    const text = lines[line] ?? '';
    return { line: firstLine + line, column: text.length - text.trimStart().length + 1 };
  };
  return {
    lineStart,
    find(text, start, end) {
      const last = found.get(text);
      for (let line = Math.max(start, last ? last.line - firstLine : 0); line < end; line += 1) {
        const from = last && last.line === firstLine + line ? last.column : 0;
        const at = (lines[line] ?? '').indexOf(text, from);
        if (at < 0) continue;
        const place = { line: firstLine + line, column: at + 1 };
        found.set(text, place);
        return place;
      }
      return lineStart(start);
    },
  };
}
