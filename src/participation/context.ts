// What every route of the service has at hand.
import { createHmac } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import type { Instant } from '../time/instant.ts';
import { networkOf, readerAddress } from './network.ts';
import type { Settings } from './settings.ts';
import type { SiteLists } from './site-lists.ts';
import type { Limit, Store } from './store/store.ts';

export interface ServiceInput {
  readonly settings: Settings;
  readonly store: Store;
  readonly lists: SiteLists;
  readonly now: () => Instant;
  readonly log: (line: LogLine) => void;
}

/** Never an address, an agent, a name, a text, or a path as it was asked for. */
export interface LogLine {
  readonly event: 'request' | 'failure' | 'start' | 'stop' | 'tidy';
  readonly [field: string]: string | number | boolean | null;
}

/** Whoever calls the handler says from where the connection comes. */
export interface Connection {
  readonly address: string;
}

export type Context = HonoContext<{ Bindings: Connection }>;

/**
 * The network from which a request comes, as a key that means nothing on another day: all that limits and votes know of whoever sends.
 * @param purpose keys for two purposes can't be compared.
 */
export async function networkKey(
  c: Context,
  { settings, store, now }: ServiceInput,
  purpose: string,
): Promise<string> {
  const address = readerAddress(c.env.address, c.req.header('x-forwarded-for') ?? null, settings.proxies);
  const salt = await store.salt(now());
  return createHmac('sha256', salt)
    .update(`${purpose}\n${networkOf(address)}`)
    .digest('base64url');
}

/** What one network may send. It is a household, or a whole firm behind one address. */
export const LIMITS = {
  /** Whatever is sent, good or bad. */
  requests: { capacity: 60, each: 2_000 },
  comments: { capacity: 5, each: 60_000 },
  /** Without the calculation that the service asks for: readers without JavaScript are few. */
  unprovenComments: { capacity: 2, each: 10 * 60_000 },
  unprovenArticle: { capacity: 10, each: 60_000 },
  /** Comments on one article from everywhere: an editor has to read them. */
  article: { capacity: 60, each: 10_000 },
  votes: { capacity: 30, each: 2_000 },
  reports: { capacity: 5, each: 10 * 60_000 },
  /** Of all readers together: an editor has to look at each. */
  allReports: { capacity: 200, each: 30_000 },
  /** Tries to open a session. */
  links: { capacity: 10, each: 60_000 },
} as const satisfies Record<string, Limit>;
