// A folder to what it holds, and two such trees to an assertion that says where they part.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { OWN_FOLDER } from '../src/engine/output/output.ts';

/**
 * Per file its bytes, by its path below the folder with `/`; an empty folder, which no site should hold, ends with `/`. What a site
 * says of itself is left out: it is no part of what readers see.
 */
export type Tree = ReadonlyMap<string, Buffer>;

/** An absent folder is an empty tree. */
export function treeOf(dir: string): Tree {
  const tree = new Map<string, Buffer>();
  const walk = (folder: string): void => {
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      if (item.name === OWN_FOLDER) continue;
      const path = join(folder, item.name);
      const name = relative(dir, path).replaceAll('\\', '/');
      if (!item.isDirectory()) tree.set(name, readFileSync(path));
      else if (readdirSync(path).length === 0) tree.set(`${name}/`, Buffer.alloc(0));
      else walk(path);
    }
  };
  try {
    walk(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tree.size > 0) throw error;
  }
  return tree;
}

/** What a site says that it holds: not what stays only for a time, nor how it came to be. */
export function listsOf(dir: string): Tree {
  const lists = treeOf(join(dir, OWN_FOLDER));
  return new Map([...lists].filter(([name]) => !['outgoing.json', 'changes.json'].includes(name)));
}

/** The same files, byte for byte, and no empty folder in one of them alone. */
export function assertSameTree(actual: Tree, expected: Tree, what = 'the trees'): void {
  const lines: string[] = [];
  for (const name of [...new Set([...actual.keys(), ...expected.keys()])].sort()) {
    const [ours, theirs] = [actual.get(name), expected.get(name)];
    if (!theirs) lines.push(`${name} should not be there`);
    else if (!ours) lines.push(`${name} is missing`);
    else if (!ours.equals(theirs)) lines.push(`${name} differs:\n${firstDifference(ours, theirs)}`);
  }
  assert.ok(lines.length === 0, `${what} differ in ${lines.length} files:\n${lines.slice(0, 12).join('\n')}`);
}

function firstDifference(ours: Buffer, theirs: Buffer): string {
  const [a, b] = [ours.toString().split('\n'), theirs.toString().split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  const line = at === -1 ? a.length : at;
  return `  line ${line + 1}, actual:   ${a[line] ?? '(end)'}\n  line ${line + 1}, expected: ${b[line] ?? '(end)'}`;
}
