// The images that pages name and that are nowhere yet, made into the cache.
import type { BuildStart } from '../build-options.ts';
import { type PreparedImages, prepareImages } from '../images/prepare-images.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';

export interface MadeImages {
  readonly images: PreparedImages;
}

export async function makeImages({
  options,
  memory,
  sameOutput,
  plan,
}: BuildStart & OpenMemory & Planned): Promise<MadeImages> {
  const { contentDir, cacheDir, workers, images = 'now', onProgress } = options;
  const stands = (url: string): boolean => sameOutput && (memory.images.get(url) ?? null) !== null;
  const settings = {
    contentDir,
    cacheDir,
    workers,
    images,
    onProgress: (done: number, total: number) => onProgress('make', done, total),
  };
  return { images: await prepareImages(plan.files, stands, settings) };
}
