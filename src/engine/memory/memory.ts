// What the last build knew, in one SQLite file: a build that finds it does only what changed, one that doesn't does all.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Article } from '../../article/article.ts';
import type { Comment } from '../../comment/comment.ts';
import { hashOf } from '../../hash/hash.ts';
import type { ReadingMemory, Remembered } from '../reading/reading-memory.ts';
import { type BucketedTable, createBuckets, openTable } from './bucketed-table.ts';
import { createFormer, type FormerState, openFormer } from './former-state.ts';
import { createKept, type KeptVersions, openKept } from './kept-versions.ts';
import { MEMORY_VERSION, memoryFile, memoryFiles } from './memory-file.ts';
import { createNotes, openNotes } from './notes.ts';
import {
  articleFormat,
  imageFormat,
  linkerFormat,
  mediaFormat,
  pageFormat,
  type RememberedPage,
  threadFormat,
} from './row-formats.ts';

/** Stands for every address in the list of pages that a build had begun to write. */
const EVERY_PAGE = '*';

export interface Memory extends ReadingMemory {
  /** Whether the pages on disk are unknown as a whole: there was no memory, or a build that wrote everything was killed. */
  readonly knowsNothingOnDisk: boolean;
  /** Addresses that a killed build had begun to write: their files may be whole, half or missing. */
  readonly suspects: ReadonlySet<string>;
  readonly pages: SiteTable<RememberedPage>;
  /** The front matter of an article that was put or remembered. Throws `MemoryBroken` when it is not what was kept. */
  article(file: string): Article;
  /**
   * The images and recordings in the output, by address: a hash of each one's bytes, null when they can't be trusted. Apart from
   * the pages, of which only those that changed are looked at: images go by themselves when the newest articles change.
   */
  readonly images: SiteTable<string | null>;
  /** Makes suspects of these addresses, for this build: their files are not as they are remembered. */
  doubt(urls: Iterable<string>): void;
  /** What was read when the last build made the site, of what has been read again since. */
  readonly former: Pick<FormerState, 'article' | 'entries' | 'media'>;
  /** Of articles that have a fault now, as they were published. */
  readonly kept: KeptVersions;
  /** By `linkerKey`, the articles that link to articles of a month. */
  readonly linkers: Pick<BucketedTable<readonly number[]>, 'get' | 'put' | 'rowsOf'>;
  /** Per kind of page and month, `article 2014-05`: the fingerprint of all its pages together. */
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

/** Rows of what stands in the output. */
type SiteTable<Row> = Remembered<Row> &
  Pick<BucketedTable<Row>, 'put' | 'drop' | 'buckets' | 'changedBuckets' | 'rowsOf'>;

/** The file is not a memory of ours, or its content is damaged: throw it away and build in full. */
export class MemoryBroken extends Error {}

/** Another build holds the memory. */
export class MemoryBusy extends Error {}

/** How what is remembered was read (code, time zone): what was read otherwise is forgotten, and read again. Pages are not. */
export interface ReadingVersions {
  /** Of articles and comments. */
  readonly content: string;
  readonly media: string;
}

/** Opens the memory kept in `cacheDir`. A missing, foreign or damaged one, or one of another version, is begun anew. */
export function openMemory(cacheDir: string, versions: ReadingVersions): Memory {
  try {
    return readMemory(cacheDir, versions);
  } catch (error) {
    if (error instanceof MemoryBusy) throw error;
    // A folder where a file of it should be is no fault of the disk.
    const areFiles = memoryFiles(cacheDir).every(
      file => !statSync(file, { throwIfNoEntry: false })?.isDirectory(),
    );
    if (areFiles && isRefusedBySystem(error)) throw error;
    forgetMemory(cacheDir);
    return readMemory(cacheDir, versions);
  }
}

/** SQLite's codes NOMEM, IOERR, FULL (sqlite.org/rescode.html). */
const REFUSALS = [7, 10, 13];

/** Whether the system let SQLite down: nothing is wrong with the memory, and another one would fare no better. */
export function isRefusedBySystem(error: unknown): boolean {
  const { code, errcode = 0 } = error as NodeJS.ErrnoException & { readonly errcode?: number };
  return code === 'ERR_SQLITE_ERROR' && REFUSALS.includes(errcode & 0xff);
}

/** Removes the memory; the next build is a full one. */
export function forgetMemory(cacheDir: string): void {
  for (const file of memoryFiles(cacheDir)) rmSync(file, { force: true, recursive: true });
}

function readMemory(cacheDir: string, versions: ReadingVersions): Memory {
  mkdirSync(cacheDir, { recursive: true });
  const database = new DatabaseSync(memoryFile(cacheDir));
  try {
    return remember(database, versions);
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new MemoryBusy('locked', { cause: error });
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|busy/.test(error.message);
}

function remember(database: DatabaseSync, versions: ReadingVersions): Memory {
  // EXCLUSIVE: two builds must not write one output. NORMAL: a killed process loses nothing; after a power cut SQLite may
  // find a damaged file, which is a full build.
  database.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL',
  );
  const version = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version.user_version !== 0 && version.user_version !== MEMORY_VERSION)
    throw new MemoryBroken('another version');
  database.exec('BEGIN IMMEDIATE');
  database.exec(`
    CREATE TABLE IF NOT EXISTS article (file TEXT PRIMARY KEY, article TEXT NOT NULL, hash TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS thread (file TEXT PRIMARY KEY, comments TEXT NOT NULL, hash TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS suspect (url TEXT PRIMARY KEY) WITHOUT ROWID;
    PRAGMA user_version = ${MEMORY_VERSION};
  `);
  createNotes(database);
  createBuckets(database);
  createFormer(database);
  createKept(database);
  const { get: readNote, put: putNote } = openNotes(database);
  if (readNote('content') !== versions.content) {
    database.exec(
      "DELETE FROM bucket WHERE kind IN ('article', 'thread', 'linker'); DELETE FROM article; DELETE FROM thread; DELETE FROM former; DELETE FROM kept",
    );
    putNote('content', versions.content);
  }
  if (readNote('media') !== versions.media) {
    database.exec("DELETE FROM bucket WHERE kind = 'media'; DELETE FROM former; DELETE FROM kept");
    putNote('media', versions.media);
  }

