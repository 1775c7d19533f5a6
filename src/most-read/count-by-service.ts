// What a service for measuring audiences counted becomes readers by hours. Its address and key come from the environment, and from nowhere else.
import { siteFolder } from '../address/site-place.ts';
import type { Pace } from '../asking/pace.ts';
import { mostReadWords } from '../locale/most-read-words.ts';
import { AUDIENCE_SERVICES, type AudienceService } from '../site/audience-services.ts';
import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import { askService, type ServiceReply, type ServiceRequest } from './ask-service.ts';
import { askedArticle, type PresentAddress } from './asked-article.ts';
import { EXPORTS } from './export-of-service.ts';
import { goatcounter } from './goatcounter.ts';
import { matomo } from './matomo.ts';
import { plausible } from './plausible.ts';

/** Readers of one address in one hour, as a service tells them. */
export interface ServiceCount {
  /** Since 1970. */
  readonly hour: number;
  /** A path, or a whole address. */
  readonly address: string;
  readonly readers: number;
}

export interface ServiceSetting {
  /** Without a final slash. */
  readonly server: string;
  readonly key: string;
  /** How the service calls the site; '' where its address says it. */
  readonly siteId: string;
}

/** What is asked for: hours from `since` up to `now`, whose days are those of `timeZone`. */
export interface ServicePeriod {
  readonly since: Instant;
  readonly now: Instant;
  readonly timeZone: string;
}

export type Ask = (request: ServiceRequest) => Promise<ServiceReply>;

/** Of one kind of service; null: a reply was not what its documentation says. */
export type Service = (
  setting: ServiceSetting,
  period: ServicePeriod,
  ask: Ask,
) => Promise<readonly ServiceCount[] | Exclude<ServiceReply, { readonly ok: true }> | null>;

export type CountedByService =
  | { readonly ok: true; readonly readersOf: ReadonlyMap<number, ReadonlyMap<string, number>> }
  /** French sentences, which quote no value of a variable. `isUsage`: variables lack or are wrong. */
  | { readonly ok: false; readonly isUsage: boolean; readonly mistakes: readonly string[] };

const KINDS = {
  plausible: {
    ask: plausible,
    server: 'https://plausible.io',
    key: 'PLAUSIBLE_API_KEY',
    siteId: 'PLAUSIBLE_SITE_ID',
  },
  matomo: { ask: matomo, server: null, key: 'MATOMO_TOKEN', siteId: 'MATOMO_SITE_ID' },
  goatcounter: { ask: goatcounter, server: null, key: 'GOATCOUNTER_API_KEY', siteId: null },
} as const satisfies Record<AudienceService, unknown>;

export async function countByService(
  typed: string,
  environment: Readonly<Record<string, string | undefined>>,
  site: Pick<Site, 'baseUrl' | 'timeZone'>,
  period: Omit<ServicePeriod, 'timeZone'>,
  pace: Pace,
  presentAddress: PresentAddress,
): Promise<CountedByService> {
  const name = AUDIENCE_SERVICES.find(each => each === typed);
  if (name === undefined)
    return { ok: false, isUsage: true, mistakes: [mostReadWords.unknownService(typed, AUDIENCE_SERVICES)] };
  const { setting, mistakes } = settingOf(name, environment);
  if (mistakes.length > 0) return { ok: false, isUsage: true, mistakes };
  const ask: Ask = request => askService(request, setting.key, pace);
  const counts = await KINDS[name].ask(setting, { ...period, timeZone: site.timeZone }, ask);
  if (counts === null)
    return { ok: false, isUsage: false, mistakes: [mostReadWords.refused(name, 'answer', '')] };
  if ('ok' in counts)
    return {
      ok: false,
      isUsage: false,
      mistakes: [mostReadWords.refused(name, counts.reason, counts.detail)],
    };
  return { ok: true, readersOf: byHours(counts, siteFolder(site.baseUrl), presentAddress) };
}

export type CountedInExports =
  | {
      readonly ok: true;
      readonly readersOf: ReadonlyMap<number, ReadonlyMap<string, number>>;
      /** -Infinity: there is no reading. */
      readonly newest: Instant;
    }
  | { readonly ok: false; readonly mistake: string };

/** The same of what the service exported, without asking it. Rejects with the system's error when a file cannot be read. */
export async function countInExports(
  typed: string,
  files: readonly string[],
  site: Pick<Site, 'baseUrl' | 'timeZone'>,
  period: Omit<ServicePeriod, 'timeZone'>,
  presentAddress: PresentAddress,
): Promise<CountedInExports> {
  const name = AUDIENCE_SERVICES.find(each => each === typed);
  if (name === undefined)
    return { ok: false, mistake: mostReadWords.unknownService(typed, AUDIENCE_SERVICES) };
  const counts: ServiceCount[] = [];
  let newest = Number.NEGATIVE_INFINITY;
  for (const file of files) {
    const found = await EXPORTS[name](file, { ...period, timeZone: site.timeZone });
    if (found === null) return { ok: false, mistake: mostReadWords.noExport(name, file) };
    for (const count of found.counts) counts.push(count);
    newest = Math.max(newest, found.newest);
  }
  return { ok: true, readersOf: byHours(counts, siteFolder(site.baseUrl), presentAddress), newest };
}

/** Counts of the same article add up: readers came to it by several addresses. */
function byHours(
  counts: readonly ServiceCount[],
  folder: string,
  presentAddress: PresentAddress,
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const hours = new Map<number, Map<string, number>>();
  for (const { hour, address, readers } of counts) {
    const article = askedArticle(address, folder, presentAddress);
    if (article === null || !(readers > 0)) continue;
    const ofHour = hours.get(hour) ?? new Map<string, number>();
    hours.set(hour, ofHour.set(article, (ofHour.get(article) ?? 0) + readers));
  }
  return hours;
}

function settingOf(
  name: AudienceService,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly setting: ServiceSetting; readonly mistakes: readonly string[] } {
  const mistakes: string[] = [];
  const variable = (wanted: string, usual: string | null): string => {
    const value = environment[wanted]?.trim() || usual;
    if (value === null) mistakes.push(mostReadWords.missing(name, wanted));
    else if (!/^[\x21-\x7e]*$/.test(value)) mistakes.push(mostReadWords.notOneWord(wanted));
    return value ?? '';
  };
  const kind = KINDS[name];
  const serverName = `${name.toUpperCase()}_URL`;
  const server = variable(serverName, kind.server);
  if (server !== '' && !isSafeServer(server)) mistakes.push(mostReadWords.notServer(serverName));
  const setting = {
    server: server.replace(/\/+$/, ''),
    key: variable(kind.key, null),
    siteId: kind.siteId === null ? '' : variable(kind.siteId, null),
  };
  return { setting, mistakes };
}

/** Where a key is sent: nobody on the way reads it, and it is for nobody else. */
function isSafeServer(text: string): boolean {
  if (!/^https?:\/\/[^\s?#]+$/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isHere = hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
  return username === '' && password === '' && (protocol === 'https:' || isHere);
}
