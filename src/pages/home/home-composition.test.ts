import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rowsOf, wireLength } from './home-composition.ts';

const sectionsIn = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('sections on the home page', () => {
  it('stand in full rows of one to three, whatever their number', () => {
    const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13].map(count =>
      rowsOf(sectionsIn(count)).map(({ length }) => length),
    );
    assert.deepEqual(lengths, [
      [],
      [1],
      [2],
      [3],
      [3, 1],
      [3, 2],
      [3, 2, 1],
      [3, 2, 2],
      [3, 2, 1, 2],
      [3, 2, 1, 3],
      [3, 2, 1, 3, 2, 2],
    ]);
  });

  it('stay in their order, each once', () => {
    for (let count = 0; count < 40; count++)
      assert.deepEqual(rowsOf(sectionsIn(count)).flat(), sectionsIn(count), `${count} sections`);
  });
});

it('« Le fil » leaves two thirds to the sections, and is no stub', () => {
  assert.deepEqual(
    [0, 1, 11, 12, 15, 21, 5000].map(rest => wireLength(rest)),
    [0, 0, 0, 4, 5, 7, 7],
  );
});
