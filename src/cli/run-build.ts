// One build with its words for the terminal: shared by `build` and `dev`.
import { type BuildOutcome, buildSite } from '../engine/build.ts';
import type { BuildOptions } from '../engine/build-options.ts';
import { MemoryBusy } from '../engine/memory/memory.ts';
import { type Changes, ForeignOutput } from '../engine/output/output.ts';
import { ContentChanged } from '../engine/reading/content-changed.ts';
import { THEME_DIR } from '../engine/rendering/templates.ts';
import type { BuildReport } from '../engine/report/report.ts';
import { articleWords } from '../locale/article-words.ts';
import { cliWords } from '../locale/cli-words.ts';
import type { DerivedFiles } from '../pages/derived-files.ts';
import { formatProblems, formatWarnings } from '../problem/format-problems.ts';
import type { Problem } from '../problem/problem.ts';
import type { Instant } from '../time/instant.ts';
import { type BuildCommandOptions, type Command, STATUS, wrongUsage } from './command-line.ts';
import { progressDisplay } from './progress.ts';
import { jsonText } from './terminal-text.ts';

/** The command's options as the engine takes them, with the project's own theme and the machine's clock. */
export function engineOptions(options: BuildCommandOptions): BuildOptions {
  return { ...options, themeDir: THEME_DIR, wallClock: Date.now(), onProgress: () => {} };
}

/** What came of a build: all but the status is null when the content stopped it. */
export interface BuildEnd {
  readonly status: number;
  readonly report: BuildReport | null;
  /** The addresses that were put or removed. */
  readonly changes: Changes | null;
  /** What every image of the site is made of. */
  readonly files: DerivedFiles | null;
  /** The site's address. */
  readonly baseUrl: string | null;
  /** When the machine's clock alone changes the site next. */
  readonly nextChange: Instant | null;
  /** What stopped it, or was left out. */
  readonly problems: readonly Problem[];
}

const STOPPED: BuildEnd = {
  status: STATUS.contentProblems,
  report: null,
  changes: null,
  files: null,
  baseUrl: null,
  nextChange: null,
  problems: [],
};

/** What a command adds to its options; the walks started before the engine was loaded. */
type Begun = Pick<
  BuildOptions,
  | 'audience'
  | 'source'
  | 'snapshots'
  | 'walking'
  | 'look'
  | 'hashing'
  | 'images'
  | 'stylePage'
  | 'participation'
  | 'verify'
  | 'swap'
>;

/** Builds, and prints the result; ends the process when the output or the memory is not ours to write to. */
export async function runBuild(
  command: Command,
  options: BuildCommandOptions,
  begun: Begun = {},
): Promise<BuildEnd> {
  try {
    return await buildAndTell(options, begun, true);
  } catch (error) {
    if (error instanceof ForeignOutput) wrongUsage(command, cliWords.foreignFolder(options.outputDir));
    if (error instanceof MemoryBusy) wrongUsage(command, cliWords.memoryBusy);
    if (error instanceof ContentChanged) {
      console.error(changedInWords(error));
      return STOPPED;
    }
    throw error;
  }
}

/** What to do about content that is not what it was when the build began. */
export function changedInWords({ file, isPointer }: ContentChanged): string {
  return isPointer ? cliWords.onlyPointer(file) : cliWords.contentChanged(file);
}

/** Builds, and prints the result; with `forHost` also what a host has to do. Throws what `buildSite` throws. */
export async function buildAndTell(
  options: BuildCommandOptions,
  begun: Begun,
  forHost: boolean,
): Promise<BuildEnd> {
  const progress = progressDisplay(options);
  let outcome: BuildOutcome;
  try {
    outcome = await buildSite({ ...engineOptions(options), ...begun, onProgress: progress.show });
  } finally {
    progress.end();
  }
  tellProblems(outcome, options.json);
  if (!outcome.ok) return { ...STOPPED, problems: outcome.problems };
  const {
    report,
    changes,
    problems,
    warnings,
    aliasesForHost,
    beyondHost,
    lostAddresses,
    files,
    baseUrl,
    nextChange,
  } = outcome;
  if (report.taken.length > 0) console.error(cliWords.takenPlaces(options.outputDir, report.taken));
  if (!options.quiet) {
    const { total, written, removed } = report.pages;
    console.log(cliWords.built(total, written, removed, secondsOf(report)));
    tellContent(report);
    if (report.foreign.length > 0) console.log(cliWords.foreignFiles(options.outputDir, report.foreign));
    if (forHost && aliasesForHost.length > 0) console.log(cliWords.aliasesForHost(aliasesForHost));
    if (forHost && beyondHost !== null) console.log(cliWords.beyondHost(beyondHost));
    if (report.nextChange !== null) console.log(cliWords.nextChange(report.nextChange));
  }
  if (options.json)
    console.log(
      jsonText({
        ...report,
        firstScheduled: report.firstScheduled?.iso ?? null,
        problems,
        warnings,
        aliasesForHost,
        beyondHost,
        lostAddresses,
      }),
    );
  return { status: STATUS.fine, report, changes, files, baseUrl, nextChange, problems };
}

/** What stopped the build, or was left out, and what should be mended. */
export function tellProblems(outcome: BuildOutcome, json: boolean): void {
  const { problems } = outcome;
  if (outcome.ok && outcome.warnings.length > 0) console.error(formatWarnings(outcome.warnings));
  if (problems.length > 0) console.error(formatProblems(problems));
  if (!outcome.ok) {
    console.error(cliWords.stopped(problems.length));
    if (json) console.log(jsonText({ problems }));
  } else if (problems.length > 0) {
    const standing = filesOf(problems.filter(({ staysOnline }) => staysOnline));
    console.error(cliWords.leftOut(problems.length, standing, filesOf(problems) - standing));
  }
}

/** How many articles there are, and what was made of photographs. */
export function tellContent({ articles, firstScheduled, images }: BuildReport): void {
  if (articles.total > 0) console.log(articleWords.counted(articles, firstScheduled?.stamp ?? null));
  const { made, decoded } = images;
  if (made + decoded > 0) console.log(cliWords.imagesMade(made, decoded));
}

export function secondsOf({ ms }: BuildReport): string {
  return (ms / 1000).toLocaleString('fr', { maximumFractionDigits: 1 });
}

function filesOf(problems: readonly Problem[]): number {
  return new Set(problems.map(({ file }) => file)).size;
}
