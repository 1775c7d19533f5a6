// What the last build knew, in one SQLite file: a build that finds it does only what changed, one that doesn't does all.
import { mkdirSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Article } from '../../article/article.ts';
import type { Comment } from '../../comment/comment.ts';
import type { Entry } from '../../edition/entry.ts';
import { type EntryColumns, packEntries, unpackEntries } from '../../edition/entry-columns.ts';
import { hashOf } from '../../hash/hash.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import { anyBucket, createLedgerTable, type Ledger, openLedger } from './bucketed-table.ts';
import { memoryFile } from './memory-file.ts';

/** Raise it when the tables change: a memory of another version is thrown away. */
const VERSION = 9;

/** Stands for every address in the list of pages that a build had begun to write. */
const EVERY_PAGE = '*';

export interface RememberedArticle {
  /** `size-inode-ctime` of the file, or '' when the file may still have been changing (see `walk-content.ts`). */
  readonly stamp: string;
  /** Of the file's bytes. */
  readonly sourceHash: string;
  readonly entry: Entry;
  /** How many characters of the file's text, from its end, are the article's Markdown. */
  readonly bodyLength: number;
}

/** The comments of one article. */
export interface RememberedThread {
  /** That of the walk (see `walk-content.ts`), or '' when the files are to be read again whatever it is. */
  readonly stamp: string;
  /** Of the comments, as in `Thread`. */
  readonly hash: number;
}

/** A photograph, recording or the like that an article shows. */
export interface RememberedMedia {
  /** That of the walk (see `walk-content.ts`). */
  readonly stamp: string;
  readonly facts: MediaFacts;
}

export interface RememberedPage {
  /** A hash number; one of `ASSET` and `OWNERS` for files that are no pages of ours. */
  readonly fingerprint: number;
  /** Of the bytes on disk; null when they can't be trusted. */
  readonly bytesHash: string | null;
}

export interface Memory {
  /** Whether the pages on disk are unknown as a whole: there was no memory, or a build that wrote everything was killed. */
  readonly knowsNothingOnDisk: boolean;
  /** Addresses that a killed build had begun to write: their files may be whole, half or missing. */
  readonly suspects: ReadonlySet<string>;
  readonly articles: Pick<Ledger<RememberedArticle>, 'size' | 'get' | 'has' | 'all'>;
  readonly pages: Pick<Ledger<RememberedPage>, 'size' | 'get' | 'has' | 'all' | 'put' | 'drop'>;
  /** The front matter of an article that was put or remembered. Throws `MemoryBroken` when it is not what was kept. */
  article(file: string): Article;
  /** `article` is the JSON text of an `Article`. */
  putArticle(file: string, remembered: RememberedArticle, article: string): void;
  restampArticle(file: string, stamp: string): void;
  dropArticle(file: string): void;
  /** By the article's file. */
  readonly threads: Pick<Ledger<RememberedThread>, 'size' | 'get' | 'all'>;
  /** The comments of a thread that was put or remembered. Throws `MemoryBroken` when they are not what was kept. */
  comments(file: string): readonly Comment[];
  putThread(file: string, remembered: RememberedThread, comments: readonly Comment[]): void;
  dropThread(file: string): void;
  /**
   * The images and recordings in the output, by address: a hash of each one's bytes, null when they can't be trusted. Apart from
   * the pages, of which only those that changed are looked at: images go by themselves when the newest articles change.
   */
  readonly images: Pick<Ledger<string | null>, 'size' | 'get' | 'has' | 'all' | 'put' | 'drop'>;
  /** By the path of the file: `media/port.jpg`. */
  readonly media: Pick<Ledger<RememberedMedia>, 'size' | 'get' | 'all' | 'put' | 'drop'>;
  /** Per month of articles: the fingerprint of all its pages together. */
  readonly months: ReadonlyMap<string, number>;
  putMonths(months: ReadonlyMap<string, number>): void;
  getNote(key: string): string | null;
  putNote(key: string, value: string): void;
  /** Keeps what was read of the articles, even if this build goes no further. */
  keepReading(): void;
  /** Says durably which files are about to be written; null: all of them. Call it once, before the first write. */
  beginWriting(urls: readonly string[] | null): void;
  /** Makes everything since the last commit the memory of the next build, at once or not at all. */
  commit(): void;
  /** Forgets everything since the last commit and closes the file. After `commit`, only closes it. */
  close(): void;
}

/** The file is not a memory of ours, or its content is damaged: throw it away and build in full. */
export class MemoryBroken extends Error {}

/** Another build holds the memory. */
export class MemoryBusy extends Error {}

/**
 * Opens the memory kept in `cacheDir`. A missing, foreign or damaged one, or one of another version, is begun anew.
 * `readingVersion` says how articles, comments and media were read (code, time zone): when it differs, they are forgotten, pages
 * are not.
 */
