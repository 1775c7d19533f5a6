// An address of somebody else's becomes the JSON that is there, or why there is none. What may succeed later is asked again.
import type { Pace } from './pace.ts';
import { askPatiently } from './patience.ts';
import { isWorthAnotherTry, pauseAskedFor } from './retry-after.ts';
import type { Censor } from './without-secrets.ts';

export interface JsonQuestion {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of whatever is told of the answer. */
  readonly clean: Censor;
  /** In bytes: no answer that says something is longer. */
  readonly longest: number;
  /** What the text of a refusal says in words; '' for a page, which says nothing on a terminal. */
  readonly wordsIn: (text: string, headers: Headers) => string;
}

export interface JsonTools {
  readonly fetch: typeof fetch;
  readonly pace: Pace;
  /** Of one request, from the first byte that is sent to the last that comes; ms. */
  readonly timeLimit: number;
  /** All pauses end before, and no other request is begun from then on; ms. */
  readonly until: number;
}

export interface JsonReply {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  /** Parsed; undefined: there is no body (304). */
  readonly json: unknown;
}

export interface NoJson {
  readonly ok: false;
  /** null: there is no whole reply. */
  readonly status: number | null;
  /** Short, and without a secret. */
  readonly detail: string;
  readonly again: boolean;
  /** In ms from now: it was said to come back no sooner. */
  readonly notBefore?: number;
}

/** Redirections are not followed: a key goes to nobody else. */
export function askForJson(question: JsonQuestion, tools: JsonTools): Promise<JsonReply | NoJson> {
  return askPatiently(() => askOnce(question, tools), tools.pace, tools.until);
}

async function askOnce(question: JsonQuestion, tools: JsonTools): Promise<JsonReply | NoJson> {
  const { method = 'GET', url, headers, body, clean, longest, wordsIn } = question;
  const { fetch, pace, timeLimit, until } = tools;
  let response: Response;
  let text: string | null;
  try {
    const signal = AbortSignal.timeout(Math.max(1, Math.min(timeLimit, until - pace.now())));
    response = await fetch(url, { method, headers, redirect: 'manual', signal, ...(body && { body }) });
    text = await textOf(response, longest);
  } catch (error) {
    return { ok: false, status: null, detail: clean(causeOf(error as Error)), again: true };
  }
  const { status } = response;
  if (status === 304) return { ok: true, status, headers: response.headers, json: undefined };
  if (status < 200 || status > 299) {
    const pause = pauseAskedFor(response.headers.get('retry-after') ?? undefined, pace.now());
    return {
      ok: false,
      status,
      detail: clean(`HTTP ${status} ${text === null ? '' : wordsIn(text, response.headers)}`),
      again: isWorthAnotherTry(status),
      ...(pause === null ? {} : { notBefore: pause }),
    };
  }
  const json = text === null ? undefined : parsedJson(text);
  if (json === undefined)
    return { ok: false, status, detail: clean((text ?? '').slice(0, 60)), again: false };
  return { ok: true, status, headers: response.headers, json };
}

/** undefined: it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** null: it is too long to say something. */
async function textOf({ body }: Response, longest: number): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > longest) return null;
  }
  return Buffer.concat(pieces).toString();
}

/** `fetch` hides the cause one deeper: `ECONNREFUSED`. */
function causeOf(error: Error): string {
  if (error.name === 'TimeoutError') return 'timeout';
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  return cause.code ?? cause.message;
}
