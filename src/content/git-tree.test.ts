import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GitFailure } from './git-failure.ts';
import { itemsOfTree, treesIn } from './git-tree.ts';

const id = (digit: string, length = 40): string => digit.repeat(length);

/** As git prints a tree. */
function printed(
  treeId: string,
  entries: readonly (readonly [mode: string, name: string, id: string])[],
): Buffer {
  const bytes = Buffer.concat(
    entries.map(([mode, name, entry]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(entry, 'hex')]),
    ),
  );
  return Buffer.concat([Buffer.from(`${treeId} tree ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

describe('the trees of a commit', () => {
  it('have their entries, whatever their names and ids are made of', () => {
    const months = printed(id('a'), [
      ['100644', 'avant.md', id('1')],
      ['40000', 'mai', id('b')],
      ['160000', 'module', id('4')],
    ]);
    const may = printed(id('b'), [
      ['100755', 'd\ttab "x"\n.md', id('0')],
      ['120000', 'lien été.md', id('3')],
    ]);
    assert.deepEqual(
      [...treesIn(Buffer.concat([months, may, printed(id('c'), [])]), [id('a'), id('b'), id('c')])].map(
        itemsOfTree,
      ),
      [
        [
          { name: 'avant.md', kind: 'file', id: id('1') },
          { name: 'mai', kind: 'folder', id: id('b') },
          { name: 'module', kind: 'submodule', id: id('4') },
        ],
        [
          { name: 'd\ttab "x"\n.md', kind: 'file', id: id('0') },
          { name: 'lien été.md', kind: 'link', id: id('3') },
        ],
        [],
      ],
    );
  });

  it('may be of a repository of SHA-256 names', () => {
    const tree = printed(id('a', 64), [['100644', 'zoo.md', id('5', 64)]]);
    assert.deepEqual([...treesIn(tree, [id('a', 64)])].map(itemsOfTree), [
      [{ name: 'zoo.md', kind: 'file', id: id('5', 64) }],
    ]);
  });

  it('are all there, or it is said', () => {
    assert.throws(() => [...treesIn(Buffer.from(`${id('a')} missing\n`), [id('a')])], GitFailure);
  });
});
