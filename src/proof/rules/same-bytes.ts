// Files whose bytes another build of the same made otherwise, or that it did not make: they depend on the run.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule, Tell } from '../rule.ts';

const words = proofWords.found.sameBytes;

/** It looks at files of two trees (`lookAtTwo`), and not at pages. */
export const sameBytes: Rule = { name: 'same-bytes', severity: 'error' };

/** @param path within both trees. */
export function lookAtTwo(
  path: string,
  root: string,
  other: string,
  tell: Pick<Tell, 'found' | 'looked'>,
): void {
  tell.looked();
  const first = join(root, path);
  const second = join(other, path);
  const stats = statSync(second, { throwIfNoEntry: false });
  if (stats === undefined) tell.found(words.alone(path));
  else if (!stats.isFile() || stats.size !== statSync(first).size || !haveSameBytes(first, second))
    tell.found(words.other(path));
}

/** Bytes at a time: files may be as large as films. */
const PIECE = 1 << 20;
const here = Buffer.allocUnsafe(PIECE);
const there = Buffer.allocUnsafe(PIECE);

function haveSameBytes(first: string, second: string): boolean {
  const a = openSync(first, 'r');
  try {
    const b = openSync(second, 'r');
    try {
      for (;;) {
        const read = readSync(a, here, 0, PIECE, null);
        const readThere = readSync(b, there, 0, PIECE, null);
        if (read !== readThere || here.compare(there, 0, read, 0, read) !== 0) return false;
        if (read === 0) return true;
      }
    } finally {
      closeSync(b);
    }
  } finally {
    closeSync(a);
  }
}
