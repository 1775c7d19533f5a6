// A film or a sound on disk to what pages need to play it, or to what is wrong with it.
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { hashOfFile } from '../hash/hash-file.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Mistake } from '../problem/problem.ts';
import { type ByteSource, bytesOfFile } from './byte-source.ts';
import { foreignFormat } from './foreign-formats.ts';
import { inspectRecording } from './inspect-recording.ts';
import { judgeRecording } from './judge-recording.ts';
import type { RecordingKind } from './media-kinds.ts';
import { mediaMessages } from './media-messages.ts';
import { type MediaFailure, mistaken } from './media-mistake.ts';
import { isOfPlayableFamily } from './playable-families.ts';
import { type Recording, type RecordingFault, type RecordingType, unplayable } from './recording.ts';
import { recordingMessages } from './recording-messages.ts';

/** Bytes by which a format is known. */
const HEAD = 512;

/** What a clone holds in the place of a file that Git LFS keeps elsewhere (git-lfs/docs/spec.md). */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/**
 * Looks at what is in a file, not at its name. Memory is bounded, whatever the file's size; of its bytes all are read once, for
 * their hash.
 * @param name as messages show it.
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
    return mistaken({ rule: 'unreadable-file', message: problemMessages.unreadableFile() });
  } finally {
    await file?.close();
  }
}

/** The same of bytes that may be anywhere, without their hash. Throws only what `source` does. */
export async function typeOfRecording(
  source: ByteSource,
  name: string,
): Promise<{ readonly ok: true; readonly type: RecordingType } | MediaFailure> {
  if (source.size === 0) return mistaken({ rule: 'empty-recording', message: recordingMessages.empty(name) });
  const head = await source.read(0, HEAD);
  if (head.toString('latin1').startsWith(LFS_POINTER))
    return mistaken({ rule: 'git-lfs-recording', message: recordingMessages.gitLfs(name) });
  const foreign = foreignFormat(head);
  if (foreign !== null) return mistaken(explain(unplayable(foreign.name, foreign.kind), name));
  if (!isOfPlayableFamily(head))
    return mistaken({ rule: 'unknown-media-type', message: recordingMessages.unknown(name) });
  const type = judgeRecording(await inspectRecording(source));
  return 'fault' in type ? mistaken(explain(type, name)) : { ok: true, type };
}

/** What is wrong with a recording where the other kind is wanted; null: nothing. */
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
    : { rule: 'unplayable-recording', message: recordingMessages.unplayable(name, fault.format, fault.kind) };
}
