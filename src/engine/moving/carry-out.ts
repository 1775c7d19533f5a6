// A planned move to the files as they are then: all of it, or nothing.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import type { MovePlan } from './plan-move.ts';

/** A move that could not be finished. `cause` is why; `isUndone`: everything stands as it did before. */
export class MoveFailed extends Error {
  readonly isUndone: boolean;

  constructor(cause: unknown, isUndone: boolean) {
    super('The move could not be finished.', { cause });
    this.isUndone = isUndone;
  }
}

/** Throws `MoveFailed`. */
export function carryOut(contentDir: string, { from, to, text, media, comments, texts }: MovePlan): void {
  const at = (file: string): string => join(contentDir, file);
  const files = [...media, ...comments, { from: from.file, to: to.file }].filter(
    each => each.from !== each.to,
  );
  const undo: (() => void)[] = [];
  try {
    for (const each of texts) rewriteFile(at(each.file), each.text, undo);
    for (const each of files) moveFile(at(each.from), at(each.to), undo);
    rewriteFile(at(to.file), text, undo);
  } catch (error) {
    throw new MoveFailed(error, undoAll(undo));
  }
  for (const each of files) removeEmptyFolders(contentDir, posix.dirname(each.from));
}

function undoAll(undo: readonly (() => void)[]): boolean {
  let isUndone = true;
  for (const step of undo.toReversed()) {
    try {
      step();
    } catch {
      isUndone = false;
    }
  }
  return isUndone;
}

function moveFile(from: string, to: string, undo: (() => void)[]): void {
  const first = mkdirSync(dirname(to), { recursive: true });
  if (first !== undefined) undo.push(() => rmSync(first, { recursive: true }));
  // It was not there when the move was planned.
  if (existsSync(to)) throw Object.assign(new Error(`${to} exists.`), { code: 'EEXIST', path: to });
  renameSync(from, to);
  undo.push(() => renameSync(to, from));
}

/** Whole or not at all, under the same rights. */
function rewriteFile(file: string, text: string, undo: (() => void)[]): void {
  const before = readFileSync(file);
  const { mode } = statSync(file);
  const put = (data: string | Uint8Array): void => {
    // Hidden: nothing reads it, should it stay.
    const beside = join(dirname(file), `.${basename(file)}.deplacement`);
    try {
      writeFileSync(beside, data);
      chmodSync(beside, mode);
      renameSync(beside, file);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  };
  put(text);
  undo.push(() => put(before));
}

/** From the folder up to those that stand directly in the content folder; one with anything in it stays. */
function removeEmptyFolders(contentDir: string, folder: string): void {
  if (!folder.includes('/')) return;
  try {
    rmdirSync(join(contentDir, folder));
  } catch {
    return;
  }
  removeEmptyFolders(contentDir, posix.dirname(folder));
}
