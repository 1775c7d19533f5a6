// An article as lists and links show it.

import { articleUrl, sectionUrl } from '../address/addresses.ts';
import type { Article, ArticleImage } from '../article/article.ts';
import { coverOf } from '../article/article-media.ts';
import type { Entry } from '../edition/entry.ts';
import { mix } from '../hash/hash.ts';
import type { Photograph } from '../images/photograph.ts';
import { pictureOf } from '../images/picture.ts';
import type { Use } from '../images/uses.ts';
import type { Site } from '../site/site.ts';
import { momentOf } from '../time/moment.ts';
import type { PageContext } from './page.ts';
import type { Card, CardKind, ImageView, Link } from './views.ts';

/** `use`: the place that shows the card's picture; null: the place shows none. Whoever names one lists it in the page's `files`. */
export function cardOf(entry: Entry, context: PageContext, use: Use | null): Card {
  return cardOfArticle(context.articleOf(entry.file), context, use);
}

export function cardOfArticle(article: Article, context: PageContext, use: Use | null): Card {
  const { site } = context;
  const cover = use && coverOf(article);
  return {
    url: articleUrl(article),
    title: article.title,
    summary: article.summary,
    section: sectionLink(article.section, site),
    date: momentOf(article.date, site.timeZone),
    source: article.source,
    place: article.place,
    image: use && cover && imageView(article.file, cover, use, context),
    kind: kindOf(article),
    flash: article.flash !== null,
    lang: article.lang,
  };
}

/** A photograph in one place of a page; `from` is the Markdown file that names it. */
export function imageView(from: string, image: ArticleImage, use: Use, context: PageContext): ImageView {
  const { src, alt, caption, credit, focus } = image;
  return { ...pictureOf(photographOf(from, src, context), use, focus), alt, caption, credit };
}

export function photographOf(from: string, src: string, { media }: PageContext): Photograph {
  const { file, facts } = media.find(from, src);
  if (facts.kind !== 'photograph') throw new Error(`${file} is no photograph`);
  return facts.photograph;
}

function kindOf({ gallery, video, audio }: Article): CardKind | null {
  if (gallery.length > 0) return { name: 'gallery', count: gallery.length };
  if (video !== null) return { name: 'video', count: null };
  return audio === null ? null : { name: 'audio', count: null };
}

export function cardsOf(entries: readonly Entry[], context: PageContext, use: Use | null): readonly Card[] {
  return entries.map(entry => cardOf(entry, context, use));
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
