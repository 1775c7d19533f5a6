// What articles and photographs were when the last build made the site: an article that is read and found faulty later is still on line so.
import type { DatabaseSync } from 'node:sqlite';
import type { Article } from '../../article/article.ts';
import type { ReadEntry } from '../../edition/entry.ts';
import { hashOf } from '../../hash/hash.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import type { RememberedMedia } from '../reading/reading-memory.ts';
import type { BucketedTable } from './bucketed-table.ts';
import { TableDamaged } from './parts.ts';

export interface FormerArticle {
  readonly entry: ReadEntry;
  readonly article: Article;
}

export interface FormerState {
  /** null: there was no such article, or one with a fault. */
  article(file: string): FormerArticle | null;
  /** Of all articles that the memory knows otherwise now, or no more. */
  entries(): Iterable<ReadEntry>;
  /** Of every file that an article named. */
  media(): ReadonlyMap<string, MediaFacts>;
  /** Is called before the memory changes what it knows of an article. */
  noteArticle(file: string): void;
  /** The same of a photograph, a recording or the like. */
  noteMedia(file: string): void;
  /** What has been read is what the site is made of now. */
  forget(): void;
}

export function createFormer(database: DatabaseSync): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS former (kind TEXT NOT NULL, file TEXT NOT NULL, state TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (kind, file)) WITHOUT ROWID',
  );
}

/** What the last build knew, to tell what changes. `hasSite`: whether it knew an article, and made a page. */
interface Present {
  readonly entryOf: (file: string) => ReadEntry | undefined;
  readonly media: Pick<BucketedTable<RememberedMedia>, 'get' | 'all'>;
  /** The JSON text of an `Article`; null: there is no such article. */
  readonly textOf: (entry: ReadEntry) => string | null;
  readonly hasSite: boolean;
}

/** Of what changes the first state since then is kept; what nobody changes is as the memory knows it. */
export function openFormer(
  database: DatabaseSync,
  { entryOf, media, textOf, hasSite }: Present,
): FormerState {
  const getState = database.prepare('SELECT state, hash FROM former WHERE kind = ? AND file = ?');
  const insert = database.prepare('INSERT OR IGNORE INTO former VALUES (?, ?, ?, ?)');
  const allOfKind = database.prepare('SELECT file, state, hash FROM former WHERE kind = ?');
  const note = (kind: string, file: string, state: unknown): void => {
    const text = JSON.stringify(state);
    insert.run(kind, file, text, hashOf(text));
  };
  const present = (file: string): FormerArticle | null => {
    const entry = entryOf(file);
    const text = entry ? textOf(entry) : null;
    return entry && text !== null ? { entry, article: JSON.parse(text) as Article } : null;
  };
  return {
    article(file) {
      const row = getState.get('article', file) as StateRow | undefined;
      return row ? stateIn<FormerArticle | null>(row) : present(file);
    },
    *entries() {
      for (const entry of formerEntries(database).values()) if (entry !== null) yield entry;
    },
    media() {
      const facts = new Map<string, MediaFacts>();
      for (const [file, known] of media.all()) facts.set(file, known.facts);
      for (const row of allOfKind.all('media') as unknown as (StateRow & { readonly file: string })[]) {
        const before = stateIn<MediaFacts | null>(row);
        if (before === null) facts.delete(row.file);
        else facts.set(row.file, before);
      }
      return facts;
    },
    noteArticle(file) {
      if (hasSite) note('article', file, present(file));
    },
    noteMedia(file) {
      if (hasSite) note('media', file, media.get(file)?.facts ?? null);
    },
    forget() {
      database.exec('DELETE FROM former');
    },
  };
}

/** By their files, the articles of which a former state is kept; null: it was none, or one with a fault. */
export function formerEntries(database: DatabaseSync): ReadonlyMap<string, ReadEntry | null> {
  const rows = database.prepare("SELECT file, state, hash FROM former WHERE kind = 'article'").all();
  return new Map(
    (rows as unknown as (StateRow & { readonly file: string })[]).map(row => [
      row.file,
      stateIn<FormerArticle | null>(row)?.entry ?? null,
    ]),
  );
}

interface StateRow {
  readonly state: string;
  readonly hash: string;
}

function stateIn<State>({ state, hash }: StateRow): State {
  if (hashOf(state) !== hash) throw new TableDamaged('former');
  return JSON.parse(state) as State;
}
