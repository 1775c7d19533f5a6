// A folder as an output: addresses to files below it.
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { threadId } from 'node:worker_threads';
import { outputPath, urlOf } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import { copyWhole } from './copy-whole.ts';
import {
  type Content,
  ForeignOutput,
  MARK_URL,
  type Output,
  OutputBlocked,
  type Put,
  TURNS,
  type Turn,
} from './output.ts';

/** Of the output, so that it is on the same file system: files in it become the site's by being renamed. */
export const WAITING_FOLDER = '.waiting';

/** `isFilledAtOnce`: missing, it follows from whether the folder is empty. */
export function openFolderOutput(dir: string, isFilledAtOnce = isEmpty(dir)): Output {
  const waiting = new Map<Turn, Put[]>(TURNS.map(turn => [turn, []]));
  const leaving = new Set<string>();
  const put: string[] = [];
  const removed: string[] = [];
  let count = 0;
  const pathOf = (url: string): string => join(dir, outputPath(url));
  const adopt = (each: Put, turn: Turn): void => {
    if (each.waiting !== null) waiting.get(turn)!.push(each);
    else if (each.written) put.push(each.url);
  };
  const discard = (): void => {
    for (const turn of TURNS) waiting.set(turn, []);
    leaving.clear();
    rmSync(join(dir, WAITING_FOLDER), { recursive: true, force: true });
  };
  return {
    identity: () => folderIdentity(dir),
    isFilledAtOnce,
    prepare() {
      mkdirSync(dir, { recursive: true });
      discard();
    },
    holds: (url, bytesHash) => hashOfFile(pathOf(url)) === bytesHash,
    put(url, content, knownHash) {
      const path = pathOf(url);
      const bytesHash = isCopy(content) ? content.hash : hashOf(content);
      const isSame = knownHash === null ? holds(path, content) : bytesHash === knownHash;
      if (isSame) return { url, bytesHash, written: false, waiting: null, isNew: false };
      if (isFilledAtOnce) {
        write(path, content);
        return { url, bytesHash, written: true, waiting: null, isNew: true };
      }
      const name = `${threadId}-${count++}`;
      write(join(dir, WAITING_FOLDER, name), content);
      const isNew = statSync(path, { throwIfNoEntry: false }) === undefined;
      return { url, bytesHash, written: true, waiting: name, isNew };
    },
    adopt,
    remove(url) {
      leaving.add(outputPath(url));
    },
    removeOthers(urls) {
      // Nothing else is in a folder that was empty.
      if (isFilledAtOnce) return;
      const kept = new Set<string>();
      for (const url of urls) kept.add(outputPath(url));
      for (const path of filesBelow(dir)) if (!kept.has(path)) leaving.add(path);
    },
    publish() {
      const leave = (path: string): void => {
        if (removeFile(dir, path)) removed.push(urlOf(path));
        leaving.delete(path);
      };
      const paths = [...waiting.values()].flat().map(({ url }) => outputPath(url));
      checkPlaces(dir, paths, leaving);
      for (const turn of TURNS) {
        const ofTurn = waiting.get(turn)!;
        for (const isNew of [true, false]) {
          for (const each of ofTurn) {
            if (each.isNew !== isNew) continue;
            moveTo(dir, join(dir, WAITING_FOLDER, each.waiting!), outputPath(each.url), leaving, leave);
            put.push(each.url);
          }
        }
      }
      for (const path of leaving) leave(path);
      discard();
    },
    discard,
    changes: () => ({ put, removed }),
  };
}

function isEmpty(dir: string): boolean {
  try {
    return readdirSync(dir).length === 0;
  } catch {
    return true;
  }
}

function folderIdentity(dir: string): string | null {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ForeignOutput(dir);
  }
  const ours = names.filter(name => name !== WAITING_FOLDER);
  // The folder may be the very one of before; nothing of what it held is there.
  if (ours.length === 0) return null;
  if (!ours.includes(outputPath(MARK_URL))) throw new ForeignOutput(dir);
  const { ino, birthtimeNs } = statSync(dir, { bigint: true });
  return `${resolve(dir)} ${ino} ${birthtimeNs}`;
}

