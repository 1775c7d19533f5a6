// MP3 (ISO/IEC 11172-3 and 13818-3, layer III) to whether it is one, whole as far as it tells its own length.
import type { ByteSource } from './byte-source.ts';
import { BROKEN, type RecordingFault, type RecordingType } from './recording.ts';

interface Frame {
  /** Bytes, header included. */
  readonly size: number;
  /** Where the encoder may have written the file's size: after the header and what says how the frame is coded. */
  readonly tagOffset: number;
}

/** In kbit/s, by the four bits of the header; the first is « free », the last not allowed. */
const BITRATES = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
} as const;

/** In Hz, for MPEG-1; MPEG-2 has halves of them, MPEG-2.5 quarters. */
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/** Players look for the first frame that far: some programs leave zeros after the ID3 tag. */
const FARTHEST_FRAME = 8_192;

/** ID3v2 (id3.org, v2.4 § 3.1): ten bytes, the last four the size of the rest in seven bits each. */
const ID3_HEADER = 10;

export function isMp3(head: Buffer): boolean {
  return head.toString('latin1', 0, 3) === 'ID3' || frameAt(head, 0) !== null;
}

export async function readMp3(source: ByteSource): Promise<RecordingType | RecordingFault> {
  const begin = await afterId3(source);
  const head = await source.read(begin, FARTHEST_FRAME);
  for (let offset = 0; offset < head.length; offset++) {
    const frame = frameAt(head, offset);
    if (frame === null || !(await isFollowed(source, begin + offset + frame.size))) continue;
    const told = toldSize(head, offset + frame.tagOffset);
    return told > source.size ? BROKEN : { kind: 'audio', type: 'audio/mpeg', ending: '.mp3' };
  }
  return BROKEN;
}

async function afterId3(source: ByteSource): Promise<number> {
  const header = await source.read(0, ID3_HEADER);
  if (header.length < ID3_HEADER || header.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = header.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  return ID3_HEADER + size;
}

/** A pair of bytes that looks like a frame is often none: two in a row are. */
async function isFollowed(source: ByteSource, offset: number): Promise<boolean> {
  return frameAt(await source.read(offset, 4), 0) !== null;
}

function frameAt(bytes: Buffer, offset: number): Frame | null {
  if (offset + 4 > bytes.length || bytes[offset] !== 0xff || (bytes[offset + 1]! & 0xe0) !== 0xe0)
    return null;
  const [, second = 0, third = 0, fourth = 0] = bytes.subarray(offset, offset + 4);
  // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5; of layers, 1 is III.
  const version = (second >> 3) & 3;
  const isLayer3 = ((second >> 1) & 3) === 1;
  const bitrate = BITRATES[version === 3 ? 1 : 2][third >> 4]!;
  const fullRate = SAMPLE_RATES[(third >> 2) & 3];
  if (version === 1 || !isLayer3 || bitrate === 0 || fullRate === undefined) return null;
  const rate = version === 3 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4;
  const padding = (third >> 1) & 1;
  const isMono = fourth >> 6 === 3;
  const sideInformation = version === 3 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const checksum = (second & 1) === 0 ? 2 : 0;
  return {
    // 1152 samples, or 576 of the lower rates, at an eighth of the bits.
    size: Math.floor(((version === 3 ? 144 : 72) * bitrate * 1000) / rate) + padding,
    tagOffset: 4 + checksum + sideInformation,
  };
}

/** The bytes of the whole file, as most encoders write them into the first frame (« Xing » or « Info »); 0: this one didn't. */
function toldSize(head: Buffer, offset: number): number {
  const mark = head.toString('latin1', offset, offset + 4);
  if ((mark !== 'Xing' && mark !== 'Info') || offset + 16 > head.length) return 0;
  const flags = head.readUInt32BE(offset + 4);
  if ((flags & 2) === 0) return 0;
  return head.readUInt32BE(offset + ((flags & 1) === 0 ? 8 : 12));
}
