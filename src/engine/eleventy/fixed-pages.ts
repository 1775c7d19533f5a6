// The views of the fixed set in; the files that Eleventy makes of them, and of a site owner's own pages, out.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Portal } from '../../pages/views.ts';

/** The views of each kind of page that Eleventy renders, under the name by which templates ask for them: `notFound` for `not-found`. */
export type FixedViews = Readonly<Record<string, readonly object[]>>;

/** A file that Eleventy wrote: where below the output folder, and its bytes. */
export interface FixedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Where Eleventy's settings carry the views from `renderFixedPages` to the plugin of `.eleventy.js`. */
export const GIVEN_VIEWS = 'quotidienViews';

/** Of the cache: where Eleventy writes before anything is put into the output. */
export const STAGING_FOLDER = 'eleventy';

export interface GivenViews {
  readonly views: FixedViews;
  /** The names of kinds of page that have no page to make this time. */
  readonly idle: readonly string[];
  readonly portal: Portal;
  readonly themeDir: string;
  readonly dataDir: string;
  /** Where Eleventy writes: not yet the site. */
  readonly outputDir: string;
}

/** The project's own settings. */
export const ELEVENTY_CONFIG = join(import.meta.dirname, '../../../.eleventy.js');

/** `types` are the names of all kinds of page that Eleventy renders, with or without a page this time. */
export function fixedViews(
  types: readonly string[],
  views: Iterable<{ readonly type: string; readonly view: object }>,
): FixedViews {
  const lists: Record<string, object[]> = Object.fromEntries(types.map(name => [camelCase(name), []]));
  for (const { type, view } of views) lists[camelCase(type)]!.push(view);
  return lists;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export interface FixedPagesJob extends Pick<GivenViews, 'views' | 'idle'> {
  /** For a site owner's own pages, which may extend our layout. */
  readonly portal: Portal;
  readonly themeDir: string;
  readonly dataDir: string;
  readonly stagingDir: string;
  /** The path of `.eleventy.js`. */
  readonly configPath: string;
}

/**
 * Runs Eleventy, with the project's `.eleventy.js`, into `stagingDir` and gives all that it wrote there: the pages of
 * `views`, a site owner's own pages, and whatever plugins and passthrough copies add. Nothing of it is in the output yet.
 */
export async function renderFixedPages(job: FixedPagesJob): Promise<FixedFile[]> {
  await runEleventy(job);
  return filesOf(job.stagingDir);
}

async function runEleventy(job: FixedPagesJob): Promise<void> {
  const { views, idle, portal, themeDir, dataDir, stagingDir, configPath } = job;
  // Loaded when there is something to do: it is the largest thing that a build may need.
  const { default: Eleventy } = await import('@11ty/eleventy');
  rmSync(stagingDir, { recursive: true, force: true });
  mkdirSync(stagingDir, { recursive: true });
  // Eleventy takes paths relative to the working directory.
  const fromHere = (path: string): string => relative(process.cwd(), path) || '.';
  const eleventy = new Eleventy(fromHere(join(themeDir, 'eleventy')), fromHere(stagingDir), {
    configPath: fromHere(configPath),
    quietMode: true,
    source: 'script',
    config(eleventyConfig: Record<string, unknown>) {
      eleventyConfig[GIVEN_VIEWS] = {
        views,
        idle,
        portal,
        themeDir,
        dataDir,
        outputDir: stagingDir,
      } satisfies GivenViews;
    },
  });
  // What it made is in our own report; what stops it is thrown.
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}

/** Eleventy in a thread of its own, so that it is loaded while this one reads the memory of a large site. */
export interface FixedPagesThread {
  /** What `renderFixedPages` gives. */
  render(job: FixedPagesJob): Promise<FixedFile[]>;
  close(): Promise<void>;
}

export function fixedPagesThread(): FixedPagesThread {
  const worker = new Worker(new URL(import.meta.url), { workerData: { fixedPages: true } });
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  done.catch(() => {});
  worker.once('message', ({ failure }: FixedPagesReply) =>
    failure === null ? resolve() : reject(new Error(failure)),
  );
  worker.once('error', reject);
  return {
    async render(job) {
      worker.postMessage(job);
      await done;
      return filesOf(job.stagingDir);
    },
    async close() {
      await worker.terminate();
    },
  };
}

interface FixedPagesReply {
  /** With its stack; null: all went well. */
  readonly failure: string | null;
}

if (!isMainThread && (workerData as { readonly fixedPages?: boolean } | null)?.fixedPages) {
  parentPort?.once('message', async (job: FixedPagesJob) => {
    let failure: string | null = null;
    try {
      await runEleventy(job);
    } catch (error) {
      failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    parentPort?.postMessage({ failure } satisfies FixedPagesReply);
  });
  await import('@11ty/eleventy');
}

function filesOf(dir: string): FixedFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(item => item.isFile())
    .map(item => {
      const path = join(item.parentPath, item.name);
      return { path: relative(dir, path).replaceAll('\\', '/'), bytes: readFileSync(path) };
    });
}
