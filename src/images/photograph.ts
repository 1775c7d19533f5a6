// What is known of a photograph once it has been looked at: enough to make every address and size of it without decoding it again.

/** A point of a picture: the share of its width from the left and of its height from the top, each 0 to 1. */
export type Focus = readonly [x: number, y: number];

/** Plain JSON data. */
export interface Photograph {
  /** `hashOf` the file's bytes. */
  readonly hash: string;
  /** Pixels, as it is shown: after its EXIF orientation. Of a drawing (SVG), those at which it is rendered. */
  readonly width: number;
  readonly height: number;
  /** Whether anything of it is transparent. */
  readonly alpha: boolean;
  /** Its dominant colour, as one of `tones.ts`; null when it is transparent: the page shows through. */
  readonly tone: number | null;
  /** Where the eye goes, in hundredths: crops are made around it unless the editor says otherwise. */
  readonly focus: Focus;
}
