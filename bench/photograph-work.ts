// What is asked of both programs for each photograph of an article: widths and formats, and how hard each file is pressed.
import type { AvifOptions, JpegOptions } from 'sharp';
import { avifOptions, JPEG_OPTIONS } from '../src/images/make-photograph.ts';
import { SLOTS } from '../src/images/slots.ts';

/** Files of one format that are made with the same options of sharp: ours, or the comparison would be one of settings. */
export type PhotographWork =
  | { readonly format: 'avif'; readonly widths: readonly number[]; readonly options: AvifOptions }
  | { readonly format: 'jpeg'; readonly widths: readonly number[]; readonly options: JpegOptions };

const AVIF_WIDTHS = [...new Set<number>([...SLOTS.article.widths, ...SLOTS.full.widths])];

/** Within an article and on a whole screen in AVIF; in JPEG one for browsers that know no AVIF, and one that a reader keeps. */
export const ARTICLE_WORK: readonly PhotographWork[] = [
  // What has the same options is asked for in one call, as a site's owner would.
  ...Map.groupBy(AVIF_WIDTHS, width => JSON.stringify(avifOptions(width, false))).values(),
]
  .map((widths): PhotographWork => ({ format: 'avif', widths, options: avifOptions(widths[0]!, false) }))
  .concat({ format: 'jpeg', widths: [800, 2000], options: JPEG_OPTIONS });
