// Content in, the portal on disk out: reads, makes the edition, renders what changed, writes, removes, remembers.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputPath } from '../address/addresses.ts';
import type { Article } from '../article/article.ts';
import { hashOf } from '../hash/hash.ts';
import { contentSecurityPolicy } from '../pages/content-security-policy.ts';
import { frameOf, inFrame } from '../pages/frame.ts';
import { type FrontTemplate, isFront, type Page, type PageContext, tellsEdition } from '../pages/page.ts';
import type { PageView, Portal } from '../pages/views.ts';
import type { Problem } from '../problem/problem.ts';
import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';
import type { Asset } from './assets/asset.ts';
import { type ThemeAssets, themeAssets } from './assets/assets.ts';
import { editionPages } from './edition/edition-pages.ts';
import {
  type FrontFile,
  type FrontsThread,
  type FrontViews,
  frontsThread,
  frontViews,
  renderFronts,
} from './eleventy/fronts.ts';
import type { FileSources } from './images/file-sources.ts';
import { prepareImages } from './images/prepare-images.ts';
import { LedgerDamaged } from './memory/bucketed-table.ts';
import { forgetMemory, type Memory, MemoryBroken, openMemory } from './memory/memory.ts';
import { hasLargeMemory } from './memory/memory-file.ts';
import { folderIdentity, holdsHash, MARK, removeOutput, sweep } from './output/output-folder.ts';
import { staticFiles } from './output/static-files.ts';
import { codeFingerprint } from './plan/code-fingerprint.ts';
import { type Plan, type PlannedPage, planPages } from './plan/plan.ts';
import { type Content, readContent, readSiteData } from './reading/read-content.ts';
import { type FoundFiles, walkContent } from './reading/walk-content.ts';
import {
  type ArticleToRender,
  type RenderJob,
  type RenderResult,
  renderPage,
  writeIfDifferent,
} from './rendering/render-page.ts';
import {
  compiledEnvironment,
  compileTemplates,
  readTemplates,
  templateFingerprints,
} from './rendering/templates.ts';
import type { BuildReport } from './report/report.ts';
import { type WorkerPool, workerPool } from './threads/worker-pool.ts';

export interface BuildOptions {
  /** Holds `articles/` and `pages/`. */
  readonly contentDir: string;
  readonly dataDir: string;
  readonly outputDir: string;
  readonly cacheDir: string;
  /** The instant of the edition; null: the site's frozen clock, or else `wallClock`. */
  readonly now: Instant | null;
  readonly wallClock: Instant;
  /** Threads for a large build. */
  readonly workers: number;
  /** Forget what the last build knew. */
  readonly full: boolean;
  /** Leave faulty articles out and publish the rest. */
  readonly keepGoing: boolean;
  readonly themeDir: string;
  /** A walk over `contentDir` that was begun before (`walk-in-thread.ts`). */
  readonly walking?: Promise<FoundFiles>;
  /** When images are made: with the build, or not before somebody asks for them (`BuildOutcome.files`). */
  readonly images?: 'now' | 'when-asked';
  readonly onProgress: (phase: BuildPhase, done: number, total: number) => void;
}

/** Articles are read, photographs looked at, images made, pages rendered. */
export type BuildPhase = 'read' | 'look' | 'make' | 'render';

