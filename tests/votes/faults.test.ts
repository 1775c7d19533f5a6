// Whatever the service of participation answers: what failed is told, the last good count of each poll stays with its time, and pages say it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Poll, PollTotals } from '../../src/site/site.ts';
import type { SnapshotPlace } from '../../src/snapshots/snapshot-place.ts';
import { DAY, HOUR } from '../../src/time/durations.ts';
import type { Instant } from '../../src/time/instant.ts';
import { takeVotes, type VoteOutcome } from '../../src/votes/take-votes.ts';
import { readVoteText } from '../../src/votes/vote-text.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { type Asked, localCdn, type Told } from '../purge/local-cdn.ts';

const NOW = Date.parse('2014-05-20T15:30:00+08:00');
const BEFORE = NOW - 3 * HOUR;

const poll = (slug: string, changes: Partial<Poll> = {}): Poll => ({
  slug,
  question: `${slug} ?`,
  choices: [
    { slug: 'oui', text: 'Oui' },
    { slug: 'non', text: 'Non' },
  ],
  opens: NOW - DAY,
  closes: NOW + DAY,
  results: 'always',
  ...changes,
});

/** Polls, a place that holds the votes of `before`, and a service that answers as it is told. */
async function take(
  tell: (asked: Asked) => Told,
  {
    polls = [poll('train'), poll('avion')],
    now = NOW,
    timeLimit = 10_000,
    text = KNOWN,
    pollTotals = null,
  }: {
    readonly polls?: readonly Poll[];
    readonly now?: Instant;
    readonly timeLimit?: number;
    readonly text?: string | null;
    readonly pollTotals?: PollTotals | null;
  } = {},
): Promise<{
  readonly outcome: VoteOutcome;
  readonly text: string | null;
  readonly asked: readonly Asked[];
}> {
  const server = await localCdn(tell);
  let written = text;
  const place: SnapshotPlace = {
    place: '_data',
    read: async () => written,
    async write(_, other) {
      written = other;
    },
  };
  const site = { polls, pollTotals, timeZone: 'Asia/Shanghai' };
  const tools = { fetch, pace: hurriedPace(now), timeLimit };
  const outcome = await takeVotes({ site, origin: server.url, place, tools });
  await server.close();
  return { outcome, text: written, asked: server.asked };
}

const KNOWN = JSON.stringify({
  date: new Date(BEFORE).toISOString(),
  votes: { train: { oui: 7, non: 2 }, avion: { oui: 1, non: 1 } },
});

const counted = (oui: number): Told => ({ status: 200, body: { ok: true, votes: { oui, non: 0 } } });

