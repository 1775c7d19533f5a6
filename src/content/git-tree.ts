// The bytes of a tree of git's (a folder in a commit) to what it holds.
import type { ItemKind } from './content-source.ts';

export interface TreeItem {
  readonly name: string;
  readonly kind: ItemKind;
  readonly id: string;
}

/** Modes of entries (git's `fast-import` documentation, « filemodify »). */
const KINDS: Readonly<Record<string, ItemKind>> = {
  '40000': 'folder',
  '120000': 'link',
  '160000': 'submodule',
};

/**
 * Entry by entry: mode, space, name, NUL, id. A name that is not UTF-8 has U+FFFD in it, as Node gives it from a disk.
 * @param idLength in bytes: 20, or 32 for SHA-256.
 */
export function treeItems(tree: Buffer, idLength: number): readonly TreeItem[] {
  const items: TreeItem[] = [];
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(0x20, at);
    const end = tree.indexOf(0, space);
    items.push({
      name: tree.toString('utf8', space + 1, end),
      kind: KINDS[tree.toString('latin1', at, space)] ?? 'file',
      id: tree.toString('hex', end + 1, end + 1 + idLength),
    });
    at = end + 1 + idLength;
  }
  return items;
}
