// Modules of an owner's data to the values that they give, each time from the files as they are now.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

interface Job {
  readonly moduleValues: readonly string[];
}

interface Reply {
  /** Each value as JSON; undefined: it is none. */
  readonly values: readonly (string | undefined)[];
  /** With its stack; null: all went well. */
  readonly failure: string | null;
}

/**
 * What the default export of each module is, or gives when it is a function, as plain JSON data. A process keeps a module, and all that it
 * imports, for its life, where `dev` builds again after they were edited: so they run in a thread that ends with them.
 */
export async function moduleValues(files: readonly string[]): Promise<readonly unknown[]> {
  if (files.length === 0) return [];
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { moduleValues: files.map(file => resolve(file)) } satisfies Job,
  });
  try {
    const { promise, resolve: take, reject } = Promise.withResolvers<Reply>();
    worker.once('message', take);
    worker.once('error', reject);
    worker.once('exit', code => reject(new Error(`A module of data ended its thread with ${code}.`)));
    const { values, failure } = await promise;
    if (failure !== null) throw new Error(failure);
    return values.map(value => (value === undefined ? undefined : JSON.parse(value)));
  } finally {
    await worker.terminate();
  }
}

async function jsonOf(file: string): Promise<string | undefined> {
  const { default: value } = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
  return JSON.stringify(typeof value === 'function' ? await (value as () => unknown)() : value);
}

const job = isMainThread ? null : (workerData as Partial<Job> | null)?.moduleValues;
if (job) {
  let reply: Reply;
  try {
    reply = { values: await Promise.all(job.map(jsonOf)), failure: null };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    reply = { values: [], failure };
  }
  parentPort?.postMessage(reply);
}