const FAULTS: readonly {
  readonly name: string;
  readonly reason: NonNullable<VoteOutcome['polls'][number]['failure']>['reason'];
  readonly told: Told;
  /** It is tried again six times in all where that may help. */
  readonly tries: number;
  /** In ms. */
  readonly timeLimit?: number;
}[] = [
  { name: 'never answers', reason: 'unreachable', told: 'silent', tries: 6, timeLimit: 40 },
  { name: 'is cut before it answers', reason: 'unreachable', told: 'cut', tries: 6 },
  { name: 'is cut in the middle', reason: 'unreachable', told: 'half', tries: 6 },
  { name: 'fails by itself', reason: 'unreachable', told: { status: 500 }, tries: 6 },
  {
    name: 'does not reach the site',
    reason: 'unreachable',
    told: { status: 503, body: { ok: false, reason: 'later' } },
    tries: 6,
  },
  {
    name: 'is asked too often, and says to come back in an hour',
    reason: 'limit',
    told: { status: 429, headers: { 'retry-after': '3600' } },
    tries: 1,
  },
  {
    name: 'does not know the poll',
    reason: 'unknown',
    told: { status: 404, body: { ok: false, reason: 'no-poll' } },
    tries: 1,
  },
  { name: 'wants nobody', reason: 'refused', told: { status: 403 }, tries: 1 },
  {
    name: 'leads elsewhere',
    reason: 'refused',
    told: { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    tries: 1,
  },
  {
    name: 'is somebody else’s page',
    reason: 'not-understood',
    told: { status: 200, body: '<!DOCTYPE html><title>Bienvenue</title>' },
    tries: 1,
  },
  {
    name: 'says something else',
    reason: 'not-understood',
    told: { status: 200, body: { votes: 3 } },
    tries: 1,
  },
  { name: 'says null', reason: 'not-understood', told: { status: 200, body: 'null' }, tries: 1 },
  {
    name: 'says a megabyte',
    reason: 'not-understood',
    told: { status: 200, body: JSON.stringify('x'.repeat(1_000_000)) },
    tries: 1,
  },
  {
    name: 'hides the votes',
    reason: 'hidden',
    told: { status: 200, body: { ok: true, votes: null } },
    tries: 1,
  },
  { name: 'counts less than nothing', reason: 'absurd', told: counted(-1), tries: 1 },
  { name: 'counts halves', reason: 'absurd', told: counted(1.5), tries: 1 },
  { name: 'counts more than there are people', reason: 'absurd', told: counted(1e300), tries: 1 },
  {
    name: 'counts in words',
    reason: 'absurd',
    told: { status: 200, body: { ok: true, votes: { oui: '7', non: 0 } } },
    tries: 1,
  },
  {
    name: 'counts for another poll',
    reason: 'absurd',
    told: { status: 200, body: { ok: true, votes: { pour: 7, contre: 1 } } },
    tries: 1,
  },
];

describe('a service that counts votes', () => {
  for (const { name, reason, told, tries, timeLimit } of FAULTS)
    it(`that ${name} leaves the poll its last count with its time, and the other poll its new one`, async () => {
      const { outcome, text, asked } = await take(
        ({ path }) => (path.includes('train') ? told : counted(9)),
        timeLimit === undefined ? {} : { timeLimit },
      );
      const [train, avion] = outcome.polls;
      assert.deepEqual([train?.result, train?.failure?.reason, train?.date], ['failed', reason, BEFORE]);
      assert.equal(asked.filter(({ path }) => path.includes('train')).length, tries);
      assert.equal(avion?.result, 'counted');
      const counts = readVoteText(text!, 'Asia/Shanghai')!;
      assert.deepEqual(counts.get('train'), { date: BEFORE, votes: { oui: 7, non: 2 } });
      assert.deepEqual(counts.get('avion')?.votes, { oui: 9, non: 0 });
      assert.ok(counts.get('avion')!.date >= NOW);
    });

  it('that is down for all of them leaves everything as it was', async () => {
    const { outcome, text } = await take(() => 'cut');
    assert.deepEqual([outcome.written, text], [false, KNOWN]);
    const none = await take(() => 'cut', { text: null });
    assert.deepEqual([none.outcome.polls[0]!.date, none.text], [null, null]);
  });
});

describe('the votes of a poll', () => {
  it('are asked for once more after its end, and stay', async () => {
    const closes = NOW + HOUR;
    const polls = [poll('train', { closes })];
    const open = await take(() => counted(8), { polls });
    const ended = await take(() => counted(8), { polls, now: closes + HOUR, text: open.text });
    assert.equal(ended.asked.length, 1);
    assert.ok(ended.outcome.written, 'the same votes are its last from now on');
    const later = await take(() => counted(99), { polls, now: closes + 2 * HOUR, text: ended.text });
    assert.deepEqual([later.asked.length, later.text], [0, ended.text]);
  });

  it('are asked for no longer than a week after its end, if nobody tells them', async () => {
    const polls = [poll('train', { closes: NOW - 8 * DAY, opens: NOW - 9 * DAY })];
    assert.equal((await take(() => counted(1), { polls, text: null })).asked.length, 0);
  });

  it('are those of the site’s data where these are later, and of no time to come', async () => {
    const pollTotals = { date: NOW - HOUR, counted: {}, votes: { train: { oui: 8, non: 2 } } };
    const { outcome } = await take(() => 'cut', { pollTotals });
    assert.deepEqual([outcome.polls[0]!.date, outcome.polls[1]!.date], [NOW - HOUR, BEFORE]);
    const text = JSON.stringify({ date: '2031-01-01T00:00:00Z', votes: { train: { oui: 7, non: 2 } } });
    const ahead = await take(() => counted(8), { polls: [poll('train')], text });
    assert.ok(readVoteText(ahead.text!, 'UTC')!.get('train')!.date < NOW + HOUR);
  });

  it('are written anew over a snapshot that nobody can read', async () => {
    const { outcome, text } = await take(() => counted(5), { text: '<<<<<<< HEAD' });
    assert.deepEqual([outcome.damaged, outcome.written], [true, true]);
    assert.equal(readVoteText(text!, 'UTC')!.size, 2);
  });
});
