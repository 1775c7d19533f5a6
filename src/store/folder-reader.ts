// The objects of a folder for who can't wait by turns: a disk answers at once, and sooner than a thread starts.
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderOf } from './files-folders.ts';
import { failureOf, isNothingThere, NO_FOLLOW } from './local-files.ts';
import { checkKey } from './object-key.ts';
import type { Piece } from './object-store.ts';
import type { Asked, WaitingReader } from './waiting-reader.ts';

/** `path` as for `openFolderStore`. It reads what such a store reads, and fails as it does. */
export function openFolderReader(place: string, path: string): WaitingReader {
  const root = resolve(path);
  const isWithin = (key: string): boolean => {
    for (let folder = folderOf(key); folder !== ''; folder = folderOf(folder))
      if (!lstatSync(join(root, folder)).isDirectory()) return false;
    return true;
  };
  const bytesOf = (asked: Asked): Uint8Array | null => {
    const key = typeof asked === 'string' ? asked : asked.key;
    checkKey(place, key);
    try {
      return isWithin(key) ? readFile(join(root, key), typeof asked === 'string' ? null : asked) : null;
    } catch (error) {
      if (isNothingThere(error)) return null;
      throw failureOf(place, error);
    }
  };
  return {
    read: asked => asked.map(bytesOf),
    async close() {},
  };
}

/** null: it is no file. */
function readFile(path: string, piece: Piece | null): Uint8Array | null {
  const file = openSync(path, constants.O_RDONLY | NO_FOLLOW);
  try {
    // A folder can be opened.
    if (!fstatSync(file).isFile()) return null;
    return piece === null ? readFileSync(file) : readPiece(file, piece);
  } finally {
    closeSync(file);
  }
}

function readPiece(file: number, { at, length }: Piece): Uint8Array {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const read = readSync(file, bytes, done, length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}
