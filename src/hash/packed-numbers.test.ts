import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { packNumbers, unpackNumbers } from './packed-numbers.ts';

it('hash numbers come back from the text in which they are kept', () => {
  const number = fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 63, 64, Number.MAX_SAFE_INTEGER));
  fc.assert(
    fc.property(fc.array(number), numbers => {
      assert.deepEqual([...unpackNumbers(packNumbers(numbers))], numbers);
    }),
  );
});
