// The views of the fixed set in; the files that Eleventy makes of them, and of a site owner's own pages, out.

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Environment } from 'nunjucks';
import { hashOf } from '../../hash/hash.ts';
import type { Portal } from '../../pages/views.ts';
import { filesBelow } from '../../source/files-below.ts';
import { importedFiles, MODULE_ENDINGS } from '../../source/imported-files.ts';
import { errorOf, type Failure, failureOf, withPlaces } from '../threads/failure.ts';

/** The views of each kind of page that Eleventy renders, under the name by which templates ask for them: `notFound` for `not-found`. */
export type FixedViews = Readonly<Record<string, readonly object[]>>;

/** A file that Eleventy wrote. */
export interface FixedFile {
  /** Below the output folder. */
  readonly path: string;
  readonly bytes: Buffer;
  /** What it was made of or copied from, from where the command runs; null: Eleventy does not say. */
  readonly source: string | null;
  /** Whether it is a page of the views that were given. */
  readonly ours: boolean;
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
  /** Given the environment before Eleventy renders with it; null: pages are rendered as usual. */
  readonly prepare: ((environment: Environment) => void) | null;
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

/** Where each file that Eleventy wrote comes from, by its path below the output folder. */
export type Sources = Readonly<Record<string, string>>;

/**
 * Runs Eleventy, with the project's `.eleventy.js`, into `stagingDir` and gives all that it wrote there: the pages of
 * `views`, a site owner's own pages, and whatever plugins and passthrough copies add. Nothing of it is in the output yet.
 */
export async function renderFixedPages(job: FixedPagesJob): Promise<FixedFile[]> {
  if (!hasStaleModules(job)) return filesOf(job, await runEleventy(job));
  const thread = fixedPagesThread(job);
  try {
    return await thread.render(job);
  } finally {
    await thread.close();
  }
}

/** Hashes of the owner's modules, and of what they import, as this process keeps them for its life. */
const loadedModules = new Map<string, string>();

/** Whether the process, where `dev` builds again after every edit, holds an older state of a module that Eleventy would ask for. */
function hasStaleModules({ themeDir, dataDir }: FixedPagesJob): boolean {
  const modules = [join(themeDir, 'eleventy'), dataDir]
    .flatMap(filesBelow)
    .filter(({ path, isFile }) => isFile && MODULE_ENDINGS.has(extname(path)))
    .map(({ path }) => path);
  let stale = false;
  for (const path of new Set([...modules, ...importedFiles(modules)])) {
    const present = hashOf(readFileSync(path));
    const loaded = loadedModules.get(path);
    if (loaded === undefined) loadedModules.set(path, present);
    else if (loaded !== present) stale = true;
  }
  return stale;
}

/** What stops Eleventy has its places in the templates: it is run again, then, to learn them. */
async function runEleventy(job: FixedPagesJob): Promise<Sources> {
  try {
    return await writePages(job, null);
  } catch (error) {
    const { isOfTemplates, notePlaces } = await import('../rendering/mistake-places.ts');
    if (!isOfTemplates(error)) throw error;
    let placesOf: ReturnType<typeof notePlaces> | undefined;
    await writePages(job, environment => {
      placesOf = notePlaces(environment);
    }).catch(() => {});
    throw withPlaces(error, placesOf?.(error) ?? []);
  }
}

async function writePages(job: FixedPagesJob, prepare: GivenViews['prepare']): Promise<Sources> {
  const sources: Record<string, string> = {};
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
    config(eleventyConfig: Record<string, unknown> & SourceEvents) {
      noteSources(eleventyConfig, stagingDir, sources);
      eleventyConfig[GIVEN_VIEWS] = {
        views,
        idle,
        portal,
        themeDir,
        dataDir,
        outputDir: stagingDir,
        prepare,
      } satisfies GivenViews;
    },
  });
  // What it made is in our own report; what stops it is thrown.
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
  return sources;
}

