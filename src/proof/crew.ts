// Batches of files to threads that look at them, side by side; or, for a small tree, to this thread alone.
import { Worker } from 'node:worker_threads';
import { type Batch, type BatchDone, type BatchWork, batchLooker } from './batch.ts';

export interface Crew {
  /** Resolves when the batch is taken: no more wait than keep the threads busy. What comes of it goes to `done`, and to whoever opened the crew. */
  give(batch: Batch, done?: (result: BatchDone) => void): Promise<void>;
  /** When something that was given is done. */
  any(): Promise<void>;
  /** When all that was given is done. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** Batches that a thread has before it answers, so that it never waits. */
const AHEAD = 2;
/** In MiB: a thread keeps no page. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** @param threads none: this thread does the work, for trees that are read sooner than a thread begins. */
export function openCrew(threads: number, work: BatchWork, onDone: (done: BatchDone) => void): Crew {
  const members =
    threads === 0 ? [thisThread(work)] : Array.from({ length: threads }, () => otherThread(work));
  const running = new Set<Promise<void>>();
  return {
    async give(batch, done) {
      for (;;) {
        const member = members.reduce((free, each) => (each.waiting() < free.waiting() ? each : free));
        if (member.waiting() < AHEAD) {
          const finished: Promise<void> = member.lookAt(batch).then(result => {
            running.delete(finished);
            onDone(result);
            done?.(result);
          });
          // Whoever waits for it is told.
          finished.catch(() => {});
          running.add(finished);
          return;
        }
        await Promise.race(running);
      }
    },
    any: () => Promise.race(running),
    async rest() {
      while (running.size > 0) await Promise.all(running);
    },
    async close() {
      await Promise.all(members.map(member => member.close()));
    },
  };
}

interface Member {
  /** How many batches it has. */
  waiting(): number;
  lookAt(batch: Batch): Promise<BatchDone>;
  close(): Promise<unknown>;
}

function thisThread(work: BatchWork): Member {
  const lookAt = batchLooker(work);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    waiting: () => waiting,
    lookAt(batch) {
      waiting++;
      const result = last.then(() => lookAt(batch)).finally(() => waiting--);
      last = result;
      return result;
    },
    close: async () => {},
  };
}

function otherThread(workerData: BatchWork): Member {
  const worker = new Worker(new URL('./proof-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: LIMITS,
  });
  /** Who waits for the batches that it has, in their order. */
  const queue: PromiseWithResolvers<BatchDone>[] = [];
  let failure: Error | null = null;
  worker.on('message', (done: BatchDone) => queue.shift()!.resolve(done));
  worker.on('error', error => {
    failure = error as Error;
    for (const { reject } of queue.splice(0)) reject(error);
  });
  return {
    waiting: () => queue.length,
    lookAt(batch) {
      if (failure !== null) return Promise.reject(failure);
      const waiter = Promise.withResolvers<BatchDone>();
      queue.push(waiter);
      worker.postMessage(batch);
      return waiter.promise;
    },
    close: () => worker.terminate(),
  };
}
