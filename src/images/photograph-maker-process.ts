// The process that makes photographs: a message names one and what is wanted of it, and its files are put into the cache.
import { readFile } from 'node:fs/promises';
import { hashOf } from '../hash/hash.ts';
import { putImage } from './image-cache.ts';
import { makePhotograph } from './make-photograph.ts';
import type { PhotographJob, PhotographReply, PhotographRequest } from './photograph-maker.ts';

// Sent by `fork`, which runs this file; whoever does not hear the answer is gone.
const answer = (reply: PhotographReply): void => {
  process.send!(reply, undefined, undefined, () => {});
};

process.on('message', async ({ id, job }: PhotographRequest) => {
  try {
    answer({ id, made: await filesMade(job) });
  } catch (error) {
    answer({ id, failure: String((error as Error).stack) });
  }
});

/** With the build, however that ended. */
process.on('disconnect', () => process.exit());

async function filesMade({ path, photograph, wanted, cacheDir }: PhotographJob): Promise<number | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null || hashOf(bytes) !== photograph.hash) return null;
  let made = 0;
  for await (const { url, bytes: image } of makePhotograph(bytes, photograph, wanted)) {
    putImage(cacheDir, url, image);
    made++;
  }
  return made;
}
