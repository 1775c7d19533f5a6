// A text and the lines of its Markdown block become the text's exact position in the file. Markdown's parser only gives the lines.
import type { Position } from '../../source/position.ts';

/** Finds texts in a body. It goes forward, so that the second of two equal texts in a block gets its own position. */
export interface PositionFinder {
  /**
   * The position of the next `text` in the lines from `start` to before `end`, counted from 0. The block's start when the
   * editor wrote the text in another way (a character reference, an escape).
   */
  find(text: string, start: number, end: number): Position;
  /** The position of the first character that is not a space in a line, counted from 0. */
  lineStart(line: number): Position;
}

/** @param firstLine the file's line on which the body begins, 1-based. */
export function makePositionFinder(lines: readonly string[], firstLine: number): PositionFinder {
  const lastFound = new Map<string, Position>();
  const lineStart = (line: number): Position => {
    const text = lines[line] ?? '';
    return { line: firstLine + line, column: text.length - text.trimStart().length + 1 };
  };
  return {
    lineStart,
    find(text, start, end) {
      const last = lastFound.get(text);
      for (let line = Math.max(start, last ? last.line - firstLine : 0); line < end; line += 1) {
        const from = last && last.line === firstLine + line ? last.column : 0;
        const at = (lines[line] ?? '').indexOf(text, from);
        if (at < 0) continue;
        const position = { line: firstLine + line, column: at + 1 };
        lastFound.set(text, position);
        return position;
      }
      return lineStart(start);
    },
  };
}
