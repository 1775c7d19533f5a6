// The files that pages name beside the theme's, on their way to the output: which are missing, made, put in their place.
import { sweepImages } from '../../images/image-cache.ts';
import { factsHash } from '../../media/media-facts.ts';
import type { WantedFile } from '../../pages/wanted-files.ts';
import type { Instant } from '../../time/instant.ts';
import type { Memory } from '../memory/memory.ts';
import { type FileSource, type FileSources, fileSources } from './file-sources.ts';
import { type MadeFiles, type MakingSettings, makeFiles } from './make-files.ts';
import { type PlacingSettings, placeFile } from './put-file.ts';

export interface PreparationSettings extends MakingSettings, PlacingSettings {
  /** `when-asked`: no image is made or placed; whoever serves the site does it (`cli/images-when-asked.ts`). */
  readonly images: 'now' | 'when-asked';
  readonly wallClock: Instant;
}

/** Whole in the cache, and not yet in the output. */
export interface PreparedImages {
  readonly sources: FileSources;
  /** Addresses whose files the output lacks, and will be given. */
  readonly missing: readonly string[];
  readonly made: MadeFiles;
  /** Puts what is missing in its place; `onPlaced` is told the hash of each one's bytes. */
  place(onPlaced: (url: string, bytesHash: string, written: boolean) => void): void;
  /** Once all is done: what no page has named for long goes from the cache. */
  sweep(memory: Memory): void;
}

/** What no page has named for this long (ms) goes from the cache; until then an edit may be taken back. */
const CACHE_AGE = 30 * 24 * 3_600_000;

const NOTHING: MadeFiles = { made: 0, decoded: 0 };

/** `stands` answers whether the output holds the file of an address already. Throws `ContentChanged`. */
export async function prepareImages(
  wanted: Iterable<WantedFile>,
  stands: (url: string) => boolean,
  settings: PreparationSettings,
): Promise<PreparedImages> {
  const sources = fileSources(wanted);
  // A recording is only copied: nobody has to wait to be asked for it.
  const isDue = (source: FileSource): boolean => settings.images === 'now' || source.kind === 'copy';
  const missing = [...sources].filter(([url, source]) => isDue(source) && !stands(url)).map(([url]) => url);
  const made = missing.length === 0 ? NOTHING : await makeFiles(missing, sources, settings);
  return {
    sources,
    missing,
    made,
    place(onPlaced) {
      for (const url of missing) {
        const { bytesHash, written } = placeFile(url, sources.get(url)!, settings);
        onPlaced(url, bytesHash, written);
      }
    },
    sweep(memory) {
      // Only with something new: a build that changes little looks through no folders.
      if (made.made === 0) return;
      const used = new Set(sources.keys());
      for (const [, { facts }] of memory.media.all()) used.add(factsHash(facts));
      sweepImages(settings.cacheDir, used, CACHE_AGE, settings.wallClock);
    },
  };
}
