// What an edition has to know of every article, however large the archive: small, flat, without the article's texts.
import { crc32 } from 'node:zlib';
import { articleAddress, articleUrl } from '../address/addresses.ts';
import type { Article, ArticleMap, Flash, Instant } from '../article/article.ts';
import { type FoundMedia, type MediaReference, mediaOf } from '../article/article-media.ts';
import { cardMatter, linkMatter } from '../article/matter.ts';
import { hashNumber, hashShort } from '../hash/hash.ts';
import type { Absence } from './absence.ts';

/** What lists, checks and the clock ask of every article. */
export interface EntryFacts {
  /** Path below the content folder; the last word in every order, so that each order is total. */
  readonly file: string;
  /** The folder of the file: most entries know it without their file. */
  readonly folder: string;
  readonly slug: string;
  readonly section: string;
  readonly date: Instant;
  /** Calendar day of the date in the site's time zone, `2014-05-20`. */
  readonly day: string;
  /** Shown from this instant on: the date, or `publish` when that is later. */
  readonly from: Instant;
  /** Not shown from this instant on; null: for ever. */
  readonly expires: Instant | null;
  /** When the article says it was last changed, if that is after `from`, and the field that says it; else null. */
  readonly changed: LatestChange | null;
  readonly draft: boolean;
  /** Who signs it, as the article says. */
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly dossiers: readonly string[];
  readonly flash: Flash | null;
  readonly pick: boolean;
  readonly priority: number;
  readonly aliases: readonly string[];
  /** Whatever becomes of its address, readers' programs know it by that; null: by its first one (`identity.ts`). */
  readonly id: string | null;
  /** Why it was withdrawn, for readers; null: it was not. */
  readonly withdrawn: string | null;
  readonly translations: Article['translations'];
  /** Whether readers may comment on it. */
  readonly comments: Article['comments'];
  /** Files of the repository that the article shows. */
  readonly media: readonly MediaReference[];
  readonly map: ArticleMap | null;
  /** Addresses within the site to which the text links, but for those of articles, which nearly all are: these are kept apart. */
  readonly links: readonly string[];
  /** Changes with anything in the article, body included, and so whenever one of the other hashes does. It is one of `hashNumber`. */
  readonly articleHash: number;
}

/** What only those ask for who show the article elsewhere, or look for it: of most articles of an archive nobody does. */
export interface EntryHashes {
  /** Of `cardMatter`, with the file of the cover. This hash and the next one are those of `hashNumber`. */
  readonly cardHash: number;
  /** Of `linkMatter`. */
  readonly linkHash: number;
  /** Of the article's address, by `hashShort`. */
  readonly addressHash: number;
  /** Of the text alone, so that an article is known again under another name; 0: it has none. */
  readonly bodyHash: number;
}

/** An entry as it is read, before the files that its article names are looked for. */
export interface ReadEntry extends EntryFacts, EntryHashes {}

export interface LatestChange {
  readonly at: Instant;
  readonly field: 'updated' | 'corrections';
}

export interface Entry extends ReadEntry {
  /** Why readers do not have it: only in an edition for the newsroom. */
  readonly absence?: Absence;
  /** The same, each with the file that is meant and what is known of it. */
  readonly media: readonly FoundMedia[];
}

/** The entry of an article; `body` only goes into hashes. */
export function entryOf(article: Article, body: string): ReadEntry {
  const { file, slug, section, date, day, expires, draft, authors, topics, dossiers } = article;
  const { flash, pick, priority, aliases, id, withdrawn, translations, comments } = article;
  const from = Math.max(date, article.publish ?? date);
  return {
    file,
    folder: file.slice(0, file.lastIndexOf('/')),
    slug,
    section,
    date,
    day,
    from,
    expires,
    changed: latestChange(article, from),
    draft,
    authors,
    topics,
    dossiers,
    flash,
    pick,
    priority,
    aliases,
    id,
    withdrawn,
    translations,
    comments,
    media: mediaOf(article),
    map: article.map,
    links: linksOf(article),
    articleHash: hashNumber(JSON.stringify(article) + body),
    cardHash: hashNumber(JSON.stringify(cardMatter(article))),
    linkHash: hashNumber(JSON.stringify(linkMatter(article))),
    addressHash: hashShort(articleUrl(article)),
    bodyHash: crc32(body.trim()),
  };
}

function latestChange({ updated, corrections }: Article, from: Instant): LatestChange | null {
  const corrected = corrections.at(-1)?.date ?? from;
  const at = Math.max(updated ?? from, corrected);
  return at > from ? { at, field: at === updated ? 'updated' : 'corrections' } : null;
}

const NO_LINKS: readonly string[] = [];

function linksOf({ bodyLinks }: Article): readonly string[] {
  return bodyLinks.length === 0 ? NO_LINKS : bodyLinks.filter(link => articleAddress(link) === null);
}

/** Those of an article's links that are addresses of articles and nothing else. */
export function linksToArticles({ bodyLinks }: Pick<Article, 'bodyLinks'>): readonly string[] {
  return bodyLinks.length === 0 ? NO_LINKS : bodyLinks.filter(link => articleAddress(link) !== null);
}

/** When an article appeared, if that was after its date; null: on its date. */
export function lateAppearance({ date, from }: Pick<ReadEntry, 'date' | 'from'>): Instant | null {
  return from > date ? from : null;
}

/** The order in which articles came, the last one first; those of one instant in reading order. */
export function byAppearance(a: Entry, b: Entry): number {
  return b.from - a.from || byReadingOrder(a, b);
}

type InOrder = Pick<EntryFacts, 'date' | 'file'>;

/** The reading order of every list: newest first; at the same instant, by file. */
export function byReadingOrder(a: InOrder, b: InOrder): number {
  return b.date - a.date || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
}
