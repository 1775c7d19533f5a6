// Pieces of a file become its lines, where they lie.

/** In bytes, without its end: what is longer is no request. Servers take 8 to 64 kB of headers, of which logs have a few. */
export const LONGEST_LINE = 65_536;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface LineSplitter {
  /** The bytes may be written over afterwards. */
  push(piece: Buffer): void;
  /** What is left is a line too. */
  end(): void;
}

/**
 * @param onLine gets each line that is not empty, without its end. The bytes are its own only until it returns.
 * @param onLong is told of each that is too long.
 */
export function lineSplitter(
  onLine: (bytes: Buffer, start: number, end: number) => void,
  onLong: () => void,
): LineSplitter {
  const begun = Buffer.alloc(LONGEST_LINE);
  let begunLength = 0;
  let isLong = false;

  const give = (bytes: Buffer, start: number, end: number): void => {
    const last = end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (last > start) onLine(bytes, start, last);
  };
  const keep = (piece: Buffer, start: number, end: number): void => {
    if (begunLength + end - start > LONGEST_LINE) isLong = true;
    else begunLength += piece.copy(begun, begunLength, start, end);
  };
  const finish = (): void => {
    if (isLong) onLong();
    else give(begun, 0, begunLength);
    begunLength = 0;
    isLong = false;
  };

  return {
    push(piece) {
      let start = 0;
      for (;;) {
        const end = piece.indexOf(LINE_FEED, start);
        if (end === -1) break;
        if (begunLength > 0 || isLong) {
          keep(piece, start, end);
          finish();
        } else if (end - start > LONGEST_LINE) onLong();
        else give(piece, start, end);
        start = end + 1;
      }
      keep(piece, start, piece.length);
    },
    end: finish,
  };
}
