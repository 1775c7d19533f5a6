// A photograph and the place that shows it to everything that HTML needs, and to the files that have to be made for it.

import { cropSize, type Size } from './crop-window.ts';
import { imageUrl } from './image-url.ts';
import type { Focus, Photograph } from './photograph.ts';
import { CROPS, type Crop, USES, type Use } from './uses.ts';

export type ImageFormat = 'avif' | 'jpeg' | 'png';

/** One file to be made of a photograph. Everything about it follows from the photograph and the recipe. */
export interface ImageFile {
  /** Begins with `/images/`; its hash stands for the photograph, the crop and the recipe, so it never holds anything else. */
  readonly url: string;
  readonly crop: Crop;
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  /** Whether credit and copyright are kept in it. */
  readonly credited: boolean;
}

/** A photograph in one place of a page: plain JSON data for templates. */
export interface Picture {
  /** For every browser. */
  readonly src: string;
  /** Pixels of the largest file: browsers make room by them. */
  readonly width: number;
  readonly height: number;
  /** Better formats, the best first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  readonly sizes: string;
  /** See `Photograph`. */
  readonly tone: number | null;
}

/** The fallback is one file of about this width: browsers that know no AVIF are few, and old (decision 022). */
const FALLBACK_WIDTH = 800;

const MOST_SOCIAL = 1200;

export function pictureOf(photograph: Photograph, use: Use, focus: Focus | null): Picture {
  const files = filesOf(photograph, use, focus);
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
    sizes: USES[use].sizes,
    tone: photograph.tone,
  };
}

/** The files that `pictureOf` names. */
export function filesOf(photograph: Photograph, use: Use, focus: Focus | null): readonly ImageFile[] {
  const { crop, widths } = USES[use];
  const shape = cropSize(photograph, crop);
  const made = widthsWithin(widths, shape.width);
  const fallback = use === 'full' ? made.at(-1)! : closest(made, FALLBACK_WIDTH);
  const file = fileMaker(photograph, crop, focus, shape);
  return [
    ...made.map(width => file(width, 'avif')),
    file(fallback, photograph.alpha ? 'png' : 'jpeg', use === 'full'),
  ];
}

/** What social networks show of a page that has this photograph: at most 1200 pixels wide. */
export function socialFile(photograph: Photograph, focus: Focus | null): ImageFile {
  const shape = cropSize(photograph, 'social');
  return fileMaker(photograph, 'social', focus, shape)(Math.min(MOST_SOCIAL, shape.width), 'jpeg');
}

/** The file that a reader keeps: `full` in the format for everybody. */
export function fullFile(photograph: Photograph): ImageFile {
  return filesOf(photograph, 'full', null).find(({ credited }) => credited)!;
}

function fileMaker(photograph: Photograph, crop: Crop, focus: Focus | null, shape: Size) {
  const around = CROPS[crop] === null ? null : (focus ?? photograph.focus);
  const address = imageUrl('photographs', [photograph.hash, crop, around]);
  return (width: number, format: ImageFormat, credited = false): ImageFile => ({
    url: `${address}-${width}${credited ? '-credit' : ''}.${format === 'jpeg' ? 'jpg' : format}`,
    crop,
    format,
    width,
    height: Math.max(1, Math.round((width * shape.height) / shape.width)),
    credited,
  });
}

/** A width that is so much more than the one before it is worth a file of its own. */
const WORTH_A_FILE = 1.15;

/** A photograph is never made larger than it is: a narrow one comes in its own width instead of the next. */
function widthsWithin(widths: readonly number[], own: number): readonly number[] {
  const within = widths.filter(width => width <= own);
  const worth = within.length < widths.length && own >= (within.at(-1) ?? 0) * WORTH_A_FILE;
  return worth ? [...within, own] : within;
}

function closest(widths: readonly number[], wanted: number): number {
  return widths.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a));
}
