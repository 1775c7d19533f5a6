// The other side of `worker-pool.ts`: reads articles and renders pages, a batch a message.
import { parentPort } from 'node:worker_threads';
import type { Environment } from 'nunjucks';
import {
  type ReadingSettings,
  type ReadJob,
  type ReadResult,
  readArticleFile,
} from './reading/read-articles.ts';
import {
  ContentChanged,
  type RenderJob,
  type RenderResult,
  type RenderSettings,
  renderPage,
} from './rendering/render-page.ts';
import { type CompiledTemplates, compiledEnvironment } from './rendering/templates.ts';

export type WorkerRequest =
  | { readonly task: 'settings'; readonly settings: RenderSettings; readonly templates: CompiledTemplates }
  | { readonly task: 'read'; readonly settings: ReadingSettings; readonly jobs: readonly ReadJob[] }
  | { readonly task: 'render'; readonly jobs: readonly RenderJob[] };

/** Requests and replies go as JSON text: made and read several times faster than the thread's own copies of objects. */
export type WorkerMessage = string;

export type WorkerReply =
  | { readonly results: readonly (ReadResult | RenderResult)[] }
  | { readonly changedFile: string }
  | { readonly failure: string };

let rendering: { readonly settings: RenderSettings; readonly environment: Environment } | null = null;

parentPort?.on('message', (message: WorkerMessage) => {
  const reply = answer(JSON.parse(message) as WorkerRequest);
  if (reply) parentPort?.postMessage(JSON.stringify(reply) satisfies WorkerMessage);
});

function answer(request: WorkerRequest): WorkerReply | null {
  try {
    switch (request.task) {
      case 'settings':
        rendering = { settings: request.settings, environment: compiledEnvironment(request.templates) };
        return null;
      case 'read':
        return { results: request.jobs.map(job => readArticleFile(job, request.settings)) };
      case 'render': {
        const { settings, environment } = rendering!;
        return { results: request.jobs.map(job => renderPage(job, settings, environment)) };
      }
    }
  } catch (failure) {
    if (failure instanceof ContentChanged) return { changedFile: failure.file };
    return { failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) };
  }
}
