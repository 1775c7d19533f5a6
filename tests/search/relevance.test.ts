// Readers find what they seek: each query that was written down beforehand leads to the article that it is about.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type DemonstrationSearch, demonstrationSearch } from './demonstration-search.ts';
import { QUERIES } from './queries.ts';

const FIRST = 3;
const ENOUGH = 0.95;

let search: DemonstrationSearch;

before(async () => {
  search = await demonstrationSearch();
});

describe('the search of the demonstration', () => {
  it('has the article that a query is about among the first three, nineteen times of twenty', async () => {
    const missed: string[] = [];
    for (const [typed, slug] of QUERIES) {
      const place = (await search.slugs(typed)).indexOf(slug);
      if (place === -1 || place >= FIRST) missed.push(`${typed}: ${slug} is at ${place}`);
    }
    assert.equal(QUERIES.length, 60);
    assert.ok(missed.length <= QUERIES.length * (1 - ENOUGH), missed.join('\n'));
  });
});
