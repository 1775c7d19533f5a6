// What readers see of polls: whole percentages that add up, the order of polls, the one beside the articles.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { wholePercents } from '../../locale/whole-percents.ts';
import type { Poll, Site } from '../../site/site.ts';
import { HOUR } from '../../time/durations.ts';
import { pollInFurniture, pollsIn, pollView } from './poll.ts';

/** Opens at `opens` and closes at `closes`, in hours. */
function poll(slug: string, opens: number, closes: number): Poll {
  return {
    slug,
    question: `${slug} ?`,
    choices: [
      { slug: 'oui', text: 'Oui' },
      { slug: 'non', text: 'Non' },
    ],
    opens: opens * HOUR,
    closes: closes * HOUR,
    results: 'always',
  };
}

/** Of a portal's data, what polls are made from. */
function site(polls: readonly Poll[], changes: Partial<Site> = {}): Site {
  return { polls, pollTotals: null, participation: null, timeZone: 'UTC', ...changes } as Site;
}

const slugs = (polls: readonly Poll[]): readonly string[] => polls.map(({ slug }) => slug);

describe('the percentages of a poll', () => {
  it('are whole and add up to 100 whatever was voted', () => {
    const counts = fc.array(fc.oneof(fc.nat(20), fc.maxSafeNat()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        counts.filter(list => list.some(count => count > 0)),
        list => {
          const percents = wholePercents(list);
          assert.equal(percents.length, list.length);
          assert.ok(percents.every(percent => Number.isInteger(percent) && percent >= 0));
          assert.equal(
            percents.reduce((sum, percent) => sum + percent, 0),
            100,
          );
        },
      ),
    );
  });

  it('are each less than one away from the exact share, and never rank fewer votes above more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }), list => {
        const sum = list.reduce((total, count) => total + count, 0);
        fc.pre(sum > 0);
        const percents = wholePercents(list);
        list.forEach((count, index) => {
          assert.ok(Math.abs(percents[index]! - (count * 100) / sum) < 1);
          list.forEach((other, at) => {
            if (other > count) assert.ok(percents[at]! >= percents[index]!);
          });
        });
      }),
    );
  });

  it('of equal votes give what is left over to the first', () => {
    assert.deepEqual(wholePercents([1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(wholePercents([2, 1]), [67, 33]);
  });

  it('are all zero without votes', () => {
    assert.deepEqual(wholePercents([0, 0, 0]), [0, 0, 0]);
    const { votes, counted, choices } = pollView(poll('a', 0, 9), site([]), 0);
    assert.deepEqual([votes, counted, choices.map(({ percent }) => percent)], [0, null, [0, 0]]);
  });
});

describe('a poll', () => {
  const counted = { date: HOUR, counted: {}, votes: { a: { oui: 3, inconnu: 5 }, parti: { oui: 9 } } };

  it('counts the votes of its own choices, and none for a choice that nobody took', () => {
    const { votes, choices } = pollView(poll('a', 0, 9), site([], { pollTotals: counted }), 2 * HOUR);
    assert.equal(votes, 3);
    assert.deepEqual(
      choices.map(({ slug, votes, percent }) => [slug, votes, percent]),
      [
        ['oui', 3, 100],
        ['non', 0, 0],
      ],
    );
  });

  it('says when its own votes were counted, where others were counted later', () => {
    const totals = { ...counted, date: 5 * HOUR, counted: { a: 2 * HOUR } };
    const view = pollView(poll('a', 0, 9), site([], { pollTotals: totals }), 6 * HOUR);
    assert.equal(view.counted?.iso, '1970-01-01T02:00:00+00:00');
  });

  it('keeps its answers to itself until it closes, if it says so', () => {
    for (const results of ['voted', 'closed'] as const) {
      const viewAt = (hours: number) =>
        pollView({ ...poll('a', 0, 9), results }, site([], { pollTotals: counted }), hours * HOUR);
      const { hidden, votes, counted: when } = viewAt(8);
      assert.deepEqual([hidden, votes, when], [{ forVoters: results === 'voted' }, 0, null]);
      assert.deepEqual([viewAt(9).hidden, viewAt(9).votes], [null, 3]);
    }
  });

  it('takes votes from its opening to its closing, where a service does', () => {
    const answered = site([], { participation: 'https://avis.example' });
    const actionAt = (hours: number, of = answered): string | null =>
      pollView(poll('a', 0, 9), of, hours * HOUR).action;
    assert.equal(actionAt(0), 'https://avis.example/sondages/a/');
    assert.equal(actionAt(9 - 1e-6), 'https://avis.example/sondages/a/');
    assert.equal(actionAt(9), null);
    assert.equal(actionAt(0, site([])), null);
  });
});

describe('polls', () => {
  const polls = [
    poll('tard', 0, 30),
    poll('b', 0, 20),
    poll('a', 0, 20),
    poll('futur', 15, 16),
    poll('ancien', 0, 5),
    poll('recent', 0, 8),
  ];

  it('are listed open ones first to close first, closed ones last to close first, none that is to come', () => {
    assert.deepEqual(slugs(pollsIn('open', site(polls), 10 * HOUR)), ['a', 'b', 'tard']);
    assert.deepEqual(slugs(pollsIn('closed', site(polls), 10 * HOUR)), ['recent', 'ancien']);
  });

  it('leave the file’s order as it is', () => {
    const before = slugs(polls);
    pollsIn('open', site(polls), 10 * HOUR);
    assert.deepEqual(slugs(polls), before);
  });

  it('show beside articles the open one that closes first, or else the one that closed last', () => {
    const votes = Object.fromEntries(polls.map(({ slug }) => [slug, { oui: 1 }]));
    const answered = site(polls, { pollTotals: { date: 0, counted: {}, votes } });
    const shown = (hours: number): string | undefined => pollInFurniture(answered, hours * HOUR)?.slug;
    assert.equal(shown(1), 'ancien');
    assert.equal(shown(10), 'a');
    assert.equal(shown(15), 'futur');
    assert.equal(shown(25), 'tard');
    assert.equal(shown(30), 'tard');
    assert.equal(pollInFurniture(answered, 30 * HOUR)?.closed, true);
    assert.equal(pollInFurniture(site([poll('futur', 15, 16)]), 0), null);
    assert.equal(pollInFurniture(site([]), 0), null);
  });

  it('show beside articles none that nobody has answered or can answer', () => {
    const at = (hours: number, changes: Partial<Site>): string | undefined =>
      pollInFurniture(site(polls, changes), hours * HOUR)?.slug;
    const participation = 'https://avis.example';
    const votesOf = (...slugs: readonly string[]) => ({
      pollTotals: { date: 0, counted: {}, votes: Object.fromEntries(slugs.map(slug => [slug, { oui: 1 }])) },
    });
    assert.equal(at(10, {}), undefined);
    assert.equal(at(10, { participation }), 'a');
    assert.equal(at(10, votesOf('tard', 'recent')), 'tard');
    assert.equal(at(10, votesOf('ancien')), 'ancien');
    assert.equal(at(30, { participation }), undefined);
    assert.equal(at(30, { pollTotals: { date: 0, counted: {}, votes: { tard: { oui: 0 } } } }), undefined);
  });
});
