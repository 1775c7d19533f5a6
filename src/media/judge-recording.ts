// What MediaInfo finds in a file to what pages need to play it, or to what is wrong with it.
import type { GeneralTrack, Track } from 'mediainfo.js';
import type { RecordingKind } from './media-kinds.ts';
import { BROKEN, type RecordingFault, type RecordingType, unplayable } from './recording.ts';

type Coded = Extract<Track, { '@type': 'Video' | 'Audio' }>;

/** Brand of QuickTime's files (ISO/IEC 14496-12, § 4.3), which are MP4 in all else. */
const QUICKTIME_BRAND = 'qt  ';

/** Codings that browsers play in MP4, in the words of MediaInfo. */
const PLAYABLE_IN_MP4: Readonly<Record<Coded['@type'], readonly string[]>> = {
  Video: ['AVC', 'AV1', 'VP9', 'VP8'],
  // `mp4a`: of a track without a sample MediaInfo has nothing but the letters.
  Audio: ['AAC', 'MPEG Audio', 'Opus', 'FLAC', 'mp4a'],
};

const PLAYABLE_IN_OGG = ['Opus', 'Vorbis'];

/** Codings whose name in MediaInfo is not the one by which editors know them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['HEVC', 'HEVC (H.265)'],
  ['ALAC', 'Apple Lossless'],
  ['AC-3', 'Dolby Digital'],
  ['E-AC-3', 'Dolby Digital Plus'],
]);

/** Four letters (mp4ra.org) of films that MediaInfo takes for something else. */
const DOLBY_VISION = ['dvh1', 'dvhe', 'dva1', 'dvav'];

/** And of pictures of chapters in a sound, as podcasts have them. */
const CHAPTER_PICTURES = ['jpeg', 'png'];

/** @param tracks as `inspectRecording` returns them. */
export function judgeRecording(tracks: readonly Track[] | null): RecordingType | RecordingFault {
  const whole = tracks?.find(isWhole);
  const coded = tracks?.filter(isCoded) ?? [];
  switch (whole?.Format) {
    case 'MPEG-4':
      if (whole.CodecID === QUICKTIME_BRAND) return unplayable('QuickTime', 'video');
      return isCut(whole) ? BROKEN : judgeMp4(coded);
    // Of old, before there were brands.
    case 'QuickTime':
      return unplayable('QuickTime', 'video');
    case 'Matroska':
      return unplayable('Matroska (MKV)', 'video');
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

/** The file is shorter than its boxes or elements say. */
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

/** In the words of MediaInfo; null: it knows no more than the letters by which the file names its coding, or not even them. */
function codingOf({ Format, CodecID }: Coded): string | null {
  return Format === undefined || Format === CodecID ? null : Format;
}

/** The four letters of the sample entry (mp4ra.org); MediaInfo puts others around them: `40 / mp4a-40`. */
function lettersOf({ CodecID = '' }: Coded): string {
  return CodecID.split(' / ').at(-1)!.slice(0, 4);
}

function isLocked({ CodecID, Encryption }: Coded): boolean {
  return Encryption !== undefined || /^enc[av]\b/.test(CodecID ?? '');
}

function foreignCoding(track: Coded, kind: RecordingKind): RecordingFault {
  const coding = codingOf(track);
  const letters = lettersOf(track);
  if (isLocked(track)) return unplayable('MP4 protégé par un verrou numérique', kind);
  if (DOLBY_VISION.includes(letters)) return unplayable('Dolby Vision', kind);
  if (coding !== null) return unplayable(NAMES.get(coding) ?? coding, kind);
  // Signs that no one would register are damage.
  return /^[\w .-]{4}$/.test(letters) ? unplayable(`«\u00a0${letters.trim()}\u00a0»`, kind) : BROKEN;
}

/** Whatever the format allows is played. */
function judgeWebm(coded: readonly Coded[]): RecordingType | RecordingFault {
  if (coded.length === 0) return BROKEN;
  const kind = kindOf(coded);
  return { kind, type: `${kind}/webm`, ending: '.webm' };
}

function judgeOgg({ extra }: GeneralTrack, coded: readonly Coded[]): RecordingType | RecordingFault {
  const foreign = coded.find(({ Format }) => !PLAYABLE_IN_OGG.includes(Format ?? ''));
  if (foreign !== undefined) return unplayable(foreign.Format ?? 'Ogg', kindOf(coded));
  // Ogg does not tell its size. The one thing that MediaInfo finds fault with in it is a last page that is not all there.
  if (coded.length === 0 || extra?.ConformanceErrors !== undefined) return BROKEN;
  return { kind: 'audio', type: 'audio/ogg', ending: '.ogg' };
}

function judgeMp3(whole: GeneralTrack, [sound]: readonly Coded[]): RecordingType | RecordingFault {
  if (sound?.Format_Profile !== 'Layer 3') return BROKEN;
  // Two bytes that look like a frame are often none: two frames in a row are.
  if ((sound.FrameCount ?? 0) < 2) return BROKEN;
  // Most encoders write into the first frame how long the sound is. One that ends within a frame, as recordings of radio
  // programmes do, is played all the same.
  if ((sound.StreamSize ?? 0) > Number(whole.FileSize)) return BROKEN;
  return { kind: 'audio', type: 'audio/mpeg', ending: '.mp3' };
}
