// The process that makes images: a message names a photograph and what is wanted of it, or cards, and their files are put into the cache.
import { readFile } from 'node:fs/promises';
import { hashOf } from '../hash/hash.ts';
import { putImage } from './image-cache.ts';
import type { CardsJob, ImageReply, ImageRequest, PhotographJob } from './image-maker.ts';
import { makePhotograph } from './make-photograph.ts';
import { type CardPrinter, openCardPrinter } from './social-card.ts';

// Sent by `fork`, which runs this file; whoever does not hear the answer is gone.
const answer = (reply: ImageReply): void => {
  process.send!(reply, undefined, undefined, () => {});
};

process.on('message', async (request: ImageRequest) => {
  const { id } = request;
  try {
    const made = 'cards' in request ? await cardsPrinted(request.cards) : await filesMade(request.photograph);
    answer({ id, made });
  } catch (error) {
    answer({ id, failure: String((error as Error).stack) });
  }
});

/** With the build, however that ended. */
process.on('disconnect', () => process.exit());

async function filesMade({ path, photograph, wanted, cacheDir }: PhotographJob): Promise<number | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null || hashOf(bytes) !== photograph.hash) return null;
  let made = 0;
  for await (const { url, bytes: image } of makePhotograph(bytes, photograph, wanted)) {
    putImage(cacheDir, url, image);
    made++;
  }
  return made;
}

let printer: Promise<CardPrinter> | null = null;

async function cardsPrinted({ cards, fonts, cacheDir }: CardsJob): Promise<number> {
  printer ??= openCardPrinter(fonts);
  for (const { url, design } of cards) putImage(cacheDir, url, await (await printer).print(design));
  return cards.length;
}
