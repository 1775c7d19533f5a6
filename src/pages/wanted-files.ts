// What pages show besides their text: the files that have to be made, or copied, for an edition.
import { coverReference, type MediaReference } from '../article/article-media.ts';
import type { Entry } from '../edition/entry.ts';
import type { Focus, Photograph } from '../images/photograph.ts';
import type { SocialCardText } from '../images/social-card.ts';
import type { Use } from '../images/uses.ts';
import type { MapPoint } from '../map/map-point.ts';
import { photographOf } from './card.ts';
import type { PageContext } from './page.ts';

export type WantedFile =
  /** A photograph in all the formats and widths of one place. */
  | {
      readonly kind: 'photograph';
      /** Below the content folder. */
      readonly file: string;
      readonly photograph: Photograph;
      readonly use: Use | 'social';
      readonly focus: Focus | null;
    }
  /** A card for social networks. */
  | { readonly kind: 'card'; readonly text: SocialCardText }
  | { readonly kind: 'map'; readonly point: MapPoint; readonly label: string | null }
  /** A recording or its captions, byte for byte. */
  | { readonly kind: 'copy'; readonly file: string; readonly hash: string; readonly url: string };

/** The pictures of cards in one place. */
export function* cardFiles(
  entries: Iterable<Entry>,
  use: Use,
  context: PageContext,
): Generator<WantedFile, void> {
  for (const entry of entries) {
    const cover = coverReference(entry.media);
    if (cover) yield photographFile(entry.file, cover, use, context);
  }
}

/** One photograph in one place; `from` is the Markdown file that names it. */
export function photographFile(
  from: string,
  { src, focus }: Pick<MediaReference, 'src' | 'focus'>,
  use: Use | 'social',
  context: PageContext,
): WantedFile {
  const { file } = context.media.find(from, src);
  return { kind: 'photograph', file, photograph: photographOf(from, src, context), use, focus };
}
