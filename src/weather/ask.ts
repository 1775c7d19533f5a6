// An address of a provider becomes the JSON that is there, or why there is none. What may succeed later is asked again.
import { pauseAskedFor } from '../purge/answer.ts';
import { askPatiently } from '../purge/patience.ts';
import type { Censor } from '../purge/without-secrets.ts';
import { MINUTE } from '../time/durations.ts';
import { type AskingTools, type Failure, type FailureReason, failure } from './provider.ts';

export interface Question {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of whatever is told of the answer. */
  readonly clean: Censor;
}

export interface Reply {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  /** Parsed; undefined: there is no body (304). */
  readonly json: unknown;
}

/** In bytes: more than fifty cities need. */
const LONGEST_BODY = 4 * 1024 * 1024;

/** By the meaning that RFC 9110, § 15, and RFC 6585, § 4, give them. */
const REASONS: Readonly<Record<number, FailureReason>> = {
  400: 'bad-request',
  401: 'refused',
  403: 'refused',
  404: 'bad-request',
  408: 'unreachable',
  422: 'bad-request',
  429: 'limit',
};

const WORTH_ANOTHER_TRY: readonly number[] = [408, 429];

/** Whether the provider would say the same of any other city. */
export function isOfAll({ reason }: Failure): boolean {
  return ['limit', 'refused', 'late'].includes(reason);
}

/** Redirections are not followed: a key goes to nobody else. */
export async function ask(question: Question, tools: AskingTools): Promise<Reply | Failure> {
  if (tools.pace.now() >= tools.until) return failure('late');
  const answer = await askPatiently(() => askOnce(question, tools), tools.pace, tools.until);
  if (answer.ok) return answer;
  const { reason, detail, notBefore } = answer;
  return failure(reason, detail, notBefore === undefined ? null : tools.pace.now() + notBefore);
}

interface MissedReply {
  readonly ok: false;
  readonly reason: FailureReason;
  readonly detail: string;
  readonly again: boolean;
  /** In ms from now. */
  readonly notBefore?: number;
}

function missed(reason: FailureReason, detail: string, again: boolean): MissedReply {
  return { ok: false, reason, detail, again };
}

async function askOnce(
  { url, headers, clean }: Question,
  { fetch, pace, timeLimit, until }: AskingTools,
): Promise<Reply | MissedReply> {
  let response: Response;
  let text: string | null;
  try {
    const limit = Math.max(1, Math.min(timeLimit, until - pace.now()));
    const signal = AbortSignal.timeout(limit);
    response = await fetch(url, { headers, redirect: 'manual', signal });
    text = await textOf(response);
  } catch (error) {
    return missed('unreachable', clean(causeOf(error as Error)), true);
  }
  const { status } = response;
  if (status === 304) return { ok: true, status, headers: response.headers, json: undefined };
  if (status < 200 || status > 299)
    return refusal(response, clean(`HTTP ${status} ${reasonIn(text)}`), pace.now());
  const json = text === null ? undefined : parsed(text);
  if (json === undefined) return missed('not-understood', clean((text ?? '').slice(0, 60)), false);
  return { ok: true, status, headers: response.headers, json };
}

function refusal({ status, headers }: Response, detail: string, now: number): MissedReply {
  const reason = REASONS[status] ?? 'unreachable';
  const pause = pauseAskedFor(headers.get('retry-after') ?? undefined, now);
  return {
    ...missed(reason, detail, WORTH_ANOTHER_TRY.includes(status) || status >= 500),
    ...(pause === null ? {} : { notBefore: pause }),
  };
}

/** `{"error": true, "reason": "…"}` is Open-Meteo's form; others send pages, which say nothing on a terminal. */
function reasonIn(text: string | null): string {
  const said = text === null ? undefined : parsed(text);
  const reason = typeof said === 'object' && said !== null && 'reason' in said ? said.reason : '';
  return typeof reason === 'string' ? reason : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** null: it is too long to be a forecast. */
async function textOf({ body }: Response): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_BODY) return null;
  }
  return Buffer.concat(pieces).toString();
}

/** `fetch` hides the cause one deeper: `ECONNREFUSED`. */
function causeOf(error: Error): string {
  if (error.name === 'TimeoutError') return 'timeout';
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  return cause.code ?? cause.message;
}

/** All pauses and requests of one command, in ms. */
export const PATIENCE = MINUTE;
