import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { someEntry } from '../../../tests/some-entries.ts';
import { makeEdition } from '../../edition/edition.ts';
import { holdersOfMonths } from '../../edition/holders.ts';
import { summarize } from '../../edition/month-summary.ts';
import { knownMonth, MonthsOfEntries } from '../../edition/months-of-entries.ts';
import type { Site } from '../../site/site.ts';
import { HOUR } from '../../time/durations.ts';
import { mostReadArticles } from '../most-read/most-read-articles.ts';
import type { PageContext } from '../page-type.ts';
import { flashes } from './flash-page.ts';

const NOW = Date.UTC(2014, 4, 20, 12);

const site = {
  name: 'Le Quotidien',
  authors: [],
  formerly: [],
  sections: [],
  flashHours: 6,
  picksLength: 5,
  mostRead: null,
} as unknown as Site;

/** An hour apart, the newest first; all of one month. */
const articles = [1, 2, 9].map(hours =>
  someEntry({
    slug: `il-y-a-${hours}-heures`,
    file: `articles/il-y-a-${hours}-heures.md`,
    day: '2014-05-20',
    date: NOW - hours * HOUR,
    from: NOW - hours * HOUR,
    flash: { text: null, until: null },
    pick: true,
  }),
);

describe('a month whose articles were let go since the edition was made', () => {
  const holders = holdersOfMonths(0);
  const monthAt = () => '2014-05';
  const month = knownMonth(
    '2014-05',
    summarize(articles, monthAt),
    { all: () => articles.map(each => ({ ...each })), ofDossier: () => [] },
    holders,
  );
  const edition = makeEdition(new MonthsOfEntries([month], monthAt, () => '2014-05'), site, NOW);
  holders.letGoOfMany();
  const context = { edition, site, editorialPages: [] } as unknown as PageContext;

  it('has no flash both in the ticker and among those that were', () => {
    const [page] = [...flashes.pages(context)];
    const { now, past } = page!.shown as Record<'now' | 'past', { readonly flashes: readonly unknown[] }>;
    assert.deepEqual([now.flashes.length, past.flashes.length], [2, 1]);
  });

  it('has each of its picks once in the newsroom’s choice', () => {
    const { entries } = mostReadArticles(context, 5)!;
    assert.deepEqual(
      entries.map(({ file }) => file),
      articles.map(({ file }) => file),
    );
  });
});
