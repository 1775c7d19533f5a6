// Jobs to their results in worker threads, a batch at a time, so that memory does not grow with the number of jobs.

import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { batches } from './batches.ts';
import type { Failure } from './failure.ts';

/**
 * Jobs in one message: enough that messages cost little beside the work, few enough that a message is a small text, whose
 * garbage is collected young.
 */
const BATCH = 12;

/** Batches given to a worker before it answers, so that it never waits for this thread. */
const AHEAD = 4;

/** In MiB. A thread's lasting data is small; without a limit it lets its garbage grow with the machine's memory. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

/**
 * How much the heap may grow before its old part is collected again, in per cent. V8's own measure is the machine's memory:
 * at 100,000 articles it held 1,000 MB for 200 MB of data. With this one it holds 670 MB in the same time.
 */
const HEAP_GROWTH = 30;

/** A pool of threads that all run one module (`worker.ts`); requests and replies are plain JSON data. */
export interface WorkerPool {
  /** Tells every thread something that is to be known before the next requests. */
  tell(request: unknown): void;
  /**
   * Hands the jobs over in batches, each in the request that `request` makes of it, and takes the result of every job, in any
   * order. Ends when all have been answered. Throws when a thread could not do its part.
   */
  share<Job, Result>(
    jobs: Iterable<Job>,
    request: (batch: readonly Job[]) => unknown,
    onResult: (result: Result, job: Job) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

/** What a thread answers: the results of a batch in its order, or what it could not do. */
export type WorkerReply<Result> = { readonly results: readonly Result[] } | { readonly failure: Failure };

/** Requests and replies go as JSON text: made and read several times faster than the thread's own copies of objects. */
export type WorkerMessage = string;

/** A pool of `size` threads, started when first needed. `errorOf` makes an error of a failure. */
export function workerPool(module: URL, size: number, errorOf: (failure: Failure) => Error): WorkerPool {
  let workers: Worker[] = [];
  const started = (): readonly Worker[] => {
    if (workers.length === 0) {
      setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
      workers = Array.from({ length: size }, () => new Worker(module, { resourceLimits: LIMITS }));
    }
    return workers;
  };

  return {
    tell(request) {
      const message: WorkerMessage = JSON.stringify(request);
      for (const worker of started()) worker.postMessage(message);
    },
    async share(jobs, request, onResult) {
      await share(started(), batches(jobs, BATCH), request, onResult, errorOf);
    },
    async close() {
      await Promise.all(workers.map(worker => worker.terminate()));
      workers = [];
    },
  };
}

/** Gives each worker its next batch when it has answered one; ends when all have been answered. */
async function share<Job, Result>(
  workers: readonly Worker[],
  waiting: Iterator<readonly Job[]>,
  request: (batch: readonly Job[]) => unknown,
  onResult: (result: Result, job: Job) => void,
  errorOf: (failure: Failure) => Error,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let unanswered = 0;
  let exhausted = false;
  const give = (worker: Worker, given: (readonly Job[])[]): void => {
    const next = exhausted ? null : waiting.next();
    if (next === null || next.done) {
      exhausted = true;
      if (unanswered === 0) resolve();
      return;
    }
    unanswered++;
    given.push(next.value);
    worker.postMessage(JSON.stringify(request(next.value)) satisfies WorkerMessage);
  };
  const shares = workers.map(worker => {
    // A thread answers one batch after the other.
    const given: (readonly Job[])[] = [];
    const onMessage = (message: WorkerMessage): void => {
      try {
        const reply = JSON.parse(message) as WorkerReply<Result>;
        if ('failure' in reply) throw errorOf(reply.failure);
        for (const [index, job] of given.shift()!.entries()) onResult(reply.results[index]!, job);
        unanswered--;
        give(worker, given);
      } catch (error) {
        reject(error);
      }
    };
    worker.on('message', onMessage);
    worker.on('error', reject);
    const stopListening = () => worker.off('message', onMessage).off('error', reject);
    return { give: () => give(worker, given), stopListening };
  });
  try {
    for (let ahead = 0; ahead < AHEAD; ahead++) for (const each of shares) each.give();
    await promise;
  } finally {
    for (const { stopListening } of shares) stopListening();
  }
}
