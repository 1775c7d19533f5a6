// The pages that our engine renders, put into the output as they come. Few of them are rendered while Eleventy is at work in its thread, and wait in memory.
import type { Article } from '../../article/article.ts';
import type { ContentSource } from '../../content/content-source.ts';
import { Reference } from '../../pages/shown.ts';
import type { BuildStart } from '../build-options.ts';
import type { Memory } from '../memory/memory.ts';
import { type PlannedPage, rowOf } from '../plan/plan.ts';
import type { ArticleToRender, RenderedPage, RenderJob } from '../rendering/render-page.ts';
import { type PutPage, pageRenderer } from '../worker.ts';
import type { Edited } from './edit.ts';
import type { Framed } from './make-frame.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';

export interface RenderedArchive {
  /** How many pages our engine rendered. */
  readonly rendered: number;
}

/** Fewer pages than this are rendered sooner here than by threads that have to start first. */
const WORTH_THREADS = 150;

/** A page that is not yet put: nothing of the output has changed. */
export interface RenderedHere extends RenderedPage {
  readonly planned: PlannedPage;
}

type Needs = BuildStart & OpenMemory & Edited & Planned & Framed;

/** Throws `ContentChanged`. */
export async function renderArchive(
  known: Needs & { readonly renderedAhead: readonly RenderedHere[] | null },
): Promise<RenderedArchive> {
  const { options, output, outputPlace, memory, pool, frame, templates, renderedAhead } = known;
  const archive = archivePages(known);
  if (archive.length === 0 || templates === null) return { rendered: 0 };
  const take = (put: PutPage, planned: PlannedPage): void => {
    output.adopt(put, planned.page.type.article ? 'articles' : 'lists');
    memory.pages.put(put.url, rowOf(planned, put.bytesHash, put.body));
  };
  if (isWorthThreads(archive)) {
    const settings = { themeDir: options.themeDir, frame };
    let rendered = 0;
    known.source.prefetch(filesOfBodies(archive, known.standIns));
    pool.tell({ task: 'prepare', settings, templates, output: outputPlace });
    await pool.share(
      archive,
      batch => ({ task: 'render', jobs: batch.map(page => renderJob(page, known)) }),
      (put: PutPage, planned) => {
        take(put, planned);
        options.onProgress('render', ++rendered, archive.length);
      },
    );
  } else {
    const pages = renderedAhead ?? (await renderHere(known, archive));
    for (const { planned, text, body } of pages)
      take({ ...output.put(planned.page.url, text, planned.bytesHash), body }, planned);
  }
  return { rendered: archive.length };
}

/** What this thread does while Eleventy has its own: null when the pages are so many that other threads are to render them. Throws `ContentChanged`. */
export async function renderAhead(known: Needs): Promise<readonly RenderedHere[] | null> {
  const archive = archivePages(known);
  return isWorthThreads(archive) ? null : [...(await renderHere(known, archive))];
}

function archivePages({ plan }: Planned): readonly PlannedPage[] {
  return plan.render.filter(({ page }) => page.type.renderer !== 'eleventy').sort(byMonth);
}

function isWorthThreads(archive: readonly PlannedPage[]): boolean {
  return archive.length >= WORTH_THREADS;
}

async function renderHere(
  known: Needs,
  archive: readonly PlannedPage[],
): Promise<Iterable<RenderedHere, void>> {
  const { options, source, frame, templates, standIns } = known;
  if (archive.length === 0 || templates === null) return [];
  const render = await pageRenderer({ settings: { themeDir: options.themeDir, frame }, templates });
  source.prefetch(filesOfBodies(archive, standIns));
  return rendering();

  function* rendering(): Generator<RenderedHere, void> {
    let rendered = 0;
    for (const planned of archive) {
      yield { planned, ...render(renderJob(planned, known)) };
      options.onProgress('render', ++rendered, archive.length);
    }
  }
}

/** Newest first, and pages of no month before all: so an article is fetched once for all pages of its time that show it. */
function byMonth({ page: a }: PlannedPage, { page: b }: PlannedPage): number {
  const [monthOfA, monthOfB] = [a.month ?? '9999', b.month ?? '9999'];
  return monthOfA < monthOfB ? 1 : monthOfA > monthOfB ? -1 : 0;
}

/** Of the articles whose Markdown is about to be rendered. */
function* filesOfBodies(
  pages: readonly PlannedPage[],
  standIns: Edited['standIns'],
): Generator<string, void> {
  for (const { page } of pages) {
    const article = page.type.article?.(page.shown);
    for (const text of [...(article ? [article] : []), ...page.type.texts(page.shown)]) {
      const { file } = Reference.open(text).entry;
      if (!standIns.has(file)) yield file;
    }
  }
}

function renderJob({ page, bytesHash }: PlannedPage, { source, memory, tools, standIns }: Needs): RenderJob {
  const { url, type, furnished, shown } = page;
  const article = type.article?.(shown) ?? null;
  return {
    url,
    type: type.name,
    furnished,
    tellsEdition: type.tellsEdition,
    view: type.view(shown, tools),
    article: article && articleToRender(tools.article(article), source, memory, standIns),
    texts: type.texts(shown).map(text => ({
      ...articleToRender(tools.article(text), source, memory, standIns),
      media: tools.media(text),
    })),
    bytesHash,
  };
}

function articleToRender(
  read: Article,
  source: ContentSource,
  memory: Memory,
  standIns: Edited['standIns'],
): ArticleToRender {
  const kept = standIns.get(read.file);
  if (kept) return { read, body: { html: kept.bodyHtml } };
  const { id, bodyLength } = memory.articles.get(read.file)!;
  return { read, body: { id, bytes: source.placeOf(read.file), bodyLength } };
}
