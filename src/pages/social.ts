// What social networks show of a page: an article's photograph, or a card with its headline.
import { coverOf, coverReference } from '../article/article-media.ts';
import { socialFile } from '../images/picture.ts';
import { SOCIAL_CARD_SIZE, type SocialCardText, socialCardUrl } from '../images/social-card.ts';
import { pageWords } from '../locale/page-words.ts';
import type { Site } from '../site/site.ts';
import { photographOf, sectionName } from './card.ts';
import type { PageContext } from './page.ts';
import type { SocialCard } from './views.ts';
import { photographFile, type WantedFile } from './wanted-files.ts';

/**
 * Whether the published article at a place is among the newest, which have cards of their own. A card takes some
 * milliseconds, which an archive of 100,000 has no time for, and old articles are seldom passed on.
 */
export function isCarded(index: number, { site }: PageContext): boolean {
  return index < site.socialCards;
}

/** Of the published article at a place: its photograph; or a card of its own, as the newest have; or its section's. */
export function socialOfArticle(index: number, context: PageContext): SocialCard {
  const { edition, site, articleOf } = context;
  const entry = edition.published[index]!;
  const article = articleOf(entry.file);
  const cover = coverOf(article);
  if (cover === null) return socialCard(cardText(index, context), site);
  const { url, width, height } = socialFile(photographOf(entry.file, cover.src, context), cover.focus);
  return { url: site.baseUrl + url, width, height, alt: cover.alt || article.title };
}

/** Of pages that have none of their own. */
export function socialOfPortal(site: Site): SocialCard {
  return socialCard(portalCard(site), site);
}

/** The file that `socialOfArticle` names; `seen` holds the sections whose card was given already. */
export function* socialFiles(
  index: number,
  context: PageContext,
  seen: Set<string>,
): Generator<WantedFile, void> {
  const { file, section, media } = context.edition.published[index]!;
  const cover = coverReference(media);
  if (cover) yield photographFile(file, cover, 'social', context);
  else if (isCarded(index, context)) yield { kind: 'card', text: cardText(index, context) };
  else if (!seen.has(section)) {
    seen.add(section);
    yield { kind: 'card', text: cardText(index, context) };
  }
}

/** The file that `socialOfPortal` names. */
export function portalFile({ site }: PageContext): WantedFile {
  return { kind: 'card', text: portalCard(site) };
}

function cardText(index: number, context: PageContext): SocialCardText {
  const { edition, site, articleOf } = context;
  const { file, section } = edition.published[index]!;
  const name = sectionName(section, site);
  return isCarded(index, context)
    ? { portal: site.name, section: name, headline: articleOf(file).title }
    : { portal: site.name, section: null, headline: name };
}

function portalCard({ name, description }: Site): SocialCardText {
  return { portal: name, section: null, headline: description };
}

function socialCard(text: SocialCardText, { baseUrl }: Site): SocialCard {
  const { section, headline } = text;
  return {
    url: baseUrl + socialCardUrl(text),
    ...SOCIAL_CARD_SIZE,
    alt: section === null ? headline : pageWords.socialCardAlt(section, headline),
  };
}
