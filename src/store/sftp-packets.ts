// SFTP, version 3, as OpenSSH speaks it (draft-ietf-secsh-filexfer-02): values to the bytes of a packet and back.
import type { FileFacts } from './file-access.ts';

export const PACKET = {
  init: 1,
  version: 2,
  open: 3,
  close: 4,
  read: 5,
  write: 6,
  lookAtLink: 7,
  openFolder: 11,
  readFolder: 12,
  remove: 13,
  makeFolder: 14,
  removeFolder: 15,
  status: 101,
  handle: 102,
  data: 103,
  names: 104,
  attributes: 105,
  extended: 200,
  extendedReply: 201,
} as const;

export const STATUS = {
  ok: 0,
  end: 1,
  noSuchFile: 2,
  permissionDenied: 3,
  failure: 4,
  unsupported: 8,
} as const;

/** For `open`. */
export const OPEN = { read: 0x01, writeNew: 0x02 | 0x08 | 0x20 } as const;

/** Requests beyond version 3 (OpenSSH, `PROTOCOL`, § 4). */
export const EXTENSION = {
  rename: 'posix-rename@openssh.com',
  link: 'hardlink@openssh.com',
  space: 'statvfs@openssh.com',
} as const;

/** A text, or bytes with their length before them; a number of 32 bits; one of 64. */
export type Field = string | Uint8Array | number | bigint;

/** Without `attributes`: the server's own are taken. */
export const NO_ATTRIBUTES = 0;

export function packet(type: number, fields: readonly Field[]): Buffer {
  const parts = fields.map(bytesOf);
  const length = 1 + parts.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(length);
  head.writeUInt8(type, 4);
  return Buffer.concat([head, ...parts]);
}

function bytesOf(field: Field): Buffer {
  if (typeof field === 'bigint') {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(field);
    return bytes;
  }
  const number = Buffer.alloc(4);
  if (typeof field === 'number') {
    number.writeUInt32BE(field);
    return number;
  }
  const bytes = typeof field === 'string' ? Buffer.from(field) : field;
  number.writeUInt32BE(bytes.length);
  return Buffer.concat([number, bytes]);
}

export interface PacketReader {
  number(): number;
  long(): bigint;
  bytes(): Buffer;
  text(): string;
  facts(): FileFacts;
  isAtEnd(): boolean;
}

/** Of what comes after a packet's type. Throws a `RangeError` where less is there than there should be. */
export function readPacket(packet: Buffer): PacketReader {
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > packet.length) throw new RangeError('an SFTP packet is cut short');
    at += length;
    return packet.subarray(at - length, at);
  };
  const number = (): number => take(4).readUInt32BE();
  const long = (): bigint => take(8).readBigUInt64BE();
  const bytes = (): Buffer => take(number());
  return {
    number,
    long,
    bytes,
    text: () => bytes().toString(),
    isAtEnd: () => at === packet.length,
    facts() {
      const given = number();
      const size = given & 0x1 ? Number(long()) : 0;
      if (given & 0x2) take(8);
      const mode = given & 0x4 ? number() : 0;
      const [, written = 0] = given & 0x8 ? [number(), number()] : [];
      for (let more = given & 0x8000_0000 ? number() : 0; more > 0; more -= 1) {
        bytes();
        bytes();
      }
      return { kind: kindOf(mode), size, written: written * 1000 };
    },
  };
}

/** By the type in a file's mode (`inode(7)`). */
function kindOf(mode: number): FileFacts['kind'] {
  const type = mode & 0o170000;
  return type === 0o100000 ? 'file' : type === 0o040000 ? 'folder' : 'other';
}
