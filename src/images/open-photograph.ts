// Bytes become a picture that is ready to be decoded: its type and header have been read, and files that must not be decoded are refused.
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import type { Mistake } from '../problem/problem.ts';
import { isAnimatedAvif, isAnimatedPng } from './animated-photograph.ts';
import type { Size } from './crop-window.ts';
import { loadSharp } from './load-sharp.ts';
import { MOST_PIXELS, photographMistakes } from './photograph-mistakes.ts';
import { photographType } from './photograph-type.ts';
import { withGammaProfile } from './png-gamma.ts';
import { svgDrawing } from './svg-drawing.ts';

/** A picture whose header has been read. Its size is in pixels. */
export interface OpenPhotograph extends Size {
  /** Whether the file has a channel for transparency; its pixels may still be opaque. */
  readonly alphaChannel: boolean;
  /**
   * The picture as it is shown, in the given size: with its orientation applied, in sRGB of 8 bits. Other colours are
   * converted by the profile in the file, or for CMYK without a profile by libvips's own. A damaged file is an error as soon
   * as the pixels are asked for; with `strict`, decoders' warnings are errors too.
   */
  pixels(size: Size, strict: boolean): Sharp;
}

export type Opened =
  | { readonly ok: true; readonly value: OpenPhotograph }
  | { readonly ok: false; readonly mistake: Mistake };

/** `name` is the file's name for the editor. Refuses files that can't or must not be decoded. */
export async function openPhotograph(bytes: Buffer, name: string): Promise<Opened> {
  if (bytes.length === 0) return refusal(photographMistakes.empty(name));
  const type = photographType(bytes);
  if (type === null) return refusal(photographMistakes.unknownType(name));
  if (type === 'git-lfs') return refusal(photographMistakes.gitLfs(name));
  if (type === 'heic') return refusal(photographMistakes.heic(name));
  if (type === 'svg') return await openDrawing(bytes, name);
  const shown = type === 'png' ? withGammaProfile(bytes) : bytes;
  const moves = (type === 'png' && isAnimatedPng(bytes)) || (type === 'avif' && isAnimatedAvif(bytes));
  return moves ? refusal(photographMistakes.animated(name)) : await openRaster(shown, name);
}

async function openRaster(bytes: Buffer, name: string): Promise<Opened> {
  const header = await headerOf(bytes, {});
  if (!header) return refusal(photographMistakes.broken(name));
  const { width, height } = header.autoOrient;
  if (width * height > MOST_PIXELS) return refusal(photographMistakes.huge(name, width, height));
  // The pages of a TIFF are those of a document, or smaller copies of the picture: the first page is taken.
  if ((header.pages ?? 1) > 1 && header.format !== 'tiff') return refusal(photographMistakes.animated(name));
  const open = await opener(bytes, {});
  return { ok: true, value: { width, height, alphaChannel: header.hasAlpha, pixels: open } };
}

/**
 * Pixels. A drawing has none of its own: it gets as many as a viewer shows of it in a window of 1920 × 1080, and more than
 * that for denser screens. With 2000 a drawing took a quarter more of a processor's time (decision 022).
 */
const DRAWN_WIDTH = 1600;
const DRAWN_HEIGHT = 4000;

/** Pixels an inch at which a drawing is measured. A high density gives its exact shape; 72 is for drawings that are too large for that. */
const DENSITIES = [7200, 72];

async function openDrawing(bytes: Buffer, name: string): Promise<Opened> {
  const drawing = await svgDrawing(bytes, name);
  if (!drawing.ok) return drawing;
  for (const density of DENSITIES) {
    // `unlimited` allows long attributes, which hold images. Entities, which could expand without end, are refused before.
    const options = { density, unlimited: true };
    const header = await headerOf(drawing.svg, options);
    if (!header) continue;
    const scale = Math.min(DRAWN_WIDTH / header.width, DRAWN_HEIGHT / header.height);
    const width = Math.max(1, Math.round(header.width * scale));
    const height = Math.max(1, Math.round(header.height * scale));
    // The drawing is rendered in the size asked for, so its own size in the file does not matter.
    const open = await opener(drawing.svg, options);
    return { ok: true, value: { width, height, alphaChannel: true, pixels: open } };
  }
  return refusal(photographMistakes.broken(name));
}

/** Reads the header; null when it is unreadable. */
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

function refusal(mistake: Mistake): Opened {
  return { ok: false, mistake };
}
