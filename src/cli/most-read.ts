// `npm run most-read -- LOG…`: what readers read most, counted in the logs of the server or by a service, becomes a snapshot of the site.
import './end-in-words.ts';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cliWords } from '../locale/cli-words.ts';
import { mostReadWords } from '../locale/most-read-words.ts';
import type { PresentAddress } from '../most-read/asked-article.ts';
import type { CountedLogs, Log } from '../most-read/count-logs.ts';
import { formatProblems } from '../problem/format-problems.ts';
import type { Site } from '../site/site.ts';
import type { SnapshotPlace } from '../snapshots/snapshot-place.ts';
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { DEFAULT_FOLDERS, overlaps, readCommandLine, readNow, STATUS, wrongUsage } from './command-line.ts';
import { REAL_PACE } from './real-pace.ts';
import { snapshotsAsked } from './snapshots-asked.ts';
import { jsonText } from './terminal-text.ts';

const { values, positionals } = readCommandLine(
  'most-read',
  {
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    cache: { type: 'string', default: DEFAULT_FOLDERS.cache },
    now: { type: 'string' },
    service: { type: 'string' },
    snapshots: { type: 'string' },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  Number.POSITIVE_INFINITY,
);
const { data, cache, service } = values;
for (const other of [data, '.'])
  if (overlaps(cache, other)) wrongUsage('most-read', cliWords.usage.cacheOverlap(cache, other));
const typedNow = values.now === undefined ? null : readNow('most-read', values.now);

// Imported here and not above: the code cache has to be on before the engine is loaded.
const { readSiteData } = await import('../engine/reading/read-content.ts');
const { SITE_RULES } = await import('../pages/site-rules.ts');
const { countLogs, usefulSince } = await import('../most-read/count-logs.ts');
const { readHourCounts, writeHourCounts } = await import('../most-read/hour-counts.ts');
const { logsOfSite } = await import('../most-read/logs-of-site.ts');
const { rankArticles } = await import('../most-read/rank-articles.ts');
const { writeMostRead } = await import('../most-read/write-most-read.ts');
const { movedFolders } = await import('../site/moved-folders.ts');
const { snapshotPath } = await import('../snapshots/open-place.ts');
const { dataPlace } = await import('../snapshots/snapshot-place.ts');
const { rememberedOldAddresses } = await import('../engine/remembered-old-addresses.ts');
const { momentOf } = await import('../time/moment.ts');

const site = readSiteData({ dataDir: data }, SITE_RULES);
const asked = await snapshotsAsked('most-read', values.snapshots);
const place: SnapshotPlace = asked ?? dataPlace(data);
const rival = ['yaml', 'yml'].map(form => join(data, `most-read.${form}`)).find(file => existsSync(file));
if (!site.ok) {
  console.error(formatProblems(site.problems));
  process.exitCode = STATUS.contentProblems;
} else if (rival !== undefined && asked === undefined) {
  console.error(mostReadWords.rival(rival));
  process.exitCode = STATUS.contentProblems;
} else process.exitCode = await mostRead(site.value, typedNow ?? site.value.clock ?? Date.now());
await asked?.close();

/** Prints what was counted and gives the exit status. */
async function mostRead(site: Site, now: Instant): Promise<number> {
  const asked = service ?? (positionals.length === 0 ? site.mostReadService : null);
  const logs = asked === null ? namedLogs(site, now) : [];
  if (logs === null) return STATUS.fine;
  const moved = movedFolders(site, []);
  const ofAliases = rememberedOldAddresses(cache, site, moved);
  const presentAddress = (url: string) => {
    const below = moved.presentAddress(url);
    return ofAliases(url) ?? (below === null ? null : (ofAliases(below) ?? below));
  };
  const counted =
    asked === null
      ? await fromLogs(logs, site, now, presentAddress)
      : positionals.length === 0
        ? await fromService(asked, site, now, presentAddress)
        : await fromExports(asked, site, now, presentAddress);
  if (counted === null) return STATUS.systemError;
  const { readersOf, date, tally } = counted;
  const addresses = rankArticles(
    readersOf,
    date,
    { window: site.mostReadWindow, halfLife: site.mostReadHalfLife },
    address => presentAddress(address) ?? address,
  );
  const isRecent = addresses.length > 0 && date > now - site.mostReadHours * HOUR;
  const isWritten = isRecent && (await writeMostRead(place, { date, addresses }, site.timeZone));
  if (values.json)
    console.log(
      jsonText({
        ...tally,
        date: isRecent ? momentOf(date, site.timeZone).iso : null,
        addresses,
        written: isWritten,
      }),
    );
  if (values.quiet) return STATUS.fine;
  if (isWritten) {
    const { stamp } = momentOf(date, site.timeZone, site.style);
    console.log(mostReadWords.written(snapshotPath(place.place, 'most-read'), addresses.length, stamp));
  } else console.log(isRecent ? mostReadWords.unchanged : mostReadWords.nothing);
  return STATUS.fine;
}

interface CountedReaders {
  /** By hours since 1970, then by articles. */
  readonly readersOf: readonly (readonly [number, ReadonlyMap<string, number>])[];
  readonly date: Instant;
  readonly tally: object;
}

async function fromLogs(
  logs: readonly Log[],
  site: Site,
  now: Instant,
  presentAddress: PresentAddress,
): Promise<CountedReaders> {
  const counted = await countLogs(logs, await readHourCounts(cache), now, site, presentAddress);
  const unknown = counted.outcomes.find(({ format }) => format === null);
  if (unknown !== undefined) wrongUsage('most-read', mostReadWords.unknownFormat(unknown.name));
  tell(counted);
  const { counts, tally } = counted;
  await writeHourCounts(cache, counts);
  const readersOf = [...counts.hours].map(([hour, { readers }]) => [hour, readers] as const);
  const { lines, reads, malformed, later } = tally;
  return { readersOf, date: counts.newest, tally: { lines, reads, malformed, later } };
}

/** null: the service refused, which has been said. */
async function fromService(
  typed: string,
  site: Site,
  now: Instant,
  presentAddress: PresentAddress,
): Promise<CountedReaders | null> {
  const { countByService } = await import('../most-read/count-by-service.ts');
  const since = now - site.mostReadWindow * HOUR;
  const counted = await countByService(typed, process.env, site, { since, now }, REAL_PACE, presentAddress);
  if (counted.ok) return { readersOf: [...counted.readersOf], date: now, tally: {} };
  const mistakes = counted.mistakes.join('\n');
  if (counted.isUsage) wrongUsage('most-read', mistakes);
  console.error(mistakes);
  return null;
}

/** What the service exported as files. */
async function fromExports(
  typed: string,
  site: Site,
  now: Instant,
  presentAddress: PresentAddress,
): Promise<CountedReaders> {
  for (const file of positionals) checkFile(file);
  const { countInExports } = await import('../most-read/count-by-service.ts');
  const since = now - site.mostReadHours * HOUR - site.mostReadWindow * HOUR;
  const counted = await countInExports(typed, positionals, site, { since, now }, presentAddress);
  if (!counted.ok) wrongUsage('most-read', counted.mistake);
  return { readersOf: [...counted.readersOf], date: counted.newest, tally: {} };
}

/** null: those that the settings name are on another machine, which has been said. */
function namedLogs(site: Site, now: Instant): readonly Log[] | null {
  const standardInput = { name: mostReadWords.standardInput, source: process.stdin };
  if (positionals.length === 0 && site.logs.length > 0) {
    const logs = logsOfSite(site.logs, usefulSince(now, site));
    if (logs.length > 0) return logs;
    console.error(mostReadWords.noLogHere(site.logs));
    return null;
  }
  if (positionals.length === 0 && process.stdin.isTTY) wrongUsage('most-read', mostReadWords.noLog);
  if (positionals.length === 0) return [standardInput];
  return positionals.map(typed => {
    if (typed === '-') return standardInput;
    checkFile(typed);
    return { name: typed, source: typed };
  });
}

function checkFile(typed: string): void {
  if (!existsSync(typed)) wrongUsage('most-read', mostReadWords.absent(typed));
  if (statSync(typed).isDirectory()) wrongUsage('most-read', mostReadWords.folder(typed));
}

function tell({ tally, outcomes }: CountedLogs): void {
  const { lines, reads, malformed, later } = tally;
  if (!values.quiet) console.log(mostReadWords.counted(lines, reads));
  if (malformed > 0) console.error(mostReadWords.malformed(malformed));
  if (later > 0) console.error(mostReadWords.later(later));
  for (const { name, damage } of outcomes)
    if (damage !== null) console.error(mostReadWords.damaged(name, damage));
}
