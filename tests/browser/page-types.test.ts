// The pages that tests open in a browser, against the registry of page types: all of its types are opened, but those that say why not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE_TYPES as REGISTERED } from '../../src/pages/registry.ts';
import { buildDemonstration, NAMED_TYPES, PAGE_TYPES } from './page-types.ts';

test('no name stands for a page type that is gone from the registry, or has no template', () => {
  const known = new Set(REGISTERED.filter(({ renderer }) => renderer !== 'json').map(({ name }) => name));
  assert.deepEqual(
    NAMED_TYPES.filter(name => !known.has(name)),
    [],
  );
});

test('each page that is opened is in the demonstration, and is no other', async () => {
  using demonstration = await buildDemonstration();
  const addresses = PAGE_TYPES.map(type => demonstration.addressOf(type));
  assert.equal(new Set(addresses).size, PAGE_TYPES.length, addresses.join('\n'));
});
