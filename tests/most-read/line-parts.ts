// A line of a log to what a parser makes of it, as texts.
import { emptyLine, LINE, type LineParser } from '../../src/most-read/log-line.ts';

export interface Said {
  readonly time: string;
  readonly client: string;
  readonly target: string;
  readonly agent: string;
}

/** Of a line that is no reading, what it is; 'passed' with its time, if it has one. */
export type SaidOrKind = Said | 'malformed' | 'passed';

const ends = { before: Buffer.from('"[ ] \\ \n'), after: Buffer.from('\n"a" [b] "c"') };

/** The line stands among others, so that a parser that reads beyond its ends is found out. */
export function saidBy(parse: LineParser, text: string | Buffer): SaidOrKind {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const all = Buffer.concat([ends.before, bytes, ends.after]);
  const line = emptyLine();
  const kind = parse(all, ends.before.length, ends.before.length + bytes.length, line);
  if (kind === LINE.malformed) return 'malformed';
  if (kind === LINE.passed) return 'passed';
  const part = (start: number, end: number): string =>
    Buffer.from(line.bytes.subarray(start, end)).toString();
  return {
    time: new Date(line.time).toISOString(),
    client: part(line.clientStart, line.clientEnd),
    target: part(line.targetStart, line.targetEnd),
    agent: part(line.agentStart, line.agentEnd),
  };
}