  const suspects = new Set<string>();
  for (const { url } of database.prepare('SELECT url FROM suspect').all() as { url: string }[])
    suspects.add(url);
  const allSuspect = suspects.delete(EVERY_PAGE);
  const isSuspect = (url: string): boolean => allSuspect || suspects.has(url);
  const pages = openTable(database, pageFormat(isSuspect));
  const images = openTable(database, imageFormat(isSuspect));
  const articles = openTable(database, articleFormat);
  const threads = openTable(database, threadFormat);
  const media = openTable(database, mediaFormat);
  const linkers = openTable(database, linkerFormat);
  const former = openFormer(database, { articles, media, hasSite: pages.size > 0 && articles.size > 0 });
  const kept = openKept(database);
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
    linkers.flush();
    database.exec('COMMIT; BEGIN IMMEDIATE');
  };
  let open = true;

  return {
    knowsNothingOnDisk: allSuspect || pages.size === 0,
    suspects,
    articles,
    pages,
    images,
    doubt(urls) {
      for (const url of urls) {
        suspects.add(url);
        const page = pages.get(url);
        if (page) pages.put(url, { ...page, bytesHash: null });
        if (images.has(url)) images.put(url, null);
      }
    },
    article(file) {
      const row = getArticle.get(file) as { article: string; hash: string } | undefined;
      if (!row || hashOf(row.article) !== row.hash) throw new MemoryBroken(`the article ${file} is damaged`);
      return JSON.parse(row.article) as Article;
    },
    former,
    kept,
    putArticle(file, remembered, article) {
      former.noteArticle(file);
      articles.put(file, remembered);
      putArticle.run(file, article, hashOf(article));
    },
    restampArticle(file, stamp) {
      articles.put(file, { ...articles.get(file)!, stamp });
    },
    dropArticle(file) {
      former.noteArticle(file);
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
    media: {
      get size() {
        return media.size;
      },
      get: media.get,
      has: media.has,
      all: media.all,
      put(key, row) {
        former.noteMedia(key);
        media.put(key, row);
      },
      drop(key) {
        former.noteMedia(key);
        media.drop(key);
      },
    },
    linkers,
    months: new Map(JSON.parse(readNote('months') ?? '[]') as [string, number][]),
    putMonths(months) {
      putNote('months', JSON.stringify([...months]));
    },
    getNote: readNote,
    putNote,
    keepReading: commit,
    beginWriting(urls) {
      // The articles read so far are right whatever becomes of the output, so they may be kept already.
      const putSuspect = database.prepare('INSERT OR IGNORE INTO suspect VALUES (?)');
      for (const url of urls ?? [EVERY_PAGE]) putSuspect.run(url);
      commit();
    },
    commit() {
      database.exec('DELETE FROM suspect');
      former.forget();
      commit();
    },
    close() {
      if (!open) return;
      open = false;
      // A full disk has rolled it back already; saying so would hide what happened.
      if (database.isTransaction) database.exec('ROLLBACK');
      database.close();
    },
  };
}
