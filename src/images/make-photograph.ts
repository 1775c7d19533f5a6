// The bytes of a photograph to the files that pages name: decoded once, then cut, made smaller and encoded for each.
import { availableParallelism } from 'node:os';
import type { Sharp } from 'sharp';
import { cropSize, cropWindow, type Size } from './crop-window.ts';
import { loadSharp } from './load-sharp.ts';
import { openPhotograph } from './open-photograph.ts';
import type { Focus, Photograph } from './photograph.ts';
import { type PhotographCredit, photographCredit } from './photograph-credit.ts';
import type { ImageFile, ImageFormat } from './picture.ts';
import { creditXmp, withCreditExif } from './write-credit.ts';

/** A file to be made. */
export interface WantedImage {
  readonly file: ImageFile;
  /** The editor's; null: the photograph's own. */
  readonly focus: Focus | null;
}

export interface MadeImage {
  readonly url: string;
  readonly bytes: Buffer;
}

/**
 * Gives the files as they are done, each of the same bytes every time. Of the photograph only as many pixels are held as
 * the largest file needs, and as many files are in work as there are cores. `photograph` is what `readPhotograph` found
 * in `bytes`. Throws when they can't be decoded.
 */
export async function* makePhotograph(
  bytes: Buffer,
  photograph: Photograph,
  wanted: readonly WantedImage[],
): AsyncGenerator<MadeImage> {
  if (wanted.length === 0) return;
  const raster = await decoded(
    bytes,
    photograph,
    wanted.map(({ file }) => file),
  );
  const credit = wanted.some(({ file }) => file.credited) ? await photographCredit(bytes) : null;
  const work = new Map<string, Promise<MadeImage>>();
  for (const { file, focus } of wanted) {
    work.set(file.url, made(raster, file, focus ?? photograph.focus, credit));
    if (work.size >= availableParallelism()) yield await firstDone(work);
  }
  while (work.size > 0) yield await firstDone(work);
}

async function firstDone(work: Map<string, Promise<MadeImage>>): Promise<MadeImage> {
  const done = await Promise.race(work.values());
  work.delete(done.url);
  return done;
}

/** Pixels, three or four bytes each, row by row. */
interface Raster extends Size {
  readonly data: Buffer;
  readonly channels: 3 | 4;
}

async function decoded(bytes: Buffer, photograph: Photograph, files: readonly ImageFile[]): Promise<Raster> {
  const opened = await openPhotograph(bytes, photograph.hash);
  if (!opened.ok) throw new Error(opened.mistake.message);
  const scale = Math.min(
    1,
    Math.max(...files.map(file => file.width / cropSize(photograph, file.crop).width)),
  );
  const width = Math.max(1, Math.round(photograph.width * scale));
  const height = Math.max(1, Math.round(photograph.height * scale));
  const pixels = opened.value.pixels({ width, height }, false);
  // An opaque channel of transparency would only cost bytes.
  const wanted = photograph.alpha ? pixels.ensureAlpha() : pixels.removeAlpha();
  return { width, height, channels: photograph.alpha ? 4 : 3, data: await wanted.raw().toBuffer() };
}

async function made(
  { data, width, height, channels }: Raster,
  file: ImageFile,
  focus: Focus,
  credit: PhotographCredit | null,
): Promise<MadeImage> {
  const sharp = await loadSharp();
  const cut = sharp(data, { raw: { width, height, channels } })
    .extract(cropWindow({ width, height }, file.crop, focus))
    .resize({ width: file.width, height: file.height, fit: 'fill' });
  const { url, format } = file;
  const named = file.credited ? credit : null;
  const encoded = ENCODERS[format](cut, file);
  const bytes = await (named ? encoded.withXmp(creditXmp(named)) : encoded).toBuffer();
  const holdsExif = format === 'jpeg' || format === 'png';
  return { url, bytes: named && holdsExif ? withCreditExif(bytes, format, named) : bytes };
}

/** Pixels. Wider files are for whole screens: few readers ask for them, and they take half of the time. */
const WITHIN_PAGES = 1200;

/**
 * What it takes to come as near to two grainy photographs of 720 × 477 pixels (SSIM of luma 0.965):
 *
 * | encoder              | kB, both | ms a megapixel |
 * | -------------------- | -------- | -------------- |
 * | AVIF, effort 0       |       86 |             70 |
 * | AVIF, effort 2       |       78 |            340 |
 * | AVIF, effort 4       |       67 |          2,700 |
 * | WebP, effort 2       |       96 |             50 |
 * | WebP, effort 4       |       89 |            105 |
 * | JPEG, mozjpeg        |      111 |             95 |
 *
 * The qualities are the next round ones above that.
 */
const ENCODERS: Readonly<Record<ImageFormat, (cut: Sharp, file: ImageFile) => Sharp>> = {
  avif: (cut, { width }) =>
    cut.avif({ quality: 55, effort: width > WITHIN_PAGES ? 0 : 2, chromaSubsampling: '4:2:0' }),
  webp: cut => cut.webp({ quality: 70, effort: 2 }),
  // What is transparent stands on white, as on paper.
  jpeg: cut => cut.flatten({ background: '#fff' }).jpeg({ quality: 75, mozjpeg: true }),
  // For browsers that know neither of the first two, 256 colours will do: a quarter of the bytes. Readers keep all of them.
  png: (cut, { credited }) => cut.png(credited ? { adaptiveFiltering: true } : { palette: true, effort: 3 }),
};
