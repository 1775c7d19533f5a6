// Old addresses of articles of several months, checked after each of many edits from what was known before, as if all were checked anew.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { monthsOf, someEntry } from '../../tests/some-entries.ts';
import { articleUrl, outputKey } from '../address/addresses.ts';
import { oldAddressKey } from '../address/old-address.ts';
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import { aliasesChecked, type CheckedAliases, checkAliases, type TakenAddress } from './aliases.ts';

const DAYS = ['2013-11-02', '2014-04-30', '2014-05-01'] as const;
const SLUGS = ['port', 'grue'] as const;

/** Addresses of pages, of articles, of other old addresses in another spelling, and of nobody. */
const ALIASES = [
  '/ancien.html',
  '/Ancien.html',
  '/vieux',
  '/vieux/',
  '/caf%C3%A9/',
  '/café/',
  '/index.php?id=7',
  '/chine/2014/05/01/port.html',
  '/2014/05/01/',
  '/sujets/climat/',
  '/à-part',
] as const;

/** Pages of no month. */
const FRONTS = ['/', '/sujets/climat/', '/ancien.html'] as const;

interface Article {
  readonly day: (typeof DAYS)[number];
  readonly slug: (typeof SLUGS)[number];
  readonly aliases: readonly string[];
}

const article: fc.Arbitrary<Article> = fc.record({
  day: fc.constantFrom(...DAYS),
  slug: fc.constantFrom(...SLUGS),
  aliases: fc.array(fc.constantFrom(...ALIASES), { maxLength: 2 }),
});

const state = fc.record({
  articles: fc.uniqueArray(article, { maxLength: 6, selector: ({ day, slug }) => day + slug }),
  fronts: fc.subarray([...FRONTS]),
});

/** As pages are: those of articles and days by months, all others whatever is asked for. */
function pagesOf(entries: MonthsOfEntries, fronts: readonly string[]) {
  return function* (months: ReadonlySet<string>): Generator<TakenAddress, void> {
    for (const url of fronts) yield { url, toCome: false };
    for (const { month, entries: ofMonth } of entries.months) {
      if (!months.has(month)) continue;
      for (const entry of ofMonth) {
        yield { url: articleUrl(entry), toCome: false };
        yield { url: `/${entry.day.replaceAll('-', '/')}/`, toCome: false };
      }
    }
  };
}

/** The same, said of each article by a look at all others. */
function wrong(entries: MonthsOfEntries, fronts: readonly string[]): readonly string[] {
  const all = new Set(entries.months.map(({ month }) => month));
  const taken = new Set(Array.from(pagesOf(entries, fronts)(all), ({ url }) => outputKey(url)));
  const owners = new Set<string>();
  const found: string[] = [];
  for (const { file, aliases } of [...entries].sort((a, b) => (a.file < b.file ? -1 : 1)))
    for (const [index, alias] of aliases.entries()) {
      const key = oldAddressKey(alias);
      if (taken.has(key)) found.push(`${file} ${index} alias-taken`);
      else if (owners.has(key)) found.push(`${file} ${index} alias-twice`);
      else owners.add(key);
    }
  return found;
}

describe('old addresses', () => {
  it('that are another’s are found after each edit, from what was known before', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), states => {
        let checked: CheckedAliases = new Map();
        for (const { articles, fronts } of states) {
          const entries = monthsOf(articles.map(fields => someEntry(fields)));
          const problems = checkAliases(entries, pagesOf(entries, fronts), checked);
          assert.deepEqual(
            problems.map(({ entry, path, rule }) => `${entry.file} ${path[1]} ${rule}`),
            wrong(entries, fronts),
          );
          if (problems.length === 0) checked = aliasesChecked(entries);
        }
      }),
      howMany('old addresses of months'),
    );
  });

  it('of months that did not change are no reason to look at a page of any month', () => {
    const entries = monthsOf([
      someEntry({ day: '2013-11-02', aliases: ['/2014/05/01/'] }),
      someEntry({ day: '2014-05-01', slug: 'grue', aliases: ['/b.html'] }),
    ]);
    const asked: string[] = [];
    const pages = (months: ReadonlySet<string>): Iterable<TakenAddress> => {
      asked.push([...months].sort().join());
      return [];
    };
    checkAliases(entries, pages, aliasesChecked(entries));
    checkAliases(entries, pages, new Map([...aliasesChecked(entries)].slice(0, 1)));
    checkAliases(entries, pages, new Map());
    assert.deepEqual(asked, ['', '2013-11,2014-05', '2013-11,2014-05']);
  });
});