export function openMemory(cacheDir: string, readingVersion: string): Memory {
  try {
    return readMemory(cacheDir, readingVersion);
  } catch (error) {
    if (error instanceof MemoryBusy) throw error;
    forgetMemory(cacheDir);
    return readMemory(cacheDir, readingVersion);
  }
}

/** Removes the memory; the next build is a full one. */
export function forgetMemory(cacheDir: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    rmSync(memoryFile(cacheDir) + suffix, { force: true, recursive: true });
  }
}

function readMemory(cacheDir: string, readingVersion: string): Memory {
  mkdirSync(cacheDir, { recursive: true });
  const database = new DatabaseSync(memoryFile(cacheDir));
  try {
    return remember(database, readingVersion);
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new MemoryBusy('locked', { cause: error });
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|busy/.test(error.message);
}

function remember(database: DatabaseSync, readingVersion: string): Memory {
  // EXCLUSIVE: two builds must not write one output. NORMAL: a killed process loses nothing; after a power cut SQLite may
  // find a damaged file, which is a full build.
  database.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL',
  );
  const version = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version.user_version !== 0 && version.user_version !== VERSION)
    throw new MemoryBroken('another version');
  database.exec('BEGIN IMMEDIATE');
  database.exec(`
    CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS article (file TEXT PRIMARY KEY, article TEXT NOT NULL, hash TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS thread (file TEXT PRIMARY KEY, comments TEXT NOT NULL, hash TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS suspect (url TEXT PRIMARY KEY) WITHOUT ROWID;
    PRAGMA user_version = ${VERSION};
  `);
  createLedgerTable(database);
  const getNote = database.prepare('SELECT value FROM note WHERE key = ?');
  const putNote = database.prepare('INSERT OR REPLACE INTO note VALUES (?, ?)');
  const readNote = (key: string): string | null =>
    (getNote.get(key) as { value: string } | undefined)?.value ?? null;
  if (readNote('reading') !== readingVersion) {
    database.exec(
      "DELETE FROM ledger WHERE kind IN ('article', 'thread', 'media'); DELETE FROM article; DELETE FROM thread",
    );
    putNote.run('reading', readingVersion);
  }

  const suspects = new Set<string>();
  for (const { url } of database.prepare('SELECT url FROM suspect').all() as { url: string }[])
    suspects.add(url);
  const allSuspect = suspects.delete(EVERY_PAGE);
  const pages = openLedger<RememberedPage, readonly (readonly [string, number, string | null])[]>(database, {
    kind: 'page',
    bucketOf: monthOfArticle,
    pack: rows => rows.map(([url, { fingerprint, bytesHash }]) => [url, fingerprint, bytesHash]),
    unpack: packed =>
      packed.map(([url, fingerprint, bytesHash]) => [
        url,
        { fingerprint, bytesHash: allSuspect || suspects.has(url) ? null : bytesHash },
      ]),
  });
  const images = openLedger<string | null, readonly (readonly [string, string | null])[]>(database, {
    kind: 'image',
    bucketOf: anyBucket,
    pack: rows => rows,
    unpack: rows => rows.map(([url, bytesHash]) => [url, allSuspect || suspects.has(url) ? null : bytesHash]),
  });
  const articles = openLedger<RememberedArticle, ArticleColumns>(database, {
    kind: 'article',
    bucketOf: anyBucket,
    pack: rows => packArticles(rows.map(([, row]) => row)),
    unpack: unpackArticles,
  });
  const threads = openLedger<RememberedThread, ThreadColumns>(database, {
    kind: 'thread',
    bucketOf: anyBucket,
    pack: packThreads,
    unpack: unpackThreads,
  });
  const media = openLedger<RememberedMedia, readonly (readonly [string, RememberedMedia])[]>(database, {
    kind: 'media',
    bucketOf: anyBucket,
    pack: rows => rows,
    unpack: rows => rows,
  });
  // Every build asks for every article and its comments, and damage should show before anything is done.
  articles.readAll();
  threads.readAll();

  const getArticle = database.prepare('SELECT article, hash FROM article WHERE file = ?');
  const putArticle = database.prepare('INSERT OR REPLACE INTO article VALUES (?, ?, ?)');
  const dropArticle = database.prepare('DELETE FROM article WHERE file = ?');
  const getThread = database.prepare('SELECT comments, hash FROM thread WHERE file = ?');
  const putThread = database.prepare('INSERT OR REPLACE INTO thread VALUES (?, ?, ?)');
  const dropThread = database.prepare('DELETE FROM thread WHERE file = ?');
  const commit = (): void => {
    pages.flush();
    images.flush();
    articles.flush();
    threads.flush();
    media.flush();
    database.exec('COMMIT; BEGIN IMMEDIATE');
  };
  let open = true;

  return {
    knowsNothingOnDisk: allSuspect || pages.size === 0,
    suspects,
    articles,
    pages,
    images,
    article(file) {
      const row = getArticle.get(file) as { article: string; hash: string } | undefined;
      if (!row || hashOf(row.article) !== row.hash) throw new MemoryBroken(`the article ${file} is damaged`);
      return JSON.parse(row.article) as Article;
    },
    putArticle(file, remembered, article) {
      articles.put(file, remembered);
      putArticle.run(file, article, hashOf(article));
    },
    restampArticle(file, stamp) {
      articles.put(file, { ...articles.get(file)!, stamp });
    },
    dropArticle(file) {
      articles.drop(file);
      dropArticle.run(file);
    },
    threads,
    comments(file) {
      const row = getThread.get(file) as { comments: string; hash: string } | undefined;
      if (!row || hashOf(row.comments) !== row.hash)
        throw new MemoryBroken(`the comments of ${file} are damaged`);
      return JSON.parse(row.comments) as readonly Comment[];
    },
    putThread(file, remembered, comments) {
      const text = JSON.stringify(comments);
      threads.put(file, remembered);
      putThread.run(file, text, hashOf(text));
    },
    dropThread(file) {
      threads.drop(file);
      dropThread.run(file);
    },
    media,
    months: new Map(JSON.parse(readNote('months') ?? '[]') as [string, number][]),
    putMonths(months) {
      putNote.run('months', JSON.stringify([...months]));
    },
    getNote: readNote,
    putNote(key, value) {
      putNote.run(key, value);
    },
    keepReading: commit,
    beginWriting(urls) {
      // The articles read so far are right whatever becomes of the output, so they may be kept already.
      const putSuspect = database.prepare('INSERT OR IGNORE INTO suspect VALUES (?)');
      for (const url of urls ?? [EVERY_PAGE]) putSuspect.run(url);
      commit();
    },
    commit() {
      database.exec('DELETE FROM suspect');
      commit();
    },
    close() {
      if (!open) return;
      open = false;
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

const ARTICLE_ADDRESS = /^\/[^/]+\/(\d{4})\/(\d\d)\/\d\d\/[^/]+\.html$/;

/** A bucket for each month of articles, since they are passed over by months; the first for all other pages. */
function monthOfArticle(url: string): number {
  const date = ARTICLE_ADDRESS.exec(url);
  return date ? 12 * Number(date[1]) + Number(date[2]) : 0;
}

/** Hash and stamp are made of letters, figures, `-` and `_`; a stamp may be empty. */
const BETWEEN = ' ';

/** Between names of files, which hold no NUL. */
const BETWEEN_FILES = '\0';

/** Remembered threads by columns. */
interface ThreadColumns {
  readonly files: string;
  readonly stamps: string;
  readonly hashes: readonly number[];
}

function packThreads(threads: readonly (readonly [string, RememberedThread])[]): ThreadColumns {
  return {
    files: threads.map(([file]) => file).join(BETWEEN_FILES),
    stamps: threads.map(([, { stamp }]) => stamp).join(BETWEEN),
    hashes: threads.map(([, { hash }]) => hash),
  };
}

function unpackThreads(columns: ThreadColumns): readonly (readonly [string, RememberedThread])[] {
  const stamps = columns.stamps.split(BETWEEN);
  return columns.files
    .split(BETWEEN_FILES)
    .map((file, place) => [file, { stamp: stamps[place]!, hash: columns.hashes[place]! }]);
}

/** Remembered articles by columns, like the entries in them. */
interface ArticleColumns {
  readonly stamps: string;
  readonly sourceHashes: string;
  readonly bodyLengths: readonly number[];
  readonly entries: EntryColumns;
}

function packArticles(articles: readonly RememberedArticle[]): ArticleColumns {
  return {
    stamps: articles.map(({ stamp }) => stamp).join(BETWEEN),
    sourceHashes: articles.map(({ sourceHash }) => sourceHash).join(BETWEEN),
    bodyLengths: articles.map(({ bodyLength }) => bodyLength),
    entries: packEntries(articles.map(({ entry }) => entry)),
  };
}

function unpackArticles(columns: ArticleColumns): readonly (readonly [string, RememberedArticle])[] {
  const stamps = columns.stamps.split(BETWEEN);
  const sourceHashes = columns.sourceHashes.split(BETWEEN);
  return unpackEntries(columns.entries).map((entry, place) => [
    entry.file,
    {
      stamp: stamps[place]!,
      sourceHash: sourceHashes[place]!,
      bodyLength: columns.bodyLengths[place]!,
      entry,
    },
  ]);
}
