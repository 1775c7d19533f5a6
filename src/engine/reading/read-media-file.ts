// One file that an article shows to its facts: those remembered when its bytes are the same, or else by looking at it.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { hashOf } from '../../hash/hash.ts';
import type { DrawingReader } from '../../images/drawing-reader.ts';
import { type KnownReading, putFacts, readFacts } from '../../images/image-cache.ts';
import { photographType } from '../../images/photograph-type.ts';
import { readPhotograph } from '../../images/read-photograph.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import type { MediaKind } from '../../media/media-kinds.ts';
import { readCaptions } from '../../media/read-captions.ts';
import { readDocument } from '../../media/read-document.ts';
import { readRecording, recordingKindMistake } from '../../media/read-recording.ts';
import { readTranscript } from '../../media/read-transcript.ts';
import type { Mistake } from '../../problem/problem.ts';

export interface LookingSettings {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** Whether what is found may be written to the cache. */
  readonly keep: boolean;
  readonly drawings: DrawingReader;
}

export type ReadMediaFile = (
  | { readonly ok: true; readonly facts: MediaFacts }
  | { readonly ok: false; readonly mistake: Mistake }
) & {
  /** Whether a photograph had to be decoded. */
  readonly decoded: boolean;
};

/** `file` is below the content folder; `kind` is what its ending and its place in the article say. */
export async function readMediaFile(
  file: string,
  kind: MediaKind,
  settings: LookingSettings,
): Promise<ReadMediaFile> {
  const path = join(settings.contentDir, file);
  const name = basename(file);
  if (kind === 'video' || kind === 'audio') return readRecordingFile(path, name, kind);
  if (kind === 'document') {
    const read = await readDocument(path, name);
    return read.ok ? factual(read.document) : mistaken(read.mistake);
  }
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return mistaken({ rule: 'unreadable-file', message: problemMessages.unreadableFile() });
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

async function readRecordingFile(
  path: string,
  name: string,
  wanted: 'video' | 'audio',
): Promise<ReadMediaFile> {
  const read = await readRecording(path, name);
  if (!read.ok) return mistaken(read.mistake);
  const mistake = recordingKindMistake(read.recording, wanted, name);
  return mistake ? mistaken(mistake) : factual(read.recording);
}

async function readPhotographFile(
  bytes: Buffer,
  name: string,
  { cacheDir, keep, drawings }: LookingSettings,
): Promise<ReadMediaFile> {
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

function factual(facts: MediaFacts): ReadMediaFile {
  return { ok: true, facts, decoded: false };
}

function mistaken(mistake: Mistake): ReadMediaFile {
  return { ok: false, mistake, decoded: false };
}
