// What `.eleventy.js` adds to Eleventy: our Nunjucks environment, the views of the fixed set, and the archive pages beside them.
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { load } from 'js-yaml';
import nunjucks from 'nunjucks';
import { siteFolder } from '../address/site-place.ts';
import { cliWords } from '../locale/cli-words.ts';
import { formatProblems } from '../problem/format-problems.ts';
import type { Problem } from '../problem/problem.ts';
import { createEnvironment } from '../theme/environment.ts';
import type { BegunBuild } from './build.ts';
import { answerAsyncFilters } from './eleventy/answer-async-filters.ts';
import {
  type FixedFile,
  type FixedViews,
  GIVEN_VIEWS,
  type GivenViews,
  originOf,
} from './eleventy/fixed-pages.ts';
import { serveInFolder } from './eleventy/serve-in-folder.ts';
import { publishedMarkup } from './rendering/published-markup.ts';
import { THEME_DIR } from './rendering/templates.ts';

/** What we use of Eleventy's settings object. */
interface EleventyConfig {
  setLibrary(name: string, library: unknown): void;
  addDataExtension(extensions: string, parse: (text: string) => unknown): void;
  addGlobalData(name: string, data: unknown): void;
  addTransform(name: string, change: (this: Transformed, content: unknown) => unknown): void;
  addWatchTarget(path: string): void;
  setWatchJavaScriptDependencies(on: boolean): void;
  setUseGitIgnore(on: boolean): void;
  setUseTemplateCache(on: boolean): void;
  setServerOptions(options: object): void;
  on(event: 'eleventy.before' | 'eleventy.after', listener: (details: EleventyEvent) => unknown): void;
  on(event: 'eleventy.passthrough', listener: (details: PassthroughEvent) => unknown): void;
  readonly ignores: Set<string>;
  readonly [GIVEN_VIEWS]?: GivenViews;
}

/** What Eleventy says of a page that it has rendered. */
interface Transformed {
  readonly page: { readonly outputPath: string | false };
}

interface EleventyEvent {
  readonly directories: { readonly output: string };
  readonly results?: readonly {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly content: string | Buffer;
  }[];
}

interface PassthroughEvent {
  /** Per address of a copied file: where it was copied from. */
  readonly map: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '../..');

/**
 * The plugin. Run by our own build it hands the given views over. Run by plain `npx eleventy` it makes the whole build:
 * the archive pages after Eleventy has rendered its own, and removes pages that the edition no longer has.
 */
export function quotidien(eleventyConfig: EleventyConfig): void {
  const given = eleventyConfig[GIVEN_VIEWS];
  const themeDir = given?.themeDir ?? THEME_DIR;
  const loader = new nunjucks.FileSystemLoader(themeDir, { noCache: given === undefined });
  const environment = createEnvironment(loader);
  answerAsyncFilters(environment);
  given?.prepare?.(environment);
  eleventyConfig.setLibrary('njk', environment);
  eleventyConfig.addDataExtension('yaml,yml', text => load(text));
  // Eleventy 3.1.8 reads imported TypeScript as JavaScript when it looks for files to watch, and stops.
  eleventyConfig.setWatchJavaScriptDependencies(false);
  eleventyConfig.setUseGitIgnore(false);
  if (given) {
    // Eleventy keeps templates for the life of the process, where `dev` builds again after they were edited.
    eleventyConfig.setUseTemplateCache(false);
    eleventyConfig.addGlobalData('quotidien', given.views);
    eleventyConfig.addGlobalData('portal', given.portal);
    putInFolder(eleventyConfig, () => siteFolder(given.portal.baseUrl));
    for (const file of idleTemplates(given)) eleventyConfig.ignores.add(file);
    return;
  }

  for (const folder of ['content', '_data', 'src/theme']) eleventyConfig.addWatchTarget(join(ROOT, folder));
  let folder = '';
  eleventyConfig.setServerOptions({ port: 8080, middleware: [serveInFolder(() => folder)] });
  let build: BegunBuild | null = null;
  let copied: readonly string[] = [];
  let sources: Record<string, string> = {};
  eleventyConfig.addGlobalData('quotidien', (): FixedViews => build?.views ?? {});
  eleventyConfig.addGlobalData('portal', () => build?.portal);
  putInFolder(eleventyConfig, () => folder);
  eleventyConfig.on('eleventy.before', async ({ directories }) => {
    await build?.close();
    copied = [];
    sources = {};
    build = await beginPlain(directories.output);
    folder = siteFolder(build.portal.baseUrl);
  });
  eleventyConfig.on('eleventy.passthrough', ({ map }) => {
    copied = Object.keys(map).map(url => decodeURI(url).slice(1));
    for (const [url, source] of Object.entries(map)) sources[decodeURI(url).slice(1)] = source;
  });
  eleventyConfig.on('eleventy.after', async ({ directories, results }) => {
    if (build === null) return;
    const { views } = build;
    const origin = (source: string | undefined) => originOf(source, themeDir, views);
    const rendered: FixedFile[] = (results ?? []).flatMap(({ inputPath, outputPath, content }) =>
      outputPath
        ? [
            {
              path: relative(directories.output, outputPath).replaceAll('\\', '/'),
              bytes: Buffer.from(content),
              ...origin(inputPath),
            },
          ]
        : [],
    );
    const copies = copiedFiles(copied, directories.output).map(file => ({
      ...file,
      ...origin(sources[file.path]),
    }));
    const outcome = await build.finish({
      made: [...rendered, ...copies],
      complete: false,
      renderedAhead: null,
    });
    await build.close();
    build = null;
    if (!outcome.ok) stopWith(outcome.problems);
  });
}

