// Blobs of a repository to places on disk where their bytes can be read: texts together in a few files, photographs and the like each in one.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { gitWords } from '../locale/git-words.ts';
import type { BytesPlace } from './content-source.ts';
import type { Git } from './git-command.ts';
import { GitFailure } from './git-failure.ts';
import { isLfsPointer } from './lfs-pointer.ts';
import { missingFetcher } from './missing-blobs.ts';

export interface BlobFiles {
  /** Has the bytes of all these at hand. Throws `GitFailure`. */
  prefetch(ids: Iterable<string>): void;
  placeOf(id: string): BytesPlace;
  prefetchWhole(ids: Iterable<string>): void;
  pathOf(id: string): string;
  /** Removes all that was written. */
  close(): void;
}

/** Below the cache; in it a folder for each process that runs. */
export const BLOBS_FOLDER = 'from-git';

export function openBlobFiles(git: Git, cacheDir: string): BlobFiles {
  const folder = join(cacheDir, BLOBS_FOLDER, String(process.pid));
  const fetchMissing = missingFetcher(git);
  const places = new Map<string, BytesPlace>();
  const paths = new Map<string, string>();
  let files = 0;
  const newFile = (): string => {
    if (files === 0) {
      removeForgotten(cacheDir);
      mkdirSync(folder, { recursive: true });
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
    for (const [id, place] of placesIn(path, wanted)) places.set(id, place);
  };
  const prefetchWhole = (ids: Iterable<string>): void => {
    const wanted = [...new Set(ids)].filter(id => !paths.has(id));
    fetchMissing(wanted);
    for (const id of wanted) {
      const path = newFile();
      printTo(path, outputTo => git(['cat-file', 'blob', id], { outputTo }));
      paths.set(id, broughtByLfs(git, path));
    }
  };
  const close = (): void => {
    process.off('exit', close);
    if (files === 0) return;
    rmSync(folder, { recursive: true, force: true });
    removeIfEmpty(join(cacheDir, BLOBS_FOLDER));
    removeIfEmpty(cacheDir);
    places.clear();
    paths.clear();
    files = 0;
  };

  return {
    prefetch,
    placeOf(id) {
      prefetch([id]);
      return places.get(id)!;
    },
    prefetchWhole,
    pathOf(id) {
      prefetchWhole([id]);
      return paths.get(id)!;
    },
    close,
  };
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
function* placesIn(path: string, ids: readonly string[]): Generator<readonly [string, BytesPlace], void> {
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
      yield [id, { path, at, length: Number(size) }];
      at += Number(size) + 1;
    }
  } finally {
    closeSync(file);
  }
}

/** In bytes; a pointer is shorter (git-lfs/docs/spec.md). */
const LONGEST_POINTER = 1024;

/** The path of what Git LFS has in the place of the file; of the file itself, if that is no pointer, or nobody can bring what it points to. */
function broughtByLfs(git: Git, path: string): string {
  if (statSync(path).size >= LONGEST_POINTER) return path;
  const pointer = Buffer.alloc(LONGEST_POINTER);
  const file = openSync(path, 'r');
  const length = readSync(file, pointer);
  closeSync(file);
  if (!isLfsPointer(pointer)) return path;
  const brought = `${path}-lfs`;
  const outputTo = openSync(brought, 'w');
  const { ok } = git(['-c', 'filter.lfs.required=true', 'lfs', 'smudge'], {
    input: pointer.subarray(0, length),
    outputTo,
  });
  closeSync(outputTo);
  if (ok) renameSync(brought, path);
  return path;
}

/** What processes left that were killed. */
function removeForgotten(cacheDir: string): void {
  const folder = join(cacheDir, BLOBS_FOLDER);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (/^\d+$/.test(name) && !isRunning(Number(name)))
      rmSync(join(folder, name), { recursive: true, force: true });
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
