import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byBytes, isKey } from './object-key.ts';

/** Some of all that could make a difference; U+FFFF and what comes after it are the other way round in UTF-16. */
const text = fc.string({ unit: fc.constantFrom(...'aZ.-é\0\n\\\uffff🎉', '\ud800', '\udc00') });

const path = fc
  .array(fc.oneof(fc.constantFrom('', '.', '..', '...', 'a', 'é', '.quotidien', 'store'), text), {
    maxLength: 5,
  })
  .map(names => names.join('/'));

describe('a key', () => {
  it('never leads out of the folder that it is below, and is its own only path', () => {
    fc.assert(
      fc.property(path, key => {
        if (!isKey(key)) return;
        assert.equal(posix.normalize(key), key);
        assert.ok(posix.join('/srv/site', key).startsWith('/srv/site/'));
        assert.equal(Buffer.from(key).toString(), key);
      }),
    );
  });

  it('may have whatever addresses of a site may have', () => {
    for (const key of [
      'index.html',
      '.well-known/a',
      'a b/é+%&=?#.html',
      '...',
      '.quotidien/site.json',
      '.quotidien/stores',
    ])
      assert.ok(isKey(key), key);
  });
});

describe('the order of keys', () => {
  it('is that of their bytes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.equal(Math.sign(byBytes(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    assert.ok(byBytes('\uffff', '🎉') < 0);
  });
});
