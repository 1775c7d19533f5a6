// A thread of a proof: a batch of files comes, what the rules told of them goes.
import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, type BatchWork, batchLooker } from './batch.ts';

const lookAt = batchLooker(workerData as BatchWork);

/** One batch after the other: what the rules tell is of one at a time. */
let last: Promise<unknown> = Promise.resolve();

parentPort!.on('message', (batch: Batch) => {
  last = last.then(async () => parentPort!.postMessage(await lookAt(batch)));
});
