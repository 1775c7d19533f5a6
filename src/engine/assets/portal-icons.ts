// The portal's drawing, `static/favicon.svg` of the theme, to icons of every size: for browsers, telephones, and the logo that search engines show.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import {
  FAVICON_ICO_URL,
  FAVICON_URL,
  ICON_URLS,
  MASKABLE_ICON_URL,
  TOUCH_ICON_URL,
} from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import type { CardColours } from '../../images/card-look.ts';
import { loadSharp } from '../../images/load-sharp.ts';
import { type Opened, type OpenPhotograph, openPhotograph } from '../../images/open-photograph.ts';
import type { PortalIcons } from '../../pages/views.ts';
import type { Checked } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import type { Asset } from './asset.ts';
import { cached } from './asset-cache.ts';
import { packageVersion } from './installed-package.ts';

/** Those of `files` that an owner has in the folder `static` take the place of ours. */
export interface MadeIcons {
  readonly files: readonly Asset[];
  readonly named: PortalIcons;
}

/** How one icon is made of the drawing; sizes are in pixels. */
interface IconRecipe {
  readonly url: string;
  readonly size: number;
  /** null: what is transparent stays so, and the drawing goes to the edges. Else the ground goes to the edges, and the drawing takes this part of the side. */
  readonly onGround: OnGround | null;
}

interface OnGround {
  readonly fullDrawing: number;
  /** Of a drawing that has no ground of its own. */
  readonly freeDrawing: number;
}

const RECIPES: readonly IconRecipe[] = [
  // iOS shows what is transparent in black, and rounds the corners itself.
  { url: TOUCH_ICON_URL, size: 180, onGround: { fullDrawing: 1, freeDrawing: 0.8 } },
  ...Object.values(ICON_URLS).map(({ url, size }) => ({ url, size, onGround: null })),
  // A circle of four fifths of the side is shown in any case (Web Application Manifest, « Icon masks and safe zone »): it holds a square of 0.56.
  { url: MASKABLE_ICON_URL, size: 512, onGround: { fullDrawing: 0.8, freeDrawing: 0.56 } },
];

/** In the file for browsers that know no SVG, and for whoever asks for `/favicon.ico` without looking. */
const ICO_SIZES = [16, 32, 48] as const;

/** Raised when the same drawing gives other bytes. */
const SHAPE = 1;

/**
 * null: the theme has no such drawing. A drawing that can't be shown is a problem, with its path. What is made is kept in `cacheDir`.
 * @param colours the ground of a drawing that has none is `--paper`.
 */
export async function portalIcons(
  themeDir: string,
  cacheDir: string,
  { paper }: Pick<CardColours, 'paper'>,
): Promise<Checked<MadeIcons | null>> {
  const path = join(themeDir, 'static', FAVICON_URL.slice(1));
  const svg = bytesIfThere(path);
  if (svg === null) return { ok: true, value: null };
  const open = drawingOpener(svg);
  const made = async (url: string, recipe: unknown, make: (drawing: OpenPhotograph) => Promise<Buffer>) => {
    const ingredients = [hashOf(svg), paper, packageVersion('sharp'), SHAPE, recipe];
    const bytes = await cached<Buffer | null>(cacheDir, url.slice(1), ingredients, async () => {
      const opened = await open();
      return opened.ok ? await make(opened.value) : null;
    });
    return { url, bytes };
  };
  const icons = await Promise.all([
    ...RECIPES.map(recipe => made(recipe.url, recipe, drawing => iconOf(drawing, recipe, paper))),
    made(FAVICON_ICO_URL, ICO_SIZES, icoOf),
  ]);
  const files = icons.flatMap(({ url, bytes }) => (bytes === null ? [] : [{ url, bytes }]));
  if (files.length === icons.length) return { ok: true, value: { files, named: NAMED } };
  const opened = await open();
  if (opened.ok) throw new Error(`${path} can be drawn after all`);
  return { ok: false, problems: [wholeFile(path, opened.mistake.rule, opened.mistake.message)] };
}

const NAMED: PortalIcons = { favicon: FAVICON_URL, touch: TOUCH_ICON_URL, logo: ICON_URLS.large.url };

function bytesIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Opened once, and only when an icon is missing in the cache. */
function drawingOpener(svg: Buffer): () => Promise<Opened> {
  let opening: Promise<Opened> | null = null;
  return () => {
    opening ??= openPhotograph(svg, FAVICON_URL.slice(1));
    return opening;
  };
}

async function iconOf(drawing: OpenPhotograph, recipe: IconRecipe, paper: string): Promise<Buffer> {
  const { size, onGround } = recipe;
  if (onGround === null) return await (await fitted(drawing, size, size)).png(PNG).toBuffer();
  const own = await groundOf(drawing);
  const part = own === null ? onGround.freeDrawing : onGround.fullDrawing;
  const ground = own ?? paper;
  const icon = await fitted(drawing, Math.round(size * part), size, ground);
  return await icon.flatten({ background: ground }).removeAlpha().png(PNG).toBuffer();
}

const NOTHING = { r: 0, g: 0, b: 0, alpha: 0 } as const;

/** Icons are flat drawings, which compress well as they are. */
const PNG = { compressionLevel: 9, adaptiveFiltering: true } as const;

/** The drawing, whole and `drawn` pixels wide or high, in the middle of a square of `size`, of one colour. */
async function fitted(
  drawing: OpenPhotograph,
  drawn: number,
  size: number,
  background: string | typeof NOTHING = NOTHING,
): Promise<Sharp> {
  const scale = drawn / Math.max(drawing.width, drawing.height);
  const width = Math.max(1, Math.round(drawing.width * scale));
  const height = Math.max(1, Math.round(drawing.height * scale));
  const left = Math.floor((size - width) / 2);
  const top = Math.floor((size - height) / 2);
  const data = await drawing.pixels({ width, height }, false).ensureAlpha().raw().toBuffer();
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels: 4 } }).extend({
    left,
    top,
    right: size - width - left,
    bottom: size - height - top,
    background,
  });
}

/** The size (pixels) in which a drawing's edges are looked at. */
const LOOKED_AT = 64;

/** The colour of the ground that a drawing brings along: the one in the middle of all four edges; null: it has none. */
async function groundOf(drawing: OpenPhotograph): Promise<string | null> {
  const [width, height, last] = [LOOKED_AT, LOOKED_AT, LOOKED_AT - 1];
  const pixels = await drawing.pixels({ width, height }, false).ensureAlpha().raw().toBuffer();
  const middle = LOOKED_AT / 2;
  const edges = [
    [middle, 0],
    [middle, last],
    [0, middle],
    [last, middle],
  ] as const;
  const colours = edges.map(([x, y]) => pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4));
  const isSame = colours.every(colour => colour.equals(colours[0]!));
  return isSame && colours[0]![3] === 255 ? `#${colours[0]!.toString('hex', 0, 3)}` : null;
}

/** Of each size a PNG, in the form of Windows icons: a directory of 16 bytes an image, then the images. */
async function icoOf(drawing: OpenPhotograph): Promise<Buffer> {
  const images = await Promise.all(
    ICO_SIZES.map(async size => await (await fitted(drawing, size, size)).png(PNG).toBuffer()),
  );
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let place = head.length;
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index;
    head[at] = ICO_SIZES[index]!;
    head[at + 1] = ICO_SIZES[index]!;
    // One plane, 32 bits a pixel.
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(place, at + 12);
    place += image.length;
  }
  return Buffer.concat([head, ...images]);
}
