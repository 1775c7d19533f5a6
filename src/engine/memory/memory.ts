// What the last build knew, in one SQLite file: a build that finds it does only what changed, one that doesn't does all.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Article } from '../../article/article.ts';
import type { Comment } from '../../comment/comment.ts';
import type { ReadEntry } from '../../edition/entry.ts';
import { monthOf } from '../../edition/months-of-entries.ts';
import { folderOfFile } from '../reading/media-folders.ts';
import type { ReadingMemory, Remembered } from '../reading/reading-memory.ts';
import { shelfOf } from '../reading/shelves.ts';
import { adoptBuckets, anyBucket, type BucketedTable, createBuckets, openTable } from './bucketed-table.ts';
import { createFormer, type FormerState, openFormer } from './former-state.ts';
import { KEPT, type KeptVersions, openKept } from './kept-versions.ts';
import { MEMORY_VERSION, memoryFile, memoryFiles } from './memory-file.ts';
import { NOTES, openNotes } from './notes.ts';
import { adoptTables, type Origin, type Tables, tablesOf } from './parts.ts';
import { rememberedArticles } from './remembered-articles.ts';
import { type RememberedNeeds, rememberedNeeds } from './remembered-needs.ts';
import {
  bucketOfMonth,
  dossierFormat,
  dossierKey,
  entryFormat,
  entryKey,
  folderOfFilesFormat,
  hashesIn,
  imageFormat,
  linkerFormat,
  markFormat,
  mediaFormat,
  monthWithFilesFormat,
  needCountFormat,
  needListFormat,
  pageFormat,
  partOfText,
  type RememberedPage,
  shelfFormat,
  stampFormat,
  summaryFormat,
  tagFormat,
  threadFormat,
} from './row-formats.ts';
import { adoptRows, createRows, openRows } from './row-table.ts';
import { bucketsOfShelf } from './shelf-buckets.ts';

/** Stands for every address in the list of pages that a build had begun to write. */
export const EVERY_PAGE = '*';

export interface Memory extends ReadingMemory {
  /** Whether the pages on disk are unknown as a whole: there was no memory, or a build that wrote everything was killed. */
  readonly knowsNothingOnDisk: boolean;
  /** Addresses that a killed build had begun to write: their files may be whole, half or missing. */
  readonly suspects: ReadonlySet<string>;
  readonly pages: SiteTable<RememberedPage>;
  /** The entry of a file that was put or remembered; undefined: there is none. */
  entry(file: string): ReadEntry | undefined;
  /** The front matter of an article that was put or remembered. Throws `MemoryBroken` when it is not what was kept. */
  article(entry: Pick<ReadEntry, 'file' | 'day' | 'dossiers'>): Article;
  /** What such an article is found by (`packTerms`). Throws the same. */
  terms(entry: Pick<ReadEntry, 'file' | 'day'>): string;
  /**
   * The images and recordings in the output, by address: a hash of each one's bytes, null when they can't be trusted. Apart from
   * the pages, of which only those that changed are looked at: images go by themselves when the newest articles change.
   */
  readonly images: SiteTable<string | null>;
  /** Which files the pages of these bytes need. */
  readonly needs: RememberedNeeds;
  /** What was made of the theme, by the names that files of it have in the cache (`assets/asset-cache.ts`). */
  readonly assets: {
    all(): Iterable<readonly [name: string, text: string]>;
    put(name: string, text: string): void;
    drop(name: string): void;
  };
  /** Of what was sent to a store, by address. */
  readonly tags: Pick<BucketedTable<string>, 'get' | 'put' | 'drop'>;
  /** Makes suspects of these addresses, for this build: their files are not as they are remembered. */
  doubt(urls: Iterable<string>): void;
  /** What was read when the last build made the site, of what has been read again since. */
  readonly former: Pick<FormerState, 'article' | 'entries' | 'media'>;
  /** Of articles that have a fault now, as they were published. */
  readonly kept: KeptVersions;
  /** By `linkerKey`, the articles that link to articles of a month. */
  readonly linkers: Pick<BucketedTable<readonly number[]>, 'get' | 'put' | 'rowsOf'>;
  /** As in `Plan`. */
  readonly months: ReadonlyMap<string, number>;
  putMonths(months: ReadonlyMap<string, number>): void;
  getNote(key: string): string | null;
  putNote(key: string, value: string): void;
  /** Keeps what was read of many articles, or of photographs, even if this build goes no further. */
  keepReading(): void;
  /** All tables that travel, as they are committed. */
  tables(): Tables;
  /** The text of a part of them that is here. */
  partText(kind: string, number: number): string;
  /** Says durably which files are about to be written; null: all of them. Call it once, before the first write. */
  beginWriting(urls: readonly string[] | null): void;
  /** Makes everything since the last commit the memory of the next build, at once or not at all. */
  commit(): void;
  /** Forgets everything since the last commit and closes the file. After `commit`, only closes it. */
  close(): void;
}

