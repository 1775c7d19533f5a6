// The words after a command to checked options; wrong usage to a French message and exit status 2.
import { existsSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { cliWords } from '../locale/cli-words.ts';
import type { Instant } from '../time/instant.ts';
import { optionsThatNpmTook } from './npm-options.ts';

export type Command = keyof typeof cliWords.help;

/** Exit statuses of all commands. */
export const STATUS = { fine: 0, contentProblems: 1, wrongUsage: 2, systemError: 3 } as const;

/** The options that `build`, `check` and `dev` have in common. */
export interface SharedOptions {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly now: Instant | null;
  readonly workers: number;
  readonly full: boolean;
  readonly keepGoing: boolean;
  readonly allowRemovals: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The options of `build` and `check`. */
export interface BuildCommandOptions extends SharedOptions {
  readonly outputDir: string;
  /** Where the build remembers, if not in the cache. */
  readonly memoryDir?: string;
  /** The commit, as git understands it, from which content is read; null: the files are read as they lie there. */
  readonly commit?: string | null;
}

export const DEFAULT_FOLDERS = {
  content: 'content',
  data: '_data',
  output: '_site',
  cache: '.cache',
} as const;

/** The definitions of `parseArgs` for the options that `build`, `check` and `dev` have in common. */
export const SHARED_OPTIONS = {
  content: { type: 'string', default: DEFAULT_FOLDERS.content },
  data: { type: 'string', default: DEFAULT_FOLDERS.data },
  cache: { type: 'string', default: DEFAULT_FOLDERS.cache },
  now: { type: 'string' },
  workers: { type: 'string' },
  full: { type: 'boolean', default: false },
  'keep-going': { type: 'boolean', default: false },
  'allow-removals': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Those of `build` and `check`. */
export const BUILD_OPTIONS = {
  ...SHARED_OPTIONS,
  output: { type: 'string', default: DEFAULT_FOLDERS.output },
  from: { type: 'string' },
  snapshots: { type: 'string' },
} as const;

type OptionDefinitions = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;
type Typed<Definitions extends OptionDefinitions> = ReturnType<
  typeof parseArgs<{ options: Definitions; allowPositionals: true; strict: true }>
>;

/** Says what is wrong with the command line, and ends the process with status 2. */
export function wrongUsage(command: Command, message: string): never {
  console.error(`${message}\n${cliWords.usage.seeHelp(command)}`);
  process.exit(STATUS.wrongUsage);
}

/** The options and other words that were typed. `--help` prints the command's help and ends the process. */
export function readCommandLine<Definitions extends OptionDefinitions>(
  command: Command,
  options: Definitions,
  mostWords: number,
): Typed<Definitions> {
  refuseWhatNpmTook(command, options);
  let typed: Typed<Definitions>;
  try {
    typed = parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    wrongUsage(command, explain(error as NodeJS.ErrnoException));
  }
  if ((typed.values as { help?: boolean }).help) {
    console.log(cliWords.help[command]);
    process.exit(STATUS.fine);
  }
  const extra = typed.positionals[mostWords];
  if (extra !== undefined) wrongUsage(command, cliWords.usage.unexpected(extra));
  return typed;
}

/** Without them the command would do something else than what was asked for. */
function refuseWhatNpmTook(command: Command, options: OptionDefinitions): void {
  const taken = optionsThatNpmTook(options, process.env);
  if (taken.length > 0) wrongUsage(command, cliWords.usage.takenByNpm(command, taken));
}

/** `parseArgs` explains itself in English; its error codes say enough to do so in French. */
function explain({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(?:-\w, )?(-[^' =]*)/.exec(message)?.[1] ?? message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return cliWords.usage.unknownOption(option);
  if (/does not take an argument/.test(message)) return cliWords.usage.unwantedValue(option);
  return cliWords.usage.missingValue(option);
}

/** The checked options of `build` and `check`. */
export function buildCommandOptions(
  command: Command,
  values: Typed<typeof BUILD_OPTIONS>['values'],
): BuildCommandOptions {
  const { content, data, output, cache, from } = values;
  const shared = sharedOptions(command, values);
  requireFolders(command, { output });
  for (const other of [content, data, '.', cache]) {
    if (overlaps(output, other)) wrongUsage(command, cliWords.usage.overlap(output, other));
  }
  return { ...shared, outputDir: output, commit: commitAsked(command, from) };
}

function requireFolders(command: Command, folders: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(folders)) {
    if (value.trim() === '') wrongUsage(command, cliWords.usage.missingValue(`--${name}`));
  }
}

/** The checked options that `build`, `check` and `dev` have in common. */
export function sharedOptions(
  command: Command,
  values: Typed<typeof SHARED_OPTIONS>['values'],
): SharedOptions {
  const { content, data, cache, now, workers } = values;
  requireFolders(command, { content, data, cache });
  for (const other of [content, data, '.'])
    if (overlaps(cache, other)) wrongUsage(command, cliWords.usage.cacheOverlap(cache, other));
  return {
    contentDir: content,
    dataDir: data,
    cacheDir: cache,
    now: now === undefined ? null : readNow(command, now),
    workers: workers === undefined ? availableParallelism() : readWorkers(command, workers),
    full: values.full,
    keepGoing: values['keep-going'],
    allowRemovals: values['allow-removals'],
    json: values.json,
    quiet: values.quiet,
  };
}

/** Of `--now`: only what names one instant whatever the zone, so the same command means the same everywhere. */
export function readNow(command: Command, text: string): Instant {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
  const instant = form.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) wrongUsage(command, cliWords.usage.badNow(text));
  return instant;
}

/** null: content is read as it lies there. */
export function commitAsked(command: Command, from: string | undefined): string | null {
  return from === undefined ? null : readCommit(command, from);
}

/** Of `--from`: `git` alone is the latest commit, `git:v1.2` another. */
function readCommit(command: Command, text: string): string {
  if (text === 'git') return 'HEAD';
  const revision = text.startsWith('git:') ? text.slice('git:'.length) : '';
  // git is asked for it in a line of its input.
  if (revision.trim() === '' || /[\n\0]/.test(revision)) wrongUsage(command, cliWords.usage.badFrom(text));
  return revision;
}

/** Of `--workers`. */
export function readWorkers(command: Command, text: string): number {
  const workers = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (workers < 1 || workers > 64) wrongUsage(command, cliWords.usage.badWorkers(text));
  return workers;
}

/** Whether a folder for what builds write is the other folder, holds it, or (but for the working directory) lies in it. */
export function overlaps(written: string, other: string): boolean {
  const inside = (a: string, b: string): boolean => `${a}${sep}`.startsWith(`${b}${sep}`);
  const [from, to] = [realPath(written), realPath(other)];
  return inside(to, from) || (other !== '.' && inside(from, to));
}

/** The path with its symbolic links followed, as far as it exists. */
export function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(realPath(parent), relative(parent, whole));
}
