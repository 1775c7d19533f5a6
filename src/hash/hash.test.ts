import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashShort } from './hash.ts';

function addresses(): readonly string[] {
  const all: string[] = [];
  for (let day = 1; day <= 28; day += 1)
    for (let article = 0; article < 8000; article += 1)
      all.push(`/chine/2014/05/${String(day).padStart(2, '0')}/sujet-${article}.html`);
  return all;
}

describe('the short hash of an address', () => {
  it('is another for each of two hundred thousand that differ in a digit or two', () => {
    const all = addresses();
    assert.equal(new Set(all.map(hashShort)).size, all.length);
  });

  it('has each bit set in about half of them', () => {
    const all = addresses();
    const hashes = all.map(hashShort);
    for (let bit = 0; bit < 53; bit += 1) {
      const share = hashes.filter(hash => Math.floor(hash / 2 ** bit) % 2 === 1).length / all.length;
      assert.ok(share > 0.49 && share < 0.51, `bit ${bit}: ${share}`);
    }
  });

  it('is one for the empty text too', () => {
    assert.ok(Number.isSafeInteger(hashShort('')) && hashShort('') !== hashShort('/'));
  });
});
