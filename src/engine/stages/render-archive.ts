// The pages that our engine renders, put into the output as they come.
import type { Article } from '../../article/article.ts';
import type { ContentSource } from '../../content/content-source.ts';
import { Reference } from '../../pages/shown.ts';
import type { Tools } from '../../pages/tools.ts';
import type { BuildStart } from '../build-options.ts';
import type { Memory } from '../memory/memory.ts';
import { type PlannedPage, rowOf } from '../plan/plan.ts';
import type { ArticleToRender, RenderJob } from '../rendering/render-page.ts';
import { type PutPage, pageRenderer, type RenderingTools } from '../worker.ts';
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

/** Throws `ContentChanged`. */
export async function renderArchive({
  options,
  source,
  memory,
  output,
  outputPlace,
  pool,
  tools,
  plan,
  frame,
  templates,
  standIns,
}: BuildStart & OpenMemory & Edited & Planned & Framed): Promise<RenderedArchive> {
  const archive = plan.render.filter(({ page }) => page.type.renderer !== 'eleventy').sort(byMonth);
  if (archive.length === 0 || templates === null) return { rendered: 0 };
  const rendering: RenderingTools = {
    settings: { themeDir: options.themeDir, frame },
    templates,
    output: outputPlace,
  };
  source.prefetch(filesOfBodies(archive, standIns));
  let rendered = 0;
  const take = (put: PutPage, planned: PlannedPage): void => {
    output.adopt(put, planned.page.type.article ? 'articles' : 'lists');
    memory.pages.put(put.url, rowOf(planned, put.bytesHash, put.body));
    options.onProgress('render', ++rendered, archive.length);
  };
  const jobOf = (page: PlannedPage): RenderJob => renderJob(page, source, memory, tools, standIns);
  if (archive.length >= WORTH_THREADS) {
    pool.tell({ task: 'prepare', ...rendering });
    await pool.share(archive, batch => ({ task: 'render', jobs: batch.map(jobOf) }), take);
  } else {
    const render = await pageRenderer(rendering, output);
    for (const page of archive) take(render(jobOf(page)), page);
  }
  return { rendered };
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

function renderJob(
  { page, bytesHash }: PlannedPage,
  source: ContentSource,
  memory: Memory,
  tools: Tools,
  standIns: Edited['standIns'],
): RenderJob {
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
