// The process that looks at drawings, one after the other. A drawing that takes more than it may ends it.
import { Worker } from 'node:worker_threads';
import type { DrawingAnswer, DrawingQuestion } from './drawing-reader.ts';
import { endWithParent } from './end-with-parent.ts';
import { loadSharp } from './load-sharp.ts';
import { openPhotograph } from './open-photograph.ts';
import { readPhotograph } from './read-photograph.ts';

endWithParent();
await loadSharp();
const guard = new Worker(new URL('./drawing-guard.ts', import.meta.url), {
  workerData: JSON.parse(process.argv[2]!),
});
guard.once('online', () => answer('ready'));
guard.once('error', error => {
  throw error;
});

process.on('message', async ({ bytes, name }: DrawingQuestion) => {
  guard.postMessage(true);
  await drawWhole(Buffer.from(bytes), name);
  const reading = await readPhotograph(Buffer.from(bytes), name);
  guard.postMessage(false);
  answer(reading);
});

function answer(message: DrawingAnswer): void {
  // `fork` runs this file, so `send` exists. A failed answer is ignored: then the build has ended.
  process.send!(message, undefined, undefined, () => {});
}

/** Draws in the largest size that a build ever needs: so no later drawing takes more. */
async function drawWhole(bytes: Buffer, name: string): Promise<void> {
  const opened = await openPhotograph(bytes, name);
  if (!opened.ok) return;
  // What is wrong with it, reading says.
  await opened.value
    .pixels(opened.value, false)
    .raw()
    .toBuffer()
    .catch(() => {});
}
