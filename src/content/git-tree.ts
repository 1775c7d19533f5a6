// What git prints of a tree (a folder in a commit) and all trees below it to what is in each folder.
import type { ItemKind } from './content-source.ts';

export interface TreeItem {
  readonly name: string;
  readonly kind: ItemKind;
  readonly id: string;
}

/** By the path of the folder, '' for the tree itself. */
export type Folders = ReadonlyMap<string, readonly TreeItem[]>;

/** Modes of entries (git's `fast-import` documentation, « filemodify »). */
const KINDS: Readonly<Record<string, ItemKind>> = {
  '040000': 'folder',
  '120000': 'link',
  '160000': 'submodule',
};

const MODE_LENGTH = 6;

/**
 * @param printed by `git ls-tree -r -t -z` (git-ls-tree(1)): `100644 blob <id>`, a tabulator, the path, NUL. In a name that is not UTF-8 is U+FFFD, as
 * Node gives it from a disk.
 */
export function foldersIn(printed: string): Folders {
  const folders = new Map<string, TreeItem[]>([['', []]]);
  // Files of one folder stand together: hundreds of thousands are sorted into a few hundred folders.
  let folder = '';
  let items = folders.get('')!;
  for (const line of printed.split('\0')) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    const cut = line.lastIndexOf('/');
    const path = cut === -1 ? '' : line.slice(tab + 1, cut);
    if (path !== folder) {
      folder = path;
      items = folders.get(path)!;
    }
    const name = line.slice(Math.max(tab, cut) + 1);
    const kind = KINDS[line.slice(0, MODE_LENGTH)] ?? 'file';
    // Beside the mode stands the type, `blob`, `tree` or `commit`.
    items.push({ name, kind, id: line.slice(line.indexOf(' ', MODE_LENGTH + 1) + 1, tab) });
    if (kind === 'folder') folders.set(path === '' ? name : `${path}/${name}`, []);
  }
  return folders;
}
