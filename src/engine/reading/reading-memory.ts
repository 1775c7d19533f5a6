// What reading keeps from one build to the next, as far as reading knows of it.
import type { Comment } from '../../comment/comment.ts';
import type { ReadEntry } from '../../edition/entry.ts';
import type { MonthSummary } from '../../edition/month-summary.ts';
import type { MonthAt, MonthsOfEntries } from '../../edition/months-of-entries.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import type { Stamps } from './content-ids.ts';

/** The file of an article. */
export interface RememberedFile {
  /** Of its bytes (`blobId`). */
  readonly id: string;
  /** How many characters of its text, from its end, are the article's Markdown. */
  readonly bodyLength: number;
}

export interface RememberedArticle extends RememberedFile {
  readonly entry: ReadEntry;
}

/** By their files. Nothing is read of those on shelves for which nobody asks. */
export interface RememberedArticles {
  readonly size: number;
  has(file: string): boolean;
  file(file: string): RememberedFile | undefined;
  /** The files of those on a shelf. */
  filesOn(shelf: string): Iterable<string>;
  /** The files of all. */
  files(): Iterable<string>;
  /** What was brought of those that were asked for is brought again when somebody asks. */
  letGo(): void;
  /** By the months of their days: of months in which nothing changed only the summaries are read, until somebody asks for more. */
  months(monthAt: MonthAt): MonthsOfEntries;
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

/** A month whose articles name files. */
export interface MonthWithFiles {
  /** The folders of these files, and those in which each would be meant instead, if it were there. */
  readonly folders: readonly string[];
  /** `MonthSummary.content` of the articles as they were read. */
  readonly content: number;
  /** Of the articles with what was found; null: not all was, or it is to be looked for again whatever it is. */
  readonly summary: MonthSummary | null;
}

/** A folder that holds files for articles to show. */
export interface FolderOfFiles {
  /** Of their names, and of the bytes of those that somebody names (`media-folders.ts`); '' where nobody can say it. */
  readonly id: string;
  /** The names of those that nobody names. */
  readonly unused: readonly string[];
  /** The names of those that pages and data name. */
  readonly ofPages: readonly string[];
}

/** Rows by their key. */
export interface Remembered<Row> {
  readonly size: number;
  get(key: string): Row | undefined;
  has(key: string): boolean;
  /** Every row; what is put meanwhile may be missing. */
  all(): Iterable<readonly [string, Row]>;
}

export interface Rows<Row> extends Remembered<Row> {
  put(key: string, row: Row): void;
  drop(key: string): void;
}

/** Shelves of articles: on most of them no file changed. */
export interface RememberedShelves {
  /** `shelfId` of all articles on it; undefined: one of them changed, or has a fault. */
  get(shelf: string): string | undefined;
  put(shelf: string, id: string): void;
  drop(shelf: string): void;
}

export interface ReadingMemory {
  readonly articles: RememberedArticles;
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
    /** Those in a folder. */
    filesIn(folder: string): Iterable<string>;
    /** What is known of a file of which something must be. Throws where nothing is: the memory is not what it was. */
    factsOf(file: string): MediaFacts;
  };
  /** By month, `2014-05`. */
  readonly monthsWithFiles: Rows<MonthWithFiles>;
  /** By their paths below the content folder, in Unicode's composed form. */
  readonly foldersOfFiles: Rows<FolderOfFiles>;
  /** Of all files that were read on this machine. All else that is remembered goes for any machine. */
  readonly stamps: Stamps;
}