/** What we use of Eleventy's settings object to learn where files come from. */
export interface SourceEvents {
  on(
    event: 'eleventy.after',
    listener: (details: {
      readonly results?: readonly { readonly inputPath: string; readonly outputPath: string | false }[];
    }) => unknown,
  ): void;
  on(
    event: 'eleventy.passthrough',
    listener: (details: { readonly map: Readonly<Record<string, string>> }) => unknown,
  ): void;
}

/** Fills `sources` while Eleventy writes into `outputDir`. */
export function noteSources(
  eleventyConfig: SourceEvents,
  outputDir: string,
  sources: Record<string, string>,
): void {
  eleventyConfig.on('eleventy.after', ({ results }) => {
    for (const { inputPath, outputPath } of results ?? [])
      if (outputPath) sources[relative(outputDir, outputPath).replaceAll('\\', '/')] = inputPath;
  });
  eleventyConfig.on('eleventy.passthrough', ({ map }) => {
    // Per address of a copied file: where it was copied from.
    for (const [url, source] of Object.entries(map)) sources[decodeURI(url).slice(1)] = source;
  });
}

/** Eleventy in a thread of its own, so that it is loaded while this one reads the memory of a large site. */
export interface FixedPagesThread {
  /** What `renderFixedPages` gives. */
  render(job: FixedPagesJob): Promise<FixedFile[]>;
  close(): Promise<void>;
}

/** What an earlier build staged is removed meanwhile: a busy disk takes long over it. */
export function fixedPagesThread({ stagingDir }: Pick<FixedPagesJob, 'stagingDir'>): FixedPagesThread {
  const workerData: ThreadData = { fixedPages: stagingDir };
  const worker = new Worker(new URL(import.meta.url), { workerData });
  const { promise: done, resolve, reject } = Promise.withResolvers<Sources>();
  done.catch(() => {});
  worker.once('message', ({ failure, sources }: FixedPagesReply) =>
    failure === null ? resolve(sources) : reject(errorOf(failure)),
  );
  worker.once('error', reject);
  return {
    async render(job) {
      // As JSON text, which is made and read sooner than a thread's own copy of objects.
      worker.postMessage(JSON.stringify(job));
      return filesOf(job, await done);
    },
    async close() {
      await worker.terminate();
    },
  };
}

interface ThreadData {
  /** The staging folder. */
  readonly fixedPages: string;
}

interface FixedPagesReply {
  /** null: all went well. */
  readonly failure: Failure | null;
  readonly sources: Sources;
}

const staging = (workerData as Partial<ThreadData> | null)?.fixedPages;
if (!isMainThread && staging !== undefined) {
  // At once: after the first `await` Eleventy may already be writing there.
  rmSync(staging, { recursive: true, force: true });
  parentPort?.once('message', async (job: string) => {
    let failure: Failure | null = null;
    let sources: Sources = {};
    try {
      sources = await runEleventy(JSON.parse(job) as FixedPagesJob);
    } catch (error) {
      failure = failureOf(error);
    }
    parentPort?.postMessage({ failure, sources } satisfies FixedPagesReply);
  });
  await import('@11ty/eleventy');
  // Most of what our plugin needs. The plugin itself comes with `.eleventy.js`, which is its owner's, and runs when Eleventy does.
  await import('../../theme/environment.ts');
  await import('../rendering/published-markup.ts');
}

function filesOf({ stagingDir, themeDir, views }: FixedPagesJob, sources: Sources): FixedFile[] {
  return readdirSync(stagingDir, { recursive: true, withFileTypes: true })
    .filter(item => item.isFile())
    .map(item => {
      const file = join(item.parentPath, item.name);
      const path = relative(stagingDir, file).replaceAll('\\', '/');
      return { path, bytes: readFileSync(file), ...originOf(sources[path], themeDir, views) };
    });
}

/** `source` as Eleventy names it. A page is ours when its template is that of a kind of page of ours. */
export function originOf(
  source: string | undefined,
  themeDir: string,
  views: FixedViews,
): Pick<FixedFile, 'source' | 'ours'> {
  if (source === undefined) return { source: null, ours: false };
  const template = relative(join(themeDir, 'eleventy'), source).replaceAll('\\', '/');
  return { source, ours: Object.keys(views).some(name => template === `${kebabCase(name)}.njk`) };
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
