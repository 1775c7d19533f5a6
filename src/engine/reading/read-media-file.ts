// One file that an article shows to its facts: those remembered when its bytes are the same, or else by looking at it.
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ContentSource } from '../../content/content-source.ts';
import { type BlobAlgorithm, blobId, blobIdOfFile } from '../../hash/blob-id.ts';
import { hashOf } from '../../hash/hash.ts';
import type { DrawingReader } from '../../images/drawing-reader.ts';
import { type KnownReading, putFacts, readFacts } from '../../images/image-cache.ts';
import { photographType } from '../../images/photograph-type.ts';
import { readPhotograph } from '../../images/read-photograph.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import type { MediaKind, RecordingKind } from '../../media/media-kinds.ts';
import { readCaptions } from '../../media/read-captions.ts';
import { readDocument } from '../../media/read-document.ts';
import { readRecording, recordingKindMistake } from '../../media/read-recording.ts';
import { readTranscript } from '../../media/read-transcript.ts';
import type { Mistake } from '../../problem/problem.ts';
import type { RememberedMedia } from './reading-memory.ts';

export interface LookingSettings {
  readonly source: ContentSource;
  readonly cacheDir: string;
  /** Whether what is found may be written to the cache. */
  readonly keep: boolean;
  readonly drawings: DrawingReader;
}

export type ReadMediaFile = (
  | {
      readonly ok: true;
      readonly facts: MediaFacts;
      /** Of the file's bytes (`blobId`). */
      readonly id: string;
    }
  | { readonly ok: false; readonly mistake: Mistake }
) &
  Decoded;

interface Decoded {
  /** Whether a photograph had to be decoded. */
  readonly decoded: boolean;
}

/** What is found in bytes, whatever their id. */
type Look = (
  | { readonly ok: true; readonly facts: MediaFacts }
  | { readonly ok: false; readonly mistake: Mistake }
) &
  Decoded;

export interface FileToLookAt {
  /** Below the content folder. */
  readonly file: string;
  /** null: it has to be made of the bytes. */
  readonly id: string | null;
  /** What is known of some file of that name. */
  readonly known: RememberedMedia | null;
}

/** `kind` is what its ending and its place in the article say. A file that is as it is known is not looked at. */
export async function readMediaFile(
  { file, id: givenId, known }: FileToLookAt,
  kind: MediaKind,
  settings: LookingSettings,
): Promise<ReadMediaFile> {
  const { source } = settings;
  const path = source.pathOf(file);
  const name = basename(file);
  if (isPerhapsLarge(kind)) {
    const id = givenId ?? (await idAt(path, source.algorithm));
    return id === null ? UNREADABLE : unlessKnown(known, id, () => lookAt(path, name, kind));
  }
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return UNREADABLE;
  return unlessKnown(known, givenId ?? blobId(bytes, source.algorithm), () =>
    lookInto(bytes, name, kind, settings),
  );
}

const UNREADABLE = mistaken({ rule: 'unreadable-file', message: problemMessages.unreadableFile() });

/** Of files that may be too large to be held whole. */
type LargeKind = RecordingKind | 'document';

function isPerhapsLarge(kind: MediaKind): kind is LargeKind {
  return kind === 'video' || kind === 'audio' || kind === 'document';
}

async function unlessKnown(
  known: RememberedMedia | null,
  id: string,
  look: () => Promise<Look>,
): Promise<ReadMediaFile> {
  if (id === known?.id) return { ok: true, facts: known.facts, id, decoded: false };
  const found = await look();
  return found.ok ? { ...found, id } : found;
}

/** null: nobody can read the file. */
async function idAt(path: string, algorithm: BlobAlgorithm): Promise<string | null> {
  const file = await open(path).catch(() => null);
  try {
    return file && (await blobIdOfFile(file, algorithm));
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

async function lookAt(path: string, name: string, kind: LargeKind): Promise<Look> {
  if (kind !== 'document') return readRecordingFile(path, name, kind);
  const read = await readDocument(path, name);
  return read.ok ? factual(read.document) : mistaken(read.mistake);
}

async function lookInto(
  bytes: Buffer,
  name: string,
  kind: Exclude<MediaKind, LargeKind>,
  settings: LookingSettings,
): Promise<Look> {
  switch (kind) {
    case 'photograph':
      return readPhotographFile(bytes, name, settings);
    case 'captions': {
      const read = readCaptions(bytes, name);
      return read.ok ? factual({ kind, ...read.captions }) : mistaken(read.mistake);
    }
    case 'transcript': {
      const read = readTranscript(bytes, name, asTyped);
      return read.ok
        ? factual({ kind, hash: hashOf(bytes), paragraphs: read.paragraphs })
        : mistaken(read.mistake);
    }
  }
}

async function readRecordingFile(path: string, name: string, wanted: 'video' | 'audio'): Promise<Look> {
  const read = await readRecording(path, name);
  if (!read.ok) return mistaken(read.mistake);
  const mistake = recordingKindMistake(read.recording, wanted, name);
  return mistake ? mistaken(mistake) : factual(read.recording);
}

async function readPhotographFile(
  bytes: Buffer,
  name: string,
  { cacheDir, keep, drawings }: LookingSettings,
): Promise<Look> {
  const hash = hashOf(bytes);
  const known: KnownReading | null = readFacts(cacheDir, hash);
  const look = photographType(bytes) === 'svg' ? drawings.read : readPhotograph;
  const read = known ?? (await look(bytes, name));
  if (known === null && keep) putFacts(cacheDir, hash, read);
  const decoded = known === null;
  return read.ok
    ? { ok: true, facts: { kind: 'photograph', photograph: read.photograph }, decoded }
    : { ok: false, mistake: read.mistake, decoded };
}

/** In which language it is, only its article knows. */
function asTyped(text: string): string {
  return text;
}

function factual(facts: MediaFacts): Look {
  return { ok: true, facts, decoded: false };
}

function mistaken(mistake: Mistake): {
  readonly ok: false;
  readonly mistake: Mistake;
  readonly decoded: boolean;
} {
  return { ok: false, mistake, decoded: false };
}
