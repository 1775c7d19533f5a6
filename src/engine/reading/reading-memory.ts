// What reading keeps from one build to the next, as far as reading knows of it.
import type { Comment } from '../../comment/comment.ts';
import type { ReadEntry } from '../../edition/entry.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import type { Stamps } from './content-ids.ts';

export interface RememberedArticle {
  /** Of the file's bytes (`blobId`). */
  readonly id: string;
  readonly entry: ReadEntry;
  /** How many characters of the file's text, from its end, are the article's Markdown. */
  readonly bodyLength: number;
}

/** What is kept of an article apart from what every build asks of all. */
export interface ArticleTexts {
  /** JSON text of the `Article`. */
  readonly article: string;
  /** What it is found by (`packTerms`). */
  readonly terms: string;
}

/** The comments of one article. */
export interface RememberedThread {
  /** Of its files (`threadId`), or '' when they are to be read again whatever it is. */
  readonly id: string;
  /** Of the comments, as in `Thread`. */
  readonly hash: number;
}

/** A photograph, recording or the like that an article shows. */
export interface RememberedMedia {
  /** Of the file's bytes (`blobId`). */
  readonly id: string;
  readonly facts: MediaFacts;
}

/** Rows by their key. */
export interface Remembered<Row> {
  readonly size: number;
  get(key: string): Row | undefined;
  has(key: string): boolean;
  /** Every row; what is put meanwhile may be missing. */
  all(): Iterable<readonly [string, Row]>;
}

/** Shelves of articles: on most of them no file changed. */
export interface RememberedShelves {
  /** `shelfId` of all articles on it; undefined: one of them changed, or has a fault. */
  get(shelf: string): string | undefined;
  put(shelf: string, id: string): void;
  drop(shelf: string): void;
  /** Of its articles. */
  entriesOn(shelf: string): Iterable<ReadEntry>;
}

export interface ReadingMemory {
  /** By their file. */
  readonly articles: Remembered<RememberedArticle>;
  putArticle(file: string, remembered: RememberedArticle, texts: ArticleTexts): void;
  dropArticle(file: string): void;
  readonly shelves: RememberedShelves;
  /** The articles that stand as they were published, since there is a fault in their files now. */
  readonly kept: { files(): Iterable<string> };
  /** By the article's file. */
  readonly threads: Remembered<RememberedThread>;
  /** The comments of a thread that was put or remembered. */
  comments(file: string): readonly Comment[];
  putThread(file: string, remembered: RememberedThread, comments: readonly Comment[]): void;
  dropThread(file: string): void;
  /** By the path of the file: `media/port.jpg`. */
  readonly media: Remembered<RememberedMedia> & {
    put(key: string, row: RememberedMedia): void;
    drop(key: string): void;
  };
  /** Of all files that were read on this machine. All else that is remembered goes for any machine. */
  readonly stamps: Stamps;
}
