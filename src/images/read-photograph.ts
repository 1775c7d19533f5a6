// The bytes of a file become the facts of a photograph, or the reason why it can't be shown.
import { hashOf } from '../hash/hash.ts';
import type { Mistake } from '../problem/problem.ts';
import type { Size } from './crop-window.ts';
import { loadSharp } from './load-sharp.ts';
import { type OpenPhotograph, openPhotograph } from './open-photograph.ts';
import type { Focus, Photograph } from './photograph.ts';
import { photographMistakes } from './photograph-mistakes.ts';
import { toneOf } from './tones.ts';

export type PhotographReading =
  | { readonly ok: true; readonly photograph: Photograph }
  | { readonly ok: false; readonly mistake: Mistake };

/**
 * Judges by the bytes, not by the file's name. Decodes the photograph once, at a small size. Never throws. `name` is the
 * file's name for the editor, used in messages.
 */
export async function readPhotograph(bytes: Buffer, name: string): Promise<PhotographReading> {
  const opened = await openPhotograph(bytes, name);
  if (!opened.ok) return opened;
  const { width, height } = opened.value;
  try {
    const raster = await smallRaster(opened.value);
    const alpha = isTransparent(raster);
    return {
      ok: true,
      photograph: {
        hash: hashOf(bytes),
        width,
        height,
        alpha,
        tone: alpha ? null : dominantTone(raster),
        focus: await focusOf(raster),
      },
    };
  } catch {
    return { ok: false, mistake: photographMistakes.broken(name) };
  }
}

/** Pixels, row by row: four bytes each for red, green, blue and opacity. */
interface Raster extends Size {
  readonly data: Buffer;
}

/** Pixels of the longer side: enough for all that is looked for. A large JPEG is decoded at an eighth of its size. */
const SMALL = 256;

/** The only warning that is ignored: some telephones cause it in every photograph, and nothing is damaged. */
const HARMLESS = /^VipsJpeg: Invalid SOS parameters for sequential JPEG$/;

async function smallRaster(open: OpenPhotograph): Promise<Raster> {
  const scale = Math.min(1, SMALL / Math.max(open.width, open.height));
  const size = {
    width: Math.max(1, Math.round(open.width * scale)),
    height: Math.max(1, Math.round(open.height * scale)),
  };
  const decode = (strict: boolean): Promise<Buffer> =>
    open.pixels(size, strict).ensureAlpha().raw().toBuffer();
  try {
    return { ...size, data: await decode(true) };
  } catch (error) {
    if (!HARMLESS.test((error as Error).message)) throw error;
    return { ...size, data: await decode(false) };
  }
}

function isTransparent({ data }: Raster): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) return true;
  return false;
}

/** The number of the tone that is nearest to the most pixels. */
function dominantTone({ data }: Raster): number {
  // Counts colours by the four high bits of each part, so that some hundreds are looked up instead of all pixels.
  const pixels = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = ((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4);
    pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
  }
  const votes = new Map<number, number>();
  for (const [colour, count] of pixels) {
    const tone = toneOf((colour >> 8) * 17, ((colour >> 4) & 15) * 17, (colour & 15) * 17);
    votes.set(tone, (votes.get(tone) ?? 0) + count);
  }
  const most = Math.max(...votes.values());
  return Math.min(...[...votes].filter(([, count]) => count === most).map(([tone]) => tone));
}

/** The point that libvips finds by its strategy « attention »: edges, skin and bright colours. It only searches when it has to crop. */
async function focusOf({ width, height, data }: Raster): Promise<Focus> {
  const side = Math.min(width, height);
  if (side < 4) return [0.5, 0.5];
  const sharp = await loadSharp();
  const { info } = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .resize({
      width: width === height ? Math.round(side * 0.75) : side,
      height: side,
      fit: 'cover',
      position: sharp.strategy.attention,
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [share(info.attentionX, width), share(info.attentionY, height)];
}

function share(at: number | undefined, length: number): number {
  return at === undefined ? 0.5 : Math.round((Math.min(at, length) / length) * 100) / 100;
}
