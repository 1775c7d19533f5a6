// The images that pages name and that are nowhere yet, made into the cache.
import type { BuildStart } from '../build-options.ts';
import { type PreparedImages, prepareImages } from '../images/prepare-images.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';

export interface MadeImages {
  readonly images: PreparedImages;
}

export async function makeImages({
  options,
  memory,
  output,
  sameOutput,
  listed,
  plan,
}: BuildStart & OpenMemory & LookedAt & Planned): Promise<MadeImages> {
  const { contentDir, cacheDir, workers, images = 'now', onProgress } = options;
  const stands = (url: string): boolean => {
    const remembered = memory.images.get(url) ?? null;
    if (sameOutput) return remembered !== null;
    // Making it again would take a thousand times as long as a look.
    const bytesHash = remembered ?? listed?.files.get(url) ?? null;
    if (bytesHash === null || !output.holds(url, bytesHash)) return false;
    if (remembered === null) memory.images.put(url, bytesHash);
    return true;
  };
  const settings = {
    contentDir,
    cacheDir,
    workers,
    images,
    onProgress: (done: number, total: number) => onProgress('make', done, total),
  };
  return { images: await prepareImages(plan.files, stands, settings) };
}
