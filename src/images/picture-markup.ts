// A picture and its alternative text become HTML. Templates and article bodies both get their `<picture>` here.
import { markupText } from './markup-text.ts';
import type { Picture } from './picture.ts';

/** When browsers load the picture: before anything else, in order, or when it comes near the screen. */
export type PictureTime = 'first' | 'now' | 'late';

const LOADING: Readonly<Record<PictureTime, string>> = {
  first: ' fetchpriority="high"',
  now: ' decoding="async"',
  late: ' loading="lazy" decoding="async"',
};

/** A picture without `sources` (a drawing of the theme) becomes a bare `<img>`. `alt` is plain text; it is empty for decoration. */
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
