import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findMergeConflict } from './merge-conflict.ts';

it('each mark of git at the beginning of a line is found', () => {
  assert.equal(findMergeConflict('<<<<<<< HEAD\na'), 0);
  assert.equal(findMergeConflict('a\n||||||| 1a2b3c\nb'), 2);
  assert.equal(findMergeConflict('a\n>>>>>>> autre'), 2);
  assert.equal(findMergeConflict('a\n>>>>>>>\n'), 2);
});

it('examples, quotations and underlines are no remains of a merge', () => {
  for (const text of [
    ' <<<<<<< HEAD',
    '> > > a',
    '>>>>>>>> a',
    '>>>>>>>a',
    'Titre\n=======\n',
    'a <<<<<<< b',
    '',
  ])
    assert.equal(findMergeConflict(text), null, text);
});
