// A poll becomes what the service of participation has counted for it, or why that is not known.
import { z } from 'zod';
import { pollUrl } from '../address/addresses.ts';
import { askForJson, type JsonTools, parsedJson } from '../asking/ask-for-json.ts';
import { censor } from '../asking/without-secrets.ts';
import type { Poll } from '../site/site.ts';

export type VoteReply = { readonly ok: true; readonly votes: Readonly<Record<string, number>> } | NoVotes;

export interface NoVotes {
  readonly ok: false;
  readonly reason: /** It does not answer, not in time, or with a failure of its own. */
    | 'unreachable'
    /** More than it answers in this time. */
    | 'limit'
    /** It does not know the poll: the site that it asks for polls has none of that name. */
    | 'unknown'
    /** By its clock nobody may see the votes yet. */
    | 'hidden'
    /** Whoever answers is not the service, or does not want us. */
    | 'refused'
    /** A page, or data of another form. */
    | 'not-understood'
    /** Votes that are none: less than nothing, halves, of no choice of the poll. */
    | 'absurd'
    /** The time that one command may take was over before. */
    | 'late';
  /** In the service's words or in figures, and perhaps nothing. */
  readonly detail: string;
}

/** In bytes: a poll has twelve choices at most. */
const LONGEST_REPLY = 64 * 1024;

/** What `votes.json` of the service says. */
const replySchema = z.object({ ok: z.literal(true), votes: z.record(z.string(), z.unknown()).nullable() });
const votesSchema = z.record(z.string(), z.int().min(0));

const clean = censor([]);

/** @param origin of the service, without a final slash. Never throws. */
export async function askVotes(
  { slug, choices }: Pick<Poll, 'slug' | 'choices'>,
  origin: string,
  tools: JsonTools,
): Promise<VoteReply> {
  if (tools.pace.now() >= tools.until) return noVotes('late');
  const url = `${origin}${pollUrl(slug)}votes.json`;
  const question = { url, headers: { accept: 'application/json' }, clean, longest: LONGEST_REPLY, wordsIn };
  const reply = await askForJson(question, tools);
  if (!reply.ok) return noVotes(reasonOf(reply.status), reply.detail);
  const read = replySchema.safeParse(reply.json);
  if (!read.success) return noVotes('not-understood');
  if (read.data.votes === null) return noVotes('hidden');
  const votes = votesSchema.safeParse(read.data.votes);
  if (!votes.success) return noVotes('absurd');
  const ofChoices = choices.flatMap(choice =>
    Object.hasOwn(votes.data, choice.slug) ? [[choice.slug, votes.data[choice.slug]!] as const] : [],
  );
  // Choices may have come and gone since the site was published; those of another poll are all unknown.
  return ofChoices.length === 0 ? noVotes('absurd') : { ok: true, votes: Object.fromEntries(ofChoices) };
}

/** By the meaning that RFC 9110, § 15, and RFC 6585, § 4, give them. */
function reasonOf(status: number | null): NoVotes['reason'] {
  if (status === null || status === 408 || status >= 500) return 'unreachable';
  if (status >= 200 && status <= 299) return 'not-understood';
  if (status === 429) return 'limit';
  return status === 404 ? 'unknown' : 'refused';
}

/** `{"ok":false,"reason":"no-poll"}` is the service's form; pages say nothing on a terminal. */
function wordsIn(text: string): string {
  const said = parsedJson(text);
  const reason = typeof said === 'object' && said !== null && 'reason' in said ? said.reason : '';
  return typeof reason === 'string' ? reason : '';
}

function noVotes(reason: NoVotes['reason'], detail = ''): NoVotes {
  return { ok: false, reason, detail };
}
