// A poll and its votes to what pages show of them.

import { pollUrl } from '../../address/addresses.ts';
import { pollState } from '../../edition/snapshots.ts';
import { wholePercents } from '../../locale/whole-percents.ts';
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
  /** While the answers are hidden: whether those who have voted see them all the same; null: they are not hidden. */
  readonly hidden: { readonly forVoters: boolean } | null;
  /** When the votes were counted; null: they have not been yet, or are hidden. */
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
  const closed = pollState(poll, now) === 'closed';
  const hidden = closed || poll.results === 'always' ? null : { forVoters: poll.results === 'voted' };
  const counts = hidden === null ? pollTotals?.votes[poll.slug] : undefined;
  const votesOf = (choice: string): number => counts?.[choice] ?? 0;
  const votes = poll.choices.reduce((sum, { slug }) => sum + votesOf(slug), 0);
  const percents = wholePercents(poll.choices.map(({ slug }) => votesOf(slug)));
  return {
    slug: poll.slug,
    url: pollUrl(poll.slug),
    question: poll.question,
    closes: momentOf(poll.closes, timeZone),
    closed,
    action: closed || participation === null ? null : `${participation}${pollUrl(poll.slug)}`,
    hidden,
    counted:
      pollTotals && counts ? momentOf(pollTotals.counted[poll.slug] ?? pollTotals.date, timeZone) : null,
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