/** Rows of what stands in the output. */
type SiteTable<Row> = Remembered<Row> &
  Pick<
    BucketedTable<Row>,
    'put' | 'drop' | 'buckets' | 'changedBuckets' | 'isTouched' | 'rowsOf' | 'rowsInPassing' | 'spill'
  >;

/** The front matter of articles (`partOfText`), and what they are found by, by their months; the comments of each. */
const TEXTS = 'text';
const TERMS = 'term';
const COMMENTS = 'comment';
const ASSETS = 'asset';

/** The kinds of what was found of the files that months name. */
const FILES = [monthWithFilesFormat.kind, folderOfFilesFormat.kind];

/** All tables that travel, made those of an origin. */
function adoptAs(database: DatabaseSync): Readonly<Record<string, (parts: Tables[string]) => void>> {
  const buckets = [
    ...['page', 'image', 'tag', 'media', 'entry', 'dossier', 'summary'],
    ...['mark', 'shelf', 'thread', 'linker', needListFormat.kind, needCountFormat.kind, ...FILES],
  ];
  const rows = [TEXTS, TERMS, COMMENTS, ASSETS, NOTES, KEPT];
  return Object.fromEntries([
    ...buckets.map(kind => [kind, (parts: Tables[string]) => adoptBuckets(database, kind, parts)] as const),
    ...rows.map(kind => [kind, (parts: Tables[string]) => adoptRows(database, kind, parts)] as const),
  ]);
}

/** The file is not a memory of ours, or its content is damaged: throw it away and build in full. */
export class MemoryBroken extends Error {}

/** Another build holds the memory. */
export class MemoryBusy extends Error {}

/** How what is remembered was read (code, time zone): what was read otherwise is forgotten, and read again. Pages are not. */
export interface ReadingVersions {
  /** Of articles and comments. */
  readonly content: string;
  readonly media: string;
  /** Of what months name of these. */
  readonly files: string;
}

/** Opens the memory kept in `cacheDir`. A missing, foreign or damaged one, or one of another version, is begun anew. */
/**
 * @param origin where the memory was published, if its file in `cacheDir` is but a copy of some of it; null: the file is all there is.
 */
