// Addresses within a site, and those from the host's root.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isFromRoot,
  pathInFolder,
  publishedUrl,
  siteFolder,
  typedAddress,
  typedFolder,
  typedPath,
} from './site-place.ts';

const JOURNAL = { baseUrl: 'https://exemple.fr/journal', typedFolder: '/journal' };

test('a site’s folder is what follows its host', () => {
  assert.equal(siteFolder('https://exemple.fr'), '');
  assert.equal(siteFolder('http://localhost:8080'), '');
  assert.equal(siteFolder('https://exemple.fr/journal'), '/journal');
  assert.equal(siteFolder('https://exemple.fr/presse/journal'), '/presse/journal');
});

test('a path is in a folder when it is the folder’s own, or below it', () => {
  assert.equal(pathInFolder('/journal/chine/', '/journal'), '/chine/');
  assert.equal(pathInFolder('/journal', '/journal'), '/');
  assert.equal(pathInFolder('/journal?a=1', '/journal'), '/?a=1');
  assert.equal(pathInFolder('/journal#haut', '/journal'), '/#haut');
  for (const elsewhere of ['/', '/chine/', '/journaliste/', '/journal.html', '/Journal/chine/'])
    assert.equal(pathInFolder(elsewhere, '/journal'), null, elsewhere);
  assert.equal(pathInFolder('/chine/', ''), '/chine/');
});

test('what is published of an address leads back to it', () => {
  const folder = fc.constantFrom('', '/journal', '/a/b');
  const path = fc.webPath().map(text => `/${text.replace(/^\/+/, '')}`);
  fc.assert(
    fc.property(path, folder, (url, below) =>
      assert.equal(pathInFolder(publishedUrl(url, below), below), url),
    ),
  );
});

test('an address begins at a root when it names neither host nor scheme', () => {
  for (const yes of ['/', '/chine/', '/?a']) assert.ok(isFromRoot(yes), yes);
  for (const no of ['', '#a', 'chine/', '../', '//exemple.fr/', '/\\exemple.fr', 'https://exemple.fr/'])
    assert.ok(!isFromRoot(no), no);
});

test('the folder may be typed, unless addresses within the site begin with its first name', () => {
  const isTaken = (name: string): boolean => name === 'chine';
  assert.equal(typedFolder('https://exemple.fr', isTaken), '');
  assert.equal(typedFolder('https://exemple.fr/journal', isTaken), '/journal');
  assert.equal(typedFolder('https://exemple.fr/chine', isTaken), '');
  assert.equal(typedFolder('https://exemple.fr/chine/2014', isTaken), '');
  assert.equal(typedFolder('https://exemple.fr/journal/chine', isTaken), '/journal/chine');
});

test('what was typed with the folder, or with the site’s whole address, is within the site', () => {
  assert.equal(typedPath('/journal/chine/', JOURNAL), '/chine/');
  assert.equal(typedPath('/chine/', JOURNAL), '/chine/');
  assert.equal(typedPath('/journal/chine/', { ...JOURNAL, typedFolder: '' }), '/journal/chine/');
  assert.equal(typedAddress('https://exemple.fr/journal/chine/', JOURNAL), '/chine/');
  assert.equal(typedAddress('https://exemple.fr/journaliste/', JOURNAL), 'https://exemple.fr/journaliste/');
  assert.equal(typedAddress('/journal/chine/', JOURNAL), '/chine/');
});
