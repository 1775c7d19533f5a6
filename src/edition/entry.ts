// What an edition has to know of every article, however large the archive: small, flat, without the article's texts.
import type { Article, ArticleMap, Flash, Instant } from '../article/article.ts';
import { coverOf, type MediaReference, mediaOf } from '../article/article-media.ts';
import { hashNumber } from '../hash/hash.ts';

export interface Entry {
  /** Path below the content folder; the last word in every order, so that each order is total. */
  readonly file: string;
  readonly slug: string;
  readonly section: string;
  readonly date: Instant;
  /** Calendar day of the date in the site's time zone, `2014-05-20`. */
  readonly day: string;
  /** Shown from this instant on: the date, or `publish` when that is later. */
  readonly from: Instant;
  /** Not shown from this instant on; null: for ever. */
  readonly expires: Instant | null;
  readonly draft: boolean;
  readonly topics: readonly string[];
  readonly dossiers: readonly string[];
  readonly flash: Flash | null;
  readonly pick: boolean;
  readonly priority: number;
  readonly aliases: readonly string[];
  /** Files of the repository that the article shows; they are looked for, and looked at, apart from it. */
  readonly media: readonly MediaReference[];
  readonly map: ArticleMap | null;
  /** Changes with anything in the article, body included. The four hashes are those of `hashNumber`. */
  readonly articleHash: number;
  /** Changes with what lists show of the article. */
  readonly cardHash: number;
  /** Changes with what a bare link shows of the article: address and title. */
  readonly linkHash: number;
  /** Changes with the article's address. */
  readonly addressHash: number;
}

/** The entry of an article; `body` only goes into the hash. */
export function entryOf(article: Article, body: string): Entry {
  const { file, slug, section, date, day, expires, draft, topics, dossiers, flash, pick, priority, aliases } =
    article;
  const address = `${section} ${day} ${slug}`;
  const link = JSON.stringify([address, article.title, article.lang]);
  const card = JSON.stringify([
    link,
    date,
    article.summary,
    article.source,
    article.author,
    article.place,
    coverOf(article),
    kindOf(article),
    article.updated,
    flash !== null,
  ]);
  return {
    file,
    slug,
    section,
    date,
    day,
    from: Math.max(date, article.publish ?? date),
    expires,
    draft,
    topics,
    dossiers,
    flash,
    pick,
    priority,
    aliases,
    media: mediaOf(article),
    map: article.map,
    articleHash: hashNumber(JSON.stringify(article) + body),
    cardHash: hashNumber(card),
    linkHash: hashNumber(link),
    addressHash: hashNumber(address),
  };
}

/** What cards say of an article that is more than text. */
function kindOf({ gallery, video, audio }: Article): unknown {
  return [gallery.length, video !== null, audio !== null];
}

/** The reading order of every list: newest first; at the same instant, by file. */
export function byReadingOrder(a: Entry, b: Entry): number {
  return b.date - a.date || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
}
