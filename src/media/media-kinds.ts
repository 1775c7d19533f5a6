// The ending of a file's name becomes a kind of media, or advice when an article needs another kind.
import { PHOTOGRAPH_ENDINGS } from '../images/photograph-type.ts';
import type { Mistake } from '../problem/problem.ts';
import { DOCUMENT_ENDINGS } from './document-type.ts';
import { type exportAdvice, mediaMessages } from './media-messages.ts';

export type RecordingKind = 'video' | 'audio';

export type MediaKind = 'photograph' | RecordingKind | 'captions' | 'transcript' | 'document';

const ENDINGS: Readonly<Record<MediaKind, readonly string[]>> = {
  photograph: PHOTOGRAPH_ENDINGS,
  // MP4 plays everywhere; WebM in Safari since version 16.
  video: ['.mp4', '.m4v', '.webm'],
  // Ogg plays in Safari since 18.4. WAVE would play everywhere, but weighs ten megabytes a minute.
  audio: ['.mp3', '.m4a', '.ogg', '.oga', '.opus'],
  captions: ['.vtt'],
  transcript: ['.txt'],
  document: DOCUMENT_ENDINGS,
};

/** Formats that editors have at hand and that some browsers do not play. */
const UNWANTED: Readonly<Record<keyof typeof exportAdvice, readonly string[]>> = {
  video: ['.mov', '.qt', '.avi', '.mkv', '.wmv', '.flv', '.mpg', '.mpeg', '.mts', '.m2ts', '.3gp', '.ogv'],
  audio: ['.wav', '.flac', '.aif', '.aiff', '.aac', '.wma', '.amr', '.caf', '.mka'],
  captions: ['.srt', '.sbv', '.ass', '.ssa', '.sub', '.ttml', '.stl'],
  transcript: ['.docx', '.doc', '.odt', '.rtf', '.pdf', '.pages', '.html', '.md'],
  document: ['.numbers', '.key', '.docm', '.xlsm', '.pptm', '.xps', '.pub', '.rar'],
};

const KINDS = kindsByEnding(ENDINGS);
const UNWANTED_KINDS = kindsByEnding(UNWANTED);

function kindsByEnding<K extends MediaKind>(
  endings: Readonly<Record<K, readonly string[]>>,
): ReadonlyMap<string, K> {
  const kinds = Object.keys(endings) as K[];
  return new Map(kinds.flatMap(kind => endings[kind].map(ending => [ending, kind] as const)));
}

/** Endings by which a text may name pages of the site. */
const PAGES: ReadonlySet<string> = new Set(['.html', '.md']);

/** All by which a name is that of a file, whether articles may show or offer it or not. */
export const FILE_ENDINGS: readonly string[] = [...KINDS.keys(), ...UNWANTED_KINDS.keys()].filter(
  ending => !PAGES.has(ending),
);

/** `.jpg` of `photos/Port.JPG`; empty when the name has no ending. */
export function endingOf(name: string): string {
  return /(?<=[^/])\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? '';
}

/** The kind of a file by its name or path; null when articles show no such files. */
export function mediaKindOf(name: string): MediaKind | null {
  return KINDS.get(endingOf(name)) ?? null;
}

/** Whether articles may show a file of this name or path. */
export function isMediaFile(name: string): boolean {
  return mediaKindOf(name) !== null;
}

/**
 * The mistake in a file's name where an article needs the kind `wanted`; null when the name has none. Only `readRecording` can tell
 * whether an `.mp4` is a film or a sound. A name without ending is for `findMedia` to guess.
 */
export function mediaKindMistake(name: string, wanted: MediaKind): Mistake | null {
  const kind = mediaKindOf(name);
  // A document is what most transcripts were first, and that of a film what an editor means here.
  const unwanted = UNWANTED_KINDS.get(endingOf(name));
  if (kind === 'document' && wanted === 'transcript' && unwanted === wanted)
    return { rule: 'unknown-media-type', message: mediaMessages.unwantedType(name, unwanted) };
  if (endingOf(name) === '' || kind === wanted || (isRecording(kind) && isRecording(wanted))) return null;
  if (kind !== null)
    return { rule: 'wrong-media-kind', message: mediaMessages.wrongKind(name, kind, wanted) };
  const message =
    unwanted === undefined
      ? mediaMessages.unknownType(name, wanted)
      : mediaMessages.unwantedType(name, unwanted);
  return { rule: 'unknown-media-type', message };
}

function isRecording(kind: MediaKind | null): boolean {
  return kind === 'video' || kind === 'audio';
}
