// An article in its surroundings to its whole view, once the article's text is HTML.
import { articleUrl, COMMENTS_PATH, ninjsUrl, reportPath } from '../../address/addresses.ts';
import type { Article } from '../../article/article.ts';
import { arrangeReplies } from '../../comment/arrange-replies.ts';
import type { Comment } from '../../comment/comment.ts';
import { COMMENT_ID } from '../../comment/comment-id.ts';
import { type PrintStyle, printing } from '../../locale/print-style.ts';
import type { Instant } from '../../time/instant.ts';
import { dayMomentOf, type Moment, momentOf } from '../../time/moment.ts';
import type { BareView, RareField } from '../page-type.ts';
import type { ArticleMediaView } from '../parts/article-media.ts';
import type {
  Alternate,
  Card,
  Link,
  LocatorMap,
  OtherEdition,
  OutsideRecordingView,
  PageView,
  PhotographView,
  RecordingView,
  SizedImage,
  SocialCard,
} from '../views.ts';
import { type ShareLink, shareLinks } from './share-links.ts';

/** Who signs an article, with a page of theirs or, for want of letters that an address can have, without. */
export interface Byline {
  readonly text: string;
  readonly url: string | null;
}

export interface ArticleView extends PageView {
  readonly section: Link;
  /** Why readers do not have the article, for the newsroom; null: they have it. */
  readonly absence: string | null;
  readonly source: string;
  /** The source as the portal prints it: `( Source : Xinhua )`. */
  readonly sourceLine: string;
  readonly date: Moment;
  readonly summary: string | null;
  /** Who signs; empty: nobody does. */
  readonly authors: readonly Byline[];
  readonly place: string | null;
  /** Above the text; null of an article of photographs, too. */
  readonly image: PhotographView | null;
  /** Empty: it is no article of photographs. */
  readonly gallery: readonly PhotographView[];
  readonly video: RecordingView | OutsideRecordingView | null;
  readonly audio: RecordingView | OutsideRecordingView | null;
  readonly map: LocatorMap | null;
  readonly social: SocialCard;
  /** Of the newest articles their picture in the shapes of search engines. */
  readonly crops: readonly SizedImage[];
  /** The same article as data; null: the site gives none. */
  readonly data: string | null;
  readonly updated: Moment | null;
  /** ISO 8601 with the offset, for machines: when it appeared, and when something of it changed last. */
  readonly published: string;
  readonly modified: string;
  readonly corrections: readonly { readonly date: Moment; readonly text: string }[];
  /** The same article in other editions. */
  readonly translations: readonly OtherEdition[];
  readonly topics: readonly Link[];
  readonly dossiers: readonly Link[];
  /** The body as HTML, made from Markdown with raw HTML off: safe to print as it is. */
  readonly bodyHtml: string;
  readonly comments: CommentsView | null;
  /** Whether the article is more than a year old already; client code tells those who read it later. */
  readonly aged: boolean;
  /** A year after its date. */
  readonly agesOn: Moment;
  readonly share: readonly ShareLink[];
  /** The neighbours in the section. */
  readonly newer: Link | null;
  readonly older: Link | null;
  readonly related: readonly Card[];
  readonly lang: string | null;
}

/** What stands under an article; null on the article's view: nothing does. */
export interface CommentsView {
  /** Oldest first. */
  readonly list: readonly ThreadView[];
  /** How many there are, answers included. */
  readonly count: number;
  /** Where a comment is sent; null: comments are closed, or no service takes them. */
  readonly action: string | null;
}

/** A comment on the article, and what was said of it. */
export interface ThreadView extends CommentView {
  readonly replies: readonly CommentView[];
}

/** A reader's comment: plain text. */
export interface CommentView {
  /** By which others answer to it; null: its file has a name by which nobody can. */
  readonly id: string | null;
  /** null: anonymous. */
  readonly name: string | null;
  readonly date: Moment;
  readonly paragraphs: readonly string[];
  /** Whether it answers to a comment that is not there any more. */
  readonly answersGone: boolean;
  /** Where readers tell the newsroom of it; null: nobody takes that. */
  readonly report: string | null;
}

/** What an article's page says besides the article itself: plain data, so that a worker can finish the view. */
export interface ArticleSurroundings {
  readonly section: Link;
  /** Why readers do not have it; null: they do. */
  readonly absence: string | null;
  readonly authors: readonly Byline[];
  /** The names of the editions in which it is translated. */
  readonly editions: readonly string[];
  readonly topics: readonly Link[];
  readonly dossiers: readonly Link[];
  readonly newer: Link | null;
  readonly older: Link | null;
  readonly related: readonly Card[];
  readonly timeZone: string;
  /** How hours and sources are printed. */
  readonly style: PrintStyle;
  readonly locale: string;
  readonly baseUrl: string;
  readonly aged: boolean;
  /** Where comments are sent; null: no service takes them. */
  readonly participation: string | null;
  /** Whether the article is too old for new ones. */
  readonly isClosed: boolean;
  readonly comments: readonly Comment[];
  readonly social: SocialCard;
  readonly crops: readonly SizedImage[];
  /** Whether the site gives its articles as data, too. */
  readonly ninjs: boolean;
  /** null: it is text alone. */
  readonly media: ArticleMediaView | null;
  /** Where the breadcrumb begins. */
  readonly home: Link;
}

