// What git prints of trees (folders in a commit) to what is in each of them.
import { gitWords } from '../locale/git-words.ts';
import type { ItemKind } from './content-source.ts';
import type { Git } from './git-command.ts';
import { GitFailure } from './git-failure.ts';
import { type GitObject, objectIn } from './git-object.ts';

export interface TreeItem {
  readonly name: string;
  readonly kind: ItemKind;
  /** Of a folder: of all that is below it. */
  readonly id: string;
}

/** Modes of entries, as trees have them: without the zero with which `git ls-tree` begins them. */
const KINDS: Readonly<Record<string, ItemKind>> = {
  '40000': 'folder',
  '120000': 'link',
  '160000': 'submodule',
};

/** These trees, in their order, by one process. Throws `GitFailure`. */
export function treesOf(git: Git, ids: readonly string[]): readonly GitObject[] {
  if (ids.length === 0) return [];
  const { ok, output, said } = git(['cat-file', '--batch', '--buffer'], { input: `${ids.join('\n')}\n` });
  if (!ok) throw new GitFailure(gitWords.failed(said), 'system');
  return [...treesIn(output, ids)];
}

/** @param printed as for `objectIn`. */
export function* treesIn(printed: Buffer, ids: readonly string[]): Generator<GitObject, void> {
  let at = 0;
  for (const _ of ids) {
    const { object, header, end } = objectIn(printed, at);
    if (object?.type !== 'tree') throw new GitFailure(gitWords.failed(header), 'system');
    yield object;
    at = end;
  }
}

/**
 * Of each entry a tree has the mode, a space, the name, NUL and the bytes of the id. In a name that is not UTF-8 is U+FFFD, as Node gives it from
 * a disk.
 */
export function itemsOfTree({ id: { length }, bytes: tree }: GitObject): readonly TreeItem[] {
  const idLength = length / 2;
  const items: TreeItem[] = [];
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(' ', at);
    const end = tree.indexOf(0, space);
    const mode = tree.toString('latin1', at, space);
    at = end + 1 + idLength;
    items.push({
      name: tree.toString('utf8', space + 1, end),
      kind: KINDS[mode] ?? 'file',
      id: tree.toString('hex', end + 1, at),
    });
  }
  return items;
}
