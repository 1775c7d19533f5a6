// A PNG that names a gamma other than that of screens becomes the same PNG with a colour profile that says so, which libvips follows as browsers do.
import { crc32, deflateSync } from 'node:zlib';

/** Length and type before a chunk's data, and its checksum behind (PNG, third edition, section 5.3). */
const CHUNK_HEAD = 8;
const CHUNK_TAIL = 4;
const SIGNATURE_LENGTH = 8;

/** Of an image for screens, in the unit of `gAMA`: 1/2.2. Nearby values are the same curve, rounded otherwise. */
const SCREEN_GAMMA = 45_455;
const SAME_GAMMA = 1_000;

/** Chunks that say more of the colours: with one of them, `gAMA` is to be ignored (section 4.3). */
const STRONGER: ReadonlySet<string> = new Set(['iCCP', 'sRGB', 'cICP']);

interface GammaChunk {
  readonly start: number;
  readonly end: number;
  /** The exponent with which samples become light. */
  readonly exponent: number;
  readonly isGrey: boolean;
}

/** `bytes` of a PNG. Others than those described are returned as they are. */
export function withGammaProfile(bytes: Buffer): Buffer {
  const gamma = findGamma(bytes);
  if (gamma === null) return bytes;
  const name = Buffer.from('gamma\0\0', 'latin1');
  const profile = Buffer.concat([name, deflateSync(gammaProfile(gamma.exponent, gamma.isGrey))]);
  return Buffer.concat([bytes.subarray(0, gamma.start), chunk('iCCP', profile), bytes.subarray(gamma.end)]);
}

function findGamma(bytes: Buffer): GammaChunk | null {
  let found: GammaChunk | null = null;
  let isGrey = false;
  for (let at = SIGNATURE_LENGTH; at + CHUNK_HEAD + CHUNK_TAIL <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + CHUNK_HEAD);
    const end = at + CHUNK_HEAD + length + CHUNK_TAIL;
    if (type === 'IDAT' || STRONGER.has(type) || end > bytes.length) return type === 'IDAT' ? found : null;
    // The fourth bit of a colour type is colour's; with transparency or not.
    if (type === 'IHDR' && length === 13) isGrey = (bytes[at + CHUNK_HEAD + 9]! & 2) === 0;
    if (type === 'gAMA' && length === 4) {
      const value = bytes.readUInt32BE(at + CHUNK_HEAD);
      const isOther = value > 0 && Math.abs(value - SCREEN_GAMMA) > SAME_GAMMA;
      found = isOther ? { start: at, end, exponent: 100_000 / value, isGrey } : null;
    }
    at = end;
  }
  return null;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** D50, and the primaries of sRGB adapted to it (ICC.1:2001-04, section 6.1.3; IEC 61966-2-1), as X, Y, Z. */
const WHITE = [0.9642, 1, 0.8249] as const;
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;

/** An ICC profile of version 2 in which light is the sample to the power of `exponent`. */
function gammaProfile(exponent: number, isGrey: boolean): Buffer {
  const curve = curveTag(exponent);
  const tags: [string, Buffer][] = isGrey
    ? [['kTRC', curve]]
    : [
        ...Object.entries(PRIMARIES).map(([name, xyz]): [string, Buffer] => [name, xyzTag(xyz)]),
        ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, curve]),
      ];
  tags.push(['wtpt', xyzTag(WHITE)]);
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  let offset = 128 + table.length;
  tags.forEach(([name, data], index) => {
    const at = 4 + 12 * index;
    table.write(name, at, 'latin1');
    table.writeUInt32BE(offset, at + 4);
    table.writeUInt32BE(data.length, at + 8);
    offset += data.length;
  });
  return Buffer.concat([profileHeader(offset, isGrey), table, ...tags.map(([, data]) => data)]);
}

function profileHeader(size: number, isGrey: boolean): Buffer {
  const header = Buffer.alloc(128);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(0x02400000, 8);
  header.write(`mntr${isGrey ? 'GRAY' : 'RGB '}XYZ `, 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  writeXyz(header, 68, WHITE);
  return header;
}

function xyzTag(xyz: readonly number[]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 0, 'latin1');
  writeXyz(tag, 8, xyz);
  return tag;
}

function writeXyz(buffer: Buffer, at: number, xyz: readonly number[]): void {
  xyz.forEach((value, index) => {
    buffer.writeInt32BE(Math.round(value * 65_536), at + 4 * index);
  });
}

/** One number of sixteen bits, eight of them behind the point; padded to four bytes. */
function curveTag(exponent: number): Buffer {
  const tag = Buffer.alloc(16);
  tag.write('curv', 0, 'latin1');
  tag.writeUInt32BE(1, 8);
  tag.writeUInt16BE(Math.min(0xffff, Math.max(1, Math.round(exponent * 256))), 12);
  return tag;
}
