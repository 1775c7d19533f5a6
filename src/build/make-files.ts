// Files that pages name and that are not there yet, to bytes in the cache: made side by side, each once and for ever.
import { join } from 'node:path';
import { hasImage, putImage } from '../images/image-cache.ts';
import { startPhotographMaker } from '../images/photograph-maker.ts';
import { type CardPrinter, openCardPrinter } from '../images/social-card.ts';
import { drawLocatorMap } from '../map/locator-map.ts';
import { cardFonts } from './assets/fonts.ts';
import type { FileSource, FileSources } from './file-sources.ts';
import { inParallel } from './in-parallel.ts';
import { ContentChanged } from './render-page.ts';

export interface MakingSettings {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** How many photographs are made at the same time: each takes one core and some dozens of megabytes. */
  readonly workers: number;
  readonly onProgress: (done: number, total: number) => void;
}

export interface MadeFiles {
  /** Files that were made, not counting those that the cache held. */
  readonly made: number;
  /** Photographs that were decoded for them. */
  readonly decoded: number;
}

type Source<Kind extends FileSource['kind']> = Extract<FileSource, { kind: Kind }>;

/**
 * Makes those of `urls` that the cache does not hold; recordings are left to be copied. Throws `ContentChanged` when a
 * photograph is no longer the one that was looked at.
 */
export async function makeFiles(
  urls: Iterable<string>,
  sources: FileSources,
  { contentDir, cacheDir, workers, onProgress }: MakingSettings,
): Promise<MadeFiles> {
  const photographs = new Map<string, Source<'photograph'>[]>();
  const others: (readonly [string, Source<'card' | 'map'>])[] = [];
  for (const url of urls) {
    const source = sources.get(url)!;
    if (source.kind === 'copy' || hasImage(cacheDir, url)) continue;
    if (source.kind !== 'photograph') others.push([url, source]);
    else {
      const files = photographs.get(source.file);
      if (files) files.push(source);
      else photographs.set(source.file, [source]);
    }
  }

  const total = photographs.size + others.length;
  let done = 0;
  let made = 0;
  const printCard = cardMaker(cacheDir);
  const maker = startPhotographMaker();
  const jobs = [
    ...[...photographs].map(([file, wanted]) => async () => {
      const ofPhotograph = await maker.make({
        path: join(contentDir, file),
        photograph: wanted[0]!.photograph,
        wanted: wanted.map(({ image, focus }) => ({ file: image, focus })),
        cacheDir,
      });
      if (ofPhotograph === null) throw new ContentChanged(file);
      made += ofPhotograph;
      onProgress(++done, total);
    }),
    ...others.map(([url, source]) => async () => {
      const bytes =
        source.kind === 'card'
          ? await printCard(source)
          : Buffer.from(drawLocatorMap(source.point, source.label));
      putImage(cacheDir, url, bytes);
      made++;
      onProgress(++done, total);
    }),
  ];
  try {
    await inParallel(jobs, workers);
  } finally {
    maker.close();
  }
  return { made, decoded: photographs.size };
}

/** Fonts and all that prints are loaded with the first card: most builds print none. */
function cardMaker(cacheDir: string): (card: Source<'card'>) => Promise<Buffer> {
  let printer: Promise<CardPrinter> | null = null;
  return async ({ text }) => {
    printer ??= cardFonts(cacheDir).then(openCardPrinter);
    return (await printer).print(text);
  };
}
