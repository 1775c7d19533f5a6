// What stops a build whose content was edited while it ran, or of which Git LFS can no longer bring a file.
import { closeSync, openSync, readSync } from 'node:fs';
import { isLfsPointer } from '../../content/lfs-pointer.ts';

/** A file is no longer the one that this build began with: the build has to be run again. */
export class ContentChanged extends Error {
  readonly file: string;
  /** Whether a pointer of Git LFS stands in its place: before the next build somebody has to bring it. */
  readonly isPointer: boolean;
  constructor(file: string, isPointer = false) {
    super(`${file} changed during the build`);
    this.name = 'ContentChanged';
    this.file = file;
    this.isPointer = isPointer;
  }
}

/** For a file whose bytes, now at `path`, are not those that are remembered of it. A commit's file that Git LFS had brought may be gone from there. */
export function contentChanged(file: string, path: string): ContentChanged {
  return new ContentChanged(file, isPointerAt(path));
}

function isPointerAt(path: string): boolean {
  let opened: number;
  try {
    opened = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    const head = Buffer.alloc(64);
    return isLfsPointer(head.subarray(0, readSync(opened, head, {})));
  } finally {
    closeSync(opened);
  }
}
