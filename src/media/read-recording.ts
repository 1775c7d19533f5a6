// A film or a sound on disk becomes what pages need to play it, or the mistake that an editor has to mend.
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { isLfsPointer } from '../content/lfs-pointer.ts';
import { hashOfFile } from '../hash/hash-file.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Mistake } from '../problem/problem.ts';
import { type ByteSource, bytesOfFile } from './byte-source.ts';
import { foreignFormat } from './foreign-formats.ts';
import { inspectRecording } from './inspect-recording.ts';
import { judgeRecording } from './judge-recording.ts';
import { type MediaFailure, mediaFailure } from './media-failure.ts';
import type { RecordingKind } from './media-kinds.ts';
import { mediaMessages } from './media-messages.ts';
import { isOfPlayableFamily } from './playable-families.ts';
import { type Recording, type RecordingFault, type RecordingType, unplayableFault } from './recording.ts';
import { recordingMessages } from './recording-messages.ts';

/** How many of a file's first bytes tell its format. */
const HEAD = 512;

/**
 * Goes by the file's bytes, not by its name. All bytes are read once, for their hash; memory stays small, whatever the file's size.
 * @param name of the file, for messages.
 */
export async function readRecording(
  path: string,
  name = basename(path),
): Promise<{ readonly ok: true; readonly recording: Recording } | MediaFailure> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const type = await typeOfRecording(await bytesOfFile(file), name);
    return type.ok ? { ok: true, recording: { ...type.type, hash: await hashOfFile(file) } } : type;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return mediaFailure({ rule: 'unreadable-file', message: problemMessages.unreadableFile() });
  } finally {
    await file?.close();
  }
}

/** The same for any source of bytes, without the hash. Throws only what `source` throws. */
export async function typeOfRecording(
  source: ByteSource,
  name: string,
): Promise<{ readonly ok: true; readonly type: RecordingType } | MediaFailure> {
  if (source.size === 0)
    return mediaFailure({ rule: 'empty-recording', message: recordingMessages.empty(name) });
  const head = await source.read(0, HEAD);
  if (isLfsPointer(head))
    return mediaFailure({ rule: 'git-lfs-recording', message: recordingMessages.gitLfs(name) });
  const foreign = foreignFormat(head);
  if (foreign !== null) return mediaFailure(explain(unplayableFault(foreign.name, foreign.kind), name));
  if (!isOfPlayableFamily(head))
    return mediaFailure({ rule: 'unknown-media-type', message: recordingMessages.unknown(name) });
  const type = judgeRecording(await inspectRecording(source));
  return 'fault' in type ? mediaFailure(explain(type, name)) : { ok: true, type };
}

/** The mistake when an article names a sound where it needs a film, or a film where it needs a sound; null when the kind is right. */
export function recordingKindMistake(
  { kind }: RecordingType,
  wanted: RecordingKind,
  name: string,
): Mistake | null {
  return kind === wanted
    ? null
    : { rule: 'wrong-media-kind', message: mediaMessages.wrongKind(name, kind, wanted) };
}

function explain(fault: RecordingFault, name: string): Mistake {
  return fault.fault === 'broken'
    ? { rule: 'broken-recording', message: recordingMessages.broken(name) }
    : {
        rule: 'unplayable-recording',
        message: recordingMessages.unplayable(name, fault.format, fault.kind),
      };
}
