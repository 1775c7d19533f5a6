// The bytes of a file to what is known of the photograph in them, or to why it can't be shown.
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
 * Looks at what the bytes are, not at what the file is called. Decodes once, small. Never throws. `name` is the file's,
 * as the editor knows it, for the message.
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

/** Pixels of red, green, blue and transparency, 0 to 255 each, row by row. */
interface Raster extends Size {
  readonly data: Buffer;
}

/** Enough to see by; of a JPEG this decodes an eighth. */
const SMALL = 256;

/** Some telephones write this into every photograph, and it is no damage: the only warning that is passed over. */
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

/** The tone that most of its pixels are nearest to. */
function dominantTone({ data }: Raster): number {
  // Colours by the four high bits of their parts: some hundreds to look up instead of all pixels.
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

/** What libvips calls attention: edges, skin and bright colours draw the eye. It is only looked for when something is cut away. */
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
