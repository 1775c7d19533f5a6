// Logs become hours in which articles had readers, with what past runs counted.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { siteFolder } from '../address/site-place.ts';
import type { Site } from '../site/site.ts';
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { PresentAddress } from './asked-article.ts';
import { countFile, countStream, type LogOutcome } from './count-log.ts';
import { type HourCounts, joinHours } from './hour-counts.ts';
import { type ReadCounter, readCounter, type Tally } from './read-counter.ts';

export type CountingSite = Pick<
  Site,
  'baseUrl' | 'timeZone' | 'mostReadHours' | 'mostReadWindow' | 'logFields'
>;

/** A log as it is named, or a stream of what is piped in. */
export interface Log {
  /** As messages name it. */
  readonly name: string;
  readonly source: string | Readable;
}

export interface CountedLogs {
  readonly tally: Tally;
  readonly outcomes: readonly (LogOutcome & { readonly name: string })[];
  /** With those of past runs. */
  readonly counts: HourCounts;
}

/** A day that begins before the time that is of use has readers who came before. */
const WHOLE_DAY = 24;

/** The start of what can be of use: the newest line that is not too old to be shown has a window before it. */
export function usefulSince(now: Instant, { mostReadHours, mostReadWindow }: CountingSite): Instant {
  return (Math.floor(now / HOUR) - mostReadHours - mostReadWindow - WHOLE_DAY) * HOUR;
}

/** Rejects with the system's error when a log cannot be read. */
export async function countLogs(
  logs: readonly Log[],
  before: HourCounts,
  now: Instant,
  site: CountingSite,
  presentAddress: PresentAddress,
): Promise<CountedLogs> {
  const since = usefulSince(now, site);
  const secret = randomBytes(8);
  const counter = readCounter({
    now,
    since,
    timeZone: site.timeZone,
    folder: siteFolder(site.baseUrl),
    presentAddress,
    secret: [secret.readInt32LE(0), secret.readInt32LE(4)],
  });
  const outcomes: (LogOutcome & { readonly name: string })[] = [];
  for (const { name, source } of eachOnce(logs))
    outcomes.push({ name, ...(await count(source, site, counter)) });
  const tally = counter.tally();
  return {
    tally,
    outcomes,
    counts: joinHours(before, { newest: tally.newest, hours: counter.hours() }, since),
  };
}

function count(
  source: Log['source'],
  { logFields }: CountingSite,
  counter: ReadCounter,
): Promise<LogOutcome> {
  return typeof source === 'string'
    ? countFile(source, logFields, counter)
    : countStream(source, logFields, counter);
}

/** Two names may lead to one file. */
function eachOnce(logs: readonly Log[]): readonly Log[] {
  const seen = new Set<string>();
  return logs.filter(({ source }) => {
    if (typeof source !== 'string') return true;
    const stat = statSync(source, { throwIfNoEntry: false, bigint: true });
    const file = stat?.isFile() ? `${stat.dev}:${stat.ino}` : source;
    return seen.size < seen.add(file).size;
  });
}
