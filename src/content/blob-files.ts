// Blobs of a repository to places on disk where their bytes can be read: texts together in a few files, photographs and the like each in one.
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gitWords } from '../locale/git-words.ts';
import type { BytesPlace } from './content-source.ts';
import type { Git } from './git-command.ts';
import { GitFailure } from './git-failure.ts';
import { type GitObject, objectIn } from './git-object.ts';
import { isLfsPointer } from './lfs-pointer.ts';
import { missingFetcher } from './missing-blobs.ts';

export interface BlobFiles {
  /** Has the bytes of all these at hand. Throws `GitFailure`. */
  prefetch(ids: Iterable<string>): void;
  placeOf(id: string): BytesPlace;
  /** Has what these files hold in the repository, for `pathOf`. Throws `GitFailure`. */
  prefetchWhole(ids: Iterable<string>): void;
  /** A file of its own, which stands there until many others have been asked for. */
  pathOf(id: string): string;
  /** Removes all that was written. */
  close(): void;
}

/** Photographs and the like on disk at one time: more than are looked at together, and less than an archive has. */
const MOST_FILES = 200;

/** So many are brought by one process, which takes longer to start than to print a small one; of larger ones less. */
const MOST_TOGETHER = 50;
const MOST_BYTES_TOGETHER = 16 * 1024 * 1024;

/** Below the cache; in it a folder for each source that is read. */
export const BLOBS_FOLDER = 'from-git';

export interface BlobFilesPlace {
  readonly cacheDir: string;
  /** Whether the clone is known to hold all blobs. */
  readonly lacksNone: boolean;
  /** Is told before missing blobs are fetched. */
  readonly onFetch: (blobs: number) => void;
}

export function openBlobFiles(git: Git, { cacheDir, lacksNone, onFetch }: BlobFilesPlace): BlobFiles {
  const fetchMissing = lacksNone ? () => {} : missingFetcher(git, onFetch);
  const places = bytesPlaces();
  const paths = new Map<string, string>();
  let folder: string | null = null;
  let files = 0;
  const newFile = (): string => {
    if (folder === null) {
      folder = newFolder(join(cacheDir, BLOBS_FOLDER));
      process.once('exit', close);
    }
    return join(folder, String(++files));
  };

  const prefetch = (ids: Iterable<string>): void => {
    const wanted = [...new Set(ids)].filter(id => !places.has(id));
    if (wanted.length === 0) return;
    fetchMissing(wanted);
    const path = newFile();
    printTo(path, outputTo =>
      git(['cat-file', '--batch', '--buffer'], { input: `${wanted.join('\n')}\n`, outputTo }),
    );
    for (const [id, at, length] of placesIn(path, wanted)) places.add(id, path, at, length);
  };
  /** By id, in the order in which they are going to be asked for: how many bytes each has. */
  const awaited = new Map<string, number>();
  /** What follows in that order, as far as it is brought together with the first. */
  const together = (first: string): readonly string[] => {
    let bytes = awaited.get(first) ?? Number.POSITIVE_INFINITY;
    const ids = [first];
    for (const [id, size] of awaited) {
      if (id === first) continue;
      bytes += size;
      if (bytes > MOST_BYTES_TOGETHER || ids.length === MOST_TOGETHER) break;
      ids.push(id);
    }
    return ids;
  };
  const pathOf = (id: string): string => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const ids = together(id);
    fetchMissing(ids);
    if (ids.length === 1)
      bring(id, path => printTo(path, file => git(['cat-file', 'blob', id], { outputTo: file })));
    else for (const { id, bytes } of blobsIn(git, ids)) bring(id, path => writeFileSync(path, bytes));
    return paths.get(id)!;
  };
  const bring = (id: string, write: (path: string) => void): void => {
    // Whoever asks again has it alone.
    awaited.delete(id);
    if (paths.has(id)) return;
    const path = newFile();
    write(path);
    bringByLfs(git, path);
    paths.set(id, path);
    if (paths.size > MOST_FILES) removeOldest();
  };
  const removeOldest = (): void => {
    for (const [id, path] of paths) {
      rmSync(path, { force: true });
      paths.delete(id);
      return;
    }
  };
  const close = (): void => {
    process.off('exit', close);
    if (folder === null) return;
    rmSync(folder, { recursive: true, force: true });
    removeIfEmpty(join(cacheDir, BLOBS_FOLDER));
    removeIfEmpty(cacheDir);
    places.clear();
    paths.clear();
    awaited.clear();
    folder = null;
  };

  return {
    prefetch,
    placeOf(id) {
      prefetch([id]);
      return places.get(id);
    },
    prefetchWhole(ids) {
      const wanted = [...new Set(ids)].filter(id => !paths.has(id));
      fetchMissing(wanted);
      for (const [id, size] of sizesOf(git, wanted)) awaited.set(id, size);
    },
    pathOf,
    close,
  };
}

