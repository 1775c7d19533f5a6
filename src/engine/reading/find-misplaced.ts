// The content folder to the files in it that nobody reads where they are, and that look as if somebody should.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkFileOutside,
  checkFolderOutside,
  folderMeant,
  isReadOrKept,
} from '../../check/misplaced-files.ts';
import type { Problem } from '../../problem/problem.ts';
import { isNoContent } from '../../source/left-by-programs.ts';

/** Files and folders that are looked at of one that nobody reads; it may be anything. */
const MOST_LOOKED_AT = 1000;

/** One warning for each file that lies directly in the content folder, and for each folder. */
export function findMisplaced(contentDir: string): readonly Problem[] {
  const found = itemsOf(contentDir).map(item => {
    const { name } = item;
    if (item.isFile()) return checkFileOutside(name);
    if (!item.isDirectory() || isReadOrKept(name) || isSameAsMeant(contentDir, name)) return null;
    return checkFolderOutside(name, filesBelow(contentDir, name));
  });
  return found.filter(warning => warning !== null);
}

/** The folder that somebody may have named so for `articles`; null: there is none. */
export function perhapsArticles(contentDir: string): string | null {
  const folders = itemsOf(contentDir).filter(item => item.isDirectory() && !isReadOrKept(item.name));
  return folders.find(({ name }) => folderMeant(name) === 'articles')?.name ?? null;
}

/** Some disks know no capitals: there `Articles` is read. */
function isSameAsMeant(contentDir: string, name: string): boolean {
  const inode = (folder: string) => statSync(join(contentDir, folder), { throwIfNoEntry: false })?.ino;
  return isReadOrKept(name.toLowerCase()) && inode(name) === inode(name.toLowerCase());
}

function* filesBelow(contentDir: string, root: string): Generator<string, void> {
  let looked = 0;
  function* below(folder: string): Generator<string, void> {
    for (const item of itemsOf(join(contentDir, root, folder))) {
      if (++looked > MOST_LOOKED_AT) return;
      const file = `${folder}${item.name}`;
      if (item.isDirectory()) yield* below(`${file}/`);
      else if (item.isFile()) yield file;
    }
  }
  yield* below('');
}

/** In the order of names, the same on every disk; without what is nobody's content. */
function itemsOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !isNoContent(name) && name !== 'node_modules')
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
