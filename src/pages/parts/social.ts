// What social networks show of a page: an article's photograph, or a card with its headline.
import { coverReference } from '../../article/article-media.ts';
import type { CardMatter } from '../../article/matter.ts';
import type { Entry } from '../../edition/entry.ts';
import { socialFile } from '../../images/picture.ts';
import {
  type CardColours,
  SOCIAL_CARD_SIZE,
  type SocialCardText,
  socialCardUrl,
} from '../../images/social-card.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { Site } from '../../site/site.ts';
import type { SocialCard } from '../views.ts';
import { photographOf } from './article-media.ts';

/** What an article has to do with social networks. */
export interface SocialSubject {
  readonly entry: Entry;
  /** The name of its section. */
  readonly section: string;
  /** Whether, without a photograph, it has a card of its own; else it has its section's. */
  readonly own: boolean;
}

/** What all cards of a portal have in common. */
export interface CardPortal extends Pick<Site, 'name' | 'baseUrl'> {
  readonly cardColours: CardColours;
}

/** The article's photograph, or else its card. `matterOf` is only asked where there is something to say. */
export function socialOfArticle(
  subject: SocialSubject,
  matterOf: () => CardMatter,
  portal: CardPortal,
): SocialCard {
  const cover = coverReference(subject.entry.media);
  if (cover === undefined) return socialCard(socialCardText(subject, matterOf, portal), portal);
  const matter = matterOf();
  const { url, width, height } = socialFile(photographOf(cover), cover.focus);
  return { url: portal.baseUrl + url, width, height, alt: matter.cover?.alt || matter.title };
}

/** The words on the card of an article without a photograph. */
export function socialCardText(
  { section, own }: SocialSubject,
  matterOf: () => CardMatter,
  portal: Pick<CardPortal, 'name'>,
): SocialCardText {
  return own
    ? { portal: portal.name, section, headline: matterOf().title }
    : { portal: portal.name, section: null, headline: section };
}

export function socialCard(
  text: SocialCardText,
  { baseUrl, cardColours }: Pick<CardPortal, 'baseUrl' | 'cardColours'>,
): SocialCard {
  const { section, headline } = text;
  return {
    url: baseUrl + socialCardUrl({ text, colours: cardColours }),
    ...SOCIAL_CARD_SIZE,
    alt: section === null ? headline : pageWords.socialCardAlt(section, headline),
  };
}

/** The words on the card of pages that have none of their own. */
export function portalCardText({ name, description }: Pick<Site, 'name' | 'description'>): SocialCardText {
  return { portal: name, section: null, headline: description };
}
