// Small texts of the memory, each by its name, and in a part of its own.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { PartSource, TravellingTable } from './parts.ts';
import { openRows } from './row-table.ts';

export interface Notes {
  readonly table: TravellingTable;
  /** Throws `TableDamaged` when it is not what was put. */
  get(key: string): string | null;
  put(key: string, value: string): void;
  flush(): void;
}

export const NOTES = 'note';

/** Two notes may share a part: they are few, and it costs little. */
const PARTS = 4096;

export function openNotes(database: DatabaseSync, source: PartSource | null): Notes {
  const table = openRows(database, NOTES, source);
  const partOf = (key: string): number => crc32(key) % PARTS;
  const get = (key: string): string | null => table.get(partOf(key), key);
  return {
    table,
    get,
    put(key, value) {
      if (get(key) !== value) table.put(partOf(key), key, value);
    },
    flush: () => table.flush(),
  };
}
