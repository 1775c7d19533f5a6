// The furniture as HTML; then the pages that our engine renders, put into the output as they come.
import type { Article } from '../../article/article.ts';
import { furnitureView } from '../../pages/furniture/furniture.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import type { Tools } from '../../pages/tools.ts';
import type { FurnitureView } from '../../pages/views.ts';
import type { BuildStart } from '../build-options.ts';
import type { Memory } from '../memory/memory.ts';
import type { Put } from '../output/output.ts';
import type { PlannedPage } from '../plan/plan.ts';
import type { ArticleToRender, RenderJob } from '../rendering/render-page.ts';
import {
  blockTemplate,
  type CompiledTemplates,
  compiledEnvironment,
  compileTemplates,
} from '../rendering/templates.ts';
import { pageRenderer, type RenderingTools } from '../worker.ts';
import type { Announced } from './announce.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { ReadTheme } from './read-theme.ts';

export interface RenderedArchive {
  readonly frame: PageFrame;
  readonly progress: Progress;
}

/** How many of the planned pages are rendered. */
interface Progress {
  rendered: number;
}

/** Fewer pages than this are rendered sooner here than by threads that have to start first. */
const WORTH_THREADS = 150;

const NO_FURNITURE: FurnitureView = { day: null, masthead: [], band: [], column: [] };

/** Throws `ContentChanged`. */
export async function renderArchive(
  known: BuildStart & OpenMemory & ReadTheme & Planned & Announced,
): Promise<RenderedArchive> {
  const { options, memory, output, outputPlace, pool, portal, edition, tools, plan, everyFixedPage } = known;
  const progress: Progress = { rendered: 0 };
  const archive = plan.render.filter(({ page }) => page.type.renderer !== 'eleventy').sort(byMonth);
  const isFurnished = plan.render.some(({ page }) => page.furnished) || everyFixedPage;
  if (archive.length === 0 && !isFurnished) {
    return { frame: { portal, furniture: NO_FURNITURE, edition }, progress };
  }
  const { texts, ownerData, filtersOf } = known;
  const templates = compileTemplates(texts, portal, ownerData, filtersOf);
  const furniture = isFurnished ? await furnitureHtml(known, templates) : NO_FURNITURE;
  const frame: PageFrame = { portal, furniture, edition };
  const rendering: RenderingTools = {
    settings: { contentDir: options.contentDir, frame },
    templates,
    output: outputPlace,
  };
  const fingerprints = new Map(archive.map(({ page, fingerprint }) => [page.url, fingerprint]));
  const take = (put: Put): void => {
    output.adopt(put);
    memory.pages.put(put.url, { fingerprint: fingerprints.get(put.url)!, bytesHash: put.bytesHash });
    options.onProgress('render', ++progress.rendered, plan.render.length);
  };
  const jobs = renderJobs(archive, memory, tools);
  if (archive.length >= WORTH_THREADS) {
    pool.tell({ task: 'prepare', ...rendering });
    await pool.share(jobs, batch => ({ task: 'render', jobs: batch }), take);
  } else if (archive.length > 0) {
    const render = await pageRenderer(rendering);
    for (const job of jobs) take(render(job));
  }
  // Eleventy may take long, and needs the memory more.
  await pool.close();
  return { frame, progress };
}

/** Each block once, however many pages carry it. */
async function furnitureHtml(
  { portal, edition, blocks, tools }: Planned,
  templates: CompiledTemplates,
): Promise<FurnitureView> {
  const environment = await compiledEnvironment(templates);
  return furnitureView(edition?.day ?? null, blocks, tools, (block, view) =>
    environment.render(blockTemplate(block), { view: { ...view, portal } }),
  );
}

/** Newest first, and pages of no month before all: so an article is fetched once for all pages of its time that show it. */
function byMonth({ page: a }: PlannedPage, { page: b }: PlannedPage): number {
  const [monthOfA, monthOfB] = [a.month ?? '9999', b.month ?? '9999'];
  return monthOfA < monthOfB ? 1 : monthOfA > monthOfB ? -1 : 0;
}

function* renderJobs(
  planned: readonly PlannedPage[],
  memory: Memory,
  tools: Tools,
): Generator<RenderJob, void> {
  for (const { page, bytesHash } of planned) {
    const { url, type, furnished, article } = page;
    yield {
      url,
      type: type.name,
      furnished,
      tellsEdition: type.tellsEdition,
      view: page.view(tools),
      article: article && articleToRender(tools.article(article), memory),
      bytesHash,
    };
  }
}

function articleToRender(read: Article, memory: Memory): ArticleToRender {
  const { sourceHash, bodyLength } = memory.articles.get(read.file)!;
  return { read, sourceHash, bodyLength };
}
