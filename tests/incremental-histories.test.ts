// An incremental build equals a clean one after any edits: by editors alone, and by the site's owner too (data, theme, own pages).
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { followHistory } from './follow-history.ts';
import { histories } from './random-edits/histories.ts';
import { howMany } from './soak/how-many.ts';

/** When a history fails, so many smaller ones are tried at most. */
const SMALLER = 200;

const short = (by: Parameters<typeof histories>[0]) => fc.limitShrink(histories(by), SMALLER);

describe('an incremental build equals a clean one, and a second build does nothing,', () => {
  it('after random edits by editors', async () => {
    await fc.assert(fc.asyncProperty(short('editors'), followHistory), howMany('histories by editors'));
  });

  it('after random edits by editors and the site’s owner', async () => {
    await fc.assert(fc.asyncProperty(short('owners'), followHistory), howMany('histories by owners'));
  });

  it('after random edits by editors, and of the output and the caches by anybody', async () => {
    await fc.assert(fc.asyncProperty(short('strangers'), followHistory), howMany('histories by strangers'));
  });
});
