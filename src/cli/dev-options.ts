// The options of `npm run dev` to those of its builds, whose site must never stand where readers have theirs.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { devPlace } from '../engine/dev-place.ts';
import { OWN_FOLDER } from '../engine/output/output.ts';
import { devWords } from '../locale/dev-words.ts';
import {
  type BuildCommandOptions,
  DEFAULT_FOLDERS,
  overlaps,
  realPath,
  sharedOptions,
  wrongUsage,
} from './command-line.ts';

/** Ends the process with status 2 where the place would be within a site that readers have. */
export function devOptions(values: Parameters<typeof sharedOptions>[1]): BuildCommandOptions {
  const shared = sharedOptions('dev', values);
  const place = devPlace(shared.cacheDir);
  for (const other of [DEFAULT_FOLDERS.output, siteAround(place.memoryDir)])
    if (other !== null && overlaps(place.memoryDir, other))
      wrongUsage('dev', devWords.cacheElsewhere(shared.cacheDir, other));
  return { ...shared, ...place };
}

/** The built site in which a folder lies; null: it lies in none. */
function siteAround(folder: string): string | null {
  for (let below = realPath(folder); ; ) {
    const above = dirname(below);
    if (above === below) return null;
    if (existsSync(join(above, OWN_FOLDER))) return above;
    below = above;
  }
}
