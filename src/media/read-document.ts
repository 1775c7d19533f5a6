// A document on disk becomes what pages say of it, or the mistake that an editor has to mend.
import { type FileHandle, open } from 'node:fs/promises';
import { isLfsPointer } from '../content/lfs-pointer.ts';
import { hashOfFile } from '../hash/hash-file.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import { bytesOfFile } from './byte-source.ts';
import { documentMessages } from './document-messages.ts';
import { DOCUMENT_HEAD, DOCUMENT_TYPES, guessDocument } from './document-type.ts';
import { type MediaFailure, mediaFailure } from './media-failure.ts';
import { endingOf } from './media-kinds.ts';

export interface DocumentFacts {
  readonly kind: 'document';
  /** `hashOf` the file's bytes. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * All bytes are read once, for their hash; memory stays small, whatever the file's size.
 * @param name of the file, which has the ending of a document.
 */
export async function readDocument(
  path: string,
  name: string,
): Promise<{ readonly ok: true; readonly document: DocumentFacts } | MediaFailure> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size, read } = await bytesOfFile(file);
    const mistake = mistakeIn(await read(0, DOCUMENT_HEAD), name);
    return mistake ?? { ok: true, document: { kind: 'document', hash: await hashOfFile(file), size } };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return mediaFailure({ rule: 'unreadable-file', message: problemMessages.unreadableFile() });
  } finally {
    await file?.close();
  }
}

function mistakeIn(head: Buffer, name: string): MediaFailure | null {
  if (head.length === 0)
    return mediaFailure({ rule: 'empty-document', message: documentMessages.empty(name) });
  if (isLfsPointer(head))
    return mediaFailure({ rule: 'git-lfs-document', message: documentMessages.gitLfs(name) });
  const { label, begins } = DOCUMENT_TYPES.get(endingOf(name))!;
  if (begins(head)) return null;
  const message = documentMessages.mislabelled(name, label, guessDocument(head));
  return mediaFailure({ rule: 'mislabelled-document', message });
}
