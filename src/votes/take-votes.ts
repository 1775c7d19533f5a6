// The polls of a portal, and the snapshot there was, become the snapshot there is: what is counted now, and the last good count of each other poll.
import { isDeepStrictEqual } from 'node:util';
import type { JsonTools } from '../asking/ask-for-json.ts';
import type { Poll, Site } from '../site/site.ts';
import type { SnapshotPlace } from '../snapshots/snapshot-place.ts';
import { DAY, MINUTE } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { askVotes, type NoVotes } from './ask-votes.ts';
import { countsOf, type PollCount, type PollCounts, readVoteText, voteText } from './vote-text.ts';

export interface VoteRun {
  readonly site: Pick<Site, 'polls' | 'pollTotals' | 'timeZone'>;
  /** Of the service, without a final slash. */
  readonly origin: string;
  readonly place: SnapshotPlace;
  readonly tools: Omit<JsonTools, 'until'>;
}

export interface VoteOutcome {
  /** Those that were asked for, in the order of the site. */
  readonly polls: readonly PollOutcome[];
  /** Whether the snapshot is another one now. */
  readonly written: boolean;
  /** Whether there was one that could not be read. */
  readonly damaged: boolean;
}

export interface PollOutcome {
  readonly slug: string;
  readonly question: string;
  readonly result: 'counted' | 'same' | 'failed';
  /** How many votes there are in all; null: none were ever counted. */
  readonly votes: number | null;
  /** How many there were before, where that was more: votes do not go by themselves. */
  readonly fewerThan: number | null;
  /** When what there is now was counted; null: nothing was. */
  readonly date: Instant | null;
  readonly failure: Omit<NoVotes, 'ok'> | null;
}

/** All pauses and requests of one command, in ms. */
const PATIENCE = MINUTE;

/** Whoever has not told the last votes of a poll so long after it closed is not asked any more. */
const ASKED_AFTERWARDS = 7 * DAY;

export async function takeVotes({ site, origin, place, tools }: VoteRun): Promise<VoteOutcome> {
  const now = tools.pace.now();
  const text = await place.read('poll-totals');
  const known = text === null ? null : readVoteText(text, site.timeZone);
  const before = newerOf(known, site, now);
  const until = now + PATIENCE;
  const counts = new Map(before);
  const polls: PollOutcome[] = [];
  for (const poll of site.polls.filter(each => isDue(each, before.get(each.slug), now))) {
    const { slug, question } = poll;
    const last = before.get(slug) ?? null;
    const reply = await askVotes(poll, origin, { ...tools, until });
    if (!reply.ok) {
      const { ok: _, ...failure } = reply;
      polls.push({ ...told(slug, question, last), result: 'failed', fewerThan: null, failure });
      continue;
    }
    const isSame = last !== null && isDeepStrictEqual(last.votes, reply.votes);
    // A count that says the same is left alone, so that nothing is built for it; but the last one has to be dated after the poll's end.
    const count = isSame && now < poll.closes ? last : { date: now, votes: reply.votes };
    counts.set(slug, count);
    const fewerThan = last !== null && sumOf(last) > sumOf(count) ? sumOf(last) : null;
    polls.push({
      ...told(slug, question, count),
      result: isSame ? 'same' : 'counted',
      fewerThan,
      failure: null,
    });
  }
  const damaged = text !== null && known === null;
  const written = counts.size > 0 && (damaged || !isDeepStrictEqual(counts, before));
  if (written) await place.write('poll-totals', voteText(counts, site.timeZone));
  return { polls, written, damaged };
}

/** Of each poll the count that is dated later: that of the place, or that of the site's data. Nothing was counted later than now. */
function newerOf(known: PollCounts | null, { pollTotals }: VoteRun['site'], now: Instant): PollCounts {
  const counts = new Map<string, PollCount>();
  const ofData = pollTotals === null ? [] : countsOf(pollTotals);
  for (const [poll, { date, votes }] of [...ofData, ...(known ?? [])]) {
    const count = { date: Math.min(date, now), votes };
    if ((counts.get(poll)?.date ?? Number.NEGATIVE_INFINITY) <= count.date) counts.set(poll, count);
  }
  return counts;
}

/** Pages show votes while a poll is open if it says so, and after its end; and the votes of its end stay. */
function isDue({ opens, closes, results }: Poll, last: PollCount | undefined, now: Instant): boolean {
  if (now < opens) return false;
  if (now < closes) return results === 'always';
  return now < closes + ASKED_AFTERWARDS && (last === undefined || last.date < closes);
}

function told(slug: string, question: string, count: PollCount | null) {
  return { slug, question, votes: count && sumOf(count), date: count?.date ?? null };
}

function sumOf({ votes }: PollCount): number {
  return Object.values(votes).reduce((sum, each) => sum + each, 0);
}
