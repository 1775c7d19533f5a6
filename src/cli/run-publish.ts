// One publication with its words for the terminal.
import type { ContentSource } from '../content/content-source.ts';
import type { BuildOutcome } from '../engine/build.ts';
import { EVERY_PAGE, MemoryBusy } from '../engine/memory/memory.ts';
import { type Changes, ForeignOutput } from '../engine/output/output.ts';
import { previewUrl } from '../engine/output/preview-output.ts';
import { publishSite, removePreviewAt } from '../engine/publish-site.ts';
import { ContentChanged } from '../engine/reading/content-changed.ts';
import { THEME_DIR } from '../engine/rendering/templates.ts';
import type { BuildReport } from '../engine/report/report.ts';
import { readPublic, StatePublic } from '../engine/state/check-hidden.ts';
import { LockLost } from '../engine/state/held-lock.ts';
import { StateOvertaken } from '../engine/state/state.ts';
import { type FileClass, fileClassOf } from '../host/file-class.ts';
import { cliWords } from '../locale/cli-words.ts';
import { pingWords } from '../locale/ping-words.ts';
import { publishWords } from '../locale/publish-words.ts';
import { type PingOutcome, pingsOf } from '../ping/ping.ts';
import { ping } from '../ping/pinger.ts';
import type { PurgeOutcome } from '../purge/purger.ts';
import { purgerFrom } from '../purge/purger-from-environment.ts';
import { type Command, type SharedOptions, STATUS, wrongUsage } from './command-line.ts';
import { whenInterrupted } from './end-in-words.ts';
import { progressDisplay } from './progress.ts';
import { purgeInWords } from './purge-in-words.ts';
import { REAL_PACE } from './real-pace.ts';
import { changedInWords, secondsOf, tellContent, tellProblems } from './run-build.ts';
import { tellRetries } from './tell-retries.ts';
import { jsonText } from './terminal-text.ts';

export interface PublishCommandOptions {
  readonly command: 'publish' | 'refresh';
  /** As of `PublishOptions`. */
  readonly follows?: string | null;
  readonly target: string;
  readonly stateTarget: string;
  /** The network of caches that is to forget what changed. */
  readonly purge: string | null;
  /** Whether search engines and hubs hear of what changed. */
  readonly ping: boolean;
  readonly preview: string | null;
  readonly isRehearsal: boolean;
  readonly ifDue: boolean;
  readonly verify: boolean;
  readonly forceState: boolean;
}

/** `changes` is null when nothing was published. */
export interface PublishEnd {
  readonly status: number;
  readonly changes: Changes | null;
  /** Another commit than the one that `follows` says had been published. */
  readonly isSuperseded?: boolean;
}

const STOPPED: PublishEnd = { status: STATUS.contentProblems, changes: null };

/** Publishes, and prints the result. What a store refuses is thrown. */
export async function runPublish(
  shared: SharedOptions & { readonly source: ContentSource },
  publication: PublishCommandOptions,
): Promise<PublishEnd> {
  const { command } = publication;
  checkPurger(command, publication.purge);
  const progress = progressDisplay(shared);
  const say = (sentence: string): PublishEnd => {
    progress.end();
    console.error(sentence);
    return STOPPED;
  };
  try {
    const published = await publishSite({
      ...shared,
      ...publication,
      themeDir: THEME_DIR,
      wallClock: Date.now(),
      onProgress: progress.show,
      readPublic,
      whileHeld: whenInterrupted,
      onWait: owner => console.error(publishWords.waits(owner)),
      onRetry: tellRetries(),
    });
    progress.end();
    if (published.kind === 'wrong target') wrongUsage(command, published.sentence);
    if (published.kind === 'nothing due') {
      if (!shared.quiet) console.log(publishWords.nothingDue);
      if (shared.json) console.log(jsonText({ due: false }));
      return { status: STATUS.fine, changes: null };
    }
    if (published.kind === 'superseded') return { status: STATUS.fine, changes: null, isSuperseded: true };
    const { target, stateTarget } = publication;
    if (published.kind === 'state of another')
      wrongUsage(command, publishWords.stateOfAnother(stateTarget, published.target, target));
    if (published.kind === 'within a state')
      wrongUsage(command, publishWords.withinState(target, published.state));
    if (published.kind === 'state lost') return say(publishWords.stateLost(target, stateTarget));
    const { outcome, overwritten, doubted, traffic } = published;
    tellProblems(outcome, shared.json);
    if (!outcome.ok) return STOPPED;
    const { report, changes, problems, warnings, lostAddresses } = outcome;
    if (!shared.quiet) tell(report, changes, publication, outcome.baseUrl);
    if (overwritten.length > 0) console.error(publishWords.overwritten(overwritten, publication.verify));
    if (report.taken.length > 0) console.error(cliWords.takenPlaces(publication.target, report.taken));
    if (report.foreign.length > 0 && !shared.quiet)
      console.log(cliWords.foreignFiles(publication.target, report.foreign));
    const purged = await purgeChanges(publication, outcome.baseUrl, [...changedIn(changes), ...doubted]);
    if (purged !== null) tellPurge(purged, shared.quiet);
    const pinged = await pingChanges(publication, outcome.pings, shared.quiet);
    if (shared.json)
      console.log(
        jsonText({
          ...report,
          firstScheduled: report.firstScheduled?.iso ?? null,
          problems,
          warnings,
          lostAddresses,
          put: changes.put,
          removed: changes.removed,
          renewed: changes.renewed,
          overwritten,
          traffic,
          purged,
          pinged,
        }),
      );
    return { status: STATUS.fine, changes };
  } catch (error) {
    if (error instanceof ForeignOutput) wrongUsage(command, publishWords.foreignPlace(publication.target));
    if (error instanceof StatePublic) wrongUsage(command, publishWords.statePublic(error.address));
    if (error instanceof MemoryBusy) wrongUsage(command, cliWords.memoryBusy);
    if (error instanceof ContentChanged) return say(changedInWords(error));
    if (error instanceof LockLost || error instanceof StateOvertaken) return say(publishWords.overtaken);
    throw error;
  } finally {
    progress.end();
  }
}

