// A thread of the pool: reads articles, and renders pages into the output, a batch a message.
import { parentPort } from 'node:worker_threads';
import type { Environment } from 'nunjucks';
import { type OutputPlace, openForPages } from './output/open-output.ts';
import type { Output, Put } from './output/output.ts';
import {
  type ReadingSettings,
  type ReadJob,
  type ReadResult,
  readArticleFile,
} from './reading/read-articles.ts';
import { renderOrPlace } from './rendering/mistake-places.ts';
import {
  type RenderedPage,
  type RenderJob,
  type RenderSettings,
  renderPage,
} from './rendering/render-page.ts';
import { type CompiledTemplates, compiledEnvironment } from './rendering/templates.ts';
import { failureOf } from './threads/failure.ts';
import type { WorkerMessage, WorkerReply } from './threads/worker-pool.ts';

export interface RenderingTools {
  readonly settings: RenderSettings;
  readonly templates: CompiledTemplates;
  readonly output: OutputPlace;
}

/** A page that was rendered and put. */
export type PutPage = Put & Pick<RenderedPage, 'body'>;

export type WorkerRequest =
  | ({ readonly task: 'prepare' } & RenderingTools)
  | { readonly task: 'read'; readonly settings: ReadingSettings; readonly jobs: readonly ReadJob[] }
  | { readonly task: 'render'; readonly jobs: readonly RenderJob[] };

let renderAndPut: ((job: RenderJob) => PutPage) | null = null;

/** One after the other: what prepares rendering has come to its end before the first page is rendered. */
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (message: WorkerMessage) => {
  last = last.then(async () => {
    const reply = await answer(JSON.parse(message) as WorkerRequest);
    if (reply) parentPort?.postMessage(JSON.stringify(reply) satisfies WorkerMessage);
  });
});

async function answer(request: WorkerRequest): Promise<WorkerReply<ReadResult | PutPage> | null> {
  try {
    switch (request.task) {
      case 'prepare':
        renderAndPut = putter(await pageRenderer(request), openForPages(request.output));
        return null;
      case 'read':
        return { results: request.jobs.map(job => readArticleFile(job, request.settings)) };
      case 'render':
        return { results: request.jobs.map(job => renderAndPut!(job)) };
    }
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** What renders a page, in whichever thread. */
export async function pageRenderer({
  settings,
  templates,
}: Pick<RenderingTools, 'settings' | 'templates'>): Promise<(job: RenderJob) => RenderedPage> {
  const environment: Environment = await compiledEnvironment(templates);
  return job => renderOrPlace(settings.themeDir, environment, each => renderPage(job, settings, each));
}

function putter(
  render: (job: RenderJob) => RenderedPage,
  output: Pick<Output, 'put'>,
): (job: RenderJob) => PutPage {
  return job => {
    const { text, body } = render(job);
    return { ...output.put(job.url, text, job.bytesHash), body };
  };
}
