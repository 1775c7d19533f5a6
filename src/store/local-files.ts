// The file system of this machine, or one that is mounted on it.
import { constants } from 'node:fs';
import { type FileHandle, link, lstat, mkdir, open, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileAccess, FileFacts, Outcome } from './file-access.ts';
import { type Piece, StoreError, type StoreFailure } from './object-store.ts';

/** By Node's codes (`errno(3)`). */
const FAILURES: Readonly<Record<string, StoreFailure>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'refused',
  EPERM: 'refused',
  EROFS: 'refused',
  ENOENT: 'no-place',
  ENOTDIR: 'no-place',
  EHOSTDOWN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESTALE: 'unreachable',
};

/** What is no failure but an answer, where it can be one. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  EEXIST: 'exists',
  ENOENT: 'no-folder',
  ENOTDIR: 'blocked',
  EISDIR: 'blocked',
  ENOTEMPTY: 'blocked',
  ELOOP: 'blocked',
};

/** Of `link`, on file systems that know one name for a file only, and of both between two file systems. */
const UNABLE = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV'];

/** Files looked at a time: as many as wait in Node's own queue without a gain from more. */
const LOOKS_AT_ONCE = 64;

/** Missing on Windows, where links are for administrators. */
export const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** `root` need not be there; the folder above it has to, as soon as something is written. */
export function localFiles(place: string, root: string): FileAccess {
  // The place itself may be a link, which a last slash has the system follow.
  const at = (path: string): string => (path === '' ? `${root}/` : join(root, path));
  const failed = (error: unknown): StoreError => failureOf(place, error);
  /** For what can only go well or fail. */
  const attempt = async <T>(action: Promise<T>): Promise<T> => {
    try {
      return await action;
    } catch (error) {
      throw failed(error);
    }
  };
  /** For what may find that there is nothing. */
  const ifThere = async <T>(action: Promise<T>): Promise<T | null> => {
    try {
      return await action;
    } catch (error) {
      if (isNothingThere(error)) return null;
      throw failed(error);
    }
  };
  const outcome = async (action: Promise<unknown>): Promise<Outcome> => {
    try {
      await action;
      return 'done';
    } catch (error) {
      const found = OUTCOMES[codeOf(error)];
      if (found === undefined) throw failed(error);
      return found;
    }
  };
  /** For what some file systems can't do. */
  const ifAble = async (action: Promise<unknown>): Promise<Outcome> => {
    try {
      await action;
      return 'done';
    } catch (error) {
      const code = codeOf(error);
      if (UNABLE.includes(code)) return 'unable';
      const found = OUTCOMES[code];
      if (found === undefined) throw failed(error);
      return found;
    }
  };
  const look = async (path: string): Promise<FileFacts | null> => {
    const found = await ifThere(lstat(at(path)));
    if (found === null) return null;
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return { kind, size: found.size, written: found.mtimeMs };
  };
  return {
    look,
    async read(path, piece) {
      const file = await ifThere(open(at(path), constants.O_RDONLY | NO_FOLLOW));
      if (file === null) return null;
      try {
        // A folder can be opened.
        if (!(await attempt(file.stat())).isFile()) return null;
        return await attempt(piece === undefined ? file.readFile() : readPiece(file, piece));
      } finally {
        await file.close();
      }
    },
    async create(path, pieces) {
      let file: FileHandle | null = null;
      const opened = await outcome(
        open(at(path), 'wx').then(handle => {
          file = handle;
        }),
      );
      if (file === null) return opened;
      const handle: FileHandle = file;
      try {
        for await (const piece of pieces) await attempt(writeAll(handle, piece));
      } finally {
        // Some file systems find out only then that there is no room.
        await attempt(handle.close());
      }
      return 'done';
    },
    replace: (from, to) => outcome(rename(at(from), at(to))),
    link: (from, to) => ifAble(link(at(from), at(to))),
    async take(file, to, mayReplace) {
      if (mayReplace) return ifAble(rename(file, at(to)));
      const linked = await ifAble(link(file, at(to)));
      // Whoever writes into it later must not write into the object.
      if (linked === 'done') await attempt(unlink(file));
      return linked;
    },
    async remove(path) {
      try {
        await unlink(at(path));
      } catch (error) {
        // A folder is not ours to remove; systems say it in different words.
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return;
        if (codeOf(error) === 'EPERM' && (await look(path))?.kind === 'folder') return;
        throw failed(error);
      }
    },
    // The folder above the root is its owner's to make: one that was misspelled would be made as well.
    makeFolder: path => outcome(mkdir(at(path))),
    async removeFolder(path) {
      try {
        await rmdir(at(path));
        return true;
      } catch {
        return false;
      }
    },
    async entries(path) {
      const names = await ifThere(readdir(at(path)));
      if (names === null) return null;
      const found: (FileFacts & { readonly name: string })[] = [];
      for (let first = 0; first < names.length; first += LOOKS_AT_ONCE) {
        const some = names.slice(first, first + LOOKS_AT_ONCE);
        const facts = await Promise.all(some.map(name => look(join(path, name))));
        // What is gone meanwhile is not there.
        for (const [index, name] of some.entries()) if (facts[index]) found.push({ ...facts[index], name });
      }
      return found;
    },
    async close() {},
  };
}

async function readPiece(file: FileHandle, { at, length }: Piece): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await file.write(bytes, done, bytes.length - done)).bytesWritten;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** Whether an error says that there is no such file, or a link in its place. */
export function isNothingThere(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error));
}

export function failureOf(place: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { code = '', path } = error as NodeJS.ErrnoException;
  // Node's own words, without `path`, begin with the code.
  const detail = path === undefined ? code || String(error) : `${code}\u00a0: ${path}`;
  return new StoreError(FAILURES[code] ?? 'other', place, detail, { cause: error });
}
