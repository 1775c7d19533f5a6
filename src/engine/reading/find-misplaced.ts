// The content folder to the files in it that nobody reads where they are, and that look as if somebody should.
import {
  checkFileOutside,
  checkFolderOutside,
  folderMeant,
  isReadOrKept,
} from '../../check/misplaced-files.ts';
import type { ContentItem, ContentSource } from '../../content/content-source.ts';
import type { Problem } from '../../problem/problem.ts';
import { isNoContent } from '../../source/left-by-programs.ts';

/** Files and folders that are looked at of one that nobody reads; it may be anything. */
const MOST_LOOKED_AT = 1000;

/** One warning for each file that lies directly in the content folder, and for each folder. */
export function findMisplaced(source: ContentSource): readonly Problem[] {
  const found = itemsOf(source, '').map(({ name, kind }) => {
    if (kind === 'file') return checkFileOutside(name);
    if (kind !== 'folder' || isReadOrKept(name) || isSameAsMeant(source, name)) return null;
    return checkFolderOutside(name, filesBelow(source, name));
  });
  return found.filter(warning => warning !== null);
}

/** The folder that somebody may have named so for `articles`; null: there is none. */
export function perhapsArticles(source: ContentSource): string | null {
  const folders = itemsOf(source, '').filter(({ name, kind }) => kind === 'folder' && !isReadOrKept(name));
  return folders.find(({ name }) => folderMeant(name) === 'articles')?.name ?? null;
}

/** Some disks know no capitals: there `Articles` is read. */
function isSameAsMeant(source: ContentSource, name: string): boolean {
  return isReadOrKept(name.toLowerCase()) && source.isSame(name, name.toLowerCase());
}

function* filesBelow(source: ContentSource, root: string): Generator<string, void> {
  let looked = 0;
  function* below(folder: string): Generator<string, void> {
    for (const { name, kind } of itemsOf(source, folder)) {
      if (++looked > MOST_LOOKED_AT) return;
      const file = `${folder}/${name}`;
      if (kind === 'folder') yield* below(file);
      else if (kind === 'file') yield file.slice(root.length + 1);
    }
  }
  yield* below(root);
}

/** In the order of names, the same on every disk; without what is nobody's content. */
function itemsOf(source: ContentSource, folder: string): readonly ContentItem[] {
  const items = source.items(folder);
  if (typeof items === 'string') return [];
  return items
    .filter(({ name }) => !isNoContent(name) && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
