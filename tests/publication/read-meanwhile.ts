// A reader of a site who asks all the while, until a test has had enough.
import { after } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { ReaderFound } from './polling-reader.ts';

export interface Reader {
  /** What was found until now; then it reads no more. */
  end(): Promise<ReaderFound>;
}

/** Ends when the reader has begun. `folder` is that of the site. */
export async function readMeanwhile(folder: string): Promise<Reader> {
  const reader = new Worker(new URL('./polling-reader.ts', import.meta.url), {
    workerData: { site: folder },
  });
  after(() => reader.terminate());
  const next = (): Promise<ReaderFound> =>
    new Promise((resolve, reject) => {
      reader.once('message', resolve);
      reader.once('error', reject);
    });
  await next();
  return {
    end() {
      reader.postMessage('end');
      return next();
    },
  };
}
