import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { textNumbers } from './text-numbers.ts';
import { unitsOf } from './words.ts';

test('the same piece of a text has the same number, another one another, in whatever text it stands', () => {
  const numbers = textNumbers();
  const known = new Map<string, number>();
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('', 'a', 'aa', 'é', 'e\u0301', '\uD83D'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      let from = 0;
      for (const each of pieces) {
        const expected = known.get(each) ?? known.size;
        known.set(each, expected);
        assert.equal(
          numbers.numberOf(unitsOf(text).units, from, from + each.length),
          expected,
          JSON.stringify(each),
        );
        from += each.length;
      }
      assert.equal(numbers.count(), known.size);
    }),
    howMany('pieces of texts'),
  );
});

test('many pieces, and long ones, keep their numbers, and are new when all was forgotten', () => {
  const numbers = textNumbers();
  const pieces = [...Array.from({ length: 20_000 }, (_, n) => `mot-${n}`), 'x'.repeat(200_000)];
  const numberOf = (piece: string): number => numbers.numberOf(unitsOf(piece).units, 0, piece.length);
  assert.deepEqual(pieces.map(numberOf), [...pieces.keys()]);
  assert.deepEqual(pieces.map(numberOf), [...pieces.keys()]);
  numbers.forgetAll();
  assert.equal(numberOf(pieces[5]!), 0);
  assert.equal(numberOf(pieces[20_000]!), 1);
  assert.equal(numberOf(pieces[5]!), 0);
});
