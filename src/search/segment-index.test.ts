import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { packTerms } from './article-terms.ts';
import type { Weight } from './packed-terms.ts';
import { BARE } from './sample-articles.ts';
import { bucketCount, bucketOf, indexOf, readPostings } from './segment-index.ts';

/** Of one article: each term with its weight. */
function weights(packed: string): ReadonlyMap<string, Weight> {
  const found = new Map<string, Weight>();
  for (const bucket of indexOf([packed], 4))
    for (const [term, postings] of Object.entries(bucket))
      readPostings(postings, (_, weight) => found.set(term, weight));
  return found;
}

test('a word counts most in the title, then around the text, then again and again, then once', () => {
  const article = { ...BARE, title: 'Le port', summary: 'Un navire au port.', place: 'Sèvres' };
  const found = weights(packTerms(article, 'Le navire quitte le quai. Un quai, deux quais, une grue.'));
  assert.deepEqual(
    ['port', 'navir', 'sevr', 'quai', 'gru', 'le'].map(term => found.get(term)),
    [3, 2, 2, 1, 0, undefined],
  );
});

test('section and source are terms that no text has', () => {
  const found = weights(packTerms({ ...BARE, source: 'Chine nouvelle' }, '#chine @chine_nouvelle'));
  assert.equal(found.get('#chine'), 0);
  assert.equal(found.get('@chine_nouvelle'), 0);
  assert.ok(found.has('chin'));
});

test('captions, signatures and topics find an article, too', () => {
  const article = {
    ...BARE,
    authors: ['Lin Wei'],
    topics: ['coupe-du-monde-2014'],
    gallery: [{ caption: 'Un tatou.' }],
    video: { title: 'La mascotte', caption: null },
  };
  const found = weights(packTerms(article, ''));
  for (const term of ['lin', 'wei', 'coup', '2014', 'tatou', 'mascot'])
    assert.equal(found.get(term), 2, term);
});

test('a half of the archive needs as many buckets or half of them', () => {
  assert.deepEqual([1, 64, 65, 128, 9125, 100_000].map(bucketCount), [1, 1, 2, 2, 256, 2048]);
});

test('words of one beginning are in one bucket', () => {
  for (const buckets of [1, 2, 64, 2048]) {
    const places = new Set(['negoc', 'negociat', 'nego', 'negozzz'].map(term => bucketOf(term, buckets)));
    assert.equal(places.size, 1);
  }
});

test('the index gives back who has a term, whatever terms there are', () => {
  const term = fc.oneof(
    fc.constantFrom('constructor', '__proto__', '2014', 'port'),
    fc.stringMatching(/^[a-z0-9]{1,8}$/),
  );
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(term), { maxLength: 20 }),
      fc.constantFrom(1, 2, 16),
      (articles, buckets) => {
        const index = indexOf(
          articles.map(terms => `\n\n\n${terms.join(' ')}`),
          buckets,
        );
        const written = JSON.parse(JSON.stringify(index)) as typeof index;
        for (const sought of new Set(articles.flat())) {
          const found: number[] = [];
          const bucket = written[bucketOf(sought, buckets)]!;
          readPostings(Object.hasOwn(bucket, sought) ? bucket[sought]! : [], article => found.push(article));
          assert.deepEqual(
            found,
            articles.flatMap((terms, place) => (terms.includes(sought) ? [place] : [])),
          );
        }
      },
    ),
    howMany('search indexes'),
  );
});
