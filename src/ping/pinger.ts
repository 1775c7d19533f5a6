// Addresses that changed become requests to search engines (IndexNow) and to a hub of feeds (WebSub), and an account of what was refused.
import { indexNowKeyUrl } from '../address/addresses.ts';
import type { Pace } from '../asking/pace.ts';
import { censor } from '../asking/without-secrets.ts';
import { answerOf } from '../purge/answer.ts';
import { type Exchange, exchange } from '../purge/exchange.ts';
import { type Ask, makePurger, type Surroundings } from '../purge/make-purger.ts';
import { hostOf, readerAddress } from '../purge/reader-address.ts';
import { type PingOutcome, type PingService, type PingSettings, pingsOf, type ToTell } from './ping.ts';

/** Whoever is told hands it on to all other search engines of the protocol (indexnow.org, « FAQ »). */
const INDEX_NOW = 'https://api.indexnow.org/indexnow';

/** Addresses of one request: « up to 10,000 » (indexnow.org, « Submitting set of URLs »). */
const INDEX_NOW_BATCH = 10_000;

/** Hubs take `hub.url` many times, and none says how often: so many are some 10 kB of a form. */
const WEB_SUB_BATCH = 100;

/** For each of them, in ms: search engines and readers' programs come by in any case. */
const TIME = 20_000;

export interface PingTools {
  readonly pace: Pace;
  /** Ours unless a test has another. */
  readonly exchange?: Exchange;
  /** Where IndexNow is told, in the place of its own address; null: there. */
  readonly indexNowAddress: string | null;
}

/** Never throws: what was published stands in any case. */
export async function ping(
  settings: PingSettings,
  toTell: ToTell,
  tools: PingTools,
): Promise<readonly PingOutcome[]> {
  return await Promise.all(
    pingsOf(settings, toTell).map(async ({ service, urls }) => {
      const { purged, refusals } = await tellerOf(service, settings, tools).purge({ urls });
      return { service, told: purged, refusals };
    }),
  );
}

function tellerOf(service: PingService, settings: PingSettings, { pace, ...tools }: PingTools) {
  const { baseUrl } = settings;
  // The key of IndexNow is public.
  const surroundings = { baseUrl, pace, clean: censor([]), exchange: tools.exchange ?? exchange };
  const isIndexNow = service === 'index-now';
  return makePurger<PingService>(
    {
      cdn: service,
      batchSize: isIndexNow ? INDEX_NOW_BATCH : WEB_SUB_BATCH,
      atOnce: 1,
      mostAddresses: Number.POSITIVE_INFINITY,
      forFolders: null,
      forSite: null,
      time: TIME,
      forBatch: isIndexNow
        ? urls => indexNow(settings.indexNow!, tools.indexNowAddress ?? INDEX_NOW, urls, surroundings)
        : urls => webSub(settings.hub!, urls, surroundings),
    },
    surroundings,
  );
}

function indexNow(key: string, url: string, urls: readonly string[], surroundings: Surroundings): Ask {
  const { baseUrl } = surroundings;
  const body = JSON.stringify({
    host: hostOf(baseUrl),
    key,
    // Of a site in a folder it is there, which is as far as it counts.
    keyLocation: baseUrl + indexNowKeyUrl(key),
    urlList: urls.map(each => readerAddress(baseUrl, each)),
  });
  return asking(url, 'application/json; charset=utf-8', body, surroundings);
}

/** PubSubHubbub 0.4, section 7.1, which W3C WebSub leaves to hubs: `hub.mode=publish` with `hub.url` for each feed. */
function webSub(hub: string, urls: readonly string[], surroundings: Surroundings): Ask {
  const body = new URLSearchParams([
    ['hub.mode', 'publish'],
    ...urls.map(each => ['hub.url', readerAddress(surroundings.baseUrl, each)]),
  ]).toString();
  return asking(hub, 'application/x-www-form-urlencoded', body, surroundings);
}

function asking(url: string, type: string, body: string, { exchange, clean, pace }: Surroundings): Ask {
  return async () => {
    const reply = await exchange({ method: 'POST', url, headers: { 'content-type': type }, body });
    return answerOf(reply, clean, pace.now());
  };
}
