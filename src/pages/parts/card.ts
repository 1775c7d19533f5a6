// What lists and links may show of an article to how they show it.
import { articleUrl } from '../../address/addresses.ts';
import type { FoundMedia } from '../../article/article-media.ts';
import type { CardMatter, LinkMatter } from '../../article/matter.ts';
import type { Slot } from '../../images/slots.ts';
import type { Card, Link } from '../views.ts';
import { imageView } from './article-media.ts';

/** `cover` is the file of `matter.cover`; `slot` is the place that shows it, null: the place shows no picture. */
export function cardView(
  matter: CardMatter,
  cover: FoundMedia | undefined,
  slot: Slot | null,
  around: Pick<Card, 'section' | 'date' | 'absence'>,
): Card {
  const { day, slug, section, dateIsDay, updated, authors, cover: image, ...printed } = matter;
  return {
    ...printed,
    ...around,
    url: articleUrl(matter),
    image: slot && image && cover ? imageView(cover, image, slot) : null,
  };
}

export function linkView(matter: LinkMatter): Link {
  return { url: articleUrl(matter), text: matter.title };
}
