// A photograph that `_data` describes to what a page shows of it.
import type { ArticleImage } from '../../article/article.ts';
import type { Slot } from '../../images/slots.ts';
import type { PageContext } from '../page-type.ts';
import { type PictureRef, showPicture } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { ImageView } from '../views.ts';

export interface ShownDataPicture {
  readonly picture: PictureRef;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** null: there is none, or it is faulty. */
export function showDataPicture(
  image: ArticleImage | null,
  pictureNamed: PageContext['pictureNamed'],
  slot: Slot,
): ShownDataPicture | null {
  const media = image && pictureNamed(image.src);
  if (!image || !media) return null;
  const { alt, caption, credit, focus } = image;
  return { picture: showPicture({ ...media, focus }, slot), alt, caption, credit };
}

export function pictureView(shown: ShownDataPicture | null, tools: Tools): ImageView | null {
  if (shown === null) return null;
  const { picture, ...words } = shown;
  return { ...tools.picture(picture), ...words };
}
