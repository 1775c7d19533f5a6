import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldersIn } from './git-tree.ts';

const id = (figure: string, length = 40): string => figure.repeat(length);

describe('the folders of a tree', () => {
  it('have what git prints of them, whatever stands between', () => {
    const printed = [
      `040000 tree ${id('a')}\tarticles`,
      `100644 blob ${id('1')}\tarticles/avant.md`,
      `040000 tree ${id('b')}\tarticles/mai`,
      `100755 blob ${id('2')}\tarticles/mai/d\ttab "x"\n.md`,
      `120000 blob ${id('3')}\tarticles/mai/lien.md`,
      `160000 commit ${id('4')}\tarticles/module`,
      `100644 blob ${id('5', 64)}\tarticles/zoo.md`,
      `100644 blob ${id('6')}\tlisez-moi.txt`,
      '',
    ].join('\0');
    assert.deepEqual(Object.fromEntries(foldersIn(printed)), {
      '': [
        { name: 'articles', kind: 'folder', id: id('a') },
        { name: 'lisez-moi.txt', kind: 'file', id: id('6') },
      ],
      articles: [
        { name: 'avant.md', kind: 'file', id: id('1') },
        { name: 'mai', kind: 'folder', id: id('b') },
        { name: 'module', kind: 'submodule', id: id('4') },
        { name: 'zoo.md', kind: 'file', id: id('5', 64) },
      ],
      'articles/mai': [
        { name: 'd\ttab "x"\n.md', kind: 'file', id: id('2') },
        { name: 'lien.md', kind: 'link', id: id('3') },
      ],
    });
  });

  it('are one without anything for an empty tree', () => {
    assert.deepEqual([...foldersIn('')], [['', []]]);
  });
});
