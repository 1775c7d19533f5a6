// A request to a service becomes the JSON of its reply, asked for again where that may help, or why there is none.
import { answerOf, jsonOf } from '../purge/answer.ts';
import type { NoReply, Reply } from '../purge/exchange.ts';
import { askPatiently } from '../purge/patience.ts';
import type { Pace } from '../purge/purger.ts';
import { censor } from '../purge/without-secrets.ts';

export interface ServiceRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type ServiceReply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly reason: 'credentials' | 'unreachable' | 'answer' | 'other';
      /** As the service says it, without the key; or ''. */
      readonly detail: string;
    };

/** For one reply, in ms. */
const REPLY_TIME = 30_000;
/** For all tries, in ms: the next run is some minutes away. */
const PATIENCE = 60_000;
/** In bytes: Matomo says some 500 bytes of each address. */
const LONGEST_REPLY = 32 * 1024 * 1024;

/** Redirections are not followed: the key goes to nobody else. */
export async function askService(request: ServiceRequest, key: string, pace: Pace): Promise<ServiceReply> {
  const clean = censor([key]);
  const replies: (Reply | NoReply)[] = [];
  const answer = await askPatiently(
    async () => {
      const reply = await fetched(request);
      replies.push(reply);
      return answerOf(reply, clean, pace.now());
    },
    pace,
    pace.now() + PATIENCE,
  );
  if (!answer.ok) {
    const { reason, detail } = answer;
    const known = reason === 'credentials' || reason === 'unreachable';
    return { ok: false, reason: known ? reason : 'other', detail };
  }
  const value = jsonOf(replies.at(-1) as Reply);
  return value === null ? { ok: false, reason: 'answer', detail: '' } : { ok: true, value };
}

async function fetched({ method, url, headers, body }: ServiceRequest): Promise<Reply | NoReply> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(REPLY_TIME),
      ...(body === undefined ? {} : { body }),
    });
    const text = await textOf(response);
    return text === null
      ? { cause: 'too long' }
      : { status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    const { name, cause } = error as Error & { readonly cause?: NodeJS.ErrnoException };
    return { cause: name === 'TimeoutError' ? 'timeout' : (cause?.code ?? name) };
  }
}

/** null: it is longer than any that says something. */
async function textOf(response: Response): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_REPLY) return null;
  }
  return Buffer.concat(pieces).toString();
}