function isCopy(content: Content): content is Extract<Content, { readonly path: string }> {
  return typeof content === 'object' && 'path' in content;
}

function holds(path: string, content: Content): boolean {
  if (isCopy(content)) return hashOfFile(path) === content.hash;
  try {
    return readFileSync(path).equals(typeof content === 'string' ? Buffer.from(content) : content);
  } catch {
    return false;
  }
}

function write(path: string, content: Content): void {
  const writeNow = (): void => (isCopy(content) ? copyWhole(content, path) : writeFileSync(path, content));
  try {
    writeNow();
  } catch (error) {
    // A folder that is gone, or was never made: rarer, and dearer to find out, than a file in one that is there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeNow();
  }
}

/** Makes the folders that files need. Throws, before that, `OutputBlocked` where one can't be, and the system's error where none may be written. */
function checkPlaces(dir: string, paths: readonly string[], leaving: ReadonlySet<string>): void {
  const root = resolve(dir);
  const folders = new Set<string>();
  for (const path of paths) {
    const target = join(root, path);
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
      for (const other of filesBelow(root, path))
        if (!leaving.has(other)) throw new OutputBlocked(join(dir, other));
    }
    folders.add(dirname(target));
  }
  const missing: string[] = [];
  for (const folder of folders) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      accessSync(folder, constants.W_OK);
      continue;
    }
    const file = fileAbove(root, folder);
    if (file === null) missing.push(folder);
    else if (!leaving.has(file)) throw new OutputBlocked(join(dir, file));
  }
  // After all have been looked at: a refused publication leaves no empty folder.
  for (const folder of missing) mkdirSync(folder, { recursive: true });
}

/** The file that stands where a folder above has to be, below the output; null: there is none. */
function fileAbove(root: string, folder: string): string | null {
  const parts = relative(root, folder).split(sep);
  for (let depth = 1; depth <= parts.length; depth++) {
    const path = parts.slice(0, depth).join(sep);
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found && !found.isDirectory()) return path.replaceAll(sep, '/');
  }
  return null;
}

/** What stands where the file, or a folder of its, has to be, goes first when it is about to leave anyway. */
function moveTo(
  dir: string,
  from: string,
  path: string,
  leaving: ReadonlySet<string>,
  leave: (path: string) => void,
): void {
  const target = join(dir, path);
  try {
    renameSync(from, target);
    return;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST'].includes(code)) throw error;
  }
  // A page `guide/index.html` where the file `guide` was.
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const above = parts.slice(0, depth).join('/');
    if (leaving.has(above)) leave(above);
  }
  // The reverse: the file `guide` where the folder of `guide/index.html` was.
  for (const other of [...leaving]) if (other.startsWith(`${path}/`)) leave(other);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(from, target);
}

/** null: there is no such file, or it can't be read. */
function hashOfFile(path: string): string | null {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return null;
  }
}

/** Removes a file, then each folder above it that is left empty. Gives whether there was one. */
function removeFile(dir: string, name: string): boolean {
  const root = resolve(dir);
  const path = resolve(root, name);
  // Addresses come from checked content, but removal is the one act that could hurt: never outside.
  if (!path.startsWith(root + sep)) return false;
  const found = statSync(path, { throwIfNoEntry: false });
  // A folder where the file was is not ours to remove.
  if (found?.isDirectory()) return false;
  rmSync(path, { force: true });
  for (let above = dirname(path); above !== root; above = dirname(above)) {
    try {
      rmdirSync(above);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') break;
    }
  }
  return found !== undefined;
}

/** Paths below the folder, with `/`; what waits is not among them. */
function* filesBelow(dir: string, folder = ''): Generator<string, void> {
  for (const item of readdirSync(join(dir, folder), { withFileTypes: true })) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (path === WAITING_FOLDER) continue;
    if (item.isDirectory()) yield* filesBelow(dir, path);
    else yield path;
  }
}