/** Problems stop a build before it touched the output; with `keepGoing` they are what was left out. */
export type BuildOutcome =
  | {
      readonly ok: true;
      readonly report: BuildReport;
      readonly problems: readonly Problem[];
      /** What every image is made of. */
      readonly files: FileSources;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Fewer pages than this are rendered sooner here than by threads that have to start first. */
const WORTH_THREADS = 150;

/** More pages than this are remembered as « any » while they are being written. */
const MOST_SUSPECTS = 5000;

/** Instead of a fingerprint: what Eleventy wrote besides our pages (a site owner's, copied files). Always made anew. */
const OWNERS = -1;

/** Instead of a fingerprint: a file that is its own fingerprint. */
const ASSET = -2;

/**
 * Builds the site. Throws `ForeignFolder`, `MemoryBusy` and `ContentChanged`; a damaged memory is forgotten and the build
 * begun again.
 */
export async function buildSite(options: BuildOptions): Promise<BuildOutcome> {
  try {
    return await buildOnce(options);
  } catch (error) {
    // Some damage only shows when the memory is written.
    if (!isDamage(error)) throw error;
    return await buildOnce({ ...options, full: true });
  }
}

async function buildOnce(options: BuildOptions): Promise<BuildOutcome> {
  // At most one; it is loaded while the content is read, but not while the memory is, which keeps both cores busy.
  const threads: FrontsThread[] = [];
  try {
    const begun = await beginBuild(options, false, () => {
      if (threads.length === 0 && hasLargeMemory(options.cacheDir)) threads.push(frontsThread());
    });
    if (!begun.ok) return begun;
    try {
      const { fronts: views, portal, needsEleventy, problems, sources } = begun;
      const { themeDir, dataDir } = options;
      const job = { views, portal, themeDir, dataDir, stagingDir: join(options.cacheDir, 'eleventy') };
      const files = needsEleventy ? await (threads[0]?.render(job) ?? renderFronts(job)) : null;
      return { ok: true, report: begun.finish(files, true), problems, files: sources };
    } finally {
      begun.close();
    }
  } finally {
    for (const thread of threads) await thread.close();
  }
}

/** A build whose archive pages stand, and whose fronts Eleventy has yet to render. */
export interface BegunBuild {
  readonly ok: true;
  /** What Eleventy has to render. */
  readonly fronts: FrontViews;
  readonly portal: Portal;
  /** Whether there is anything for Eleventy to do. */
  readonly needsEleventy: boolean;
  /** Of faulty files that were left out. */
  readonly problems: readonly Problem[];
  readonly sources: FileSources;
  /**
   * Writes what Eleventy made (null: it was not needed), removes what is gone, and remembers.
   * `complete`: `files` is all that Eleventy wrote, so whatever else stands in the output may go.
   */
  finish(files: readonly FrontFile[] | null, complete: boolean): BuildReport;
  /** Frees the memory; without `finish`, the next build does this one's work again. */
  close(): void;
}

/**
 * `everyFront`: give all fronts to Eleventy, changed or not (it runs by itself and writes them all). `onMemoryRead` is
 * called when the memory has been read and the content has not.
 */
export async function beginBuild(
  options: BuildOptions,
  everyFront: boolean,
  onMemoryRead: () => void = () => {},
): Promise<BegunBuild | Extract<BuildOutcome, { ok: false }>> {
  const site = readSiteData(options);
  if (!site.ok) return site;
  folderIdentity(options.outputDir);
  if (options.full) forgetMemory(options.cacheDir);
  try {
    return await beginWithMemory(options, everyFront, site.value, onMemoryRead);
  } catch (error) {
    if (!isDamage(error)) throw error;
    forgetMemory(options.cacheDir);
    return await beginWithMemory(options, everyFront, site.value, onMemoryRead);
  }
}

/** Whether the memory is not what was written. */
function isDamage(error: unknown): boolean {
  if (error instanceof MemoryBroken || error instanceof LedgerDamaged) return true;
  return (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR';
}

async function beginWithMemory(
  options: BuildOptions,
  everyFront: boolean,
  site: Site,
  onMemoryRead: () => void,
): Promise<BegunBuild | Extract<BuildOutcome, { ok: false }>> {
  const started = performance.now();
  const code = codeFingerprint();
  const walking = options.walking ?? walkContent(options.contentDir);
  const memory = openMemory(options.cacheDir, hashOf(`${code} ${site.timeZone}`));
  onMemoryRead();
  const pool = workerPool(options.workers);
  let begun = false;
  try {
    const content = await readContent(site, options, walking, memory, pool, options.onProgress);
    memory.keepReading();
    const now = options.now ?? site.clock ?? options.wallClock;
    const { context, pages, problems } = editionPages(
      content,
      options.contentDir,
      now,
      rememberedArticles(memory),
    );
    const theme = await themeAssets(options.themeDir, options.cacheDir);
    // A faulty style sheet can't be left out: the portal would stand there without its looks.
    if (!theme.ok) return { ok: false, problems: [...problems, ...theme.problems] };
    // Going on with no article at all would publish an empty portal in place of a good one.
    const nothingLeft = context.edition.counts.total === 0;
    if (problems.length > 0 && (!options.keepGoing || nothingLeft)) return { ok: false, problems };

    const build = await renderArchive({
      context,
      pages,
      content,
      options,
      memory,
      pool,
      code,
      theme: theme.value,
      everyFront,
      started,
    });
    begun = true;
    return { ok: true, problems, ...build };
  } finally {
    await pool.close();
    if (!begun) memory.close();
  }
}

/** Neighbours and lists ask for the same articles again and again; this many stay at hand, the last asked for. */
const ARTICLES_AT_HAND = 8000;

function rememberedArticles(memory: Memory): (file: string) => Article {
  const atHand = new Map<string, Article>();
  return file => {
    let article = atHand.get(file);
    if (article) atHand.delete(file);
    else {
      article = memory.article(file);
      if (atHand.size >= ARTICLES_AT_HAND) atHand.delete(atHand.keys().next().value!);
    }
    atHand.set(file, article);
    return article;
  };
}

interface ReadyToRender {
  readonly context: PageContext;
  readonly pages: () => Iterable<Page>;
  readonly content: Content;
  readonly options: BuildOptions;
  readonly memory: Memory;
  readonly pool: WorkerPool;
  readonly code: string;
  readonly theme: ThemeAssets;
  readonly everyFront: boolean;
  readonly started: number;
}

/** Renders and writes what our engine renders, and leaves the rest to `finish`. */
async function renderArchive(ready: ReadyToRender): Promise<Omit<BegunBuild, 'ok' | 'problems'>> {
  const { context, pages, content, options, memory, code, everyFront, theme } = ready;
  const { outputDir, themeDir } = options;
  const { addresses, earlyHash } = theme;
  const policy = contentSecurityPolicy({ earlyHash, participation: content.site.participation });
  const frame = frameOf(context, addresses, policy);
  const texts = readTemplates(themeDir);
  const identity = folderIdentity(outputDir);
  const sameFolder = identity !== null && memory.getNote('output') === identity;
  const plan = planPages(
    context,
    { code, templates: templateFingerprints(texts), frame, timeZone: content.site.timeZone },
    memory,
    sameFolder ? null : (url, hash) => holdsHash(outputDir, url, hash),
  );
  const frontsToRender = plan.render.filter(({ page }) => isFront(page));
  const archive = plan.render.filter(({ page }) => !isFront(page)).sort(byMonth);
  const assets = [...theme.files, ...staticFiles(themeDir), nextChangeFile(context)];
  const images = await prepareImages(
    plan.files(),
    url => sameFolder && (memory.images.get(url) ?? null) !== null,
    {
      images: 'now',
      ...options,
      onProgress: (done, total) => options.onProgress('make', done, total),
    },
  );
  const newAssets = assets.filter(
    ({ url, bytes }) => !sameFolder || memory.pages.get(url)?.bytesHash !== hashOf(bytes),
  );
  const owned = ownedAddresses(memory);
  const ownerVersion = ownersFingerprint(code, options);
  const needsEleventy =
    everyFront || frontsToRender.length > 0 || !sameFolder || memory.getNote('owner') !== ownerVersion;
  const gone = goneAddresses(ready, plan, assets, images.sources, owned.length);
  const suspects = [
    ...plan.render.map(({ page }) => page.url),
    ...newAssets.map(({ url }) => url),
    ...images.missing,
    ...gone,
  ];
  const writesSomething = suspects.length > 0 || memory.suspects.size > 0 || needsEleventy || !sameFolder;
  const unknownOutput = memory.knowsNothingOnDisk || !sameFolder;

  if (writesSomething) {
    memory.beginWriting(unknownOutput || suspects.length > MOST_SUSPECTS ? null : [...suspects, ...owned]);
  }
  mkdirSync(outputDir, { recursive: true });
  const tally = { rendered: 0, written: 0, removed: 0 };
  // The mark first: a folder with anything of ours in it can be told from anybody else's from the first moment on.
  for (const { url, bytes } of newAssets.reverse()) {
    const { bytesHash, written } = writeIfDifferent(outputDir, url, bytes, null);
    memory.pages.put(url, { fingerprint: ASSET, bytesHash });
    if (written) tally.written++;
  }
  images.place((url, bytesHash, written) => {
    memory.images.put(url, bytesHash);
    if (written) tally.written++;
  });

  const fingerprints = new Map(plan.render.map(({ page, fingerprint }) => [page.url, fingerprint]));
  const take = (result: RenderResult): void => {
    tally.rendered++;
    if (result.written) tally.written++;
    memory.pages.put(result.url, {
      fingerprint: fingerprints.get(result.url)!,
      bytesHash: result.bytesHash,
    });
    options.onProgress('render', tally.rendered, plan.render.length);
  };
  const settings = { contentDir: options.contentDir, outputDir, timeZone: content.site.timeZone, frame };
  if (archive.length > 0) {
    const templates = compileTemplates(texts, frame.portal);
    const jobs = renderJobs(archive, memory, context.articleOf);
    if (archive.length >= WORTH_THREADS) await ready.pool.render(jobs, settings, templates, take);
    else {
      const environment = compiledEnvironment(templates);
      for (const job of jobs) take(renderPage(job, settings, environment));
    }
  }

  const fronts = (everyFront ? [...pages()].filter(isFront) : frontsToRender.map(({ page }) => page)).map(
    page => ({
      template: page.template as FrontTemplate,
      view: inFrame(
        page.view() as Pick<PageView, 'url'>,
        frame,
        page.furnished,
        tellsEdition(page),
      ) as PageView,
    }),
  );

  return {
    fronts: frontViews(fronts),
    portal: frame.portal,
    needsEleventy,
    sources: images.sources,
    finish(files, complete) {
      const stale = new Set(owned);
      const added = new Set<string>();
      for (const { path, bytes } of files ?? []) {
        const url = urlOf(path);
        const known = memory.pages.get(url);
        const fingerprint = fingerprints.get(url) ?? (everyFront ? known?.fingerprint : undefined) ?? OWNERS;
        const knownHash = sameFolder && complete ? (known?.bytesHash ?? null) : null;
        const { bytesHash, written } = writeIfDifferent(outputDir, url, bytes, knownHash);
        memory.pages.put(url, { fingerprint, bytesHash });
        tally.rendered++;
        if (written) tally.written++;
        if (fingerprint === OWNERS) added.add(url);
        stale.delete(url);
      }
      for (const url of files === null ? gone : [...gone, ...stale]) {
        removeOutput(outputDir, url);
        if (memory.pages.has(url) || memory.images.has(url)) tally.removed++;
        memory.pages.drop(url);
        memory.images.drop(url);
      }
      const others = files === null ? owned : [...added];
      if (files !== null) {
        memory.putNote('owner', ownerVersion);
        memory.putNote('owned', JSON.stringify(others));
      }
      if (unknownOutput && complete) {
        const urls = [...pages()]
          .map(({ url }) => url)
          .concat(
            assets.map(({ url }) => url),
            [...images.sources.keys()],
            others,
          );
        tally.removed += sweep(outputDir, new Set(urls.map(outputPath)));
      }
      if (!sameFolder) memory.putNote('output', folderIdentity(outputDir)!);
      memory.putMonths(plan.months);
      if (writesSomething) memory.commit();
      images.sweep(memory);
      const total = plan.total + assets.length + images.sources.size + others.length;
      return {
        articles: context.edition.counts,
        pages: { total, ...tally, unchanged: total - tally.written },
        images: {
          total: images.sources.size,
          made: images.made.made,
          decoded: content.decoded + images.made.decoded,
        },
        ms: Math.round(performance.now() - ready.started),
        maxRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
        nextChange: nextChangeText(context),
      };
    },
    close: () => memory.close(),
  };
}

/** Newest first, and pages of no month before all: so an article is fetched once for all pages of its time that show it. */
function byMonth({ page: a }: PlannedPage, { page: b }: PlannedPage): number {
  const [monthOfA, monthOfB] = [a.month ?? '9999', b.month ?? '9999'];
  return monthOfA < monthOfB ? 1 : monthOfA > monthOfB ? -1 : 0;
}

/** Addresses of what Eleventy wrote besides our pages. */
function ownedAddresses(memory: Memory): readonly string[] {
  return JSON.parse(memory.getNote('owned') ?? '[]') as string[];
}

/** Addresses whose files an earlier build wrote, or had begun to write, and that this edition does not have. */
function goneAddresses(
  { memory, pages }: ReadyToRender,
  { known, total, render }: Plan,
  assets: readonly Asset[],
  images: FileSources,
  owned: number,
): readonly string[] {
  const goneImages = [...memory.images.all()].map(([url]) => url).filter(url => !images.has(url));
  const kept = known + assets.filter(({ url }) => memory.pages.has(url)).length;
  if (kept + owned === memory.pages.size && memory.suspects.size === 0) return goneImages;
  const expected = new Set([...assets.map(({ url }) => url), ...images.keys()]);
  for (const { url } of total === render.length ? render.map(({ page }) => page) : pages()) expected.add(url);
  const gone = new Set(goneImages);
  for (const [url, { fingerprint }] of memory.pages.all())
    if (fingerprint !== OWNERS && !expected.has(url)) gone.add(url);
  for (const url of memory.suspects)
    if (memory.pages.get(url)?.fingerprint !== OWNERS && !expected.has(url)) gone.add(url);
  return [...gone];
}

function* renderJobs(
  planned: readonly PlannedPage[],
  memory: Memory,
  articleOf: PageContext['articleOf'],
): Generator<RenderJob, void> {
  for (const { page, bytesHash } of planned) {
    const { url, template, furnished, article } = page;
    yield {
      url,
      template: template as RenderJob['template'],
      furnished,
      view: page.view(),
      article: article === undefined ? null : articleToRender(articleOf(article), memory),
      bytesHash,
    };
  }
}

function articleToRender(read: Article, memory: Memory): ArticleToRender {
  const { sourceHash, bodyLength } = memory.articles.get(read.file)!;
  return { read, sourceHash, bodyLength };
}

/** `sport/index.html` is `/sport/`. */
function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

function nextChangeText({ edition, site }: PageContext): string | null {
  return edition.nextChange === null ? null : momentOf(edition.nextChange, site.timeZone).iso;
}

function nextChangeFile(context: PageContext): Asset {
  return {
    url: `/${MARK}`,
    bytes: Buffer.from(`${JSON.stringify({ nextChange: nextChangeText(context) })}\n`),
  };
}

/** Of everything that pages of a site owner's own may be made from: the theme and the data, whole. */
function ownersFingerprint(code: string, { themeDir, dataDir }: BuildOptions): string {
  const texts = [themeDir, dataDir].flatMap(dir =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter(item => item.isFile() && !item.name.endsWith('.ts'))
      .map(item => join(item.parentPath, item.name))
      .sort()
      .map(path => [path, hashOf(readFileSync(path))]),
  );
  return hashOf(JSON.stringify([code, texts]));
}
