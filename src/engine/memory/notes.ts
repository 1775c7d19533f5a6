// Small texts of the memory, each by its name.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { TableDamaged } from './bucketed-table.ts';

export interface Notes {
  /** Throws `TableDamaged` when it is not what was put. */
  get(key: string): string | null;
  put(key: string, value: string): void;
}

export function createNotes(database: DatabaseSync): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY, value TEXT NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID',
  );
}

export function openNotes(database: DatabaseSync): Notes {
  const select = database.prepare('SELECT value, crc FROM note WHERE key = ?');
  const insert = database.prepare('INSERT OR REPLACE INTO note VALUES (?, ?, ?)');
  return {
    get(key) {
      const row = select.get(key) as { value: string; crc: number } | undefined;
      if (row && crc32(row.value) !== row.crc) throw new TableDamaged(`the note ${key}`);
      return row?.value ?? null;
    },
    put(key, value) {
      insert.run(key, value, crc32(value));
    },
  };
}
