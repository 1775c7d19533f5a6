// A function whose latest values stay at hand: the same values as without, made less often, and never many of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { atHand } from './at-hand.ts';

describe('values at hand', () => {
  it('are those that the function makes, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 60 }), keys => {
        const upper = atHand(key => key.toUpperCase(), 3);
        assert.deepEqual(
          keys.map(upper),
          keys.map(key => key.toUpperCase()),
        );
      }),
    );
  });

  it('are made once while they are asked for again and again', () => {
    const made: string[] = [];
    const get = atHand(key => made.push(key), 2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'd', 'a']) get(key);
    assert.deepEqual(made, ['a', 'b', 'c', 'd']);
  });

  it('are made anew once many others were asked for', () => {
    const made: string[] = [];
    const get = atHand(key => made.push(key), 2);
    for (const key of ['a', 'b', 'c', 'd', 'e', 'a']) get(key);
    assert.deepEqual(made, ['a', 'b', 'c', 'd', 'e', 'a']);
  });
});
