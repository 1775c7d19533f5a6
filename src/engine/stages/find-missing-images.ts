// The images that pages name and that the output lacks. Whether one has to be made is known before it is.
import type { BuildStart } from '../build-options.ts';
import { type PreparedImages, prepareImages } from '../images/prepare-images.ts';
import { standingImage } from '../output/standing-image.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';

export interface MissingImages {
  readonly images: PreparedImages;
}

export function findMissingImages({
  options,
  source,
  memory,
  output,
  sameOutput,
  listed,
  plan,
}: BuildStart & OpenMemory & LookedAt & Planned): MissingImages {
  const { cacheDir, workers, images = 'now', onProgress } = options;
  const stands = (url: string): boolean => {
    const bytesHash = standingImage({ memory, output, sameOutput, listed }, url);
    if (bytesHash !== null && !memory.images.get(url)) memory.images.put(url, bytesHash);
    return bytesHash !== null;
  };
  const settings = {
    source,
    cacheDir,
    workers,
    images,
    onProgress: (done: number, total: number) => onProgress('make', done, total),
  };
  return { images: prepareImages(plan.files.sources, stands, settings) };
}