interface BytesPlaces {
  has(id: string): boolean;
  add(id: string, path: string, at: number, length: number): void;
  /** Of one that is there. */
  get(id: string): BytesPlace;
  clear(): void;
}

/** Where texts are, by id: in lists of numbers, since a first build of a large archive has a million of them. */
function bytesPlaces(): BytesPlaces {
  const numbers = new Map<string, number>();
  const paths: string[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  return {
    has: id => numbers.has(id),
    add(id, path, at, length) {
      numbers.set(id, paths.push(path) - 1);
      starts.push(at);
      lengths.push(length);
    },
    get(id) {
      const number = numbers.get(id)!;
      return { path: paths[number]!, at: starts[number]!, length: lengths[number]! };
    },
    clear() {
      numbers.clear();
      for (const list of [paths, starts, lengths]) list.length = 0;
    },
  };
}

/** In bytes. */
function* sizesOf(git: Git, ids: readonly string[]): Generator<readonly [id: string, size: number], void> {
  // A single one is brought alone.
  if (ids.length < 2) return;
  const { ok, output, said } = git(['cat-file', '--batch-check', '--buffer'], {
    input: `${ids.join('\n')}\n`,
  });
  if (!ok) throw new GitFailure(gitWords.failed(said), 'system');
  for (const [place, line] of output.toString('latin1').split('\n').entries()) {
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(line) ?? [];
    if (size !== undefined) yield [ids[place]!, Number(size)];
  }
}

function* blobsIn(git: Git, ids: readonly string[]): Generator<GitObject, void> {
  const { ok, output, said } = git(['cat-file', '--batch', '--buffer'], { input: `${ids.join('\n')}\n` });
  if (!ok) throw new GitFailure(gitWords.failed(said), 'system');
  let at = 0;
  for (const _ of ids) {
    const { object, header, end } = objectIn(output, at);
    if (object?.type !== 'blob') throw new GitFailure(gitWords.failed(header), 'system');
    at = end;
    yield object;
  }
}

function printTo(
  path: string,
  print: (file: number) => { readonly ok: boolean; readonly said: string },
): void {
  const file = openSync(path, 'w');
  try {
    const { ok, said } = print(file);
    if (!ok) throw new GitFailure(gitWords.failed(said), 'system');
  } finally {
    closeSync(file);
  }
}

/** Longer than an id, a type and a size. */
const HEADER = 128;

/** In what `git cat-file --batch` printed (git-cat-file(1), « BATCH OUTPUT »): `<id> blob <size>`, a line's end, the bytes, a line's end. */
function* placesIn(
  path: string,
  ids: readonly string[],
): Generator<readonly [id: string, at: number, length: number], void> {
  const file = openSync(path, 'r');
  const bytes = Buffer.allocUnsafe(HEADER);
  let at = 0;
  try {
    for (const id of ids) {
      const head = bytes.toString('latin1', 0, readSync(file, bytes, 0, HEADER, at));
      const header = head.slice(0, head.indexOf('\n'));
      const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(header) ?? [];
      if (size === undefined) throw new GitFailure(gitWords.failed(header), 'system');
      at += header.length + 1;
      yield [id, at, Number(size)];
      at += Number(size) + 1;
    }
  } finally {
    closeSync(file);
  }
}

/** In bytes; a pointer is shorter (git-lfs/docs/spec.md). */
const LONGEST_POINTER = 1024;

/** Puts what Git LFS has in the place of the file; a file that is no pointer, or of which nobody can bring the bytes, stays as it is. */
function bringByLfs(git: Git, path: string): void {
  if (statSync(path).size >= LONGEST_POINTER) return;
  const pointer = readFileSync(path);
  if (!isLfsPointer(pointer)) return;
  const brought = `${path}-lfs`;
  const outputTo = openSync(brought, 'w');
  const { ok } = git(['lfs', 'smudge'], { input: pointer, outputTo });
  closeSync(outputTo);
  if (ok) renameSync(brought, path);
}

/** Named after the process, so that what killed ones left is known, and removed. */
function newFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const [, pid] = /^(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, `${process.pid}-`));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function removeIfEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  } catch {
    // Somebody else has removed it, or uses it.
  }
}
