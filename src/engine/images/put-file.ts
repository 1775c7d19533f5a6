// An image from the cache, or a recording from the content, to its file in the output.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outputPath } from '../../address/addresses.ts';
import { imagePath } from '../../images/image-cache.ts';
import { holdsHash } from '../output/output-folder.ts';
import { writeIfDifferent } from '../rendering/render-page.ts';
import type { FileSource } from './file-sources.ts';

export interface PlacingSettings {
  readonly contentDir: string;
  readonly cacheDir: string;
  readonly outputDir: string;
}

/** The file keeps its modification time when it is as it should be. */
export function placeFile(
  url: string,
  source: FileSource,
  { contentDir, cacheDir, outputDir }: PlacingSettings,
): { readonly bytesHash: string; readonly written: boolean } {
  if (source.kind !== 'copy')
    return writeIfDifferent(outputDir, url, readFileSync(imagePath(cacheDir, url)), null);
  // A film can be larger than what a process should hold.
  const { file, hash } = source;
  if (holdsHash(outputDir, url, hash)) return { bytesHash: hash, written: false };
  const path = join(outputDir, outputPath(url));
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(contentDir, file), path);
  return { bytesHash: hash, written: true };
}
