// `/sondages/{slug}/`: a vote is counted once, and whoever may see the answers sees them, as a page or as data.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { POLLS_URL, pollUrl } from '../address/addresses.ts';
import { groupDigits } from '../locale/numbers.ts';
import { servicePageWords as words } from '../locale/participation-words.ts';
import { wholePercents } from '../locale/whole-percents.ts';
import type { Instant } from '../time/instant.ts';
import { page, pageHeaders, readableBySite, refuse, wantsJson } from './answer.ts';
import { type Connection, type Context, LIMITS, networkKey, type ServiceInput } from './context.ts';
import { readForm } from './read-form.ts';
import { isSentByOtherSite } from './senders.ts';
import type { ListedPoll } from './site-lists.ts';
import type { Refusal } from './submission.ts';
import { isVoteToken, voteToken } from './vote-token.ts';

const POLL_ROUTE = `${POLLS_URL}:slug/` as const;

/** Figures that all may see are the same for all for so long, in seconds. */
const SAME_FIGURES = 30;
/** The parameter of an address, and the field of a form, that holds the token. */
const TOKEN = 'token';

export function voteRoutes(service: ServiceInput): Hono<{ Bindings: Connection }> {
  const { settings, store } = service;
  const routes = new Hono<{ Bindings: Connection }>();

  routes.post(POLL_ROUTE, async c => {
    const slug = c.req.param('slug');
    const outcome = await receive(c, service, slug);
    if (typeof outcome === 'string')
      return refuse(c, settings, outcome, outcome === 'no-poll' ? '' : pollUrl(slug));
    const token = await voteToken(store, slug);
    if (wantsJson(c)) {
      const figures = await figuresFor(service, outcome, token);
      return c.json({ ok: true, token, ...figures }, 200, readableBySite(settings));
    }
    return c.redirect(`${pollUrl(slug)}?${TOKEN}=${token}`, 303);
  });

  routes.get(POLL_ROUTE, async c => {
    const poll = await pollAsked(service, c.req.param('slug'));
    if (typeof poll === 'string') return refuse(c, settings, poll);
    const token = c.req.query(TOKEN) ?? '';
    const figures = await figuresFor(service, poll, token);
    const hasVoted = await isVoteToken(store, poll.slug, token);
    const body = html`${hasVoted ? html`<p>${words.thanksForVote}</p>` : ''}
<h2>${poll.question}</h2>
${figures === null ? html`<p>${poll.results === 'voted' ? words.hiddenUntilVoted : words.hiddenUntilClosed}</p>` : answers(poll, figures)}
<p><a href="${settings.site}${pollUrl(poll.slug)}">${words.backToPoll}</a></p>`;
    return c.html(page(words.pollTitle, body), 200, pageHeaders());
  });

  routes.get(`${POLL_ROUTE}votes.json`, async c => {
    const poll = await pollAsked(service, c.req.param('slug'));
    const headers = readableBySite(settings);
    if (typeof poll === 'string')
      return c.json({ ok: false, reason: poll }, poll === 'later' ? 503 : 404, headers);
    const token = c.req.query(TOKEN) ?? '';
    const figures = await figuresFor(service, poll, token);
    const kept = token === '' ? `public, max-age=${SAME_FIGURES}` : 'private, no-store';
    return c.json({ ok: true, votes: null, ...figures }, 200, { ...headers, 'Cache-Control': kept });
  });
  return routes;
}

/** The poll in which the vote was counted, or why it was not. */
async function receive(c: Context, service: ServiceInput, slug: string): Promise<ListedPoll | Refusal> {
  const { settings, store, now } = service;
  if (isSentByOtherSite(c, settings)) return 'origin';
  const network = await networkKey(c, service, 'votes');
  if (!(await store.take(`r:${network}`, LIMITS.requests, now()))) return 'too-many';
  const form = await readForm(c.req.raw);
  if (!form.ok) return form.reason;
  const poll = await pollAsked(service, slug);
  if (typeof poll === 'string') return poll;
  if (isClosed(poll, now())) return 'poll-closed';
  const choice = form.fields.get('choice') ?? '';
  if (!poll.choices.some(each => each.slug === choice)) return 'no-choice';
  // Whoever says so has voted on another day, or from another network.
  if (await isVoteToken(store, slug, form.fields.get(TOKEN) ?? '')) return 'known-vote';
  if (!(await store.take(`v:${network}`, LIMITS.votes, now()))) return 'too-many';
  const voter = await networkKey(c, service, `vote ${slug}\n${c.req.header('user-agent') ?? ''}`);
  const outcome = await store.vote({ poll: slug, choice, voter });
  return outcome === 'counted' ? poll : 'known-vote';
}

async function pollAsked({ lists, now, log }: ServiceInput, slug: string): Promise<ListedPoll | Refusal> {
  try {
    const poll = await lists.poll(slug);
    return poll === null || now() < poll.opens ? 'no-poll' : poll;
  } catch (error) {
    log({ event: 'failure', what: 'lists', reason: String((error as Error).name) });
    return 'later';
  }
}

function isClosed({ closes }: ListedPoll, now: Instant): boolean {
  return now >= closes;
}

interface Figures {
  /** Per choice of the poll, how many. */
  readonly votes: Readonly<Record<string, number>>;
  /** Per choice, whole, and 100 together if there are any votes. */
  readonly percents: Readonly<Record<string, number>>;
}

/** null: whoever asks may not see them yet. */
async function figuresFor(
  { store, now }: ServiceInput,
  poll: ListedPoll,
  token: string,
): Promise<Figures | null> {
  const isShown =
    poll.results === 'always' ||
    isClosed(poll, now()) ||
    (poll.results === 'voted' && (await isVoteToken(store, poll.slug, token)));
  if (!isShown) return null;
  const counted = (await store.votes(poll.slug))[poll.slug];
  const slugs = poll.choices.map(({ slug }) => slug);
  const counts = slugs.map(slug => counted?.[slug] ?? 0);
  const ofEach = (numbers: readonly number[]): Readonly<Record<string, number>> =>
    Object.fromEntries(slugs.map((slug, at) => [slug, numbers[at]!]));
  return { votes: ofEach(counts), percents: ofEach(wholePercents(counts)) };
}

function answers({ choices }: ListedPoll, { votes, percents }: Figures) {
  const total = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return html`<ul>
${choices.map(({ slug, text }) => html`<li>${text}\u00a0: ${percents[slug]}\u00a0% (${groupDigits(votes[slug]!)})</li>\n`)}</ul>
<p>${words.votesOf(total)}</p>`;
}
