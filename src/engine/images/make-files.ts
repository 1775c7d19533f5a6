// Files that pages name and that are not there yet, to bytes in the cache: made side by side, each once and for ever.
import type { ContentSource } from '../../content/content-source.ts';
import { type CardPrinter, openCardPrinter } from '../../images/card-printer.ts';
import { hasImage, putImage } from '../../images/image-cache.ts';
import { type ImageMaker, startImageMaker } from '../../images/image-maker.ts';
import type { SocialCardDesign } from '../../images/social-card.ts';
import type { DerivedFile, DerivedFiles } from '../../pages/derived-files.ts';
import { cardFonts } from '../assets/fonts.ts';
import { contentChanged } from '../reading/content-changed.ts';
import { batches } from '../threads/batches.ts';
import { inParallel } from '../threads/in-parallel.ts';

export interface MakingSettings {
  readonly source: ContentSource;
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

/** Fewer cards than this are printed sooner here than by a process that has to start first; more would leave their memory here. */
const WORTH_A_PROCESS = 20;

/** Cards in one message to that process. */
const CARDS_AT_ONCE = 10;

type Source<Kind extends DerivedFile['kind']> = Extract<DerivedFile, { kind: Kind }>;

/**
 * Makes those of `urls` that the cache does not hold; recordings are left to be copied. Throws `ContentChanged` when a
 * photograph is no longer the one that was looked at.
 */
export async function makeFiles(
  urls: Iterable<string>,
  sources: DerivedFiles,
  { source: content, cacheDir, workers, onProgress }: MakingSettings,
): Promise<MadeFiles> {
  const photographs = new Map<string, Source<'photograph'>[]>();
  const cards: Card[] = [];
  const maps: (readonly [string, Source<'map'>])[] = [];
  for (const url of urls) {
    const source = sources.get(url)!;
    if (source.kind === 'copy' || hasImage(cacheDir, url)) continue;
    if (source.kind === 'card') cards.push({ url, design: source.design });
    else if (source.kind === 'map') maps.push([url, source]);
    else {
      const files = photographs.get(source.file);
      if (files) files.push(source);
      else photographs.set(source.file, [source]);
    }
  }

  content.prefetchWhole(photographs.keys());
  const total = photographs.size + cards.length + maps.length;
  let done = 0;
  let made = 0;
  const tell = (files: number, subjects: number): void => {
    made += files;
    done += subjects;
    onProgress(done, total);
  };
  const maker = startImageMaker();
  const print = cards.length < WORTH_A_PROCESS ? printHere(cacheDir) : printElsewhere(maker, cacheDir);
  const jobs = [
    ...[...photographs].map(([file, wanted]) => async () => {
      const files = await maker.make({
        path: content.pathOf(file),
        photograph: wanted[0]!.photograph,
        wanted: wanted.map(({ image, focus }) => ({ file: image, focus })),
        cacheDir,
      });
      if (files === null) throw contentChanged(file, content.pathOf(file));
      tell(files, 1);
    }),
    ...[...batches(cards, CARDS_AT_ONCE)].map(batch => async () => {
      await print(batch);
      tell(batch.length, batch.length);
    }),
    ...maps.map(([url, { point, label }]) => async () => {
      // Most builds draw none, and need neither the Earth nor its projections.
      const { drawLocatorMap } = await import('../../map/draw-locator-map.ts');
      putImage(cacheDir, url, Buffer.from(drawLocatorMap(point, label)));
      tell(1, 1);
    }),
  ];
  try {
    await inParallel(jobs, workers);
  } finally {
    maker.close();
  }
  return { made, decoded: photographs.size };
}

interface Card {
  readonly url: string;
  readonly design: SocialCardDesign;
}

type PrintCards = (cards: readonly Card[]) => Promise<unknown>;

/** Fonts and all that prints are loaded with the first card: most builds print none. */
function printHere(cacheDir: string): PrintCards {
  let printer: Promise<CardPrinter> | null = null;
  return async cards => {
    printer ??= cardFonts(cacheDir).then(openCardPrinter);
    for (const { url, design } of cards) putImage(cacheDir, url, await (await printer).print(design));
  };
}

function printElsewhere(maker: ImageMaker, cacheDir: string): PrintCards {
  return async cards => maker.print({ cards, fonts: await cardFonts(cacheDir), cacheDir });
}
