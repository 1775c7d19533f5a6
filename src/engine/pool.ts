// The threads of a build, with the errors that cross from them.
import { ContentChanged } from './reading/content-changed.ts';
import { type Failure, type WorkerPool, workerPool } from './threads/worker-pool.ts';

export function buildPool(size: number): WorkerPool {
  return workerPool(new URL('./worker.ts', import.meta.url), size, errorOf);
}

function errorOf({ name, message, stack, code, path }: Failure): Error {
  // Its message is « {file} changed during the build ».
  if (name === 'ContentChanged') return new ContentChanged(message.split(' changed during')[0]!);
  return Object.assign(new Error(stack || message), code !== undefined && { code, path });
}
