// The other side of `worker-pool.ts`: reads articles and renders pages, a batch a message.
import { parentPort } from 'node:worker_threads';
import type { Environment } from 'nunjucks';
import { type ReadingSettings, type ReadJob, type ReadResult, readArticleFile } from './read-articles.ts';
import {
  ContentChanged,
  type RenderJob,
  type RenderResult,
  type RenderSettings,
  renderPage,
} from './render-page.ts';
import { type CompiledTemplates, compiledEnvironment } from './templates.ts';

export type WorkerRequest =
  | { readonly task: 'settings'; readonly settings: RenderSettings; readonly templates: CompiledTemplates }
  | { readonly task: 'read'; readonly settings: ReadingSettings; readonly jobs: readonly ReadJob[] }
  | { readonly task: 'render'; readonly jobs: readonly RenderJob[] };

export type WorkerReply =
  | { readonly results: readonly (ReadResult | RenderResult)[] }
  | { readonly changedFile: string }
  | { readonly failure: unknown };

let rendering: { readonly settings: RenderSettings; readonly environment: Environment } | null = null;

parentPort?.on('message', (request: WorkerRequest) => {
  const reply = answer(request);
  if (reply) parentPort?.postMessage(reply);
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
    return failure instanceof ContentChanged ? { changedFile: failure.file } : { failure };
  }
}
