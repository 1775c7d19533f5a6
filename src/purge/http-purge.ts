// Addresses to caches of one's own, by the method PURGE, and to Varnish by BAN for all of a site. What such a cache needs is in docs/purge.md.
import { answerOf } from './answer.ts';
import type { Request } from './exchange.ts';
import { type Ask, makePurger, type Surroundings } from './make-purger.ts';
import type { Answer, Purger } from './purger.ts';
import { hostOf, pathOnHost } from './reader-address.ts';

const AT_ONCE = 8;

/** One BAN costs Varnish a look at each object that it has; so many requests cost as much on a site of some size. */
const MOST_ADDRESSES = 400;

/** Objects are compared with each ban that is newer than they are. */
const MOST_BANS = 20;

export interface HttpPurgeSettings {
  readonly cdn: 'varnish' | 'nginx';
  /** Each cache by its own address, `http://10.0.0.1:6081`, without a final slash: all of them are told. */
  readonly caches: readonly string[];
  /** Sent as a bearer's; null: the cache knows us by our address. */
  readonly token: string | null;
}

export function httpPurge({ cdn, caches, token }: HttpPurgeSettings, surroundings: Surroundings): Purger {
  const { baseUrl, exchange, clean, pace } = surroundings;
  const headers = {
    host: hostOf(baseUrl),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  const tellAll = async (
    method: Request['method'],
    path: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    for (const cache of caches) {
      const reply = await exchange({ method, url: cache + path, headers: { ...headers, ...more } });
      const answer = judged(cdn, answerOf(reply, clean, pace.now()), 'status' in reply ? reply.status : null);
      if (!answer.ok) return { ...answer, detail: clean(`${cache}: ${answer.detail}`) };
    }
    return { ok: true };
  };
  const ban = (folder: string): Ask => {
    const path = pathOnHost(baseUrl, folder);
    return () => tellAll('BAN', path, { 'x-ban-path': `^${literally(path)}` });
  };
  return makePurger(
    {
      cdn,
      batchSize: 1,
      atOnce: AT_ONCE,
      mostAddresses: MOST_ADDRESSES,
      forBatch: urls => () => tellAll('PURGE', pathOnHost(baseUrl, urls[0]!)),
      forFolders:
        cdn === 'varnish'
          ? { most: MOST_BANS, batchSize: 1, forBatch: ([folder = '/']) => ban(folder) }
          : null,
      forSite: cdn === 'varnish' ? () => ban('/') : null,
    },
    surroundings,
  );
}

/** As a pattern. What has a meaning there stands in brackets, since no backslash reaches Varnish whole. */
function literally(path: string): string {
  return path.replace(/[.+*?$()|]/g, '[$&]');
}

function judged(cdn: HttpPurgeSettings['cdn'], answer: Answer, status: number | null): Answer {
  // nginx's modules say so of what they do not hold, which is as good: 404 the older, 412 the newer.
  if (cdn === 'nginx' && (status === 404 || status === 412)) return { ok: true };
  // Varnish's own manual has callers who are not allowed told 405.
  if (status === 405 && !answer.ok) return { ...answer, reason: 'credentials' };
  return answer;
}
