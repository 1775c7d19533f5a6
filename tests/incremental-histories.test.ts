// An incremental build equals a clean one after any edits: by editors alone, and by the site's owner too (data, theme, own pages).
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { followHistory } from './follow-history.ts';
import { histories } from './random-edits/histories.ts';
import { howMany } from './soak/how-many.ts';

/** When a history fails, so many smaller ones are tried at most. */
const SMALLER = 200;

const short = (owner: boolean) => fc.limitShrink(histories({ owner }), SMALLER);

describe('an incremental build equals a clean one, and a second build does nothing,', () => {
  it('after random edits by editors', async () => {
    await fc.assert(fc.asyncProperty(short(false), followHistory), howMany('histories by editors'));
  });

  it('after random edits by editors and the site’s owner', async () => {
    await fc.assert(fc.asyncProperty(short(true), followHistory), howMany('histories by owners'));
  });
});
