// Makes photographs for tests, whose content is known, and reads the colours of pictures.
import sharp, { type Sharp } from 'sharp';

export type Colour = readonly [red: number, green: number, blue: number];

export const RED: Colour = [230, 40, 40];
export const GREEN: Colour = [40, 170, 60];
export const BLUE: Colour = [40, 60, 220];
export const WHITE: Colour = [245, 245, 245];
export const GREY: Colour = [128, 128, 128];

/** Four fields: red and green above, blue and white below. */
export function quarters(width = 240, height = 120): Sharp {
  return paint(width, height, (x, y) => (y < 0.5 ? (x < 0.5 ? RED : GREEN) : x < 0.5 ? BLUE : WHITE));
}

/** A red disc on grey, its middle at a share of width and height. */
export function spot(width: number, height: number, [left, top]: readonly [number, number]): Sharp {
  const radius = Math.min(width, height) / 10;
  return paint(width, height, (x, y) =>
    Math.hypot((x - left) * width, (y - top) * height) < radius ? RED : GREY,
  );
}

/** Noise, which hardly compresses: half of the file's bytes hold half of the picture. */
export function noise(width = 160, height = 120): Sharp {
  let state = 1;
  return paint(width, height, () => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return [(state >>> 8) & 255, (state >>> 16) & 255, (state >>> 24) & 255];
  });
}

/** A picture; `colourAt` gives the colour of each pixel by its place, as shares of width and height. */
export function paint(width: number, height: number, colourAt: (x: number, y: number) => Colour): Sharp {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set(colourAt((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * 3);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** The pixel of an encoded picture at a share of its width and height: red, green, blue and opacity, 0 to 255. */
export async function pixelAt(bytes: Buffer, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4;
  return [...data.subarray(at, at + 4)];
}

/** The distance of two colours: the largest difference of red, green or blue, 0 to 255. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...[0, 1, 2].map(part => Math.abs(a[part]! - b[part]!)));
}
