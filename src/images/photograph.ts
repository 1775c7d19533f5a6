// The facts of a photograph that has been looked at: enough to compute all its addresses and sizes without decoding it again.

/** A point of a picture: its distance from the left as a share of the width, and from the top as a share of the height, each 0 to 1. */
export type Focus = readonly [x: number, y: number];

/** Plain JSON data. */
export interface Photograph {
  /** `hashOf` the file's bytes. */
  readonly hash: string;
  /** Pixels, with the EXIF orientation applied. For a drawing (SVG): the size at which it is rendered. */
  readonly width: number;
  readonly height: number;
  /** Whether any pixel is transparent. */
  readonly alpha: boolean;
  /** The number of the tone in `tones.ts` that is nearest to its dominant colour; null when it is transparent, as the page shows through. */
  readonly tone: number | null;
  /** The point that draws the eye, rounded to hundredths. Crops are made around it unless the editor gives another. */
  readonly focus: Focus;
}
