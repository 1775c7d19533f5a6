// The pages that our engine renders, put into the output as they come. Few of them are rendered while Eleventy is at work in its thread, and wait in memory.
import { join } from 'node:path';
import { type ArticleRef, Reference } from '../../pages/shown.ts';
import type { BuildStart } from '../build-options.ts';
import type { SomePages } from '../plan/pages-to-render.ts';
import { type PlannedPage, rowOf } from '../plan/plan.ts';
import { BODIES_FILE, keptTexts } from '../rendering/kept-texts.ts';
import {
  type ArticleToRender,
  type MarkdownPlace,
  type PlaceOfPortal,
  type RenderedPage,
  type RenderJob,
  renderMarkdown,
} from '../rendering/render-page.ts';
import { batches } from '../threads/batches.ts';
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

/** What is remembered of so many pages waits for the end of a build here, of more on the disk. */
const MOST_AT_HAND = 20_000;

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
  const { archive } = known.plan.render;
  if (archive.length === 0 || templates === null) return { rendered: 0 };
  const take = (put: PutPage, planned: PlannedPage): void => {
    output.adopt(put, planned.page.type.article ? 'articles' : 'lists');
    memory.pages.put(put.url, rowOf(planned, put.bytesHash, put.body));
  };
  if (isWorthThreads(archive)) {
    const settings = { themeDir: options.themeDir, frame };
    let rendered = 0;
    pool.tell({ task: 'prepare', settings, templates, output: outputPlace });
    await pool.share(
      withBodies(archive, known),
      batch => ({
        task: 'render',
        jobs: batch.map(page => renderJob(page, known, article => markdownOf(article, known)())),
      }),
      (put: PutPage, planned) => {
        take(put, planned);
        if (++rendered % MOST_AT_HAND === 0) memory.pages.spill();
        options.onProgress('render', rendered, archive.length);
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
  const { archive } = known.plan.render;
  return isWorthThreads(archive) ? null : [...(await renderHere(known, archive))];
}

function isWorthThreads(archive: SomePages): boolean {
  return archive.length >= WORTH_THREADS;
}

async function renderHere(known: Needs, archive: SomePages): Promise<Iterable<RenderedHere, void>> {
  const { options, source, frame, templates, tools, standIns } = known;
  if (archive.length === 0 || templates === null) return [];
  const render = await pageRenderer({ settings: { themeDir: options.themeDir, frame }, templates });
  const bodies = keptBodies(known);
  const unknown = [...articlesOfBodies(archive, standIns)].filter(article => !bodies.knows(article));
  source.prefetch(unknown.map(article => tools.article(article).file));
  return rendering();

  function* rendering(): Generator<RenderedHere, void> {
    let rendered = 0;
    for (const planned of archive) {
      yield { planned, ...render(renderJob(planned, known, bodies.of)) };
      options.onProgress('render', ++rendered, archive.length);
    }
    bodies.keep();
  }
}

/** More than all feeds of a portal show: of what one edit has rendered again, most was rendered by the builds before it. */
const OTHER_BODIES = 150;

interface KeptBodies {
  knows(article: ArticleRef): boolean;
  of(article: ArticleRef): ArticleToRender['body'];
  keep(): void;
}

/** Bodies that an earlier build rendered of the same bytes: their files need not be read. */
function keptBodies(known: Needs): KeptBodies {
  const { options, code, memory, tools, frame } = known;
  const place: PlaceOfPortal = {
    baseUrl: frame.portal.baseUrl,
    typedFolder: frame.portal.typedFolder,
  };
  const kept = keptTexts(join(options.cacheDir, BODIES_FILE), code.pages, OTHER_BODIES);
  /** All that the body follows from but the code. */
  const sourceOf = (article: ArticleRef): string => {
    const { file, lang } = tools.article(article);
    const { id, bodyLength } = memory.articles.file(file)!;
    const media = tools.media(article);
    return JSON.stringify([id, bodyLength, lang, media?.pictures, media?.linked, place]);
  };
  return {
    knows: article => kept.knows(sourceOf(article)),
    of(article) {
      const markdown = markdownOf(article, known);
      const html = kept.of(sourceOf(article), () =>
        renderMarkdown(tools.media(article), tools.article(article), markdown(), place),
      );
      return { html };
    },
    keep: kept.keep,
  };
}

/** The pages, of so many the articles fetched together, and of no more held. */
function* withBodies(archive: SomePages, { source, standIns, context }: Needs): Generator<PlannedPage, void> {
  for (const pages of batches(archive, MOST_AT_HAND)) {
    // By months: what was brought for other pages is not asked for again soon.
    context.edition.published.holders?.letGoOfMany();
    source.prefetch(filesOfBodies(pages, standIns));
    yield* pages;
  }
}

/** The articles whose bodies are about to be rendered, each as often as pages show it. */
function* articlesOfBodies(
  pages: Iterable<PlannedPage>,
  standIns: Edited['standIns'],
): Generator<ArticleRef, void> {
  for (const { page } of pages) {
    const article = page.type.article?.(page.shown);
    for (const text of [...(article ? [article] : []), ...page.type.texts(page.shown)])
      if (!standIns.has(Reference.open(text).entry.file)) yield text;
  }
}

function* filesOfBodies(
  pages: readonly PlannedPage[],
  standIns: Edited['standIns'],
): Generator<string, void> {
  for (const article of articlesOfBodies(pages, standIns)) yield Reference.open(article).entry.file;
}

function renderJob(
  { page, bytesHash }: PlannedPage,
  known: Needs,
  bodyOf: (article: ArticleRef) => ArticleToRender['body'],
): RenderJob {
  const { tools, standIns } = known;
  const { url, type, furnished, shown } = page;
  const toRender = (article: ArticleRef): ArticleToRender => {
    const read = tools.article(article);
    const standIn = standIns.get(read.file);
    return { read, body: standIn ? { html: standIn.bodyHtml } : bodyOf(article) };
  };
  const article = type.article?.(shown) ?? null;
  return {
    url,
    type: type.name,
    furnished,
    tellsEdition: type.tellsEdition,
    view: type.view(shown, tools),
    article: article && toRender(article),
    texts: type.texts(shown).map(text => ({ ...toRender(text), media: tools.media(text) })),
    bytesHash,
  };
}

/** Where the Markdown of an article lies, once somebody asks for it. */
function markdownOf(article: ArticleRef, { source, memory, tools }: Needs): () => MarkdownPlace {
  return () => {
    const { file } = tools.article(article);
    const { id, bodyLength } = memory.articles.file(file)!;
    return { id, bytes: source.placeOf(file), bodyLength };
  };
}
