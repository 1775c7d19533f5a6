// The views of the fixed set in; the files that Eleventy makes of them, and of a site owner's own pages, out.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { FRONT_TEMPLATES, type FrontTemplate } from '../../pages/page.ts';
import type { PageView, Portal } from '../../pages/views.ts';

/** The views of each front template, under the name by which templates ask for them: `notFound` for `not-found`. */
export type FrontViews = Readonly<Record<string, readonly PageView[]>>;

/** A file that Eleventy wrote: where below the output folder, and its bytes. */
export interface FrontFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Where Eleventy's settings carry the views from `renderFronts` to the plugin of `.eleventy.js`. */
export const GIVEN_VIEWS = 'quotidienViews';

export interface GivenViews {
  readonly views: FrontViews;
  readonly portal: Portal;
  readonly themeDir: string;
  readonly dataDir: string;
  /** Where Eleventy writes: not yet the site. */
  readonly outputDir: string;
}

const ROOT = join(import.meta.dirname, '../../..');

export function frontViews(
  views: Iterable<{ readonly template: FrontTemplate; readonly view: PageView }>,
): FrontViews {
  const lists: Record<string, PageView[]> = Object.fromEntries(
    FRONT_TEMPLATES.map(name => [camelCase(name), []]),
  );
  for (const { template, view } of views) lists[camelCase(template)]!.push(view);
  return lists;
}

/** The views of one template. */
export function viewsOf(views: FrontViews, template: FrontTemplate): readonly PageView[] {
  return views[camelCase(template)] ?? [];
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export interface FrontsJob {
  readonly views: FrontViews;
  /** For a site owner's own pages, which may extend our layout. */
  readonly portal: Portal;
  readonly themeDir: string;
  readonly dataDir: string;
  readonly stagingDir: string;
}

/**
 * Runs Eleventy, with the project's `.eleventy.js`, into `stagingDir` and gives all that it wrote there: the pages of
 * `views`, a site owner's own pages, and whatever plugins and passthrough copies add. Nothing of it is in the output yet.
 */
export async function renderFronts(job: FrontsJob): Promise<FrontFile[]> {
  await runEleventy(job);
  return filesOf(job.stagingDir);
}

async function runEleventy({ views, portal, themeDir, dataDir, stagingDir }: FrontsJob): Promise<void> {
  // Loaded when there is something to do: it is the largest thing that a build may need.
  const { default: Eleventy } = await import('@11ty/eleventy');
  rmSync(stagingDir, { recursive: true, force: true });
  mkdirSync(stagingDir, { recursive: true });
  // Eleventy takes paths relative to the working directory.
  const fromHere = (path: string): string => relative(process.cwd(), path) || '.';
  const eleventy = new Eleventy(fromHere(join(themeDir, 'fronts')), fromHere(stagingDir), {
    configPath: fromHere(join(ROOT, '.eleventy.js')),
    quietMode: true,
    source: 'script',
    config(eleventyConfig: Record<string, unknown>) {
      eleventyConfig[GIVEN_VIEWS] = {
        views,
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
export interface FrontsThread {
  /** What `renderFronts` gives. */
  render(job: FrontsJob): Promise<FrontFile[]>;
  close(): Promise<void>;
}

export function frontsThread(): FrontsThread {
  const worker = new Worker(new URL(import.meta.url), { workerData: { fronts: true } });
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  done.catch(() => {});
  worker.once('message', ({ failure }: FrontsReply) =>
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

interface FrontsReply {
  /** With its stack; null: all went well. */
  readonly failure: string | null;
}

if (!isMainThread && (workerData as { readonly fronts?: boolean } | null)?.fronts) {
  parentPort?.once('message', async (job: FrontsJob) => {
    let failure: string | null = null;
    try {
      await runEleventy(job);
    } catch (error) {
      failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    parentPort?.postMessage({ failure } satisfies FrontsReply);
  });
  await import('@11ty/eleventy');
}

function filesOf(dir: string): FrontFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(item => item.isFile())
    .map(item => {
      const path = join(item.parentPath, item.name);
      return { path: relative(dir, path).replaceAll('\\', '/'), bytes: readFileSync(path) };
    });
}
