// The address of an article, the slug of a poll → what the site's own lists say of it. They are fetched where the site is, and kept for a moment.
import { z } from 'zod';
import { articleAddress, POLL_LIST_URL, takingCommentsUrl } from '../address/addresses.ts';
import { MINUTE } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';

/** An article that takes comments. */
export interface ListedArticle {
  readonly file: string;
  readonly title: string;
  /** From when on it takes no comments; null: it always will. */
  readonly closes: Instant | null;
}

export interface ListedPoll {
  readonly slug: string;
  readonly question: string;
  readonly opens: Instant;
  readonly closes: Instant;
  readonly results: 'always' | 'voted' | 'closed';
  readonly choices: readonly { readonly slug: string; readonly text: string }[];
}

export interface SiteLists {
  /** null: the site has no such article, or it takes no comments. Rejects when the site does not answer. */
  article(address: string): Promise<ListedArticle | null>;
  poll(slug: string): Promise<ListedPoll | null>;
  polls(): Promise<readonly ListedPoll[]>;
}

/** So long a list counts before it is asked for again, in ms: an article that has just appeared waits no longer for its first comment. */
const FRESH_TIME = MINUTE;
/** A list that can't be fetched again counts for another while: comments come in when the site does not answer. */
const STALE_TIME = 60 * MINUTE;
/** In ms. */
const PATIENCE = 5_000;
/** Some 20,000 articles in one month. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Months that are kept: whoever sends comments to all months of an archive makes the service ask, and not remember. */
const MOST_LISTS = 24;

const articlesSchema = z.array(z.tuple([z.string(), z.string(), z.string(), z.number().optional()]));
const pollsSchema = z.array(
  z.object({
    slug: z.string(),
    question: z.string(),
    opens: z.number(),
    closes: z.number(),
    results: z.enum(['always', 'voted', 'closed']),
    choices: z.array(z.object({ slug: z.string(), text: z.string() })),
  }),
);

type Rows<Value> = ReadonlyMap<string, Value>;
interface Kept {
  readonly rows: Rows<unknown>;
  readonly fetched: Instant;
}

/** @param from where the site's addresses begin, without a final slash. `patience` in ms. */
export function siteLists(
  from: string,
  now: () => Instant,
  { get = fetch, patience = PATIENCE }: { readonly get?: typeof fetch; readonly patience?: number } = {},
): SiteLists {
  const kept = new Map<string, Kept>();
  const asked = new Map<string, Promise<Rows<unknown>>>();

  async function listAt<Value>(url: string, read: (json: unknown) => Rows<Value>): Promise<Rows<Value>> {
    const known = kept.get(url);
    if (known !== undefined && now() - known.fetched < FRESH_TIME) return known.rows as Rows<Value>;
    // Many ask in the same moment: one question for all.
    const running = asked.get(url);
    const answer = running ?? fetchList(url, read).finally(() => asked.delete(url));
    asked.set(url, answer);
    try {
      return (await answer) as Rows<Value>;
    } catch (error) {
      if (known !== undefined && now() - known.fetched < STALE_TIME) return known.rows as Rows<Value>;
      throw error;
    }
  }

  async function fetchList<Value>(url: string, read: (json: unknown) => Rows<Value>): Promise<Rows<Value>> {
    const rows = read(await fetchJson(get, from + url, patience));
    kept.delete(url);
    kept.set(url, { rows, fetched: now() });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_LISTS) break;
      kept.delete(oldest);
    }
    return rows;
  }

  const polls = () =>
    listAt(
      POLL_LIST_URL,
      json => new Map(pollsSchema.parse(json ?? []).map(poll => [poll.slug, poll] as const)),
    );

  return {
    async article(address) {
      // The only form of an address that becomes part of a question: digits of a year and a month.
      const day = articleAddress(address)?.day;
      if (day === undefined) return null;
      const rows = await listAt(
        takingCommentsUrl(day.slice(0, 7)),
        json =>
          new Map(
            articlesSchema
              .parse(json ?? [])
              .map(([url, file, title, closes = null]) => [url, { file, title, closes }] as const),
          ),
      );
      return rows.get(address) ?? null;
    },
    poll: async slug => (await polls()).get(slug) ?? null,
    polls: async () => [...(await polls()).values()],
  };
}

/** null: the site has no such file. */
async function fetchJson(get: typeof fetch, url: string, patience: number): Promise<unknown> {
  const answer = await get(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
  if (answer.status === 404 || answer.status === 410) {
    await answer.body?.cancel();
    return null;
  }
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error(`${url}: more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
