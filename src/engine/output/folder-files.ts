// What stands in a folder of a site, and what is removed from it.
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../hash/hash.ts';
import { folderOf, OWN_FOLDER } from './output.ts';
import { standing } from './standing.ts';

/** null: there is no such file, or it can't be read. */
export function hashOfFile(path: string): string | null {
  try {
    return isPlainFile(path) ? hashOf(readFileSync(path)) : null;
  } catch {
    return null;
  }
}

/** A link leads to bytes that somebody else may change. */
export function isPlainFile(path: string): boolean {
  return standing(path)?.isFile() ?? false;
}

/** Removes a file, then each folder above it that is left empty. Gives whether there was one. */
export function removeFile(dir: string, name: string): boolean {
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
export function* filesBelow(dir: string, folder = ''): Generator<string, void> {
  for (const item of itemsOf(dir, folder)) {
    if (item.isFolder) yield* filesBelow(dir, item.path);
    else yield item.path;
  }
}

export function foreignIn(
  dir: string,
  ours: ReadonlySet<string>,
  folders?: readonly string[],
): readonly string[] {
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
