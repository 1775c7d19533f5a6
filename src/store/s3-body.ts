// What is put into a bucket, to the bytes of a request, as often as it is tried, and their sum.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { storeWords } from '../locale/store-words.ts';
import type { ObjectBytes } from './object-store.ts';

export interface S3Body {
  /** In bytes. */
  readonly size: number;
  readonly md5: Buffer;
  /** For one try. A stream that fails tells it by its `error`. */
  open(): Uint8Array | Readable;
}

/** Reads a file once for its sum: each try reads it again. */
export async function s3Body(bytes: ObjectBytes): Promise<S3Body> {
  if (bytes instanceof Uint8Array) return { size: bytes.length, md5: md5Of(bytes), open: () => bytes };
  const digest = createHash('md5');
  let size = 0;
  for await (const piece of createReadStream(bytes.path) as AsyncIterable<Buffer>) {
    digest.update(piece);
    size += piece.length;
  }
  return { size, md5: digest.digest(), open: () => Readable.from(exactly(bytes.path, size)) };
}

export function md5Of(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** A request that promised another number of bytes would never end. */
async function* exactly(path: string, size: number): AsyncIterable<Buffer> {
  let length = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > size) break;
    yield piece;
  }
  if (length !== size) throw new Error(storeWords.details.changedMeanwhile(path));
}
