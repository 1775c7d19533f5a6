// A large file, a piece at a time, to a copy that is known to hold the bytes of its hash.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { firstBits } from '../../hash/hash.ts';
import { contentChanged } from '../reading/content-changed.ts';
import type { FileCopy } from './output.ts';

const PIECE = 1024 * 1024;

/** Throws `ContentChanged` when the file no longer holds those bytes: their address promises them for ever. */
export function copyWhole({ path, hash }: FileCopy, to: string): void {
  const source = openSync(path, 'r');
  try {
    const target = openSync(to, 'w');
    const sum = createHash('sha256');
    try {
      const piece = Buffer.allocUnsafe(PIECE);
      for (let length = readSync(source, piece, {}); length > 0; length = readSync(source, piece, {})) {
        const bytes = piece.subarray(0, length);
        sum.update(bytes);
        for (let done = 0; done < length; ) done += writeSync(target, bytes, done);
      }
    } finally {
      closeSync(target);
    }
    if (firstBits(sum.digest('base64url')) !== hash) throw contentChanged(path, path);
  } finally {
    closeSync(source);
  }
}
