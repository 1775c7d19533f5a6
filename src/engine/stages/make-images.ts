// The images that the output lacks, made into the cache; those that were begun while Eleventy was at work are waited for.
import type { MadeFiles } from '../images/make-files.ts';
import type { MissingImages } from './find-missing-images.ts';

export interface MadeImages {
  readonly madeImages: MadeFiles;
}

/** Throws `ContentChanged`. */
export async function makeImages({ images }: MissingImages): Promise<MadeImages> {
  return { madeImages: await images.make() };
}
