// What waits beside a site, to its place in the site.
import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from './folder-files.ts';
import { folderOf, OutputBlocked } from './output.ts';
import { standing } from './standing.ts';

/** Makes the folders that files need. Throws, before that, `OutputBlocked` where one can't be, and the system's error where none may be written. */
export function checkPlaces(dir: string, paths: readonly string[], leaving: ReadonlySet<string>): void {
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
export function moveTo(
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

/** Removes a folder in which there are but folders; of any other the system refuses it. */
function removeEmptyFolders(path: string): void {
  if (!standing(path)?.isDirectory()) return;
  for (const name of readdirSync(path)) removeEmptyFolders(join(path, name));
  rmdirSync(path);
}
