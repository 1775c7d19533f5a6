// One log is counted, whatever its format and packing: a file, or what is piped in.
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { LogFields } from '../site/log-fields-schema.ts';
import { lineSplitter } from './line-splitter.ts';
import { formatOf, HEAD_LENGTH, type LogFormat, parserOf } from './log-format.ts';
import type { ReadCounter } from './read-counter.ts';
import { packingOf, unpack } from './unpack.ts';

/** What became of a log. */
export interface LogOutcome {
  /** 'empty': it has no line; null: it is in no format that is known, and nothing of it was counted. */
  readonly format: LogFormat | 'empty' | null;
  /** Why its end could not be unpacked, as zlib says it; null: it could. */
  readonly damage: string | null;
}

/** In bytes: enough that asking for more costs nothing. */
const PIECE = 256 * 1024;

/** @param fields the site's names for those of a log in JSON; null: it has none. */
export async function countFile(
  path: string,
  fields: LogFields | null,
  counter: ReadCounter,
): Promise<LogOutcome> {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR', path });
    const room = Buffer.allocUnsafe(PIECE);
    const isPlain = stat.isFile() && packingOf(room.subarray(0, readSync(file, room, 0, 4, 0))) === 'plain';
    if (isPlain) return countPlain(file, room, logCount(fields, counter));
  } finally {
    closeSync(file);
  }
  return countStream(createReadStream(path, { highWaterMark: PIECE }), fields, counter);
}

/** A file that is not packed is read into the same memory, piece by piece; it may grow meanwhile, or be cut short. */
function countPlain(file: number, room: Buffer, count: LogCount): LogOutcome {
  for (let at = 0; ; ) {
    const length = readSync(file, room, 0, PIECE, at);
    if (length === 0) break;
    count.push(room.subarray(0, length));
    at += length;
  }
  return { format: count.end(), damage: null };
}

export async function countStream(
  stream: Readable,
  fields: LogFields | null,
  counter: ReadCounter,
): Promise<LogOutcome> {
  const count = logCount(fields, counter);
  const damage = await unpack(stream, piece => count.push(piece));
  return { format: count.end(), damage };
}

interface LogCount {
  /** The bytes may be written over afterwards. */
  push(piece: Buffer): void;
  end(): LogOutcome['format'];
}

/** The first pieces wait until they are enough to show the format. */
function logCount(fields: LogFields | null, counter: ReadCounter): LogCount {
  const head: Buffer[] = [];
  let headLength = 0;
  let begun: { readonly format: LogOutcome['format']; readonly lines: LineTaker } | null = null;

  const begin = () => {
    const bytes = Buffer.concat(head);
    head.length = 0;
    const format = formatOf(bytes.subarray(0, HEAD_LENGTH), fields);
    const lines = format === null || format === 'empty' ? NO_LINES : linesOf(format, fields, counter);
    lines.push(bytes);
    return { format, lines };
  };
  return {
    push(piece) {
      if (begun !== null) {
        begun.lines.push(piece);
        return;
      }
      head.push(Buffer.from(piece));
      headLength += piece.length;
      if (headLength >= HEAD_LENGTH) begun = begin();
    },
    end() {
      begun ??= begin();
      begun.lines.end();
      return begun.format;
    },
  };
}

type LineTaker = Pick<LogCount, 'push'> & { end(): void };

const NO_LINES: LineTaker = { push: () => {}, end: () => {} };

function linesOf(format: LogFormat, fields: LogFields | null, counter: ReadCounter): LineTaker {
  const parse = parserOf(format, fields);
  return lineSplitter(
    (bytes, start, end) => counter.take(parse, bytes, start, end),
    () => counter.takeLong(),
  );
}
