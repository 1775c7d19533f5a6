// The programs under measure: for each, how its files are prepared and which commands are timed.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusOptions, corpusFolders, writeNewArticle } from './corpus.ts';
import { eleventyArguments, eleventyVersion, writeEleventyProject } from './eleventy.ts';
import { hugoArguments, hugoVersion, writeHugoProject } from './hugo.ts';
import { type Measure, measure } from './measure.ts';
import { htmlFiles } from './pages.ts';

export const SUBJECT_NAMES = ['ours', 'hugo', 'eleventy'] as const;
export type SubjectName = (typeof SUBJECT_NAMES)[number];

/** One timed build. */
export interface Sample {
  /** What was built: the key of its row. */
  readonly build: string;
  readonly ms: number;
  readonly peakBytes: number | null;
  /** HTML pages in the output afterwards. */
  readonly pages: number;
  /** Files written, where the program says so. */
  readonly written: number | null;
}

export interface Subject {
  readonly name: SubjectName;
  /** `Hugo v0.111.3+extended` */
  readonly label: string;
  /** Writes what the builds read; not timed. */
  readonly prepare: () => void | Promise<void>;
  /** A build of everything, in a new process, into an empty folder. */
  readonly buildAll: () => Promise<Sample>;
  /** What only ours does, after `buildAll`: builds of what changed since. `run` counts from 1. */
  readonly buildChanges: (run: number) => Promise<readonly Sample[]>;
  /** Where the built site stands. */
  readonly output: string;
}

export const OURS = { full: 'ours', new: 'ours-new', same: 'ours-same' } as const;

const ROOT = join(import.meta.dirname, '..');

/** Whether a program is on this machine; ours and Eleventy come with the repository. */
export function isInstalled(name: SubjectName): boolean {
  return name !== 'hugo' || hugoVersion() !== null;
}

/** `work` is the bench's folder, somewhere below this repository; `corpus` below it has been written with `options`. */
export function subject(name: SubjectName, work: string, options: CorpusOptions): Subject {
  if (name === 'ours') return ours(work);
  const corpus = join(work, 'corpus');
  const project = join(work, `${name}-project`);
  const output = join(work, `${name}-site`);
  const { label, prepare, command, args } = {
    hugo: {
      label: `Hugo ${hugoVersion()}`,
      prepare: () => writeHugoProject(project, corpus, options),
      command: 'hugo',
      args: hugoArguments(project, output),
    },
    eleventy: {
      label: `Eleventy ${eleventyVersion()}`,
      prepare: () => writeEleventyProject(project, corpus),
      command: process.execPath,
      args: eleventyArguments(output),
    },
  }[name];
  const buildAll = async () => {
    remove(output);
    settle();
    return sampleOf(name, output, await measure(command, args, project));
  };
  return { name, label, prepare, buildAll, buildChanges: async () => [], output };
}

function ours(work: string): Subject {
  const corpus = join(work, 'corpus');
  const output = join(work, 'ours-site');
  const cache = join(work, 'ours-cache');
  const { content, data } = corpusFolders(corpus);
  const command = [
    'src/cli/build.ts',
    '--content',
    content,
    '--data',
    data,
    '--output',
    output,
    '--cache',
    cache,
  ];
  const build = async (key: string): Promise<Sample> => {
    settle();
    const measured = await measure(process.execPath, [...command, '--json', '--quiet'], ROOT);
    return { ...sampleOf(key, output, measured), written: writtenFiles(measured.stdout) };
  };
  return {
    name: 'ours',
    label: 'Quotidien',
    prepare: () => {},
    buildAll: () => {
      remove(output);
      remove(cache);
      return build(OURS.full);
    },
    buildChanges: async run => {
      const article = writeNewArticle(corpus, run);
      try {
        return [await build(OURS.new), await build(OURS.same)];
      } finally {
        // The next run and the other programs build the corpus as it was.
        rmSync(article);
      }
    },
    output,
  };
}

function sampleOf(build: string, output: string, { ms, peakBytes }: Measure): Sample {
  return { build, ms, peakBytes, pages: htmlFiles(output).length, written: null };
}

/** The last line that our build prints is JSON. */
function writtenFiles(stdout: string): number {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '').pages.written;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What an earlier build left for the disk is written before the next one's time runs. */
function settle(): void {
  try {
    execFileSync('sync');
  } catch {
    // A system without `sync` measures a little less evenly.
  }
}
