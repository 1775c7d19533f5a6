// Addresses to a hook of the owner's own, as JSON that is signed as Standard Webhooks says (standardwebhooks.com), so that libraries can check it.
import { createHmac, randomUUID } from 'node:crypto';
import { answerOf } from './answer.ts';
import { type Ask, makePurger, type Surroundings } from './make-purger.ts';
import type { Purger } from './purger.ts';
import { readerAddress } from './reader-address.ts';

/** Some 100 kB: servers take at least a megabyte. */
const BATCH = 1_000;
const MOST_ADDRESSES = 100 * BATCH;

export interface WebhookSettings {
  readonly hook: string;
  /** The bytes that sign. */
  readonly key: Uint8Array;
}

/** What the hook is sent. */
export interface PurgeEvent {
  readonly type: 'site.published';
  /** ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    /** The site's address, without a final slash. */
    readonly site: string;
    /** Whole addresses, escaped as readers ask for them; null: all of the site. */
    readonly addresses: readonly string[] | null;
  };
}

export function webhook({ hook, key }: WebhookSettings, surroundings: Surroundings): Purger {
  const { baseUrl, exchange, clean, pace } = surroundings;
  const tell = (addresses: PurgeEvent['data']['addresses']): Ask => {
    // By it a hook knows what it was sent before.
    const id = `msg_${randomUUID()}`;
    const timestamp = new Date(pace.now()).toISOString();
    const event: PurgeEvent = { type: 'site.published', timestamp, data: { site: baseUrl, addresses } };
    const body = JSON.stringify(event);
    return async () => {
      const now = pace.now();
      const headers = signed(id, Math.floor(now / 1000), body, key);
      const reply = await exchange({
        method: 'POST',
        url: hook,
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      return answerOf(reply, clean, now);
    };
  };
  return makePurger(
    {
      cdn: 'webhook',
      batchSize: BATCH,
      atOnce: 1,
      mostAddresses: MOST_ADDRESSES,
      forBatch: urls => tell(urls.map(url => readerAddress(baseUrl, url))),
      forFolders: null,
      forSite: () => tell(null),
    },
    surroundings,
  );
}

/** The three headers that the specification has; `seconds` since 1970. */
function signed(
  id: string,
  seconds: number,
  body: string,
  key: Uint8Array,
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
