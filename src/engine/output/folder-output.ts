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
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { outputPath, urlOf } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import { copyWhole } from './copy-whole.ts';
import {
  type Content,
  ForeignOutput,
  folderOf,
  MARK_URL,
  type Output,
  OutputBlocked,
  OWN_FOLDER,
  type Put,
  TURNS,
  type Turn,
} from './output.ts';
import { EVERYTHING, PENDING_URL } from './site-list.ts';
import { standing } from './standing.ts';

/** Of the output, so that it is on the same file system: files in it become the site's by being renamed. */
const WAITING_FOLDER = `${OWN_FOLDER}/waiting`;

/** `isFilledAtOnce`: missing, it follows from whether the folder is empty. */
export function openFolderOutput(dir: string, isFilledAtOnce = isEmpty(dir)): Output {
  const waiting = new Map<Turn, Put[]>(TURNS.map(turn => [turn, []]));
  const leaving = new Set<string>();
  const put: string[] = [];
  const removed: string[] = [];
  const touched = new Set<string>();
  let count = 0;
  const pathOf = (url: string): string => join(dir, outputPath(url));
  const adopt = (each: Put, turn: Turn): void => {
    touched.add(folderOf(outputPath(each.url)));
    if (each.waiting !== null) waiting.get(turn)!.push(each);
    else if (each.written && turn !== 'own') put.push(each.url);
  };
  const discard = (): void => {
    for (const turn of TURNS) waiting.set(turn, []);
    leaving.clear();
    rmSync(join(dir, WAITING_FOLDER), { recursive: true, force: true });
    // Nothing was put: whoever finds the folder finds it as it was.
    if (isFilledAtOnce && touched.size === 0) rmSync(join(dir, OWN_FOLDER), { recursive: true, force: true });
  };
  const writeOwn = (url: string, text: string): void => {
    const name = join(dir, WAITING_FOLDER, 'own');
    write(name, text);
    renameSync(name, pathOf(url));
  };
  return {
    checkOurs: () => checkOurs(dir),
    isFilledAtOnce,
    prepare() {
      mkdirSync(dir, { recursive: true });
      rmSync(join(dir, isFilledAtOnce ? OWN_FOLDER : WAITING_FOLDER), { recursive: true, force: true });
      if (isFilledAtOnce) writeOwn(PENDING_URL, JSON.stringify([EVERYTHING]));
    },
    holds: (url, bytesHash) => hashOfFile(pathOf(url)) === bytesHash,
    read(url) {
      try {
        return readFileSync(pathOf(url), 'utf8');
      } catch {
        return null;
      }
    },
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
      const isNew = standing(path) === undefined;
      return { url, bytesHash, written: true, waiting: name, isNew };
    },
    adopt,
    remove(url) {
      leaving.add(outputPath(url));
      touched.add(folderOf(outputPath(url)));
    },
    paths: () => filesBelow(dir),
    foreign: (ours, folders) => foreignIn(dir, ours, folders),
    publish() {
      const leave = (path: string): void => {
        if (removeFile(dir, path) && !path.startsWith(`${OWN_FOLDER}/`)) removed.push(urlOf(path));
        leaving.delete(path);
      };
      const puts = [...waiting.values()].flat();
      checkPlaces(
        dir,
        puts.map(({ url }) => outputPath(url)),
        leaving,
      );
      if (!isFilledAtOnce) {
        const pending = [
          ...puts.filter(({ isNew }) => isNew).map(({ url }) => url),
          ...[...leaving].map(urlOf),
        ];
        writeOwn(PENDING_URL, JSON.stringify(pending));
      }
      for (const turn of TURNS) {
        const ofTurn = waiting.get(turn)!;
        for (const isNew of [true, false]) {
          for (const each of ofTurn) {
            if (each.isNew !== isNew) continue;
            moveTo(dir, join(dir, WAITING_FOLDER, each.waiting!), outputPath(each.url), leaving, leave);
            if (turn !== 'own') put.push(each.url);
          }
        }
      }
      for (const path of leaving) leave(path);
      rmSync(pathOf(PENDING_URL), { force: true });
      discard();
    },
    discard,
    changes: () => ({ put, removed }),
    touched: () => touched,
  };
}

/** What we write down of a site is not the site. */
function isEmpty(dir: string): boolean {
  try {
    return readdirSync(dir).every(name => name === OWN_FOLDER);
  } catch {
    return true;
  }
}

function checkOurs(dir: string): void {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new ForeignOutput(dir);
  }
  if (names.length > 0 && !names.includes(OWN_FOLDER) && !names.includes(outputPath(MARK_URL)))
    throw new ForeignOutput(dir);
}

