// The name of a program becomes the functions that prepare its files and time its builds.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusOptions, corpusFolders, writeNewArticle } from './corpus.ts';
import { eleventyArguments, eleventyVersion, writeEleventyProject } from './eleventy.ts';
import { hugoArguments, hugoProgram, hugoVersion, writeHugoProject } from './hugo.ts';
import { type Measure, measure } from './measure.ts';
import { htmlFiles } from './pages.ts';

export const SUBJECT_NAMES = ['ours', 'hugo', 'eleventy'] as const;
export type SubjectName = (typeof SUBJECT_NAMES)[number];

/** One timed build. */
export interface Sample {
  /** The kind of build; all samples of one kind make a row. */
  readonly build: string;
  readonly ms: number;
  readonly peakBytes: number | null;
  /** As in `Measure`. */
  readonly cpuMs: number | null;
  /** The number of HTML pages in the output after the build. */
  readonly pages: number;
  /** The number of files that the build wrote; null for programs that do not print it. */
  readonly written: number | null;
}

export interface Subject {
  readonly name: SubjectName;
  /** `Hugo v0.111.3+extended` */
  readonly label: string;
  /** Writes the program's input, before any build is timed. */
  readonly prepare: () => void | Promise<void>;
  /** Builds everything, in a new process, into an empty folder. */
  readonly buildAll: () => Promise<Sample>;
  /** Builds after changes, which only Quotidien can do; it follows `buildAll`. `run` counts from 1. */
  readonly buildChanges: (run: number) => Promise<readonly Sample[]>;
  /** The folder of the built site. */
  readonly output: string;
}

export const OURS = { full: 'ours', new: 'ours-new', same: 'ours-same' } as const;

const ROOT = join(import.meta.dirname, '..');

/** Whether the program is on this machine. Quotidien and Eleventy always are, since they come with the repository. */
export function isInstalled(name: SubjectName): boolean {
  return name !== 'hugo' || hugoVersion() !== null;
}

/**
 * The functions of one program.
 * @param work the bench's folder, within this repository. Its subfolder `corpus` must contain the corpus of `options`.
 */
export function subject(name: SubjectName, work: string, options: CorpusOptions): Subject {
  if (name === 'ours') return ours(work);
  const corpus = join(work, 'corpus');
  const project = join(work, `${name}-project`);
  const output = join(work, `${name}-site`);
  const { label, prepare, command, args } = {
    hugo: {
      label: `Hugo ${hugoVersion()}`,
      prepare: () => writeHugoProject(project, corpus, options),
      command: hugoProgram(),
      args: hugoArguments(project, output),
    },
    eleventy: {
      label: `Eleventy ${eleventyVersion()}`,
      prepare: () => writeEleventyProject(project, corpus, options),
      command: process.execPath,
      args: eleventyArguments(output),
    },
  }[name];
  const buildAll = async () => {
    remove(output);
    flushDisk();
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
    'bin/pinned-node.js',
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
    flushDisk();
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
        // The next run and the other programs must build the corpus without this article.
        rmSync(article);
      }
    },
    output,
  };
}

function sampleOf(build: string, output: string, { ms, peakBytes, cpuMs }: Measure): Sample {
  return { build, ms, peakBytes, cpuMs, pages: htmlFiles(output).length, written: null };
}

/** The last line that our build prints is JSON. */
function writtenFiles(stdout: string): number {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '').pages.written;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes what earlier builds left in the system's buffers, so that the next build is not timed with it. */
function flushDisk(): void {
  try {
    execFileSync('sync');
  } catch {
    // On a system without `sync` times vary a little more.
  }
}
