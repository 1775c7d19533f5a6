import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRedirects } from '../../tests/host-readers.ts';
import { monthsOf, someEntry } from '../../tests/some-entries.ts';
import type { Entry } from '../edition/entry.ts';
import { movedFolders } from '../site/moved-folders.ts';
import { hostRedirects } from './redirects.ts';
import { redirectsFile } from './redirects-file.ts';

type Reader = 'netlify' | 'cloudflare' | 'gitlab';

/** Articles of Chine, the newest first. */
function articles(count: number, aliasesOf: (n: number) => readonly string[]): readonly Entry[] {
  return Array.from({ length: count }, (_, n) => {
    const address = { section: 'chine', slug: `a${n}`, day: '2014-05-20' };
    return someEntry({ ...address, file: `articles/a${n}.md`, aliases: aliasesOf(n) });
  }).reverse();
}

function told(host: Reader, entries: readonly Entry[], formerly: readonly string[] = []) {
  const section = { slug: 'chine', name: 'Chine', description: null, layout: 'list', formerly } as const;
  const moved = movedFolders({ sections: [section], topics: [], dossiers: [], authors: [] }, []);
  const redirects = hostRedirects(host, { addressed: monthsOf(entries), renamed: entries }, moved, '');
  return { ...redirects, rules: readRedirects(redirectsFile(host, redirects, '') ?? '', host) };
}

describe('as many old addresses of articles as a host has rules for', () => {
  const old = (n: number): string => `/vieux/titre-${n}.html`;
  const answered = (host: Reader, count: number) => {
    const { rules, addressesLeft } = told(
      host,
      articles(count, n => [old(n)]),
    );
    const led = Array.from({ length: count }, (_, n) => rules.to(old(n)));
    for (const [n, to] of led.entries()) assert.ok(to === null || to === `/chine/2014/05/20/a${n}.html`);
    assert.equal(led.filter(to => to === null).length, addressesLeft);
    return led.indexOf(null);
  };

  it('are all told', () => {
    assert.equal(answered('cloudflare', 2000), -1);
    assert.equal(answered('netlify', 2001), -1);
  });

  it('are the oldest, so that a new article takes no other’s rule', () => {
    assert.equal(answered('cloudflare', 2010), 2000);
  });

  it('need two rules each where a final slash makes another address', () => {
    const entries = articles(1500, n => [`/vieux/titre-${n}`]);
    assert.equal(told('cloudflare', entries).addressesLeft, 500);
    assert.equal(told('netlify', entries).addressesLeft, 0);
    const { rules } = told('cloudflare', entries);
    for (const asked of ['/vieux/titre-7', '/vieux/titre-7/'])
      assert.equal(rules.to(asked), '/chine/2014/05/20/a7.html');
  });

  it('come after those that have no page', () => {
    const entries = articles(2000, n => [old(n), ...(n === 1999 ? ['/index.php'] : [])]);
    const { rules, addressesLeft } = told('cloudflare', entries);
    assert.equal(rules.to('/index.php'), '/chine/2014/05/20/a1999.html');
    assert.equal(addressesLeft, 1);
  });

  it('are none that GitLab would answer with their page', () => {
    assert.equal(
      told(
        'gitlab',
        articles(3, n => [old(n), `/lire-${n}/index.php`]),
      ).exact.length,
      3,
    );
  });
});

describe('old slugs', () => {
  it('are a rule each, up to a hundred on Cloudflare', () => {
    const formerly = Array.from({ length: 120 }, (_, n) => `nom-${n}`);
    const { folders, foldersLeft, rules } = told('cloudflare', [], formerly);
    assert.deepEqual([folders.length, foldersLeft.length], [100, 20]);
    assert.equal(rules.to('/nom-99/2014/05/'), '/chine/2014/05/');
    assert.equal(rules.to('/nom-99'), '/chine/');
    assert.equal(rules.to('/nom-100/'), null);
  });

  it('with more exceptions than rules have none, so that no exception is led astray', () => {
    // Before the section had its second name, what was at `/pays/` was at `/terre/`.
    const entries = articles(1200, n => [`/pays/titre-${n}.html`]);
    const { foldersLeft, rules } = told('cloudflare', entries, ['pays', 'terre']);
    assert.deepEqual(
      foldersLeft.map(({ from }) => from),
      ['/terre/'],
    );
    assert.equal(rules.to('/pays/titre-3.html'), '/chine/2014/05/20/a3.html');
    assert.equal(rules.to('/terre/titre-3.html'), null);
  });

  it('yield to an article that stood at the very address', () => {
    const { rules } = told(
      'cloudflare',
      articles(1, () => ['/pays']),
      ['pays'],
    );
    for (const asked of ['/pays', '/pays/']) assert.equal(rules.to(asked), '/chine/2014/05/20/a0.html');
    assert.equal(rules.to('/pays/2014/'), '/chine/2014/');
  });
});

it('a host of which nothing is known is told nothing, and all is left to pages', () => {
  const moved = movedFolders({ sections: [], topics: [], dossiers: [], authors: [] }, [
    { slug: 'ecrire', formerly: ['contact'] },
  ]);
  const entries = articles(1, () => ['/vieux/']);
  const { exact, folders, foldersLeft } = hostRedirects(
    'none',
    { addressed: monthsOf(entries), renamed: entries },
    moved,
    '',
  );
  assert.deepEqual([exact, folders, foldersLeft], [[], [], moved.list]);
});
