// The threads of a build, with the errors that cross from them.
import { ContentChanged } from './reading/content-changed.ts';
import { errorOf, type Failure } from './threads/failure.ts';
import { type WorkerPool, workerPool } from './threads/worker-pool.ts';

export function buildPool(size: number): WorkerPool {
  return workerPool(new URL('./worker.ts', import.meta.url), size, errorOfWorker);
}

function errorOfWorker(failure: Failure): Error {
  const { name, message } = failure;
  // Its message is « {file} changed during the build ».
  if (name === 'ContentChanged') return new ContentChanged(message.split(' changed during')[0]!);
  return errorOf(failure);
}
