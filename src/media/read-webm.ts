// WebM (webmproject.org: a part of Matroska, RFC 9559, in EBML, RFC 8794) to what is in it: picture and sound, or sound.
import type { ByteSource } from './byte-source.ts';
import { BROKEN, type RecordingFault, type RecordingType, unplayable } from './recording.ts';

/** An element: its data reach from `start` to `end`, in bytes of the file; `end` is null when the file does not say it. */
interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number | null;
}

const EBML_HEADER = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_TYPE = 0x83;

/** Values of `TRACK_TYPE` (RFC 9559, § 5.1.4.1.3). */
const VIDEO_TRACK = 1;
const AUDIO_TRACK = 2;

/** The tracks are told before what is on them; a file with more elements before them is noise. */
const MOST_ELEMENTS = 10_000;

export function isWebm(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32BE(0) === EBML_HEADER;
}

export async function readWebm(source: ByteSource): Promise<RecordingType | RecordingFault> {
  const header = await elementAt(source, 0, source.size);
  if (!header?.end) return BROKEN;
  const documentType = await documentTypeOf(source, header);
  if (documentType === 'matroska') return unplayable('Matroska (MKV)', 'video');
  const segment = await elementAt(source, header.end, source.size);
  if (documentType !== 'webm' || segment?.id !== SEGMENT) return BROKEN;
  const types = await trackTypes(source, segment);
  if (types.includes(VIDEO_TRACK)) return { kind: 'video', type: 'video/webm', ending: '.webm' };
  if (types.includes(AUDIO_TRACK)) return { kind: 'audio', type: 'audio/webm', ending: '.webm' };
  return BROKEN;
}

async function documentTypeOf(source: ByteSource, header: Element): Promise<string> {
  const element = await childOf(source, header, DOC_TYPE);
  // Texts may be padded with zeros (RFC 8794, § 7.4).
  return element?.end
    ? (await source.read(element.start, Math.min(16, element.end - element.start)))
        .toString('latin1')
        .replace(/\0+$/, '')
    : '';
}

async function trackTypes(source: ByteSource, segment: Element): Promise<readonly number[]> {
  const tracks = await childOf(source, segment, TRACKS);
  const types: number[] = [];
  if (tracks === null) return types;
  for await (const entry of childrenOf(source, tracks)) {
    const type = entry.id === TRACK_ENTRY ? await childOf(source, entry, TRACK_TYPE) : null;
    if (type !== null) types.push((await source.read(type.start, 1))[0] ?? 0);
  }
  return types;
}

async function childOf(source: ByteSource, parent: Element, id: number): Promise<Element | null> {
  for await (const child of childrenOf(source, parent)) if (child.id === id) return child;
  return null;
}

/** Up to the first that is cut or tells no end: what follows it can't be found. */
async function* childrenOf(source: ByteSource, parent: Element): AsyncGenerator<Element> {
  const limit = parent.end ?? source.size;
  let offset = parent.start;
  for (let count = 0; offset < limit && count < MOST_ELEMENTS; count++) {
    const child = await elementAt(source, offset, limit);
    if (child === null) return;
    yield child;
    if (child.end === null) return;
    offset = child.end;
  }
}

/** null: there is none, or it does not fit before `limit`. */
async function elementAt(source: ByteSource, offset: number, limit: number): Promise<Element | null> {
  const head = await source.read(offset, 12);
  const idLength = lengthOf(head, 0, 4);
  if (idLength === null) return null;
  const sizeLength = lengthOf(head, idLength, 8);
  if (sizeLength === null) return null;
  const start = offset + idLength + sizeLength;
  const size = sizeOf(head.subarray(idLength, idLength + sizeLength));
  if (size !== null && start + size > limit) return null;
  return { id: head.readUIntBE(0, idLength), start, end: size === null ? null : start + size };
}

/** The bytes of a variable-length number (RFC 8794, § 4), told by the zeros before the first one. */
function lengthOf(head: Buffer, at: number, longest: number): number | null {
  const length = Math.clz32(head[at] ?? 0) - 23;
  return length <= longest && at + length <= head.length ? length : null;
}

/** null: all bits are one, which says that the size is not known (RFC 8794, § 6.2). */
function sizeOf(bytes: Buffer): number | null {
  const marker = 0x80 >> (bytes.length - 1);
  const first = bytes[0]! - marker;
  const rest = bytes.subarray(1);
  if (first === marker - 1 && rest.every(byte => byte === 0xff)) return null;
  return rest.reduce((size, byte) => size * 256 + byte, first);
}
