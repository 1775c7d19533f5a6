// An article's page: what it says around the article, and the whole view once the article has been read.

import { articleUrl, COMMENTS_PATH, dossierUrl, topicUrl } from '../address/addresses.ts';
import type { Article } from '../article/article.ts';
import type { Comment } from '../comment/comment.ts';
import { ageingMonth } from '../edition/ageing.ts';
import { hashNumber, mix } from '../hash/hash.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';
import { type ArticleMediaView, articleMediaFiles, articleMediaView } from './article-media-view.ts';
import { articleLink, cardOf, sectionLink } from './card.ts';
import { homeLink } from './home-page.ts';
import type { BareView, Page, PageContext } from './page.ts';
import { shareLinks } from './share-links.ts';
import { isCarded, socialFiles, socialOfArticle } from './social.ts';
import type { ArticleView, Card, CommentsView, Link, SocialCard } from './views.ts';
import type { WantedFile } from './wanted-files.ts';

/** All that the page says besides the article itself: plain data, so that a worker can finish the view. */
export interface ArticleSetting {
  readonly section: Link;
  readonly topics: readonly Link[];
  readonly dossiers: readonly Link[];
  readonly newer: Link | null;
  readonly older: Link | null;
  readonly related: readonly Card[];
  readonly timeZone: string;
  readonly baseUrl: string;
  /** Whether every article of its month is more than a year old. */
  readonly aged: boolean;
  /** Where comments are sent; null: no service takes them. */
  readonly participation: string | null;
  readonly comments: readonly Comment[];
  readonly social: SocialCard;
  /** null: it is text alone. */
  readonly media: ArticleMediaView | null;
  /** Where the breadcrumb begins. */
  readonly home: Link;
}

/** The articles of one month of the calendar. Most builds find them all as they were, and need not look at each page. */
export interface ArticleMonth {
  /** `2014-05` */
  readonly month: string;
  readonly size: number;
  /** How many of them carry the furniture: the newest `site.furnitureArticles` of the portal do. */
  readonly furnished: number;
  /** Changes whenever the `parts` of one of its pages do. */
  readonly parts: number;
  readonly pages: () => Iterable<Page>;
}

/** All published articles, newest month first. */
export function* articleMonths(context: PageContext): Generator<ArticleMonth, void> {
  const { published } = context.edition;
  const names = namesOf(context);
  const hashes = hashesOf(names);
  const ageing = ageingMonth(context.edition.now, context.site.timeZone);
  for (let start = 0; start < published.length; ) {
    const month = published[start]!.day.slice(0, 7);
    let end = start;
    let parts = 0;
    for (; published[end]?.day.startsWith(month); end++) {
      parts = mix(parts, articleParts(end, hashes, context, ageing));
    }
    const from = start;
    yield {
      month,
      size: end - from,
      furnished: Math.max(0, Math.min(end, context.site.furnitureArticles) - from),
      parts,
      pages: () => articlePages(context, names, hashes, ageing, from, end),
    };
    start = end;
  }
}

/** The pages of the published articles from place `start` to before place `end`. */
function* articlePages(
  context: PageContext,
  names: Names,
  hashes: NameHashes,
  ageing: string,
  start: number,
  end: number,
): Generator<Page, void> {
  const { edition, site } = context;
  for (let index = start; index < end; index++) {
    const entry = edition.published[index]!;
    const place = edition.places[index]!;
    yield {
      url: articleUrl(entry),
      template: 'article',
      furnished: index < site.furnitureArticles,
      article: entry.file,
      month: entry.day.slice(0, 7),
      parts: articleParts(index, hashes, context, ageing),
      view: (): ArticleSetting => ({
        section: sectionLink(entry.section, site),
        topics: entry.topics.map(slug => ({ url: topicUrl(slug), text: names.topics.get(slug)! })),
        dossiers: entry.dossiers.map(slug => ({ url: dossierUrl(slug), text: names.dossiers.get(slug)! })),
        newer: place.newer && articleLink(place.newer, context),
        older: place.older && articleLink(place.older, context),
        related: place.related.map(other => cardOf(other, context, null)),
        timeZone: site.timeZone,
        baseUrl: site.baseUrl,
        aged: entry.day < ageing,
        participation: site.participation,
        comments: context.threadOf(entry.file)?.comments ?? [],
        social: socialOfArticle(index, context),
        media: articleMediaView(entry, context.articleOf(entry.file), context),
        home: homeLink(),
      }),
    };
  }
}

