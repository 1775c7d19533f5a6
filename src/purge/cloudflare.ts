// Addresses to Cloudflare, by its API for purging (developers.cloudflare.com/api/resources/cache/methods/purge).
import { siteFolder } from '../address/site-place.ts';
import type { Censor } from '../asking/without-secrets.ts';
import { answerOf, jsonOf } from './answer.ts';
import { makePurger, type Surroundings } from './make-purger.ts';
import type { Answer, Purger, RefusalReason } from './purger.ts';
import { hostAndPath, hostOf, readerAddress } from './reader-address.ts';

/** « Availability and limits »: addresses in one request, on every plan but Enterprise, which takes 500. */
const BATCH = 100;

/** The least plan takes 800 addresses a second; half of that leaves room for whoever else purges in the account. */
const MOST_ADDRESSES = 400;

/** « Purge cache by prefix »: in one request, and one request is enough. */
const MOST_PREFIXES = 30;

export interface CloudflareSettings {
  readonly zone: string;
  readonly token: string;
  /** Without a final slash. */
  readonly api: string;
}

export function cloudflare({ zone, token, api }: CloudflareSettings, surroundings: Surroundings): Purger {
  const { baseUrl, exchange, clean, pace } = surroundings;
  const tell = async (body: object): Promise<Answer> => {
    const reply = await exchange({
      method: 'POST',
      url: `${api}/zones/${encodeURIComponent(zone)}/purge_cache`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = answerOf(reply, clean, pace.now());
    return 'cause' in reply ? answer : explained(answer, jsonOf(reply), clean);
  };
  return makePurger(
    {
      cdn: 'cloudflare',
      batchSize: BATCH,
      atOnce: 1,
      mostAddresses: MOST_ADDRESSES,
      forBatch: urls => () => tell({ files: urls.map(url => readerAddress(baseUrl, url)) }),
      forFolders: {
        most: MOST_PREFIXES,
        batchSize: MOST_PREFIXES,
        forBatch: folders => () => tell({ prefixes: folders.map(folder => hostAndPath(baseUrl, folder)) }),
      },
      forSite: () => () => tell(allOf(baseUrl)),
    },
    surroundings,
  );
}

/** What every plan offers, and the least that covers the site: a zone may have other hosts, and a host other folders. */
function allOf(baseUrl: string): object {
  const host = hostOf(baseUrl);
  const folder = siteFolder(baseUrl);
  return folder === '' ? { hosts: [host] } : { prefixes: [`${host}${folder}/`] };
}

/** Codes of the API's errors: they say more than the status, which is often 400 for all of these. */
const BY_CODE: Readonly<Record<number, RefusalReason>> = {
  // Headers that are no valid token; a token that is unknown, ended, or may not purge.
  6003: 'credentials',
  6111: 'credentials',
  9106: 'credentials',
  9109: 'credentials',
  10000: 'credentials',
  // A zone whose number is none, or that is not there.
  1001: 'unknown-zone',
  7000: 'unknown-zone',
  7003: 'unknown-zone',
  // Slower, please.
  971: 'limit',
};

/** A reply may be 200 and say no, and only the envelope of the API's replies is believed to say yes. */
function explained(answer: Answer, json: unknown, clean: Censor): Answer {
  const { success, errors } = (json ?? {}) as { success?: unknown; errors?: unknown };
  if (answer.ok && success === true) return answer;
  const told = Array.isArray(errors)
    ? errors.filter((error): error is { code: number; message: string } => typeof error?.message === 'string')
    : [];
  const detail = clean(told.map(({ code, message }) => `${code} ${message}`).join(', '));
  const reason = told.map(({ code }) => BY_CODE[code]).find(known => known !== undefined);
  if (!answer.ok) {
    const again = answer.again || reason === 'limit';
    return { ...answer, again, reason: reason ?? answer.reason, detail: detail || answer.detail };
  }
  return { ok: false, reason: reason ?? 'other', detail: detail || 'HTTP 200', again: reason === 'limit' };
}
