import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostAndPath, pathOnHost, readerAddress, typedToUrl } from './reader-address.ts';

const BASE = 'https://exemple.fr/journal';

describe('the address that readers ask for', () => {
  it('begins with the site’s, and is escaped as browsers send it', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['/', '/'],
      ['/chine/', '/chine/'],
      ['/flux.xml', '/flux.xml'],
      ['/mon été.jpg', '/mon%20%C3%A9t%C3%A9.jpg'],
      // Names of files: nothing in them is escaped yet, and nothing is a query.
      ['/100%.html', '/100%25.html'],
      ['/%20.html', '/%2520.html'],
      ['/quoi?.html', '/quoi%3F.html'],
      ['/n#1.html', '/n%231.html'],
      ['/\ud800.html', '/%EF%BF%BD.html'],
    ];
    for (const [url, path] of cases) {
      assert.equal(readerAddress(BASE, url), BASE + path);
      assert.equal(pathOnHost(BASE, url), `/journal${path}`);
      assert.equal(hostAndPath(BASE, url), `exemple.fr/journal${path}`);
      // As a browser would write it.
      assert.equal(new URL(readerAddress(BASE, url)).href, BASE + path);
    }
  });
});

describe('an address that somebody typed', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['/chine/', '/chine/'],
    ['/journal/chine/', '/chine/'],
    ['/journal', '/'],
    ['/journal/', '/'],
    ['/', '/'],
    ['https://exemple.fr/journal/chine/', '/chine/'],
    ['http://exemple.fr/journal/chine/', '/chine/'],
    ['HTTPS://EXEMPLE.FR/journal/chine/', '/chine/'],
    ['//exemple.fr/journal/chine/', '/chine/'],
    ['/chine/?utm_source=x#haut', '/chine/'],
    ['/chine/index.html', '/chine/'],
    ['/index.html', '/'],
    ['/mon%20%C3%A9t%C3%A9.jpg', '/mon été.jpg'],
    ['/mon été.jpg', '/mon été.jpg'],
    ['/100%.html', '/100%.html'],
    ['/a/../chine/', '/chine/'],
    ['chine', null],
    ['', null],
    ['*', null],
    ['https://autre.fr/chine/', null],
    ['https://exemple.fr/chine/', null],
    ['https://exemple.fr/journaliste/', null],
    ['https://', null],
    ['javascript:alert(1)', null],
  ];
  for (const [typed, url] of cases) {
    it(`« ${typed} » is ${url === null ? 'none of the site’s' : url}`, () => {
      assert.equal(typedToUrl(typed, BASE), url);
    });
  }

  it('is found again in what readers ask for', () => {
    for (const url of ['/', '/chine/', '/mon été.jpg', '/100%.html', '/quoi?.html', '/n#1.html'])
      assert.equal(typedToUrl(readerAddress(BASE, url), BASE), url);
  });
});
