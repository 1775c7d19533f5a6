import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { objectHeaders } from './object-headers.ts';
import { type HeaderInput, headersOfClass } from './security-headers.ts';

const INPUT: HeaderInput = {
  baseUrl: 'https://portail.example',
  furnitureMode: 'client',
  inlineHashes: ['abc='],
  participation: 'https://avis.example',
};
const named = (fileClass: Parameters<typeof headersOfClass>[0], input: Partial<HeaderInput> = {}) =>
  new Map(headersOfClass(fileClass, { ...INPUT, ...input }).map(({ name, value }) => [name, value]));

describe('the headers of a page', () => {
  it('hold the policy of the page itself, the service of its readers, and who may show it in a frame', () => {
    const policy = named('page').get('Content-Security-Policy')!;
    assert.match(policy, /^default-src 'none'; script-src 'self' 'sha256-abc='; /);
    assert.match(policy, /; form-action 'self' https:\/\/avis\.example; /);
    assert.match(policy, /; frame-ancestors 'none'$/);
    assert.doesNotMatch(policy, /unsafe|\*/);
  });

  it('leave no page another one’s camera, and no window a hold on ours', () => {
    assert.match(named('page').get('Permissions-Policy')!, /(?:^|, )camera=\(\)(?:,|$)/);
    // Readers copy addresses, share them and see films in full screen.
    assert.doesNotMatch(named('page').get('Permissions-Policy')!, /clipboard|share|fullscreen|autoplay/);
    assert.equal(named('page').get('Cross-Origin-Opener-Policy'), 'same-origin');
  });
});

describe('the headers of every file', () => {
  const CLASSES = ['asset', 'media', 'page', 'other'] as const;
  for (const each of CLASSES)
    it(`say of « ${each} » that its type is right, and to whom an address is told`, () => {
      assert.equal(named(each).get('X-Content-Type-Options'), 'nosniff');
      assert.equal(named(each).get('Referrer-Policy'), 'strict-origin-when-cross-origin');
      assert.equal(named(each).has('Content-Security-Policy'), each === 'page');
      assert.equal(
        named(each).get('Cross-Origin-Resource-Policy'),
        each === 'media' ? 'cross-origin' : undefined,
      );
    });

  it('bind browsers to TLS for a year, and no other host of the domain', () => {
    assert.equal(named('other').get('Strict-Transport-Security'), 'max-age=31536000');
  });

  it('do not where there is no TLS, nor where the host is not the site’s alone', () => {
    for (const baseUrl of ['http://portail.example', 'https://exemple.fr/journal'])
      for (const each of CLASSES)
        assert.ok(!named(each, { baseUrl }).has('Strict-Transport-Security'), baseUrl);
  });
});

describe('what a store keeps beside a file', () => {
  it('is its type, its time, and the other headers by names in lower case', () => {
    const { contentType, cacheControl, redirectTo, others } = objectHeaders('/chine/', null, INPUT);
    assert.equal(contentType, 'text/html; charset=utf-8');
    assert.match(cacheControl, /^public, max-age=60,/);
    assert.equal(redirectTo, undefined);
    assert.equal(others?.['x-content-type-options'], 'nosniff');
    assert.match(others?.['content-security-policy'] ?? '', /frame-ancestors/);
    assert.equal(others?.['cache-control'], undefined);
  });

  it('is where it leads, for a page that only leads on', () => {
    assert.equal(objectHeaders('/vieux/', '/journal/port.html', INPUT).redirectTo, '/journal/port.html');
  });
});
