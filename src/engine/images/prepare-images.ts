// The files that pages need beside the theme's: which of them the output lacks, to be made and to wait in the cache.
import { isSweepDue, sweepImages } from '../../images/image-cache.ts';
import { factsHash } from '../../media/media-facts.ts';
import type { DerivedFile, DerivedFiles } from '../../pages/derived-files.ts';
import { DAY } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import type { Memory } from '../memory/memory.ts';
import type { NeededFiles } from '../plan/needed-files.ts';
import type { MadeFiles, MakingSettings } from './make-files.ts';

export interface PreparationSettings extends MakingSettings {
  /** `when-asked`: no image is made or put; `images-when-asked.ts` does it. */
  readonly images: 'now' | 'when-asked';
}

export interface PreparedImages {
  /** Addresses whose files the output lacks, and will be given. */
  readonly missing: readonly string[];
  /** Makes them in the cache; whoever asks again waits for the same. Throws `ContentChanged`. */
  readonly make: () => Promise<MadeFiles>;
}

/** What no page has named for this long (ms) goes from the cache; until then an edit may be taken back. */
const CACHE_AGE = 30 * DAY;

const NOTHING: MadeFiles = { made: 0, decoded: 0 };

/** `stands` answers whether the output holds the file of an address already. */
export function prepareImages(
  files: DerivedFiles,
  stands: (url: string) => boolean,
  settings: PreparationSettings,
): PreparedImages {
  // Recordings are only copied, so there is no reason to wait until somebody asks for them.
  const isDue = (file: DerivedFile): boolean => settings.images === 'now' || file.kind === 'copy';
  const missing = [...files].filter(([url, file]) => isDue(file) && !stands(url)).map(([url]) => url);
  let making: Promise<MadeFiles> | null = null;
  const make = async (): Promise<MadeFiles> => {
    if (missing.length === 0) return NOTHING;
    // Most builds make no image, and need none of the code that draws.
    const { makeFiles } = await import('./make-files.ts');
    return makeFiles(missing, files, settings);
  };
  return {
    missing,
    make() {
      making ??= make();
      return making;
    },
  };
}

/** To look through the cache takes as long as it is large. */
const BETWEEN_SWEEPS = DAY;

/** Removes from the cache what no page has named for long, once a day. */
export function sweepImageCache(
  needed: Pick<NeededFiles, 'all'>,
  memory: Pick<Memory, 'media'>,
  cacheDir: string,
  now: Instant,
): void {
  if (!isSweepDue(cacheDir, BETWEEN_SWEEPS, now)) return;
  const used = new Set(needed.all());
  for (const [, { facts }] of memory.media.all()) used.add(factsHash(facts));
  sweepImages(cacheDir, used, CACHE_AGE, now);
}
