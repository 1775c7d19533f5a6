// A file becomes the fingerprint of its bytes, without the whole file in memory.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { firstBits } from './hash.ts';

/** Bytes read at a time. */
const CHUNK = 1 << 20;

/** The same fingerprint as `hashOf` of all the file's bytes. */
export async function hashOfFile(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const stream = file.createReadStream({ start: 0, highWaterMark: CHUNK, autoClose: false });
  for await (const chunk of stream) hash.update(chunk);
  return firstBits(hash.digest('base64url'));
}
