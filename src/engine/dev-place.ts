// Where the development server has its site and its memory: apart from those of builds, since its site holds what readers must not see.
import { join } from 'node:path';
import type { BuildOptions } from './build-options.ts';

/** In the folder of the cache. */
export const DEV_FOLDER = 'dev';

export function devPlace(cacheDir: string): Required<Pick<BuildOptions, 'outputDir' | 'memoryDir'>> {
  const memoryDir = join(cacheDir, DEV_FOLDER);
  return { memoryDir, outputDir: join(memoryDir, 'site') };
}
