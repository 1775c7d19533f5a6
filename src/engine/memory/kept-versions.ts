// Articles as they were published before a slip got into them: few, and none on most days.
import type { DatabaseSync } from 'node:sqlite';
import type { Article } from '../../article/article.ts';
import type { Entry } from '../../edition/entry.ts';
import { hashOf } from '../../hash/hash.ts';
import { TableDamaged } from './bucketed-table.ts';

/** All that a page and lists need of an article, without its file. */
export interface KeptVersion {
  readonly entry: Entry;
  readonly article: Article;
  /** As rendering made it, with addresses within the site. */
  readonly bodyHtml: string;
}

export interface KeptVersions {
  get(file: string): KeptVersion | undefined;
  files(): Iterable<string>;
  put(file: string, version: KeptVersion): void;
  drop(file: string): void;
}

export function createKept(database: DatabaseSync): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS kept (file TEXT PRIMARY KEY, version TEXT NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID',
  );
}

export function openKept(database: DatabaseSync): KeptVersions {
  const versions = new Map<string, KeptVersion>();
  for (const row of database.prepare('SELECT file, version, hash FROM kept').all()) {
    const { file, version, hash } = row as { file: string; version: string; hash: string };
    if (hashOf(version) !== hash) throw new TableDamaged('kept');
    versions.set(file, JSON.parse(version) as KeptVersion);
  }
  const insert = database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM kept WHERE file = ?');
  return {
    get: file => versions.get(file),
    files: () => [...versions.keys()],
    put(file, version) {
      const text = JSON.stringify(version);
      insert.run(file, text, hashOf(text));
      versions.set(file, version);
    },
    drop(file) {
      remove.run(file);
      versions.delete(file);
    },
  };
}
