import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentSecurityPolicy } from './content-security-policy.ts';

test('a page runs our module and the script with the hash, and nothing inline besides', () => {
  const policy = contentSecurityPolicy({ inlineHashes: ['abc='], participation: null });
  assert.match(policy, /^default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
});

test('forms and requests go to the site, and to the service of the readers where there is one', () => {
  for (const directive of ['form-action', 'connect-src']) {
    assert.match(
      contentSecurityPolicy({ inlineHashes: [], participation: null }),
      new RegExp(`${directive} 'self';`),
    );
    assert.match(
      contentSecurityPolicy({ inlineHashes: [], participation: 'https://avis.example' }),
      new RegExp(`${directive} 'self' https://avis\\.example;`),
    );
  }
});
