// A pair of streams to an SFTP server, to answers: many requests are under way at a time, and each answer finds its own.
import type { Readable, Writable } from 'node:stream';
import { type Field, PACKET, type PacketReader, packet, readPacket } from './sftp-packets.ts';

/** OpenSSH's own limit, in bytes: what is longer is no packet, but words that a server's shell prints. */
const LONGEST = 256 * 1024;

export interface SftpAnswer {
  readonly type: number;
  readonly fields: PacketReader;
}

export interface SftpClient {
  /** What the server can do beyond version 3. */
  readonly extensions: ReadonlySet<string>;
  /** Rejects with the reason when the connection ends before. */
  request(type: number, ...fields: Field[]): Promise<SftpAnswer>;
  /** Nothing comes any more: whoever waits is told why. */
  fail(reason: Error): void;
}

/** What came is not SFTP: it begins so. */
class Garbled extends Error {}

interface Waiting {
  resolve(answer: SftpAnswer): void;
  reject(reason: Error): void;
}

/** Why nothing more is expected: the stream is over, what came was no SFTP and began so, or nothing came for too long. */
export type SftpEnd = 'over' | 'silent' | { readonly garbled: string };

/** A server that is asked something answers before that, in ms; it may have to write a good deal. */
const PATIENCE = 60_000;

/** Waits for the server's greeting. `why` makes an error of an end. */
export async function openSftp(
  from: Readable,
  to: Writable,
  why: (end: SftpEnd) => Promise<Error>,
  patience = PATIENCE,
): Promise<SftpClient> {
  const waiting = new Map<number, Waiting>();
  const greeting = Promise.withResolvers<ReadonlySet<string>>();
  let lastId = 0;
  let ended: Error | null = null;
  let isGreeted = false;
  let silence: NodeJS.Timeout | undefined;
  /** The time begins anew; nobody waits for what is not asked. */
  const listen = (): void => {
    clearTimeout(silence);
    if (ended !== null || (isGreeted && waiting.size === 0)) return;
    silence = setTimeout(async () => fail(await why('silent')), patience);
  };
  const fail = (reason: Error): void => {
    ended ??= reason;
    clearTimeout(silence);
    greeting.reject(ended);
    for (const each of waiting.values()) each.reject(ended);
    waiting.clear();
  };
  const receive = (whole: Buffer): void => {
    const type = whole.readUInt8();
    const fields = readPacket(whole.subarray(1));
    if (type === PACKET.version) {
      isGreeted = true;
      greeting.resolve(extensionsOf(fields));
    } else {
      const id = fields.number();
      waiting.get(id)?.resolve({ type, fields });
      waiting.delete(id);
    }
    listen();
  };
  const receiveAll = async (): Promise<void> => {
    try {
      for await (const whole of packetsOf(from)) receive(whole);
      fail(await why('over'));
    } catch (error) {
      // A packet that is cut short is no better than none.
      fail(await why({ garbled: error instanceof Garbled ? error.message : '' }));
    }
  };
  void receiveAll();
  listen();
  // What can't be written any more is told by what can't be read.
  to.on('error', () => {});
  to.write(packet(PACKET.init, [3]));
  const extensions = await greeting.promise;
  return {
    extensions,
    fail,
    request(type, ...fields) {
      if (ended !== null) return Promise.reject(ended);
      const id = lastId++ % 0x1_0000_0000;
      const answer = new Promise<SftpAnswer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
      if (waiting.size === 1) listen();
      to.write(packet(type, [id, ...fields]));
      return answer;
    },
  };
}

function extensionsOf(fields: PacketReader): ReadonlySet<string> {
  fields.number();
  const names = new Set<string>();
  while (!fields.isAtEnd()) {
    names.add(fields.text());
    fields.bytes();
  }
  return names;
}

/** Each without its length. */
async function* packetsOf(stream: Readable): AsyncIterable<Buffer> {
  let pieces: Buffer[] = [];
  let held = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    held += piece.length;
    // A packet that comes in many pieces is put together once.
    if (pieces.length > 1 && held < wanted(pieces)) continue;
    let bytes = pieces.length === 1 ? piece : Buffer.concat(pieces);
    while (bytes.length >= 4 && bytes.length >= 4 + lengthOf(bytes)) {
      const length = lengthOf(bytes);
      yield bytes.subarray(4, 4 + length);
      bytes = bytes.subarray(4 + length);
    }
    pieces = bytes.length === 0 ? [] : [bytes];
    held = bytes.length;
  }
}

function wanted([first]: readonly Buffer[]): number {
  return first!.length < 4 ? 4 : 4 + lengthOf(first!);
}

function lengthOf(bytes: Buffer): number {
  const length = bytes.readUInt32BE();
  if (length === 0 || length > LONGEST) throw new Garbled(bytes.subarray(0, 200).toString().trim());
  return length;
}
