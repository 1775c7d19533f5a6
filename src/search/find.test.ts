import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packTerms } from './article-terms.ts';
import { type Found, find } from './find.ts';
import type { Filters } from './needed-buckets.ts';
import { hasPhrases, readQuery } from './query.ts';
import { BARE } from './sample-articles.ts';
import type { SearchSegment } from './search-files.ts';
import { indexOf } from './segment-index.ts';
import { wordsIn } from './words.ts';

interface Sample {
  readonly title: string;
  readonly text?: string;
  readonly section?: string;
  readonly source?: string;
}

/** Per year its articles, oldest first. */
type Archive = Readonly<Record<string, readonly Sample[]>>;

const ARCHIVE: Archive = {
  '2014': [
    { title: 'Élections à Nîmes', text: 'Le maire est réélu.' },
    { title: 'Un maire', text: 'Des élections à Lyon.', section: 'monde', source: 'Xinhua' },
    { title: 'Le gouvernement', text: 'Il négocie.' },
  ],
  '2013': [{ title: 'Élections', section: 'monde' }, { title: 'Shakespeare au théâtre' }],
};

const NO_FILTERS: Filters = { section: null, source: null, year: null };

interface Search {
  readonly found: Found;
  readonly titles: readonly string[];
  /** How many files were read. */
  readonly read: number;
}

async function search(
  typed: string,
  filters: Partial<Filters> = {},
  likely: readonly string[] = [],
  lost = '',
): Promise<Search> {
  const segments = Object.entries(ARCHIVE)
    .map(
      ([name, { length }]): SearchSegment => ({
        name,
        year: name,
        articles: length,
        buckets: 16,
        version: '',
      }),
    )
    .reverse();
  let read = 0;
  const found = await find(readQuery(typed), { ...NO_FILTERS, ...filters }, segments, {
    async bucket({ name, buckets }, bucket) {
      read++;
      if (name === lost) throw new Error('no such file');
      const packed = ARCHIVE[name]!.map(({ text = '', ...article }) =>
        packTerms({ ...BARE, ...article }, text),
      );
      return indexOf(packed, buckets)[bucket]!;
    },
    likelyWords: async () => likely,
  });
  const titles = found.best
    .slice(0, found.best.length)
    .map(({ segment, article }) => ARCHIVE[segment.name]![article]!.title);
  return { found, titles, read };
}

test('articles that have all words are found, those with them in the headline first, the newest of equals first', async () => {
  // Fewer articles have « maire » than « élections »: it says more.
  assert.deepEqual((await search('maire élection')).titles, ['Un maire', 'Élections à Nîmes']);
  assert.deepEqual((await search('elections')).titles, ['Élections à Nîmes', 'Élections', 'Un maire']);
  assert.equal((await search('élections maire')).found.isPartial, false);
});

test('one file a word and segment is read, and none of what another year holds', async () => {
  assert.equal((await search('maire gouvernement')).read, 4);
  assert.equal((await search('maire gouvernement', { year: '2014' })).read, 2);
});

test('results are sifted by section, source and year', async () => {
  assert.deepEqual((await search('élections', { section: 'monde' })).titles, ['Élections', 'Un maire']);
  assert.deepEqual((await search('élections', { source: 'XINHUA' })).titles, ['Un maire']);
  assert.deepEqual((await search('élections', { year: '2013' })).titles, ['Élections']);
  assert.deepEqual((await search('élections', { year: '2013', source: 'Xinhua' })).titles, []);
});

test('results stand by date when they are to', async () => {
  const { found } = await search('élections');
  assert.deepEqual(
    found.newest.slice(0, 10).map(({ segment, article }) => `${segment.name} ${article}`),
    ['2014 1', '2014 0', '2013 0'],
  );
  assert.deepEqual(
    found.newest.slice(1, 1).map(({ segment, article }) => `${segment.name} ${article}`),
    ['2014 0'],
  );
});

test('a word that is half typed finds those that begin so', async () => {
  const { titles, found } = await search('gouvern');
  assert.deepEqual(titles, ['Le gouvernement']);
  assert.deepEqual((await search('gouve')).titles, ['Le gouvernement']);
  assert.deepEqual((await search('gouve')).found.beginnings, ['gouve']);
  assert.equal(found.instead.size, 0);
});

test('a slip is forgiven, and the reader is told what was sought', async () => {
  const slip = await search('gouvernemnet');
  assert.deepEqual(slip.titles, ['Le gouvernement']);
  assert.deepEqual([...slip.found.instead], [['gouvernemnet', 'gouvern…']]);
  assert.deepEqual((await search('guovernement')).titles, []);
  // The first letters are others, so that the word is in another file: the words of headlines help.
  const other = await search('sakespeare', {}, ['shakespeare']);
  assert.deepEqual(other.titles, ['Shakespeare au théâtre']);
  assert.deepEqual([...other.found.instead], [['sakespeare', 'shakespeare']]);
  assert.deepEqual((await search('1234567')).titles, []);
});

test('where no article has all words, those with most of them are found', async () => {
  const { titles, found } = await search('maire élections girafes');
  assert.deepEqual(titles, ['Un maire', 'Élections à Nîmes']);
  assert.ok(found.isPartial);
  assert.deepEqual((await search('girafes')).titles, []);
});

test('what can’t be read is said, and the rest is found', async () => {
  const { titles, found } = await search('élections', {}, [], '2013');
  assert.deepEqual(titles, ['Élections à Nîmes', 'Un maire']);
  assert.ok(found.isIncomplete);
});

test('a query is its words, each once and without common ones, and its phrases', () => {
  assert.deepEqual(readQuery('Les élections de l’élection').words, ['election']);
  assert.deepEqual(readQuery('« palme d’or » "qualité de l\'air').phrases, [
    ['palme', 'd', 'or'],
    ['qualite', 'de', 'l', 'air'],
  ]);
  assert.deepEqual(readQuery('"port"').phrases, []);
  assert.deepEqual(readQuery('le de la').words, []);
});

test('a phrase is in a text that has its words one after the other', () => {
  const text = wordsIn('La Palme d’or, à 13h43');
  assert.ok(hasPhrases(text, [['palme', 'd', 'or'], ['13h43']]));
  assert.ok(!hasPhrases(text, [['or', 'palme']]));
  assert.ok(!hasPhrases(text, [['a', '13h43', 'precises']]));
});
