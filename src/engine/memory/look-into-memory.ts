// The memory of the last build, looked at by who builds nothing: nothing is written, and no build is kept waiting.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { ReadEntry } from '../../edition/entry.ts';
import { type BucketedTable, openTable } from './bucketed-table.ts';
import { formerEntries } from './former-state.ts';
import { openKept } from './kept-versions.ts';
import { MEMORY_VERSION, memoryFile } from './memory-file.ts';
import { openNotes } from './notes.ts';
import { TableDamaged } from './parts.ts';
import { entryFormat, hashesIn, markFormat, pageFormat, type RememberedPage } from './row-formats.ts';

export interface GlimpsedMemory {
  readonly pages: Pick<BucketedTable<RememberedPage>, 'all' | 'has' | 'rowsOf' | 'size'>;
  readonly getNote: (key: string) => string | null;
  /** Every article as it was when the last build made the site, of faulty ones as they stand; none where another version of the code read them. */
  readonly articles: Iterable<ReadEntry>;
}

/**
 * What `look` makes of the memory in `cacheDir`; null: there is none, or none that can be looked into now. Ask for all of it within `look`.
 * @param content as in `ReadingVersions`.
 */
export function lookIntoMemory<Found>(
  cacheDir: string,
  content: string,
  look: (memory: GlimpsedMemory) => Found,
): Found | null {
  const file = memoryFile(cacheDir);
  if (!existsSync(file)) return null;
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    return version === MEMORY_VERSION ? look(glimpse(database, content)) : null;
  } catch (error) {
    // A build holds it, or was killed while it wrote.
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof TableDamaged || code === 'ERR_SQLITE_ERROR') return null;
    throw error;
  } finally {
    database?.close();
  }
}

function glimpse(database: DatabaseSync, content: string): GlimpsedMemory {
  const { get: getNote } = openNotes(database, null);
  const pages = openTable(
    database,
    pageFormat(() => false),
  );
  const isReadAlike = getNote('content') === content;
  return { pages, getNote, articles: isReadAlike ? articlesOfSite(database) : [] };
}

function* articlesOfSite(database: DatabaseSync): Generator<ReadEntry, void> {
  const kept = openKept(database, null);
  for (const file of kept.files()) yield kept.get(file)!.entry;
  const former = formerEntries(database);
  for (const entry of former.values()) if (entry !== null) yield entry;
  const marks = openTable(database, markFormat);
  for (const [, entry] of openTable(database, entryFormat(hashesIn(marks))).all())
    if (!former.has(entry.file)) yield entry;
}
