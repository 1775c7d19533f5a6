// A poll and its votes to what pages show of them.

import { pollUrl } from '../../address/addresses.ts';
import { pollState } from '../../edition/snapshots.ts';
import type { Poll, Site } from '../../site/site.ts';
import type { Instant } from '../../time/instant.ts';
import { type Moment, momentOf } from '../../time/moment.ts';

/** A poll as pages show it. */
export interface PollView {
  readonly slug: string;
  readonly url: string;
  readonly question: string;
  readonly closes: Moment;
  readonly closed: boolean;
  /** Where the vote is sent; null: the poll is closed, or no service takes votes. */
  readonly action: string | null;
  /** When the votes were counted; null: they have not been yet. */
  readonly counted: Moment | null;
  readonly votes: number;
  readonly choices: readonly {
    readonly slug: string;
    readonly text: string;
    readonly votes: number;
    /** Whole number, 0 to 100. */
    readonly percent: number;
  }[];
}

export function pollView(poll: Poll, site: Site, now: Instant): PollView {
  const { participation, pollTotals, timeZone } = site;
  const counts = pollTotals?.votes[poll.slug];
  const votesOf = (choice: string): number => counts?.[choice] ?? 0;
  const votes = poll.choices.reduce((sum, { slug }) => sum + votesOf(slug), 0);
  const percents = wholePercents(poll.choices.map(({ slug }) => votesOf(slug)));
  const closed = pollState(poll, now) === 'closed';
  return {
    slug: poll.slug,
    url: pollUrl(poll.slug),
    question: poll.question,
    closes: momentOf(poll.closes, timeZone),
    closed,
    action: closed || participation === null ? null : `${participation}${pollUrl(poll.slug)}`,
    counted: pollTotals && counts ? momentOf(pollTotals.date, timeZone) : null,
    votes,
    choices: poll.choices.map(({ slug, text }, index) => ({
      slug,
      text,
      votes: votesOf(slug),
      percent: percents[index]!,
    })),
  };
}

/**
 * Of the polls that can be answered or have answers: the open one that closes first, or else the one that closed last; null: there is
 * neither.
 */
export function pollInFurniture(site: Site, now: Instant): PollView | null {
  const polls = [...pollsIn('open', site, now), ...pollsIn('closed', site, now)];
  for (const poll of polls) {
    const view = pollView(poll, site, now);
    if (view.action !== null || view.votes > 0) return view;
  }
  return null;
}

/** Open ones: the next to close first. Closed ones: the last to close first. At the same instant, by slug. */
export function pollsIn(state: 'open' | 'closed', site: Site, now: Instant): readonly Poll[] {
  const sign = state === 'open' ? 1 : -1;
  return site.polls
    .filter(poll => pollState(poll, now) === state)
    .sort((a, b) => sign * (a.closes - b.closes) || (a.slug < b.slug ? -1 : 1));
}

/**
 * Whole percentages that add up to 100 (largest remainder, Hamilton's method; equal remainders go to the earlier one), as
 * readers add them up. All zero when there are no votes.
 */
export function wholePercents(counts: readonly number[]): readonly number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0) return counts.map(() => 0);
  const exact = counts.map(count => (count * 100) / sum);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((total, percent) => total + percent, 0);
  exact
    .map((percent, index) => ({ index, rest: percent - whole[index]! }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, missing)
    .forEach(({ index }) => {
      whole[index]!++;
    });
  return whole;
}