function isCopy(content: Content): content is Extract<Content, { readonly path: string }> {
  return typeof content === 'object' && 'path' in content;
}

function holds(path: string, content: Content): boolean {
  if (isCopy(content)) return hashOfFile(path) === content.hash;
  try {
    return (
      isPlainFile(path) &&
      readFileSync(path).equals(typeof content === 'string' ? Buffer.from(content) : content)
    );
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

/** Removes a folder in which there are but folders; of any other the system refuses it. */
function removeEmptyFolders(path: string): void {
  if (!standing(path)?.isDirectory()) return;
  for (const name of readdirSync(path)) removeEmptyFolders(join(path, name));
  rmdirSync(path);
}

/** A link leads to bytes that somebody else may change. */
function isPlainFile(path: string): boolean {
  return standing(path)?.isFile() ?? false;
}

/** Makes the folders that files need. Throws, before that, `OutputBlocked` where one can't be, and the system's error where none may be written. */
function checkPlaces(dir: string, paths: readonly string[], leaving: ReadonlySet<string>): void {
  const direct = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    if (standing(join(dir, path))?.isDirectory()) {
      for (const other of filesBelow(dir, path))
        if (!leaving.has(other)) throw new OutputBlocked(join(dir, other));
    }
    direct.add(folderOf(path));
    for (let above = folderOf(path); !folders.has(above); above = folderOf(above)) folders.add(above);
  }
  const missing: string[] = [];
  for (const folder of folders) {
    const path = join(dir, folder);
    // The output itself may be a link; one below leads out of the site.
    const found = folder === '' ? statSync(path) : standing(path);
    if (found === undefined || (!found.isDirectory() && leaving.has(folder))) missing.push(path);
    else if (!found.isDirectory()) throw new OutputBlocked(path);
    else if (direct.has(folder)) accessSync(path, constants.W_OK);
  }
  // After all have been looked at: a refused publication leaves no empty folder.
  for (const path of missing) makeFolder(path);
}

/** A folder below a file that is about to leave is made when it has left. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    if (!['ENOTDIR', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
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
  removeEmptyFolders(target);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(from, target);
}

/** null: there is no such file, or it can't be read. */
function hashOfFile(path: string): string | null {
  try {
    return isPlainFile(path) ? hashOf(readFileSync(path)) : null;
  } catch {
    return null;
  }
}

/** Removes a file, then each folder above it that is left empty. Gives whether there was one. */
function removeFile(dir: string, name: string): boolean {
  // Addresses come from checked content, but removal is the one act that could hurt: never outside.
  if (!isWithin(dir, name)) return false;
  const path = join(dir, name);
  const found = standing(path);
  // A folder where the file was is not ours to remove.
  if (found?.isDirectory()) return false;
  rmSync(path, { force: true });
  for (let above = folderOf(name); above !== ''; above = folderOf(above)) {
    try {
      rmdirSync(join(dir, above));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') break;
    }
  }
  return found !== undefined;
}

/** Whether a path stays below the folder, through no link. */
function isWithin(dir: string, path: string): boolean {
  if (path.split('/').includes('..')) return false;
  for (let above = folderOf(path); above !== ''; above = folderOf(above)) {
    if (standing(join(dir, above))?.isSymbolicLink()) return false;
  }
  return true;
}

/** Paths below the folder, with `/`; what is in our own folder is not among them. */
function* filesBelow(dir: string, folder = ''): Generator<string, void> {
  for (const item of itemsOf(dir, folder)) {
    if (item.isFolder) yield* filesBelow(dir, item.path);
    else yield item.path;
  }
}

function foreignIn(dir: string, ours: ReadonlySet<string>, folders?: readonly string[]): readonly string[] {
  const foreign: string[] = [];
  const look = (folder: string): void => {
    for (const { path, isFolder } of itemsOf(dir, folder)) {
      if (!isFolder) {
        if (!ours.has(path)) foreign.push(path);
      } else if (!ours.has(`${path}/`)) {
        if (readdirSync(join(dir, path)).length > 0) foreign.push(`${path}/`);
      } else if (folders === undefined) look(path);
    }
  };
  for (const folder of folders ?? ['']) look(folder);
  return foreign;
}

/** What stands directly in a folder; nothing when there is none. */
function itemsOf(
  dir: string,
  folder: string,
): readonly { readonly path: string; readonly isFolder: boolean }[] {
  const above = folder === '' ? '' : `${folder}/`;
  try {
    return readdirSync(join(dir, folder), { withFileTypes: true })
      .map(item => ({ path: above + item.name, isFolder: item.isDirectory() }))
      .filter(({ path }) => path !== OWN_FOLDER);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