interface Names {
  readonly topics: ReadonlyMap<string, string>;
  readonly dossiers: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
}

function namesOf({ site }: PageContext): Names {
  return {
    topics: new Map(site.topics.map(topic => [topic.slug, topic.name])),
    dossiers: new Map(site.dossiers.map(dossier => [dossier.slug, dossier.title])),
    sections: new Map(site.sections.map(section => [section.slug, section.name])),
  };
}

/** Of the names that pages of articles show. */
type NameHashes = Readonly<Record<keyof Names, ReadonlyMap<string, number>>>;

function hashesOf({ topics, dossiers, sections }: Names): NameHashes {
  const hashes = (names: ReadonlyMap<string, string>): ReadonlyMap<string, number> =>
    new Map([...names].map(([slug, name]) => [slug, hashNumber(name)]));
  return { topics: hashes(topics), dossiers: hashes(dossiers), sections: hashes(sections) };
}

/** Of the published article at a place. */
function articleParts(index: number, names: NameHashes, context: PageContext, ageing: string): number {
  const { edition, threadOf } = context;
  const entry = edition.published[index]!;
  const { newer, older, related } = edition.places[index]!;
  let parts = mix(entry.articleHash, names.sections.get(entry.section)!);
  const thread = threadOf(entry.file);
  if (thread !== null) parts = mix(parts, thread.hash);
  if (entry.day < ageing) parts = mix(parts, 1);
  if (isCarded(index, context)) parts = mix(parts, 2);
  parts = mix(parts, newer?.linkHash ?? 0);
  parts = mix(parts, older?.linkHash ?? 0);
  for (const other of related) parts = mix(parts, other.cardHash);
  for (const topic of entry.topics) parts = mix(parts, names.topics.get(topic)!);
  for (const dossier of entry.dossiers) parts = mix(parts, names.dossiers.get(dossier)!);
  return parts;
}

/** The files that the pages of all published articles name. */
export function* filesOfArticles(context: PageContext): Generator<WantedFile, void> {
  const { published } = context.edition;
  const sections = new Set<string>();
  for (let index = 0; index < published.length; index++) {
    yield* socialFiles(index, context, sections);
    const entry = published[index]!;
    if (entry.media.length > 0 || entry.map !== null) yield* articleMediaFiles(entry, context);
  }
}

/** The bare view of an article in its setting. */
export function articleView(
  article: Article,
  bodyHtml: string,
  setting: ArticleSetting,
): BareView<ArticleView> {
  const zone = setting.timeZone;
  return {
    url: articleUrl(article),
    title: article.title,
    description: article.summary ?? article.title,
    breadcrumb: [setting.home, setting.section],
    section: setting.section,
    source: article.source,
    date: momentOf(article.date, zone),
    summary: article.summary,
    author: article.author,
    place: article.place,
    image: setting.media?.image ?? null,
    gallery: setting.media?.gallery ?? [],
    video: setting.media?.video ?? null,
    audio: setting.media?.audio ?? null,
    map: setting.media?.map ?? null,
    social: setting.social,
    updated: article.updated === null ? null : momentOf(article.updated, zone),
    corrections: article.corrections.map(({ date, text }) => ({ date: momentOf(date, zone), text })),
    topics: setting.topics,
    dossiers: setting.dossiers,
    bodyHtml,
    comments: commentsView(article, setting),
    aged: setting.aged,
    agesOn: momentOf(yearAfter(article.date), zone),
    share: shareLinks(setting.baseUrl + articleUrl(article), article.title),
    newer: setting.newer,
    older: setting.older,
    related: setting.related,
    lang: article.lang,
  };
}

/** `closed`: what was said stays, and nothing can be added; `none`: the article says nothing of comments. */
function commentsView(
  { comments }: Article,
  { comments: list, participation, timeZone }: ArticleSetting,
): CommentsView | null {
  if (comments === 'none') return null;
  return {
    list: list.map(({ name, date, text }) => ({
      name,
      date: momentOf(date, timeZone),
      paragraphs: text.split(/\n\s*\n/),
    })),
    action: comments === 'open' && participation !== null ? participation + COMMENTS_PATH : null,
  };
}

/** The same day and hour in the next year; of 29 February, 1 March. */
function yearAfter(instant: Instant): Instant {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() + 1);
}
