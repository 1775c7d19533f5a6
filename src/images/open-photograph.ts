// Bytes to a picture that can be decoded: its type is known, its header read, and whatever should not be decoded refused.
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import type { Mistake } from '../problem/problem.ts';
import { isAnimatedAvif, isAnimatedPng } from './animated-photograph.ts';
import type { Size } from './crop-window.ts';
import { loadSharp } from './load-sharp.ts';
import { MOST_PIXELS, photographMistakes } from './photograph-mistakes.ts';
import { photographType } from './photograph-type.ts';
import { svgDrawing } from './svg-drawing.ts';

/** A picture whose header has been read. */
export interface OpenPhotograph extends Size {
  /** Whether it could be transparent. */
  readonly alphaChannel: boolean;
  /**
   * What is shown, in the given size: orientation applied, in 8 bits of sRGB. Whatever it was in is converted by its
   * profile, and CMYK without one by the library's. Damage to the file is an error once the pixels are asked for; where
   * decoders only warn, `strict` says to take their word.
   */
  pixels(size: Size, strict: boolean): Sharp;
}

export type Opened =
  | { readonly ok: true; readonly value: OpenPhotograph }
  | { readonly ok: false; readonly mistake: Mistake };

/** `name` is the file's, as the editor knows it. */
export async function openPhotograph(bytes: Buffer, name: string): Promise<Opened> {
  if (bytes.length === 0) return refused(photographMistakes.empty(name));
  const type = photographType(bytes);
  if (type === null) return refused(photographMistakes.unknownType(name));
  if (type === 'git-lfs') return refused(photographMistakes.gitLfs(name));
  if (type === 'heic') return refused(photographMistakes.heic(name));
  if (type === 'svg') return await openDrawing(bytes, name);
  const moves = (type === 'png' && isAnimatedPng(bytes)) || (type === 'avif' && isAnimatedAvif(bytes));
  return moves ? refused(photographMistakes.animated(name)) : await openRaster(bytes, name);
}

async function openRaster(bytes: Buffer, name: string): Promise<Opened> {
  const header = await headerOf(bytes, {});
  if (!header) return refused(photographMistakes.broken(name));
  const { width, height } = header.autoOrient;
  if (width * height > MOST_PIXELS) return refused(photographMistakes.huge(name, width, height));
  // The pages of a TIFF are those of a document, or smaller copies: the first is the picture.
  if ((header.pages ?? 1) > 1 && header.format !== 'tiff') return refused(photographMistakes.animated(name));
  const open = await opener(bytes, {});
  return { ok: true, value: { width, height, alphaChannel: header.hasAlpha, pixels: open } };
}

/**
 * Pixels. A drawing has none of its own: it gets as many as a viewer shows of it in a window of 1920 × 1080, and more than
 * that for denser screens. With 2000 a drawing took a quarter more of a processor's time (decision 022).
 */
const DRAWN_WIDTH = 1600;
const DRAWN_HEIGHT = 4000;

/** Pixels an inch: a drawing is measured finely, for the sake of its shape; the usual 72 is for those that are huge so. */
const DENSITIES = [7200, 72];

async function openDrawing(bytes: Buffer, name: string): Promise<Opened> {
  const drawing = await svgDrawing(bytes, name);
  if (!drawing.ok) return drawing;
  for (const density of DENSITIES) {
    // Unlimited are attributes, for the sake of images in them: what could grow without end, entities, is refused.
    const options = { density, unlimited: true };
    const header = await headerOf(drawing.svg, options);
    if (!header) continue;
    const scale = Math.min(DRAWN_WIDTH / header.width, DRAWN_HEIGHT / header.height);
    const width = Math.max(1, Math.round(header.width * scale));
    const height = Math.max(1, Math.round(header.height * scale));
    // It is drawn in the size that is asked for, so what it says of its own makes it neither coarse nor huge.
    const open = await opener(drawing.svg, options);
    return { ok: true, value: { width, height, alphaChannel: true, pixels: open } };
  }
  return refused(photographMistakes.broken(name));
}

/** null: there is none that could be read. */
async function headerOf(bytes: Buffer, options: SharpOptions): Promise<Metadata | null> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}

async function opener(bytes: Buffer, options: SharpOptions): Promise<OpenPhotograph['pixels']> {
  const sharp = await loadSharp();
  return ({ width, height }, strict) =>
    sharp(bytes, {
      ...options,
      autoOrient: true,
      failOn: strict ? 'warning' : 'error',
      limitInputPixels: false,
    })
      .resize({ width, height, fit: 'fill' })
      .toColourspace('srgb');
}

function refused(mistake: Mistake): Opened {
  return { ok: false, mistake };
}
