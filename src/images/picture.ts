// A photograph and a place of the theme become everything that HTML needs, and the list of files to make.

import { cropSize, type Size } from './crop-window.ts';
import { imageUrl } from './image-url.ts';
import type { Focus, Photograph } from './photograph.ts';
import { CROPS, type Crop, SLOTS, type Slot } from './slots.ts';

export type ImageFormat = 'avif' | 'jpeg' | 'png';

/** One file to make of a photograph. The photograph and the recipe determine everything about it, whatever else is made of the photograph, and when. */
export interface ImageFile {
  /** The address. It begins with `/images/`; its hash is of the photograph, the crop and the recipe, so it never holds another image. */
  readonly url: string;
  readonly crop: Crop;
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  /** Whether the file holds the credit and the copyright. */
  readonly credited: boolean;
}

/** A photograph in one place of the theme: plain JSON data for templates. */
export interface Picture {
  /** The address of a file that every browser can show. */
  readonly src: string;
  /** The size of the largest file, in pixels: browsers reserve space in this shape. */
  readonly width: number;
  readonly height: number;
  /** Files in better formats, the best format first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  readonly sizes: string;
  /** See `Photograph`. */
  readonly tone: number | null;
}

/** Browsers that know no AVIF get one file of about this width: they are few, and old (decision 022). */
const FALLBACK_WIDTH = 800;

const MOST_SOCIAL = 1200;

export function pictureOf(photograph: Photograph, slot: Slot, focus: Focus | null): Picture {
  const files = filesOf(photograph, slot, focus);
  const fallback = files.find(({ format }) => format === 'jpeg' || format === 'png')!;
  const widest = files.reduce((a, b) => (b.width > a.width ? b : a));
  const srcset = files
    .filter(({ format }) => format === 'avif')
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ');
  return {
    src: fallback.url,
    width: widest.width,
    height: widest.height,
    sources: [{ type: 'image/avif', srcset }],
    sizes: SLOTS[slot].sizes,
    tone: photograph.tone,
  };
}

/** The files that `pictureOf` names. */
export function filesOf(photograph: Photograph, slot: Slot, focus: Focus | null): readonly ImageFile[] {
  const { crop, widths } = SLOTS[slot];
  const shape = cropSize(photograph, crop);
  const made = widthsWithin(widths, shape.width);
  const fallback = slot === 'full' ? made.at(-1)! : closest(made, FALLBACK_WIDTH);
  const file = fileMaker(photograph, crop, focus, shape);
  return [
    ...made.map(width => file(width, 'avif')),
    file(fallback, photograph.alpha ? 'png' : 'jpeg', slot === 'full'),
  ];
}

/** The file that social networks show for a page with this photograph: at most 1200 pixels wide. */
export function socialFile(photograph: Photograph, focus: Focus | null): ImageFile {
  const shape = cropSize(photograph, 'social');
  return fileMaker(photograph, 'social', focus, shape)(Math.min(MOST_SOCIAL, shape.width), 'jpeg');
}

/** The shapes that search engines ask of an article's picture, so that each of their places finds one (Google, « Article structured data »). */
const NEWS_CROPS = ['square', 'card', 'wide'] as const satisfies readonly Crop[];

/** In pixels: what Google's largest places show. */
const MOST_NEWS = 1200;

/** In pixels, width by height: search engines show nothing smaller. */
const LEAST_NEWS = 50_000;

/** One file for each of these shapes, as wide as the photograph allows; none of a shape for which it is too small. */
export function newsFiles(photograph: Photograph, focus: Focus | null): readonly ImageFile[] {
  return NEWS_CROPS.map(crop => {
    const shape = cropSize(photograph, crop);
    return fileMaker(photograph, crop, focus, shape)(Math.min(MOST_NEWS, shape.width), 'jpeg');
  }).filter(({ width, height }) => width * height >= LEAST_NEWS);
}

/** The file that a reader may save: the largest, in a format that every program knows. */
export function fullFile(photograph: Photograph): ImageFile {
  return filesOf(photograph, 'full', null).find(({ credited }) => credited)!;
}

/** The widths, in pixels, that anybody asks of a photograph in each shape, ascending. */
const ASKED_WIDTHS: Readonly<Record<Crop, readonly number[]>> = askedWidths();

function askedWidths(): Record<Crop, readonly number[]> {
  const of = (crop: Crop): readonly number[] => {
    const widths = new Set<number>();
    for (const slot of Object.values(SLOTS))
      if (slot.crop === crop) for (const width of slot.widths) widths.add(width);
    if (NEWS_CROPS.some(each => each === crop)) widths.add(MOST_NEWS);
    if (crop === 'social') widths.add(MOST_SOCIAL);
    return [...widths].sort((a, b) => a - b);
  };
  return {
    whole: of('whole'),
    wide: of('wide'),
    card: of('card'),
    square: of('square'),
    social: of('social'),
  };
}

/** How much of a photograph's own size the largest file needs that any place may ask of it: at most 1. */
export function largestScale(photograph: Size): number {
  const scales = (Object.keys(CROPS) as Crop[]).map(
    crop => ASKED_WIDTHS[crop].at(-1)! / cropSize(photograph, crop).width,
  );
  return Math.min(1, Math.max(...scales));
}

/** So many times as many pixels in width are enough to make a smaller size of: it looks as if made of the photograph itself. */
const ENOUGH = 2;

/** The width of which a smaller one is made, in pixels; null: it is made of the photograph itself. */
export function widthToMakeOf(photograph: Size, crop: Crop, width: number): number | null {
  const own = cropSize(photograph, crop).width;
  return ASKED_WIDTHS[crop].find(larger => larger >= width * ENOUGH && larger <= own) ?? null;
}

function fileMaker(photograph: Photograph, crop: Crop, focus: Focus | null, shape: Size) {
  const around = CROPS[crop] === null ? null : (focus ?? photograph.focus);
  const address = imageUrl('photographs', [photograph.hash, crop, around]);
  return (width: number, format: ImageFormat, credited = false): ImageFile => ({
    url: `${address}-${width}${credited ? '-credit' : ''}.${format === 'jpeg' ? 'jpg' : format}`,
    crop,
    format,
    width,
    height: heightOf(width, shape),
    credited,
  });
}

/** Of a file of a shape, in pixels. */
export function heightOf(width: number, shape: Size): number {
  return Math.max(1, Math.round((width * shape.height) / shape.width));
}

/** A photograph's own width gets a file when it is at least so many times the next smaller width. */
const WORTH_A_FILE = 1.15;

/** The widths of a photograph's files. None is larger than the photograph; its own width takes the place of the next larger one. */
function widthsWithin(widths: readonly number[], own: number): readonly number[] {
  const within = widths.filter(width => width <= own);
  const worth = within.length < widths.length && own >= (within.at(-1) ?? 0) * WORTH_A_FILE;
  return worth ? [...within, own] : within;
}

function closest(widths: readonly number[], wanted: number): number {
  return widths.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a));
}
