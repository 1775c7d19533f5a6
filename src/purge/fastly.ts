// Addresses to Fastly, by the surrogate keys of their pages, or each by itself (fastly.com/documentation/reference/api/purging).
import { answerOf, jsonOf } from './answer.ts';
import { makePurger, type Surroundings } from './make-purger.ts';
import type { Answer, Purger } from './purger.ts';
import { hostAndPath } from './reader-address.ts';
import { surrogateKeyOf, surrogateKeyOfSite } from './surrogate-keys.ts';

/** « Purge multiple surrogate key tags »: keys in one request. */
const BATCH = 256;

/** Twenty requests. An account may purge 100,000 keys an hour. */
const MOST_ADDRESSES = 20 * BATCH;

/** Addresses one by one: so many requests at once. */
const AT_ONCE = 8;

export interface FastlySettings {
  readonly token: string;
  /** null: pages carry no keys, and each address is purged by itself. */
  readonly service: string | null;
  /** Without a final slash. */
  readonly api: string;
}

export function fastly({ token, service, api }: FastlySettings, surroundings: Surroundings): Purger {
  const post: Post = (path, more, judge) => postTo(`${api}${path}`, token, more, judge, surroundings);
  return service === null ? byAddresses(post, surroundings) : byKeys(service, post, surroundings);
}

interface More {
  readonly headers?: Readonly<Record<string, string>>;
  readonly keys?: readonly string[];
}

/** `judge` says of the JSON of a reply whether it is done. */
type Post = (path: string, more: More, judge: (json: unknown) => Answer) => Promise<Answer>;

async function postTo(
  url: string,
  token: string,
  { headers = {}, keys }: More,
  judge: (json: unknown) => Answer,
  { exchange, clean, pace }: Surroundings,
): Promise<Answer> {
  const body = keys === undefined ? {} : { body: JSON.stringify({ surrogate_keys: keys }) };
  const reply = await exchange({
    method: 'POST',
    url,
    headers: {
      'fastly-key': token,
      accept: 'application/json',
      ...(keys === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...body,
  });
  const answer = answerOf(reply, clean, pace.now());
  return answer.ok && 'status' in reply ? judge(jsonOf(reply)) : answer;
}

function byAddresses(post: Post, surroundings: Surroundings): Purger {
  const { baseUrl } = surroundings;
  return makePurger(
    {
      cdn: 'fastly',
      batchSize: 1,
      atOnce: AT_ONCE,
      mostAddresses: Number.POSITIVE_INFINITY,
      forBatch: urls => () => post(`/purge/${hostAndPath(baseUrl, urls[0]!)}`, {}, isDone),
      forFolders: null,
      forSite: null,
    },
    surroundings,
  );
}

function byKeys(service: string, post: Post, surroundings: Surroundings): Purger {
  const { baseUrl } = surroundings;
  const path = `/service/${encodeURIComponent(service)}/purge`;
  return makePurger(
    {
      cdn: 'fastly',
      batchSize: BATCH,
      atOnce: 1,
      mostAddresses: MOST_ADDRESSES,
      forBatch(urls) {
        const keys = urls.map(url => surrogateKeyOf(baseUrl, url));
        return () => post(path, { keys }, json => whetherNamed(json, urls, keys));
      },
      forFolders: null,
      forSite() {
        const keys = [surrogateKeyOfSite(baseUrl)];
        // Soft: of a whole site the old may be shown while the new is fetched, so that not all of it is asked of the origin at once.
        const headers = { 'fastly-soft-purge': '1' };
        return () => post(path, { keys, headers }, json => whetherNamed(json, ['/'], keys));
      },
    },
    surroundings,
  );
}

const NOT_DONE = { ok: false, reason: 'other', detail: 'HTTP 200', again: false } as const;

function isDone(json: unknown): Answer {
  return (json as { status?: unknown } | null)?.status === 'ok' ? { ok: true } : NOT_DONE;
}

/** The reply has a number for each key that is purged. `keys` are those of `urls`, in their order. */
function whetherNamed(json: unknown, urls: readonly string[], keys: readonly string[]): Answer {
  const numbers = typeof json === 'object' && json !== null ? json : {};
  const only = urls.filter((_, place) => !Object.hasOwn(numbers, keys[place]!));
  return only.length === 0 ? { ok: true } : { ...NOT_DONE, only };
}