/** What is missing is said before anything is sent. */
function checkPurger(command: Command, cdn: string | null): void {
  if (cdn === null) return;
  const made = purgerFrom({ cdn, environment: process.env, baseUrl: 'https://exemple.fr', pace: REAL_PACE });
  if (!made.ok) wrongUsage(command, made.mistakes.join('\n'));
}

/** `npm run publish -- --to … --preview NAME --remove`. */
export async function takePreviewAway(
  { quiet }: SharedOptions,
  { target, preview }: { readonly target: string; readonly preview: string | null },
  isRehearsal: boolean,
): Promise<PublishEnd> {
  const removed = await removePreviewAt(target, preview!, isRehearsal);
  if (typeof removed !== 'number') wrongUsage('publish', removed.sentence);
  const words = isRehearsal ? publishWords.wouldRemovePreview : publishWords.previewRemoved;
  if (!quiet) console.log(words(preview!, removed));
  return { status: STATUS.fine, changes: null };
}

/** Addresses at which caches may keep something else than what is there now: the bytes of files under a hash never change. */
function changedIn({ put, removed, renewed }: Changes): readonly string[] {
  return [...[...put, ...removed].filter(url => !FOR_EVER.includes(fileClassOf(url))), ...renewed];
}

const FOR_EVER: readonly FileClass[] = ['asset', 'media'];

/** What was published stands, whatever comes of it. */
async function purgeChanges(
  { purge, isRehearsal, preview }: PublishCommandOptions,
  baseUrl: string,
  urls: readonly string[],
): Promise<PurgeOutcome | null> {
  if (purge === null || isRehearsal || preview !== null || urls.length === 0) return null;
  const made = purgerFrom({ cdn: purge, environment: process.env, baseUrl, pace: REAL_PACE });
  if (!made.ok) return null;
  const all = urls.includes(EVERY_PAGE);
  return await made.purger.purge(all ? 'all' : { urls: [...new Set(urls)] });
}

/** null: nobody was told. After the caches: whoever is told comes at once. */
async function pingChanges(
  { ping: isWanted, isRehearsal, preview }: PublishCommandOptions,
  { settings, toTell }: Pings,
  isQuiet: boolean,
): Promise<readonly PingOutcome[] | null> {
  if (preview !== null) return null;
  const due = pingsOf(settings, toTell);
  if (isWanted && settings.indexNow === null && settings.hub === null) console.error(pingWords.noneNamed);
  if (!isWanted || isRehearsal) {
    if (due.length > 0 && !isQuiet)
      console.log(pingWords.wouldTell(due.map(({ service, urls }) => [service, urls.length] as const)));
    return null;
  }
  const outcomes = await ping(settings, toTell, {
    pace: REAL_PACE,
    indexNowAddress: process.env.INDEXNOW_URL ?? null,
  });
  for (const { service, told, refusals } of outcomes) {
    if (told.length > 0 && !isQuiet) console.log(pingWords.told(service, told.length));
    for (const { reason, urls, detail } of refusals)
      console.error(pingWords.refused(service, reason, urls.length, detail));
  }
  return outcomes;
}

type Pings = Extract<BuildOutcome, { ok: true }>['pings'];

function tellPurge(outcome: PurgeOutcome, isQuiet: boolean): void {
  const { done, refused } = purgeInWords(outcome);
  if (!isQuiet) for (const line of done) console.log(line);
  for (const line of refused) console.error(line);
}

function tell(
  report: BuildReport,
  { put, removed, renewed }: Changes,
  { isRehearsal, preview }: PublishCommandOptions,
  baseUrl: string,
): void {
  if (isRehearsal) {
    console.log(publishWords.wouldPublish(put.length, removed.length, renewed.length));
    return;
  }
  if (preview !== null) {
    console.log(publishWords.previewed(put.length, baseUrl + previewUrl(preview), secondsOf(report)));
    return;
  }
  console.log(publishWords.published(put.length, removed.length, report.pages.total, secondsOf(report)));
  if (renewed.length > 0) console.log(publishWords.renewed(renewed.length));
  tellContent(report);
  if (report.nextChange !== null) console.log(cliWords.nextChange(report.nextChange));
}
