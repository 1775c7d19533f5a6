// How one network of caches is told, batch by batch or all at once, becomes a purger that tells it and keeps account of what was refused.
import type { Pace } from '../asking/pace.ts';
import { askPatiently } from '../asking/patience.ts';
import type { Censor } from '../asking/without-secrets.ts';
import { type Cover, coverFolders } from './cover-folders.ts';
import type { Exchange } from './exchange.ts';
import type { Answer, Cdn, PurgeOutcome, Purger, Refusal, RefusalReason, ToPurge } from './purger.ts';

export interface Telling<Name extends string = Cdn> {
  readonly cdn: Name;
  /** How many addresses one request may have. */
  readonly batchSize: number;
  /** How many requests may be under way at once. */
  readonly atOnce: number;
  /** More addresses than these are told by folders or as the whole site, where that can be. */
  readonly mostAddresses: number;
  /** Addresses within the site. */
  forBatch(urls: readonly string[]): Ask;
  /** Folders with all that is in them, so many at most and in one request; null: there is no such request. */
  readonly forFolders: {
    readonly most: number;
    readonly batchSize: number;
    forBatch(folders: readonly string[]): Ask;
  } | null;
  /** All of the site; null: there is no such request. */
  readonly forSite: (() => Ask) | null;
  /** What all of it may take, in ms; missing: `TIME_FOR_ALL`. */
  readonly time?: number;
}

/** Makes one request, which is the same each time. */
export type Ask = () => Promise<Answer>;

/** What every network of caches is told with. */
export interface Surroundings {
  /** The site's address, without a final slash. */
  readonly baseUrl: string;
  readonly exchange: Exchange;
  readonly clean: Censor;
  readonly pace: Pace;
}

/** What one purge may take, in ms: the publication waits for it. */
export const TIME_FOR_ALL = 120_000;

/** What would be said of each further request, too. */
const FINAL: readonly RefusalReason[] = [
  'credentials',
  'unknown-zone',
  'limit',
  'unreachable',
  'not-offered',
];

export function makePurger<Name extends string>(
  telling: Telling<Name>,
  surroundings: Surroundings,
): Purger<Name> {
  return { cdn: telling.cdn, purge: toPurge => purge(telling, toPurge, surroundings) };
}

async function purge<Name extends string>(
  telling: Telling<Name>,
  toPurge: ToPurge,
  { clean, pace }: Surroundings,
): Promise<PurgeOutcome<Name>> {
  const until = pace.now() + (telling.time ?? TIME_FOR_ALL);
  const askFor = (prepare: () => Ask): Promise<Answer> =>
    safely(() => askPatiently(prepare(), pace, until), clean);
  const urls = toPurge === 'all' ? [] : [...new Set(toPurge.urls)];
  const isLate = (): boolean => pace.now() >= until;
  if (toPurge === 'all') return purgeSite(telling, urls, askFor);
  const cover = urls.length > telling.mostAddresses ? coverOf(telling, urls) : { folders: [], urls };
  return cover === null ? purgeSite(telling, urls, askFor) : purgeCover(telling, urls, cover, askFor, isLate);
}

/** null: the site as one. */
function coverOf(
  { mostAddresses, forFolders, forSite }: Telling<string>,
  urls: readonly string[],
): Cover | null {
  const most = forFolders?.most ?? 0;
  const cover =
    most === 0 ? null : coverFolders(urls, { folders: most, urls: Math.max(0, mostAddresses - most) });
  return cover ?? (forSite === null ? { folders: [], urls } : null);
}

type AskFor = (prepare: () => Ask) => Promise<Answer>;

async function purgeSite<Name extends string>(
  { cdn, forSite }: Telling<Name>,
  urls: readonly string[],
  askFor: AskFor,
): Promise<PurgeOutcome<Name>> {
  const answer: Answer =
    forSite === null ? { ok: false, reason: 'not-offered', detail: '', again: false } : await askFor(forSite);
  const refusals = answer.ok ? [] : [{ reason: answer.reason, detail: answer.detail, urls }];
  return { cdn, scope: 'site', folders: [], purged: answer.ok ? urls : [], refusals };
}

interface Batch {
  readonly urls: readonly string[];
  readonly prepare: () => Ask;
}

function* batchesOf(
  { batchSize, forBatch, forFolders }: Telling<string>,
  urls: readonly string[],
  cover: Cover,
): Generator<Batch, void> {
  for (const batch of inBatches(cover.urls, batchSize)) yield { urls: batch, prepare: () => forBatch(batch) };
  if (forFolders === null) return;
  for (const folders of inBatches(cover.folders, forFolders.batchSize))
    yield {
      urls: urls.filter(url => folders.some(folder => url.startsWith(folder))),
      prepare: () => forFolders.forBatch(folders),
    };
}

function* inBatches<Each>(list: readonly Each[], size: number): Generator<readonly Each[], void> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

async function purgeCover<Name extends string>(
  telling: Telling<Name>,
  urls: readonly string[],
  cover: Cover,
  askFor: AskFor,
  isLate: () => boolean,
): Promise<PurgeOutcome<Name>> {
  const purged: string[] = [];
  const refusals: Refusal[] = [];
  let final: Omit<Refusal, 'urls'> | null = null;
  const batches = batchesOf(telling, urls, cover);
  const tellNext = async (): Promise<void> => {
    for (const { urls: batch, prepare } of batches) {
      if (final === null && isLate()) final = { reason: 'late', detail: '' };
      if (final !== null) {
        refusals.push({ ...final, urls: batch });
        continue;
      }
      const answer = await askFor(prepare);
      if (answer.ok) {
        purged.push(...batch);
        continue;
      }
      const { reason, detail, only } = answer;
      const refused = new Set(only ?? batch);
      refusals.push({ reason, detail, urls: batch.filter(url => refused.has(url)) });
      purged.push(...batch.filter(url => !refused.has(url)));
      if (FINAL.includes(reason)) final ??= { reason, detail };
    }
  };
  await Promise.all(Array.from({ length: telling.atOnce }, tellNext));
  // In the order in which they were asked for, whichever answer came first.
  const isPurged = new Set(purged);
  const { folders } = cover;
  return {
    cdn: telling.cdn,
    scope: folders.length > 0 ? 'folders' : 'addresses',
    folders,
    purged: urls.filter(url => isPurged.has(url)),
    refusals: merged(refusals),
  };
}

/** A mistake of ours fails no publication either. */
async function safely(ask: () => Promise<Answer>, clean: Censor): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    return { ok: false, reason: 'other', detail: clean(String(error)), again: false };
  }
}

/** What was refused for one reason, in one. */
function merged(refusals: readonly Refusal[]): readonly Refusal[] {
  const byReason = Map.groupBy(refusals, ({ reason, detail }) => `${reason} ${detail}`);
  return [...byReason.values()].map(same => ({ ...same[0]!, urls: same.flatMap(({ urls }) => urls) }));
}
