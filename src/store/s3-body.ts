// What is put into a bucket, to the bytes of a request, as often as it is tried, and their sum.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { storeWords } from '../locale/store-words.ts';
import { limitOf } from './limit.ts';
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
  const { path } = bytes;
  const { size, md5 } = await reading.run(() => sumOf(path));
  return { size, md5, open: () => Readable.from(same(path, size, md5)) };
}

/** Whoever puts thousands of files does not open all of them. */
const reading = limitOf(8);

async function sumOf(path: string): Promise<Pick<S3Body, 'size' | 'md5'>> {
  const digest = createHash('md5');
  let size = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(piece);
    size += piece.length;
  }
  return { size, md5: digest.digest() };
}

export function md5Of(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** A request that promised another number of bytes would never end, and one with other bytes would be refused and tried again: the last piece goes only after those that it was promised with. */
async function* same(path: string, size: number, md5: Buffer): AsyncIterable<Buffer> {
  const digest = createHash('md5');
  let length = 0;
  let last: Buffer | null = null;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > size) break;
    digest.update(piece);
    if (last) yield last;
    last = piece;
  }
  if (length !== size || !digest.digest().equals(md5))
    throw new Error(storeWords.details.changedMeanwhile(path));
  if (last) yield last;
}
