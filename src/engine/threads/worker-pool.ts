// Worker threads that read articles and render pages; a batch at a time, so that memory does not grow with the archive.
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ReadingSettings, ReadJob, ReadResult } from '../reading/read-articles.ts';
import {
  ContentChanged,
  type RenderJob,
  type RenderResult,
  type RenderSettings,
} from '../rendering/render-page.ts';
import type { CompiledTemplates } from '../rendering/templates.ts';
import type { WorkerMessage, WorkerReply, WorkerRequest } from '../worker.ts';
import { batches } from './batches.ts';

/**
 * Jobs in one message: enough that messages cost little beside the work, few enough that a message is a small text, whose
 * garbage is collected young.
 */
const BATCH = 12;

/** Batches given to a worker before it answers, so that it never waits for this thread. */
const AHEAD = 4;

/** In MiB. A thread's lasting data is small; without a limit it lets its garbage grow with the machine's memory. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/**
 * How much the heap may grow before its old part is collected again, in per cent. V8's own measure is the machine's memory:
 * at 100,000 articles it held 1,000 MB for 200 MB of data. With this one it holds 670 MB in the same time.
 */
const HEAP_GROWTH = 30;

export interface WorkerPool {
  /** Reads the files and hands each result over, in any order. */
  read(
    jobs: Iterable<ReadJob>,
    settings: ReadingSettings,
    onResult: (result: ReadResult) => void,
  ): Promise<void>;
  /** Renders the pages and hands each result over, in any order. Throws `ContentChanged`. */
  render(
    jobs: Iterable<RenderJob>,
    settings: RenderSettings,
    templates: CompiledTemplates,
    onResult: (result: RenderResult) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

/** A pool of `size` threads, started when first needed. */
export function workerPool(size: number): WorkerPool {
  let workers: Worker[] = [];
  const started = (): readonly Worker[] => {
    if (workers.length === 0) {
      setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
      workers = Array.from(
        { length: size },
        () => new Worker(new URL('../worker.ts', import.meta.url), { resourceLimits: LIMITS }),
      );
    }
    return workers;
  };

  return {
    async read(jobs, settings, onResult) {
      const requests = requestsOf(jobs, batch => ({ task: 'read', settings, jobs: batch }) as const);
      await share(started(), requests, onResult as (result: ReadResult | RenderResult) => void);
    },
    async render(jobs, settings, templates, onResult) {
      const request: WorkerRequest = { task: 'settings', settings, templates };
      for (const worker of started()) worker.postMessage(JSON.stringify(request) satisfies WorkerMessage);
      const requests = requestsOf(jobs, batch => ({ task: 'render', jobs: batch }) as const);
      await share(started(), requests, onResult as (result: ReadResult | RenderResult) => void);
    },
    async close() {
      await Promise.all(workers.map(worker => worker.terminate()));
      workers = [];
    },
  };
}

/** Gives each worker its next batch when it has answered one; ends when all have been answered. */
async function share(
  workers: readonly Worker[],
  requests: Iterator<WorkerRequest>,
  onResult: (result: ReadResult | RenderResult) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let waiting = 0;
  let exhausted = false;
  const give = (worker: Worker): void => {
    const next = exhausted ? null : requests.next();
    if (next === null || next.done) {
      exhausted = true;
      if (waiting === 0) resolve();
      return;
    }
    waiting++;
    worker.postMessage(JSON.stringify(next.value) satisfies WorkerMessage);
  };
  const listeners = workers.map(worker => {
    const onMessage = (message: WorkerMessage): void => {
      try {
        const reply = JSON.parse(message) as WorkerReply;
        if ('changedFile' in reply) throw new ContentChanged(reply.changedFile);
        if ('failure' in reply) throw new Error(reply.failure);
        for (const result of reply.results) onResult(result);
        waiting--;
        give(worker);
      } catch (error) {
        reject(error);
      }
    };
    worker.on('message', onMessage);
    worker.on('error', reject);
    return () => worker.off('message', onMessage).off('error', reject);
  });
  try {
    for (let ahead = 0; ahead < AHEAD; ahead++) for (const worker of workers) give(worker);
    await promise;
  } finally {
    for (const stopListening of listeners) stopListening();
  }
}

function* requestsOf<Job>(
  jobs: Iterable<Job>,
  request: (batch: readonly Job[]) => WorkerRequest,
): Generator<WorkerRequest, void> {
  for (const batch of batches(jobs, BATCH)) yield request(batch);
}