export function openMemory(
  cacheDir: string,
  versions: ReadingVersions,
  origin: Origin | null = null,
): Memory {
  try {
    return readMemory(cacheDir, versions, origin);
  } catch (error) {
    if (error instanceof MemoryBusy) throw error;
    // A folder where a file of it should be is no fault of the disk.
    const areFiles = memoryFiles(cacheDir).every(
      file => !statSync(file, { throwIfNoEntry: false })?.isDirectory(),
    );
    if (areFiles && isRefusedBySystem(error)) throw error;
    forgetMemory(cacheDir);
    return readMemory(cacheDir, versions, origin);
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

function readMemory(cacheDir: string, versions: ReadingVersions, origin: Origin | null): Memory {
  mkdirSync(cacheDir, { recursive: true });
  const database = new DatabaseSync(memoryFile(cacheDir));
  try {
    return remember(database, versions, origin);
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new MemoryBusy('locked', { cause: error });
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|busy/.test(error.message);
}

/** So many articles take longer to read again than they take to reach the disk. */
const WORTH_KEEPING = 400;

/** What is known of so many articles waits here to be written, while they are read; they come month by month. */
const MOST_AT_HAND = 50_000;

function remember(database: DatabaseSync, versions: ReadingVersions, origin: Origin | null): Memory {
  // EXCLUSIVE: two builds must not write one output. NORMAL: a killed process loses nothing; after a power cut SQLite may
  // find a damaged file, which is a full build.
  database.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL',
  );
  const version = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version.user_version !== 0 && version.user_version !== MEMORY_VERSION)
    throw new MemoryBroken('another version');
  database.exec('BEGIN IMMEDIATE');
  // What is written, even if it is the same, has to reach the disk.
  if (version.user_version === 0) database.exec(`PRAGMA user_version = ${MEMORY_VERSION}`);
  database.exec('CREATE TABLE IF NOT EXISTS suspect (url TEXT PRIMARY KEY) WITHOUT ROWID');
  createRows(database);
  createBuckets(database);
  createFormer(database);
  if (origin !== null) adoptTables(database, origin.tables, adoptAs(database));
  const notes = openNotes(database, origin);
  const { get: readNote, put: putNote } = notes;
  const forget = (buckets: readonly string[], rows: readonly string[]): void => {
    for (const kind of buckets) adoptBuckets(database, kind, []);
    for (const kind of [...rows, KEPT]) adoptRows(database, kind, []);
    database.exec('DELETE FROM former');
  };
  if (readNote('content') !== versions.content) {
    forget(
      ['entry', 'dossier', 'summary', 'mark', 'shelf', 'thread', 'linker', ...FILES],
      [TEXTS, TERMS, COMMENTS],
    );
    putNote('content', versions.content);
  }
  if (readNote('media') !== versions.media) {
    forget(['media', ...FILES], []);
    putNote('media', versions.media);
  }
  if (readNote('files') !== versions.files) {
    for (const kind of FILES) adoptBuckets(database, kind, []);
    putNote('files', versions.files);
  }

  const suspects = new Set<string>();
  for (const { url } of database.prepare('SELECT url FROM suspect').all() as { url: string }[])
    suspects.add(url);
  for (const url of origin?.suspects ?? []) suspects.add(url);
  const allSuspect = suspects.delete(EVERY_PAGE);
  const isSuspect = (url: string): boolean => allSuspect || suspects.has(url);
  const pages = openTable(database, pageFormat(isSuspect), origin);
  const images = openTable(database, imageFormat(isSuspect), origin);
  const tags = openTable(database, tagFormat, origin);
  const marks = openTable(database, markFormat, origin);
  const hashesOf = hashesIn(marks);
  const entries = openTable(database, entryFormat(hashesOf), origin);
  const ofDossiers = openTable(database, dossierFormat(hashesOf), origin);
  const summaries = openTable(database, summaryFormat, origin);
  const shelves = openTable(database, shelfFormat, origin);
  const threads = openTable(database, threadFormat, origin);
  const media = openTable(database, mediaFormat, origin);
  const monthsWithFiles = openTable(database, monthWithFilesFormat, origin);
  const foldersOfFiles = openTable(database, folderOfFilesFormat, origin);
  const needLists = openTable(database, needListFormat, origin);
  const needCounts = openTable(database, needCountFormat, origin);
  const linkers = openTable(database, linkerFormat, origin);
  // True of this machine alone.
  const stamps = openTable(database, stampFormat);
  const texts = openRows(database, TEXTS, origin);
  const terms = openRows(database, TERMS, origin);
  const comments = openRows(database, COMMENTS, origin);
  const assets = openRows(database, ASSETS, origin);
  const articles = rememberedArticles({ marks, entries, ofDossiers, summaries });
  const textOf = (entry: Pick<ReadEntry, 'file' | 'day' | 'dossiers'>): string | null =>
    texts.get(partOfText(entry), entry.file);
  const hasSite = pages.size > 0 && entries.size > 0;
  const former = openFormer(database, { entryOf: articles.entry, media, textOf, hasSite });
  const kept = openKept(database, origin);
  const buckets = [
    pages,
    images,
    tags,
    entries,
    ofDossiers,
    summaries,
    marks,
    shelves,
    threads,
    media,
    monthsWithFiles,
    foldersOfFiles,
    needLists,
    needCounts,
    linkers,
  ];
  const travelling = [...buckets, texts, terms, comments, assets, notes.table, kept.table];
  // Every build asks for all of them, and damage should show before anything is done.
  summaries.readAll();
  monthsWithFiles.readAll();
  foldersOfFiles.readAll();
  shelves.readAll();
  threads.readAll();

  const commit = (): void => {
    for (const table of [...buckets, stamps, texts, terms, comments, assets, notes, kept]) table.flush();
    database.exec('COMMIT; BEGIN IMMEDIATE');
  };
  let articlesRead = 0;
  let photographsRead = 0;
  /** Before what is known of an article changes. */
  const leave = (file: string): void => {
    former.noteArticle(file);
    shelves.drop(shelfOf(file));
    const known = articles.entry(file);
    if (!known) return;
    texts.drop(partOfText(known), file);
    terms.drop(bucketOfMonth(known.day), file);
    const month = monthOf(known);
    entries.drop(entryKey(month, file));
    for (const dossier of known.dossiers) ofDossiers.drop(dossierKey(dossier, month, file));
  };
  let open = true;

  return {
    knowsNothingOnDisk: allSuspect || pages.size === 0,
    suspects,
    articles,
    entry: articles.entry,
    pages,
    images,
    needs: rememberedNeeds({ lists: needLists, counts: needCounts }),
    assets: {
      all: () => assets.all(),
      put(name, text) {
        if (assets.get(anyBucket(name), name) !== text) assets.put(anyBucket(name), name, text);
      },
      drop: name => assets.drop(anyBucket(name), name),
    },
    tags,
    doubt(urls) {
      for (const url of urls) {
        suspects.add(url);
        const page = pages.get(url);
        if (page) pages.put(url, { ...page, bytesHash: null });
        if (images.has(url)) images.put(url, null);
      }
    },
    article(entry) {
      const text = textOf(entry);
      if (text === null) throw new MemoryBroken(`the article ${entry.file} is lost`);
      return JSON.parse(text) as Article;
    },
    former,
    kept,
    terms({ file, day }) {
      const text = terms.get(bucketOfMonth(day), file);
      if (text === null) throw new MemoryBroken(`the terms of ${file} are lost`);
      return text;
    },
    putArticle(file, remembered, { article, terms: found }) {
      leave(file);
      articlesRead++;
      const { id, bodyLength, entry } = remembered;
      const { cardHash, linkHash, addressHash, bodyHash } = entry;
      const month = monthOf(entry);
      entries.put(entryKey(month, file), entry);
      for (const dossier of entry.dossiers) ofDossiers.put(dossierKey(dossier, month, file), entry);
      marks.put(file, { id, bodyLength, month, cardHash, linkHash, addressHash, bodyHash });
      texts.put(partOfText(entry), file, article);
      terms.put(bucketOfMonth(entry.day), file, found);
      if (articlesRead % MOST_AT_HAND === 0)
        for (const table of [entries, ofDossiers, marks, stamps]) table.spill();
    },
    dropArticle(file) {
      leave(file);
      marks.drop(file);
    },
    shelves: {
      get: shelves.get,
      put: shelves.put,
      drop: shelves.drop,
    },
    threads,
    comments(file) {
      const text = comments.get(anyBucket(file), file);
      if (text === null) throw new MemoryBroken(`the comments of ${file} are lost`);
      return JSON.parse(text) as readonly Comment[];
    },
    putThread(file, remembered, list) {
      threads.put(file, remembered);
      comments.put(anyBucket(file), file, JSON.stringify(list));
    },
    dropThread(file) {
      threads.drop(file);
      comments.drop(anyBucket(file), file);
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
        photographsRead++;
        media.put(key, row);
      },
      drop(key) {
        former.noteMedia(key);
        media.drop(key);
      },
      factsOf(file) {
        const known = media.get(file);
        if (known === undefined) throw new MemoryBroken(`what was found of ${file} is lost`);
        return known.facts;
      },
      *filesIn(folder) {
        for (const bucket of bucketsOfShelf(shelfOf(`${folder}/`)))
          for (const [file] of media.rowsOf(bucket)) if (folderOfFile(file) === folder) yield file;
      },
    },
    monthsWithFiles,
    foldersOfFiles,
    linkers,
    stamps,
    months: new Map(JSON.parse(readNote('months') ?? '[]') as [string, number][]),
    putMonths(months) {
      putNote('months', JSON.stringify([...months]));
    },
    getNote: readNote,
    putNote,
    keepReading() {
      if (articlesRead >= WORTH_KEEPING || photographsRead > 0) commit();
    },
    tables: () => tablesOf(travelling),
    partText: (kind, number) => travelling.find(table => table.kind === kind)!.textOf(number),
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
