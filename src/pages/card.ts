// An article as lists and links show it.
import type { Article } from '../article/article.ts';
import type { Entry } from '../edition/entry.ts';
import { mix } from '../hash/hash.ts';
import type { Site } from '../site/site.ts';
import { momentOf } from '../time/moment.ts';
import { articleUrl, sectionUrl } from './addresses.ts';
import type { PageContext } from './page.ts';
import type { Card, Link } from './views.ts';

export function cardOf(entry: Entry, context: PageContext): Card {
  return cardOfArticle(context.articleOf(entry.file), context.site);
}

export function cardOfArticle(article: Article, site: Site): Card {
  return {
    url: articleUrl(article),
    title: article.title,
    summary: article.summary,
    section: sectionLink(article.section, site),
    date: momentOf(article.date, site.timeZone),
    source: article.source,
    place: article.place,
    image: article.image,
    flash: article.flash !== null,
    lang: article.lang,
  };
}

export function cardsOf(entries: readonly Entry[], context: PageContext): readonly Card[] {
  return entries.map(entry => cardOf(entry, context));
}

/** Changes whenever a card of one of the entries does, or their order. */
export function cardParts(entries: readonly Entry[]): number {
  let parts = entries.length;
  for (const entry of entries) parts = mix(parts, entry.cardHash);
  return parts;
}

export function articleLink(entry: Entry, context: PageContext): Link {
  return { url: articleUrl(entry), text: context.articleOf(entry.file).title };
}

export function sectionLink(slug: string, site: Site): Link {
  return { url: sectionUrl(slug), text: sectionName(slug, site) };
}

export function sectionName(slug: string, site: Site): string {
  return site.sections.find(section => section.slug === slug)!.name;
}
