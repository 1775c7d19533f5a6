// A size, a shape and a focus become the part of a photograph that a crop keeps.
import type { Focus } from './photograph.ts';
import { CROPS, type Crop } from './slots.ts';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `left` and `top` are pixels from the upper left corner. */
export interface CropWindow extends Size {
  readonly left: number;
  readonly top: number;
}

/** The largest size of the shape of `crop` within `size`; at least one pixel. */
export function cropSize({ width, height }: Size, crop: Crop): Size {
  const ratio = CROPS[crop];
  if (ratio === null) return { width, height };
  return width / height > ratio
    ? { width: Math.max(1, Math.round(height * ratio)), height }
    : { width, height: Math.max(1, Math.round(width / ratio)) };
}

/** Where that size lies: centred on the focus, or as near to it as the edges allow. */
export function cropWindow(size: Size, crop: Crop, focus: Focus): CropWindow {
  const { width, height } = cropSize(size, crop);
  return {
    left: within(focus[0] * size.width - width / 2, size.width - width),
    top: within(focus[1] * size.height - height / 2, size.height - height),
    width,
    height,
  };
}

function within(start: number, last: number): number {
  return Math.min(last, Math.max(0, Math.round(start)));
}