/** An owner's pages too: only what they copy stays as it is. */
function putInFolder(eleventyConfig: EleventyConfig, folder: () => string): void {
  eleventyConfig.addTransform('quotidien-folder', function (content) {
    const { outputPath } = this.page;
    if (typeof content !== 'string' || !outputPath || !/\.(?:html?|xml|svg)$/i.test(outputPath))
      return content;
    return publishedMarkup(content, folder());
  });
}

/** Our templates that have no page to make this time: reading and compiling them costs more than the pages of the others. */
function idleTemplates({ idle, themeDir }: GivenViews): readonly string[] {
  return idle.map(name =>
    relative(process.cwd(), join(themeDir, 'eleventy', `${name}.njk`)).replaceAll('\\', '/'),
  );
}

/** With `--serve` Eleventy serves such files from where they are; then they are not in the output, and not given. */
function copiedFiles(paths: readonly string[], outputDir: string): Pick<FixedFile, 'path' | 'bytes'>[] {
  return paths
    .map(path => ({ path, file: join(outputDir, path) }))
    .filter(({ file }) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .map(({ path, file }) => ({ path, bytes: readFileSync(file) }));
}

/**
 * Eleventy's folders, all but the output relative to the input. The input is `eleventy` in the theme; templates extend and
 * include by names from the theme's root (`includes` is only the layouts' folder, since Eleventy looks for no page in it);
 * `_data` is there for a site owner's own pages.
 */
export function directories(eleventyConfig: EleventyConfig): Readonly<Record<string, string>> {
  const { themeDir, dataDir, outputDir } = eleventyConfig[GIVEN_VIEWS] ?? {
    themeDir: THEME_DIR,
    dataDir: join(ROOT, '_data'),
    outputDir: '_site',
  };
  const input = join(themeDir, 'eleventy');
  return {
    input: relative(process.cwd(), input),
    includes: '../layouts',
    data: relative(input, dataDir),
    output: relative(process.cwd(), outputDir),
  };
}

async function beginPlain(outputDir: string): Promise<BegunBuild> {
  // Only plain Eleventy needs the engine here; a build of ours has it already.
  const { beginPlainBuild } = await import('./build.ts');
  const { generationsOf } = await import('./output/generations.ts');
  // Eleventy writes into files that stand there, and the other generation shares them.
  if (generationsOf(outputDir) !== null) stopSaying(cliWords.eleventyWritesInPlace(outputDir));
  const begun = await beginPlainBuild({
    contentDir: join(ROOT, 'content'),
    dataDir: join(ROOT, '_data'),
    outputDir,
    cacheDir: join(ROOT, '.cache'),
    now: null,
    wallClock: Date.now(),
    workers: availableParallelism(),
    full: false,
    keepGoing: false,
    themeDir: THEME_DIR,
    onProgress: () => {},
  });
  return begun.ok ? begun : stopWith(begun.problems);
}

/** Says what is wrong, and ends Eleventy's run. */
function stopWith(problems: readonly Problem[]): never {
  console.error(formatProblems(problems));
  return stopSaying(cliWords.stopped(problems.length));
}

function stopSaying(words: string): never {
  const stop = new Error(words);
  // Eleventy prints the stack of what stops it; an editor's mistake has none.
  stop.stack = stop.message;
  throw stop;
}
