// The files that pages need beside the theme's: which of them the output lacks, made and waiting in the cache.
import { sweepImages } from '../../images/image-cache.ts';
import { factsHash } from '../../media/media-facts.ts';
import type { DerivedFile, DerivedFiles } from '../../pages/derived-files.ts';
import { DAY } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import type { Memory } from '../memory/memory.ts';
import type { MadeFiles, MakingSettings } from './make-files.ts';

export interface PreparationSettings extends MakingSettings {
  /** `when-asked`: no image is made or put; `images-when-asked.ts` does it. */
  readonly images: 'now' | 'when-asked';
}

export interface PreparedImages {
  /** Addresses whose files the output lacks, and will be given. */
  readonly missing: readonly string[];
  readonly made: MadeFiles;
}

/** What no page has named for this long (ms) goes from the cache; until then an edit may be taken back. */
const CACHE_AGE = 30 * DAY;

const NOTHING: MadeFiles = { made: 0, decoded: 0 };

/** `stands` answers whether the output holds the file of an address already. Throws `ContentChanged`. */
export async function prepareImages(
  files: DerivedFiles,
  stands: (url: string) => boolean,
  settings: PreparationSettings,
): Promise<PreparedImages> {
  // Recordings are only copied, so there is no reason to wait until somebody asks for them.
  const isDue = (file: DerivedFile): boolean => settings.images === 'now' || file.kind === 'copy';
  const missing = [...files].filter(([url, file]) => isDue(file) && !stands(url)).map(([url]) => url);
  if (missing.length === 0) return { missing, made: NOTHING };
  // Most builds make no image, and need none of the code that draws.
  const { makeFiles } = await import('./make-files.ts');
  return { missing, made: await makeFiles(missing, files, settings) };
}

/** Removes from the cache what no page has named for long. */
export function sweepImageCache(
  files: DerivedFiles,
  memory: Pick<Memory, 'media'>,
  cacheDir: string,
  now: Instant,
): void {
  const used = new Set(files.keys());
  for (const [, { facts }] of memory.media.all()) used.add(factsHash(facts));
  sweepImages(cacheDir, used, CACHE_AGE, now);
}
