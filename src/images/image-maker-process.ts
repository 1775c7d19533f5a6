// The process that makes images. A message names a photograph and the wanted files, or cards; the process puts these files into the cache.
import { readFile } from 'node:fs/promises';
import { hashOf } from '../hash/hash.ts';
import { type CardPrinter, openCardPrinter } from './card-printer.ts';
import { endWithParent } from './end-with-parent.ts';
import { putImage } from './image-cache.ts';
import type { CardsJob, ImageReply, ImageRequest, PhotographJob } from './image-maker.ts';
import { makePhotograph } from './make-photograph.ts';

// `fork` runs this file, so `send` exists. A failed answer is ignored: then the build has ended.
const answer = (reply: ImageReply): void => {
  process.send!(reply, undefined, undefined, () => {});
};

process.on('message', async (request: ImageRequest) => {
  const { id } = request;
  try {
    const made = 'cards' in request ? await printCards(request.cards) : await makeFiles(request.photograph);
    answer({ id, made });
  } catch (error) {
    const { stack, code, path } = error as NodeJS.ErrnoException;
    answer({ id, failure: { stack: String(stack), code, path } });
  }
});

endWithParent();

async function makeFiles({ path, photograph, wanted, cacheDir }: PhotographJob): Promise<number | null> {
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

async function printCards({ cards, fonts, cacheDir }: CardsJob): Promise<number> {
  printer ??= openCardPrinter(fonts);
  for (const { url, design } of cards) putImage(cacheDir, url, await (await printer).print(design));
  return cards.length;
}
