// What axe finds wrong on a page of each type: light and dark, on a desktop and on a phone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { open, openPortal } from './portal.ts';
import { violations } from './violations.ts';

describe('axe finds nothing wrong', { skip: chromiumMissing() }, () => {
  // The service for comments and votes makes the forms appear.
  const portal = openPortal(WITH_PARTICIPATION);
  // Without reduced motion axe could measure a colour during a transition.
  const reader = portal.regular({ reducedMotion: 'reduce' });

  for (const type of PAGE_TYPES) {
    it(`${type}`, async () => {
      const page = await reader();
      await open(page, portal, type);
      assert.equal(await violations(page), '');
    });
  }
});
