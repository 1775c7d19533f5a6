// Ogg (RFC 3533) to the sound in it: Opus (RFC 7845) or Vorbis.
import type { ByteSource } from './byte-source.ts';
import { BROKEN, type RecordingFault, type RecordingType, unplayable } from './recording.ts';

interface Page {
  /** The first of its stream (§ 6). */
  readonly isFirst: boolean;
  readonly start: number;
  readonly end: number;
}

/** § 6: 27 bytes, then at most 255 sizes of at most 255 bytes. */
const HEADER_SIZE = 27;
const LARGEST_PAGE = HEADER_SIZE + 255 + 255 * 255;

/** What the first packet of a stream begins with. */
const CODINGS = [
  { mark: 'OpusHead', name: 'Opus' },
  { mark: '\x01vorbis', name: 'Vorbis' },
  { mark: '\x80theora', name: 'Theora' },
  { mark: '\x7fFLAC', name: 'FLAC' },
  { mark: 'Speex', name: 'Speex' },
] as const;

const MOST_STREAMS = 100;

export function isOgg(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'OggS';
}

export async function readOgg(source: ByteSource): Promise<RecordingType | RecordingFault> {
  const names = await codingsOf(source);
  if (names.includes('Theora')) return unplayable('Theora', 'video');
  const foreign = names.find(name => name === 'FLAC' || name === 'Speex');
  if (foreign !== undefined) return unplayable(foreign, 'audio');
  if (names.length === 0 || !(await endsWithPage(source))) return BROKEN;
  return { kind: 'audio', type: 'audio/ogg', ending: '.ogg' };
}

/** All streams begin before any of them goes on (§ 4). */
async function codingsOf(source: ByteSource): Promise<readonly string[]> {
  const names: string[] = [];
  let offset = 0;
  for (let count = 0; count < MOST_STREAMS; count++) {
    const page = await pageAt(source, offset);
    if (!page?.isFirst) break;
    const packet = (await source.read(page.start, 8)).toString('latin1');
    const coding = CODINGS.find(({ mark }) => packet.startsWith(mark));
    if (coding !== undefined) names.push(coding.name);
    offset = page.end;
  }
  return names;
}

/** A file that was cut ends within a page. */
async function endsWithPage(source: ByteSource): Promise<boolean> {
  const from = Math.max(0, source.size - LARGEST_PAGE);
  const tail = await source.read(from, LARGEST_PAGE);
  const last = tail.lastIndexOf(Buffer.from('OggS\0', 'latin1'));
  return last !== -1 && (await pageAt(source, from + last))?.end === source.size;
}

async function pageAt(source: ByteSource, offset: number): Promise<Page | null> {
  const header = await source.read(offset, HEADER_SIZE + 255);
  if (header.length < HEADER_SIZE || !isOgg(header)) return null;
  const segments = header[26]!;
  const sizes = header.subarray(HEADER_SIZE, HEADER_SIZE + segments);
  if (sizes.length < segments) return null;
  const start = offset + HEADER_SIZE + segments;
  return {
    isFirst: (header[5]! & 2) !== 0,
    start,
    end: start + sizes.reduce((sum, size) => sum + size, 0),
  };
}
