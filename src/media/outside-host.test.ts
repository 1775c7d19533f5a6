import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isOutside, outsideHost } from './outside-host.ts';

describe('the site of an address outside', () => {
  it('has the name that readers know', () => {
    assert.equal(outsideHost('https://www.youtube.com/watch?v=abc'), 'youtube.com');
    assert.equal(outsideHost('https://Vimeo.com:443/1#t=2'), 'vimeo.com');
    assert.equal(outsideHost('https://www.été.fr/port'), 'été.fr');
    assert.equal(outsideHost('https://www.fr/'), 'www.fr');
  });

  it('is null when readers should not follow the address', () => {
    for (const address of [
      'http://exemple.fr/film',
      'javascript:alert(1)',
      'data:video/mp4,',
      '//exemple.fr/film',
      'https://',
      'https://nadia:secret@exemple.fr/film',
      'film.mp4',
      '',
    ])
      assert.equal(outsideHost(address), null, address);
  });

  it('never makes the reader of addresses throw', () => {
    const address = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map(rest => `https://${rest}`),
    );
    fc.assert(
      fc.property(address, each => {
        const host = outsideHost(each);
        assert.ok(host === null || host !== '');
      }),
    );
  });
});

describe('an address outside', () => {
  it('is not taken for a file’s name', () => {
    for (const src of ['https://exemple.fr/a.mp4', 'HTTP://exemple.fr', '//exemple.fr/a', ' ftp://a'])
      assert.equal(isOutside(src), true, src);
    for (const src of ['a.mp4', '/films/a.mp4', 'films/a.mp4', 'a: b.mp4', 'c:\\films\\a.mp4'])
      assert.equal(isOutside(src), false, src);
  });
});
