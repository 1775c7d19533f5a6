// An incremental build equals a clean one after any edits by editors, and renders no page that shows nothing of an edit.
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { followHistory } from './follow-history.ts';
import { histories } from './random-edits.ts';

describe('after random edits by editors', () => {
  it('an incremental build equals a clean one, and a second build does nothing', async () => {
    await fc.assert(fc.asyncProperty(histories({ owner: false }), followHistory), { numRuns: 100 });
  });
});
