// The bytes of a photograph become the files that pages name: it is decoded once, resized once for each size, and encoded for each file.
import { availableParallelism } from 'node:os';
import type { AvifOptions, JpegOptions, Sharp } from 'sharp';
import { type CropWindow, cropSize, cropWindow, type Size } from './crop-window.ts';
import { loadSharp } from './load-sharp.ts';
import { openPhotograph } from './open-photograph.ts';
import type { Focus, Photograph } from './photograph.ts';
import { type PhotographCredit, photographCredit } from './photograph-credit.ts';
import { photographType } from './photograph-type.ts';
import { heightOf, type ImageFile, type ImageFormat, largestScale, widthToMakeOf } from './picture.ts';
import { creditXmp, withCreditExif } from './write-credit.ts';

/** A file to be made. */
export interface WantedImage {
  readonly file: ImageFile;
  /** The editor's focus; null: the photograph's own. */
  readonly focus: Focus | null;
}

export interface MadeImage {
  readonly url: string;
  readonly bytes: Buffer;
}

/**
 * Gives the files as they are done: each the same bytes, whatever else is `wanted`. Of the photograph only as many
 * pixels are held as the largest of all its files needs, and as many files are encoded at a time as there are cores. `photograph` is
 * what `readPhotograph` found in `bytes`. Throws when they can't be decoded.
 */
export async function* makePhotograph(
  bytes: Buffer,
  photograph: Photograph,
  wanted: readonly WantedImage[],
): AsyncGenerator<MadeImage> {
  if (wanted.length === 0) return;
  const files = wanted.map(({ file }) => file);
  const whole = await decodePixels(bytes, photograph);
  const credit = files.some(({ credited }) => credited) ? await photographCredit(bytes) : null;
  const drawn = photographType(bytes) === 'svg';
  const encoding = new Map<string, Promise<MadeImage>>();
  for (const { pixels, files } of cutSizes(whole, photograph, wanted)) {
    for (const file of files) {
      encoding.set(file.url, encodeFile(pixels, file, drawn, file.credited ? credit : null));
      if (encoding.size >= availableParallelism()) yield await takeFirst(encoding);
    }
  }
  while (encoding.size > 0) yield await takeFirst(encoding);
}

/** Waits for whichever file is done first, and takes it out of `encoding`. */
async function takeFirst(encoding: Map<string, Promise<MadeImage>>): Promise<MadeImage> {
  const image = await Promise.race(encoding.values());
  encoding.delete(image.url);
  return image;
}

/** Pixels, three or four bytes each, row by row. */
interface Raster extends Size {
  readonly data: Buffer;
  readonly channels: 3 | 4;
}

/** The whole photograph, as large as the largest file needs that anybody may ask of it: what is made of it does not follow from what else is wanted today. */
async function decodePixels(bytes: Buffer, photograph: Photograph): Promise<Raster> {
  const opened = await openPhotograph(bytes, photograph.hash);
  if (!opened.ok) throw new Error(opened.mistake.message);
  const scale = largestScale(photograph);
  const width = Math.max(1, Math.round(photograph.width * scale));
  const height = Math.max(1, Math.round(photograph.height * scale));
  const pixels = opened.value.pixels({ width, height }, false);
  // An opaque channel of transparency would only cost bytes.
  const wanted = photograph.alpha ? pixels.ensureAlpha() : pixels.removeAlpha();
  return { width, height, channels: photograph.alpha ? 4 : 3, data: await wanted.raw().toBuffer() };
}

/** The pixels of one size of one part of the photograph, and all files that show them. */
interface CutSize {
  readonly pixels: Promise<Raster>;
  readonly files: readonly ImageFile[];
}

/** Of each part the largest size first. The smaller ones are made of a larger one where there may be one, whether or not it is wanted, too: that reads fewer pixels. */
function* cutSizes(
  whole: Raster,
  photograph: Photograph,
  wanted: readonly WantedImage[],
): Generator<CutSize> {
  const parts = Map.groupBy(wanted, ({ file, focus }) => JSON.stringify([file.crop, focus]));
  for (const part of parts.values()) {
    const { file, focus } = part[0]!;
    const { crop } = file;
    const shape = cropSize(photograph, crop);
    const window = cropWindow(whole, crop, focus ?? photograph.focus);
    const cuts = new Map<number, Promise<Raster>>();
    const cut = (width: number): Promise<Raster> => {
      const known = cuts.get(width);
      if (known) return known;
      const size = { width, height: heightOf(width, shape) };
      const larger = widthToMakeOf(photograph, crop, width);
      const pixels =
        larger === null ? resize(whole, window, size) : cut(larger).then(from => resize(from, null, size));
      cuts.set(width, pixels);
      return pixels;
    };
    const files = Map.groupBy(
      part.map(each => each.file),
      ({ width }) => width,
    );
    for (const width of [...files.keys()].sort((a, b) => b - a))
      yield { pixels: cut(width), files: files.get(width)! };
  }
}

