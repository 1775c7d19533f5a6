// An incremental build equals a clean one after any edits by editors and by the site's owner: data, theme, own pages.
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { followHistory, SEARCH } from './follow-history.ts';
import { histories } from './random-edits/histories.ts';

describe('after random edits by editors and the site’s owner', () => {
  it('an incremental build equals a clean one, and a second build does nothing', async () => {
    await fc.assert(fc.asyncProperty(histories({ owner: true }), followHistory), SEARCH);
  });
});
