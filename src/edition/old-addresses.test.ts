import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { monthsOf, someEntry } from '../../tests/some-entries.ts';
import { articleUrl, outputKey } from '../address/addresses.ts';
import { hostRedirects } from '../host/redirects.ts';
import { movedFolders } from '../site/moved-folders.ts';
import type { Entry } from './entry.ts';
import { oldAddresses } from './old-addresses.ts';

const FORMERLY = { asie: ['chine', 'pays'], terre: ['monde'], sport: [] };
const SECTIONS = Object.keys(FORMERLY) as (keyof typeof FORMERLY)[];
const DAYS = ['2014-05-20', '2014-05-19'];
const SLUGS = ['port', 'gare'];

const sections = SECTIONS.map(slug => ({
  slug,
  name: slug,
  description: null,
  layout: 'list' as const,
  formerly: FORMERLY[slug],
}));
const moved = movedFolders({ sections, topics: [], dossiers: [], authors: [] }, [
  { slug: 'ecrire', formerly: ['contact', 'nous'] },
]);

const folders = [...SECTIONS, ...Object.values(FORMERLY).flat(), 'Chine'];
const alias = fc.oneof(
  fc
    .tuple(fc.constantFrom(...folders), fc.constantFrom(...DAYS), fc.constantFrom(...SLUGS, 'quai', 'Port'))
    .map(([section, day, slug]) => articleUrl({ section, day, slug })),
  fc.constantFrom('/ancien.html', '/chine', '/pays/2014/05', '/contact/', '/spip.php?article12'),
);
const article = fc.record({
  section: fc.constantFrom(...SECTIONS),
  day: fc.constantFrom(...DAYS),
  slug: fc.constantFrom(...SLUGS),
  aliases: fc.array(alias, { maxLength: 3 }),
});

/** Articles as checks let them through: each address is one's own, and each alias one's. */
const published = fc.uniqueArray(article, { selector: articleUrl, maxLength: 8 }).map(articles => {
  const taken = new Set(articles.map(each => outputKey(articleUrl(each))));
  return articles.map(each => {
    const aliases = each.aliases.filter(url => {
      const key = outputKey(url.endsWith('.html') || url.includes('?') ? url : `${url.replace(/\/$/, '')}/`);
      const isFree = !taken.has(key);
      taken.add(key);
      return isFree;
    });
    return someEntry({ ...each, aliases });
  });
});

const editionOf = (entries: readonly Entry[]) => ({
  addressed: monthsOf(entries),
  renamed: entries.filter(({ aliases }) => aliases.length > 0),
});

const allOf = (entries: readonly Entry[]) => {
  const old = oldAddresses(editionOf(entries), moved);
  return entries.flatMap(entry =>
    [...old.ofArticle(entry), ...old.ofAliases(entry), ...old.ofFormerAliases(entry)].map(url => ({
      url,
      entry,
    })),
  );
};

describe('the old addresses of articles and pages', () => {
  const holds = (what: (entries: readonly Entry[]) => void) =>
    fc.assert(fc.property(published, what), howMany('old addresses'));

  it('lead to one place each, and stand nowhere where something is today', () => {
    holds(entries => {
      const old = oldAddresses(editionOf(entries), moved);
      const keys = [
        ...entries.map(articleUrl),
        ...allOf(entries).map(({ url }) => url),
        ...['/asie/', '/asie/2014/05/', '/terre/', '/ecrire/'].flatMap(url => [url, ...old.ofPage(url)]),
      ].map(outputKey);
      assert.deepEqual(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        [],
      );
    });
  });

  it('are all that an article had under old slugs, but for those that another one names', () => {
    holds(entries => {
      const old = oldAddresses(editionOf(entries), moved);
      const named = new Set(entries.flatMap(entry => old.ofAliases(entry)).map(outputKey));
      for (const entry of entries)
        assert.deepEqual(
          old.ofArticle(entry),
          moved.formerAddresses(articleUrl(entry)).filter(url => !named.has(outputKey(url))),
        );
    });
  });

  it('lead by rules to where pages lead', () => {
    holds(entries => {
      const { exact, folders } = hostRedirects('nginx', editionOf(entries), moved, '');
      for (const { url, entry } of allOf(entries)) {
        if (moved.presentAddress(url) === null) continue;
        const rule = exact.find(({ from }) => url === from);
        const folder = folders.find(({ from }) => url.startsWith(from))!;
        assert.equal(rule?.to ?? folder.to + url.slice(folder.from.length), articleUrl(entry));
      }
    });
  });
});