/** `window` is the part of `from` that is kept; null: all of it. */
async function resize(from: Raster, window: CropWindow | null, { width, height }: Size): Promise<Raster> {
  const opened = await openRaster(from);
  const part = window ? opened.extract(window) : opened;
  const data = await part.resize({ width, height, fit: 'fill' }).raw().toBuffer();
  return { width, height, channels: from.channels, data };
}

async function openRaster({ data, width, height, channels }: Raster): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels } });
}

/** What decides how a file is encoded. */
interface Encoding {
  readonly width: number;
  readonly credited: boolean;
  /** Whether the photograph is a drawing (SVG). */
  readonly drawn: boolean;
}

/** `credit` is written into the file; null: nothing is. */
async function encodeFile(
  pixels: Promise<Raster>,
  { url, format, width, credited }: ImageFile,
  drawn: boolean,
  credit: PhotographCredit | null,
): Promise<MadeImage> {
  const encoded = ENCODERS[format](await openRaster(await pixels), { width, credited, drawn });
  const bytes = await (credit ? encoded.withXmp(creditXmp(credit)) : encoded).toBuffer();
  const holdsExif = format === 'jpeg' || format === 'png';
  return { url, bytes: credit && holdsExif ? withCreditExif(bytes, format, credit) : bytes };
}

const ENCODERS: Readonly<Record<ImageFormat, (pixels: Sharp, encoding: Encoding) => Sharp>> = {
  avif: (pixels, { width, drawn }) => pixels.avif(avifOptions(width, drawn)),
  // What is transparent stands on white, as on paper.
  jpeg: pixels => pixels.flatten({ background: '#fff' }).jpeg(JPEG_OPTIONS),
  // For browsers that know no AVIF, 256 colours will do: a quarter of the bytes. Readers keep all of them.
  png: (pixels, { credited }) =>
    pixels.png(credited ? { adaptiveFiltering: true } : { palette: true, effort: 3 }),
};

/** How AVIF is encoded in files of at most so many pixels of width. */
interface AvifStep {
  readonly upTo: number;
  readonly quality: number;
  readonly effort: number;
}

/**
 * Up to a width of 800 a file's pixels are about as large as the screen's, so they are encoded with more effort. The next
 * files are for screens of two or three pixels a point, on which nobody sees a single pixel; the largest are what a reader
 * looks at closely. Little effort costs drawings more bytes than photographs, so their quality is lower, above all where
 * nobody sees it. Decision 022 has the measurements.
 */
const AVIF_STEPS: Readonly<Record<'photograph' | 'drawing', readonly AvifStep[]>> = {
  photograph: [
    { upTo: 800, quality: 55, effort: 1 },
    { upTo: 1200, quality: 54, effort: 0 },
    { upTo: Number.POSITIVE_INFINITY, quality: 55, effort: 0 },
  ],
  drawing: [
    { upTo: 800, quality: 53, effort: 1 },
    { upTo: 1200, quality: 44, effort: 0 },
    { upTo: Number.POSITIVE_INFINITY, quality: 55, effort: 0 },
  ],
};

/** For a file of `width` pixels, of a drawing (SVG) or of any other photograph. */
export function avifOptions(width: number, drawn: boolean): AvifOptions {
  const steps = AVIF_STEPS[drawn ? 'drawing' : 'photograph'];
  const { quality, effort } = steps.find(({ upTo }) => width <= upTo)!;
  return { quality, effort, chromaSubsampling: '4:2:0' };
}

/** mozjpeg’s table of quantisation (number 3), but not its search, which takes five times as long for a tenth fewer bytes. */
export const JPEG_OPTIONS: JpegOptions = { quality: 73, quantisationTable: 3 };
