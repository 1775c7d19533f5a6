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

/** Waits for the server's greeting. `whyEnded` says why the stream ended, or can't be understood: then it gets the beginning of what came. */
export async function openSftp(
  from: Readable,
  to: Writable,
  whyEnded: (garbled: string | null) => Promise<Error>,
): Promise<SftpClient> {
  const waiting = new Map<number, Waiting>();
  const greeting = Promise.withResolvers<ReadonlySet<string>>();
  let lastId = 0;
  let ended: Error | null = null;
  const fail = (reason: Error): void => {
    ended ??= reason;
    greeting.reject(ended);
    for (const each of waiting.values()) each.reject(ended);
    waiting.clear();
  };
  const receive = (whole: Buffer): void => {
    const type = whole.readUInt8();
    const fields = readPacket(whole.subarray(1));
    if (type === PACKET.version) {
      greeting.resolve(extensionsOf(fields));
      return;
    }
    const id = fields.number();
    waiting.get(id)?.resolve({ type, fields });
    waiting.delete(id);
  };
  const listen = async (): Promise<void> => {
    try {
      for await (const whole of packetsOf(from)) receive(whole);
      fail(await whyEnded(null));
    } catch (error) {
      // A packet that is cut short is no better than none.
      fail(await whyEnded(error instanceof Garbled ? error.message : ''));
    }
  };
  void listen();
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
