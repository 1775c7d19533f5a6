// A picture with its words to HTML: the one place that writes `<picture>`, for templates and for bodies alike.
import { markupText } from './markup-text.ts';
import type { Picture } from './picture.ts';

/** When browsers should load it: before all else, as they meet it, or once it comes near the screen. */
export type PictureTime = 'first' | 'now' | 'late';

const LOADING: Readonly<Record<PictureTime, string>> = {
  first: ' fetchpriority="high"',
  now: ' decoding="async"',
  late: ' loading="lazy" decoding="async"',
};

/** A picture without `sources`, a drawing of the theme, is a bare `<img>`. `alt` is plain text; empty: decoration. */
export function pictureMarkup(
  picture: Picture,
  options: { readonly alt: string; readonly when: PictureTime },
): string {
  const sizes = picture.sizes === '' ? '' : ` sizes="${markupText(picture.sizes)}"`;
  const sources = picture.sources.map(
    ({ type, srcset }) => `<source type="${markupText(type)}" srcset="${markupText(srcset)}"${sizes}>`,
  );
  const tone = picture.tone === null ? '' : ` class="tone-${picture.tone}"`;
  const image =
    `<img src="${markupText(picture.src)}" alt="${markupText(options.alt)}" width="${picture.width}" ` +
    `height="${picture.height}"${tone}${LOADING[options.when]}>`;
  return sources.length === 0 ? image : `<picture>${sources.join('')}${image}</picture>`;
}
