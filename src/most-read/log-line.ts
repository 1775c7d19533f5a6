// What every format of log comes to: where, in bytes, a line says who read what, and when.

/** What a line is to a count. */
export const LINE = {
  /** Nothing that this format's lines are. */
  malformed: 0,
  /** A request that is nobody's reading: an error, a part, a program's question. Its time is known. */
  passed: 1,
  /** A page that was given to a reader. All is known. */
  read: 2,
} as const;

export type LineKind = (typeof LINE)[keyof typeof LINE];

/** The parts of one line, which a parser writes over again for each: nothing is made for a line. */
export interface LineParts {
  /** In ms since 1970. */
  time: number;
  /** In which the parts stand. */
  bytes: Uint8Array;
  /** An address of the internet, or several of which the first is the reader's. */
  clientStart: number;
  clientEnd: number;
  /** What was asked for, as the request had it, without its question. */
  targetStart: number;
  targetEnd: number;
  agentStart: number;
  agentEnd: number;
}

/** Looks at `bytes` from `start` up to `end`, where a line ends, and never throws. */
export type LineParser = (bytes: Buffer, start: number, end: number, line: LineParts) => LineKind;

export function emptyLine(): LineParts {
  return {
    time: Number.NaN,
    bytes: new Uint8Array(0),
    clientStart: 0,
    clientEnd: 0,
    targetStart: 0,
    targetEnd: 0,
    agentStart: 0,
    agentEnd: 0,
  };
}

/**
 * Whether an answer gave the page to somebody. 304 did: the reader opens again what they have. 206 is a part, as players and programs that
 * look for damage ask for.
 */
export function isGiven(status: number): boolean {
  return status === 200 || status === 304;
}
