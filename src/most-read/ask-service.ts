// A request to a service becomes the JSON of its reply, asked for again where that may help, or why there is none.
import { askForJson } from '../asking/ask-for-json.ts';
import type { Pace } from '../asking/pace.ts';
import { censor } from '../asking/without-secrets.ts';

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

export async function askService(request: ServiceRequest, key: string, pace: Pace): Promise<ServiceReply> {
  const question = { ...request, clean: censor([key]), longest: LONGEST_REPLY, wordsIn };
  const tools = { fetch, pace, timeLimit: REPLY_TIME, until: pace.now() + PATIENCE };
  const reply = await askForJson(question, tools);
  if (reply.ok) return { ok: true, value: reply.json };
  const { status, detail } = reply;
  if (status !== null && status >= 200 && status <= 299) return { ok: false, reason: 'answer', detail: '' };
  return { ok: false, reason: reasonOf(status), detail };
}

/** By the meaning that RFC 9110, § 15, and RFC 6585, § 4, give them. */
function reasonOf(status: number | null): 'credentials' | 'unreachable' | 'other' {
  if (status === null || status === 408 || (status >= 500 && status !== 501 && status !== 505))
    return 'unreachable';
  return status === 401 || status === 403 ? 'credentials' : 'other';
}

function wordsIn(text: string, headers: Headers): string {
  return headers.get('content-type')?.startsWith('text/html') ? '' : text;
}
