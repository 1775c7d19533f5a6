// The hashes of addresses as a set.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { AddressSet } from './address-set.ts';

it('a set of addresses has what was added, and nothing else', () => {
  const hash = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }));
  fc.assert(
    fc.property(fc.array(hash), fc.array(hash), (added, asked) => {
      const set = new AddressSet(added.length);
      for (const each of added) set.add(each);
      const known = new Set(added);
      for (const each of [...added, ...asked]) assert.equal(set.has(each), known.has(each));
    }),
  );
});
