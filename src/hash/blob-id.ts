// Bytes become the name that git gives them (« blob id »), so that what is known of a file goes for a commit that holds it, and the other way round.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** Of git's object names: SHA-1, but for the few repositories that were made with `--object-format=sha256`. */
export type BlobAlgorithm = 'sha1' | 'sha256';

/** Hexadecimal figures of a name by SHA-1. */
const SHA1_FIGURES = 40;

/** What `git hash-object --no-filters` prints: the hash of `blob`, the length in bytes, NUL and the bytes (git-scm.com/book, « Git Objects »). */
export function blobId(bytes: Uint8Array, algorithm: BlobAlgorithm): string {
  return createHash(algorithm).update(header(bytes.length)).update(bytes).digest('hex');
}

/** Whether these are the bytes that `id` names, by whichever algorithm it was made. */
export function isBlob(bytes: Uint8Array, id: string): boolean {
  return blobId(bytes, id.length === SHA1_FIGURES ? 'sha1' : 'sha256') === id;
}

/** The same as `blobId` of all the file's bytes, without the whole file in memory. */
export async function blobIdOfFile(file: FileHandle, algorithm: BlobAlgorithm): Promise<string> {
  const hash = createHash(algorithm).update(header((await file.stat()).size));
  for await (const chunk of file.createReadStream({ start: 0, highWaterMark: CHUNK, autoClose: false }))
    hash.update(chunk);
  return hash.digest('hex');
}

/** Bytes read at a time. */
const CHUNK = 1 << 20;

function header(size: number): string {
  return `blob ${size}\0`;
}
