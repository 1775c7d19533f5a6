// What MediaInfo finds in a file becomes what pages need to play it, or the fault that keeps browsers from playing it.
import type { GeneralTrack, Track } from 'mediainfo.js';
import type { RecordingKind } from './media-kinds.ts';
import { BROKEN, type RecordingFault, type RecordingType, unplayableFault } from './recording.ts';

type Coded = Extract<Track, { '@type': 'Video' | 'Audio' }>;

/** The brand of QuickTime's files (ISO/IEC 14496-12, § 4.3), which are like MP4 otherwise. */
const QUICKTIME_BRAND = 'qt  ';

/** Codings that browsers play in MP4, by MediaInfo's names. */
const PLAYABLE_IN_MP4: Readonly<Record<Coded['@type'], readonly string[]>> = {
  Video: ['AVC', 'AV1', 'VP9', 'VP8'],
  // For a track without samples MediaInfo has only the letters `mp4a`.
  Audio: ['AAC', 'MPEG Audio', 'Opus', 'FLAC', 'mp4a'],
};

const PLAYABLE_IN_OGG = ['Opus', 'Vorbis'];

/** From MediaInfo's names to those by which editors know the codings, where these differ. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['HEVC', 'HEVC (H.265)'],
  ['ALAC', 'Apple Lossless'],
  ['AC-3', 'Dolby Digital'],
  ['E-AC-3', 'Dolby Digital Plus'],
]);

/** Four letters (mp4ra.org) of films that MediaInfo takes for something else. */
const DOLBY_VISION = ['dvh1', 'dvhe', 'dva1', 'dvav'];

/** Four letters of the pictures that podcasts have for their chapters. */
const CHAPTER_PICTURES = ['jpeg', 'png'];

/** @param tracks as `inspectRecording` returns them. */
export function judgeRecording(tracks: readonly Track[] | null): RecordingType | RecordingFault {
  const whole = tracks?.find(isWhole);
  const coded = tracks?.filter(isCoded) ?? [];
  switch (whole?.Format) {
    case 'MPEG-4':
      if (whole.CodecID === QUICKTIME_BRAND) return unplayableFault('QuickTime', 'video');
      return isCut(whole) ? BROKEN : judgeMp4(coded);
    // Files from the time before brands.
    case 'QuickTime':
      return unplayableFault('QuickTime', 'video');
    case 'Matroska':
      return unplayableFault('Matroska (MKV)', 'video');
    case 'WebM':
      return isCut(whole) ? BROKEN : judgeWebm(coded);
    case 'Ogg':
      return judgeOgg(whole, coded);
    case 'MPEG Audio':
      return judgeMp3(whole, coded);
    default:
      return BROKEN;
  }
}

function isWhole(track: Track): track is GeneralTrack {
  return track['@type'] === 'General';
}

function isCoded(track: Track): track is Coded {
  return track['@type'] === 'Video' || track['@type'] === 'Audio';
}

/** Whether the file is shorter than its boxes or elements say. */
function isCut({ extra }: GeneralTrack): boolean {
  return extra?.IsTruncated === 'Yes';
}

function judgeMp4(coded: readonly Coded[]): RecordingType | RecordingFault {
  const shown = coded.filter(track => !CHAPTER_PICTURES.includes(lettersOf(track).trim()));
  if (shown.length === 0) return BROKEN;
  const kind = kindOf(shown);
  const foreign = shown.find(track => isLocked(track) || !isPlayableInMp4(track));
  if (foreign !== undefined) return foreignCoding(foreign, kind);
  return kind === 'video'
    ? { kind, type: 'video/mp4', ending: '.mp4' }
    : { kind, type: 'audio/mp4', ending: '.m4a' };
}

function kindOf(coded: readonly Coded[]): RecordingKind {
  return coded.some(track => track['@type'] === 'Video') ? 'video' : 'audio';
}

function isPlayableInMp4(track: Coded): boolean {
  return PLAYABLE_IN_MP4[track['@type']].includes(codingOf(track) ?? lettersOf(track));
}

/** MediaInfo's name for the coding; null when MediaInfo does not know it. */
function codingOf({ Format, CodecID }: Coded): string | null {
  return Format === undefined || Format === CodecID ? null : Format;
}

/** The four letters of the sample entry (mp4ra.org), which MediaInfo may give among others: `40 / mp4a-40`. */
function lettersOf({ CodecID = '' }: Coded): string {
  return CodecID.split(' / ').at(-1)!.slice(0, 4);
}

function isLocked({ CodecID, Encryption }: Coded): boolean {
  return Encryption !== undefined || /^enc[av]\b/.test(CodecID ?? '');
}

function foreignCoding(track: Coded, kind: RecordingKind): RecordingFault {
  const coding = codingOf(track);
  const letters = lettersOf(track);
  if (isLocked(track)) return unplayableFault('MP4 protégé par un verrou numérique', kind);
  if (DOLBY_VISION.includes(letters)) return unplayableFault('Dolby Vision', kind);
  if (coding !== null) return unplayableFault(nameOf(coding), kind);
  // Letters that the registry would not accept come from damage.
  return /^[\w .-]{4}$/.test(letters) ? unplayableFault(quoted(letters.trim()), kind) : BROKEN;
}

/** A name of several words is quoted: within a French sentence one would not see where « Algorithmic Synthesis and Audio FX » ends. */
function nameOf(coding: string): string {
  return NAMES.get(coding) ?? (coding.includes(' ') ? quoted(coding) : coding);
}

function quoted(name: string): string {
  return `«\u00a0${name}\u00a0»`;
}

/** Browsers play all codings that WebM allows. */
function judgeWebm(coded: readonly Coded[]): RecordingType | RecordingFault {
  if (coded.length === 0) return BROKEN;
  const kind = kindOf(coded);
  return { kind, type: `${kind}/webm`, ending: '.webm' };
}

function judgeOgg({ extra }: GeneralTrack, coded: readonly Coded[]): RecordingType | RecordingFault {
  const foreign = coded.find(({ Format }) => !PLAYABLE_IN_OGG.includes(Format ?? ''));
  if (foreign !== undefined) return unplayableFault(nameOf(foreign.Format ?? 'Ogg'), kindOf(coded));
  // Ogg does not tell the size of the file. The only error that MediaInfo reports for it is an incomplete last page.
  if (coded.length === 0 || extra?.ConformanceErrors !== undefined) return BROKEN;
  return { kind: 'audio', type: 'audio/ogg', ending: '.ogg' };
}

function judgeMp3(whole: GeneralTrack, [sound]: readonly Coded[]): RecordingType | RecordingFault {
  if (sound?.Format_Profile !== 'Layer 3') return BROKEN;
  // Two bytes may look like a frame by chance. Two frames in a row are no chance.
  if ((sound.FrameCount ?? 0) < 2) return BROKEN;
  // Most encoders write the size of the sound into the first frame. Recordings of radio programmes may end within a frame:
  // browsers play them all the same.
  if ((sound.StreamSize ?? 0) > Number(whole.FileSize)) return BROKEN;
  return { kind: 'audio', type: 'audio/mpeg', ending: '.mp3' };
}
