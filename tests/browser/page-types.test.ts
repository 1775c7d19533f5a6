// Tests open a page of each registered page type in a browser, except for the types that `page-types.ts` leaves out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE_TYPES as REGISTERED } from '../../src/pages/registry.ts';
import { NAMED_TYPES, PAGE_TYPES } from './page-types.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

test('page-types.ts names only registered page types with a template', () => {
  const known = new Set(REGISTERED.filter(({ renderer }) => renderer !== 'json').map(({ name }) => name));
  assert.deepEqual(
    NAMED_TYPES.filter(name => !known.has(name)),
    [],
  );
});

test('the demonstration has each page that tests open, and each is another page', async () => {
  const demonstration = await sharedDemonstration();
  const addresses = PAGE_TYPES.map(type => demonstration.addressOf(type));
  assert.equal(new Set(addresses).size, PAGE_TYPES.length, addresses.join('\n'));
});
