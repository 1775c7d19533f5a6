// MP4 and its like (ISO base media file format, ISO/IEC 14496-12) to what is in them: picture, sound, in which coding.
import type { ByteSource } from './byte-source.ts';
import type { RecordingKind } from './media-kinds.ts';
import { BROKEN, type RecordingFault, type RecordingType, unplayable } from './recording.ts';

/** A box (§ 4.2): its contents reach from `start` to `end`, in bytes of the file. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** What a track is (§ 8.4.3) and how it is coded (§ 8.5.2). */
interface Track {
  readonly handler: string;
  readonly format: string;
}

/** Files of fragments have two boxes each few seconds; more than this is noise made to keep us busy. */
const MOST_BOXES = 100_000;

/** The four letters of sample entries (mp4ra.org) that browsers play, by the handler of their tracks. */
const PLAYABLE: Readonly<Record<string, readonly string[]>> = {
  vide: ['avc1', 'avc3', 'av01', 'vp09', 'vp08'],
  soun: ['mp4a', 'Opus', 'fLaC', '.mp3'],
};

/** Those that editors meet and can't publish. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['hvc1', 'HEVC (H.265)'],
  ['hev1', 'HEVC (H.265)'],
  ['dvh1', 'Dolby Vision'],
  ['dvhe', 'Dolby Vision'],
  ['mp4v', 'MPEG-4 Visual'],
  ['s263', 'H.263'],
  ['apcn', 'ProRes'],
  ['apch', 'ProRes'],
  ['encv', 'MP4 protégé par un verrou numérique'],
  ['enca', 'MP4 protégé par un verrou numérique'],
  ['alac', 'Apple Lossless'],
  ['ac-3', 'Dolby Digital'],
  ['ec-3', 'Dolby Digital Plus'],
  ['samr', 'AMR'],
]);

/** Pictures of chapters in a sound, as podcasts have them. */
const CHAPTER_PICTURES = ['jpeg', 'png '];

const QUICKTIME = 'qt  ';

/** Types of the first box by which a file of this family is known; all but `ftyp` are QuickTime's of old. */
const FIRST_BOXES = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];

export function isIsoMedia(head: Buffer): boolean {
  return FIRST_BOXES.includes(head.toString('latin1', 4, 8));
}

export async function readIsoMedia(source: ByteSource): Promise<RecordingType | RecordingFault> {
  if ((await brandOf(source)) === QUICKTIME) return unplayable('QuickTime', 'video');
  const boxes = await boxesBetween(source, 0, source.size);
  const movie = boxes?.find(({ type }) => type === 'moov');
  if (boxes === null || movie === undefined) return BROKEN;
  const tracks = await tracksOf(source, movie);
  return tracks === null ? BROKEN : typeOf(tracks);
}

/** The major brand (§ 4.3). Files without one are older than brands, and QuickTime's. */
async function brandOf(source: ByteSource): Promise<string> {
  const head = await source.read(0, 12);
  return head.toString('latin1', 4, 8) === 'ftyp' ? head.toString('latin1', 8, 12) : QUICKTIME;
}

function typeOf(tracks: readonly Track[]): RecordingType | RecordingFault {
  const shown = tracks.filter(({ format }) => !CHAPTER_PICTURES.includes(format));
  const kind: RecordingKind = shown.some(({ handler }) => handler === 'vide') ? 'video' : 'audio';
  const played = shown.filter(({ handler }) => Object.hasOwn(PLAYABLE, handler));
  if (played.length === 0) return BROKEN;
  const foreign = played.find(({ handler, format }) => !PLAYABLE[handler]!.includes(format));
  if (foreign !== undefined) return foreignCoding(foreign.format, kind);
  return kind === 'video'
    ? { kind, type: 'video/mp4', ending: '.mp4' }
    : { kind, type: 'audio/mp4', ending: '.m4a' };
}

/** Four signs that nobody would register (mp4ra.org) are damage. */
function foreignCoding(letters: string, kind: RecordingKind): RecordingFault {
  const name = NAMES.get(letters);
  if (name !== undefined) return unplayable(name, kind);
  return /^[\w .-]{4}$/.test(letters) ? unplayable(`«\u00a0${letters.trim()}\u00a0»`, kind) : BROKEN;
}

/** null: the movie box does not hold together. */
async function tracksOf(source: ByteSource, movie: Box): Promise<readonly Track[] | null> {
  const boxes = await boxesBetween(source, movie.start, movie.end);
  if (boxes === null) return null;
  const tracks: Track[] = [];
  for (const box of boxes) {
    if (box.type !== 'trak') continue;
    const media = await boxBelow(source, box, ['mdia']);
    const handler = media && (await boxBelow(source, media, ['hdlr']));
    const samples = media && (await boxBelow(source, media, ['minf', 'stbl', 'stsd']));
    if (!handler || !samples) return null;
    tracks.push({
      // After version, flags and four bytes that are zero.
      handler: await fourLetters(source, handler.start + 8),
      // After version, flags, the number of entries and the first one's size.
      format: await fourLetters(source, samples.start + 12),
    });
  }
  return tracks;
}

async function fourLetters(source: ByteSource, offset: number): Promise<string> {
  return (await source.read(offset, 4)).toString('latin1');
}

async function boxBelow(source: ByteSource, box: Box, path: readonly string[]): Promise<Box | null> {
  let found: Box | undefined = box;
  for (const type of path) {
    const boxes: readonly Box[] | null = await boxesBetween(source, found.start, found.end);
    found = boxes?.find(each => each.type === type);
    if (found === undefined) return null;
  }
  return found;
}

/** The boxes that fill the place between two offsets; null: they don't, since one is cut or is no box. */
async function boxesBetween(source: ByteSource, start: number, end: number): Promise<readonly Box[] | null> {
  const boxes: Box[] = [];
  for (let offset = start; offset < end; offset = boxes.at(-1)!.end) {
    const box = boxes.length < MOST_BOXES ? await boxAt(source, offset, end) : null;
    if (box === null) return null;
    boxes.push(box);
  }
  return boxes;
}

async function boxAt(source: ByteSource, offset: number, limit: number): Promise<Box | null> {
  const header = await source.read(offset, 16);
  if (header.length < 8) return null;
  const type = header.toString('latin1', 4, 8);
  let size = header.readUInt32BE(0);
  let headerSize = 8;
  if (size === 0) size = limit - offset;
  else if (size === 1) {
    if (header.length < 16) return null;
    size = Number(header.readBigUInt64BE(8));
    headerSize = 16;
  }
  return size < headerSize || offset + size > limit
    ? null
    : { type, start: offset + headerSize, end: offset + size };
}