/** Search engines want each version to name all of them, itself too. */
function alternatesOf(
  article: Article,
  { baseUrl, locale }: ArticleSurroundings,
): readonly Alternate[] | null {
  if (article.translations.length === 0) return null;
  return [{ lang: article.lang ?? locale, url: baseUrl + articleUrl(article) }, ...article.translations];
}

/** The bare view of an article in its surroundings. */
export function articleView(
  surroundings: ArticleSurroundings,
  article: Article,
  bodyHtml: string,
): BareView<ArticleView, Exclude<RareField, 'crumb' | 'feeds'>> {
  const { timeZone, style } = surroundings;
  const told = (instant: Instant, isDay: boolean): Moment =>
    isDay ? dayMomentOf(instant, timeZone, style) : momentOf(instant, timeZone, style);
  return {
    title: article.title,
    description: article.summary ?? article.title,
    breadcrumb: [surroundings.home, surroundings.section],
    section: surroundings.section,
    absence: surroundings.absence,
    source: article.source,
    sourceLine: printing(style).source(article.source),
    date: told(article.date, article.dateIsDay),
    summary: article.summary,
    authors: surroundings.authors,
    translations: article.translations.map(({ lang, url }, index) => ({
      lang,
      url,
      name: surroundings.editions[index]!,
    })),
    alternates: alternatesOf(article, surroundings),
    place: article.place,
    image: surroundings.media?.image ?? null,
    gallery: surroundings.media?.gallery ?? [],
    video: surroundings.media?.video ?? null,
    audio: surroundings.media?.audio ?? null,
    map: surroundings.media?.map ?? null,
    social: surroundings.social,
    crops: surroundings.crops,
    data: surroundings.ninjs ? ninjsUrl(article) : null,
    ...machineDates(article, surroundings),
    updated: article.updated === null ? null : told(article.updated, article.updatedIsDay),
    corrections: article.corrections.map(({ date, dateIsDay, text }) => ({
      date: told(date, dateIsDay),
      text,
    })),
    topics: surroundings.topics,
    dossiers: surroundings.dossiers,
    bodyHtml,
    comments: commentsView(article, surroundings),
    aged: surroundings.aged,
    agesOn: momentOf(yearAfter(article.date), timeZone, style),
    share: shareLinks(surroundings.baseUrl + articleUrl(article), article.title),
    newer: surroundings.newer,
    older: surroundings.older,
    related: surroundings.related,
    lang: article.lang,
  };
}

/**
 * `closed`: what was said stays, and nothing can be added; `none`: the article says nothing of comments. Where nobody takes any and
 * none was ever published, neither does it: a section without a voice is no section.
 */
function commentsView(
  article: Article,
  { comments: list, participation, isClosed, timeZone, style }: ArticleSurroundings,
): CommentsView | null {
  const { comments } = article;
  if (comments === 'none' || (participation === null && list.length === 0)) return null;
  const viewOf = ({ id, name, date, text }: Comment, answersGone: boolean): CommentView => ({
    id: COMMENT_ID.test(id) ? id : null,
    name,
    date: momentOf(date, timeZone, style),
    paragraphs: text.split(/\n\s*\n/),
    answersGone,
    report: participation === null ? null : participation + reportPath(articleUrl(article), id),
  });
  return {
    list: arrangeReplies(list).map(({ comment, replies, answersGone }) => ({
      ...viewOf(comment, answersGone),
      replies: replies.map(reply => viewOf(reply, false)),
    })),
    count: list.length,
    action: comments === 'open' && !isClosed && participation !== null ? participation + COMMENTS_PATH : null,
  };
}

function machineDates(
  { date, publish, updated, corrections }: Article,
  { timeZone }: ArticleSurroundings,
): Pick<ArticleView, 'published' | 'modified'> {
  const published = Math.max(date, publish ?? date);
  const modified = Math.max(published, updated ?? published, corrections.at(-1)?.date ?? published);
  return { published: momentOf(published, timeZone).iso, modified: momentOf(modified, timeZone).iso };
}

/** The same day and hour in the next year; of 29 February, 1 March. */
function yearAfter(instant: Instant): Instant {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() + 1);
}
