// Texts by key in an SQLite file, kept one by one and gathered in parts: a part travels as one text, and a text is read without the others.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { hashOf } from '../../hash/hash.ts';
import { type Part, type PartSource, TableDamaged, type Tables, type TravellingTable } from './parts.ts';

/** The texts of one kind. May throw `TableDamaged`. */
export interface RowTable extends TravellingTable {
  get(part: number, key: string): string | null;
  put(part: number, key: string, text: string): void;
  drop(part: number, key: string): void;
  /** Every key with its text; of a table that is small. */
  all(): Iterable<readonly [key: string, text: string]>;
  /** Notes which parts changed, inside the transaction that is open. */
  flush(): void;
}

export function createRows(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS row (kind TEXT NOT NULL, part INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL,
      crc INTEGER NOT NULL, PRIMARY KEY (kind, part, key));
    CREATE TABLE IF NOT EXISTS part (kind TEXT NOT NULL, number INTEGER NOT NULL, hash TEXT, size INTEGER NOT NULL,
      here INTEGER NOT NULL, PRIMARY KEY (kind, number)) WITHOUT ROWID;
  `);
}

/** Makes a table that of `parts`, for who opens it next. */
export function adoptRows(database: DatabaseSync, kind: string, parts: Tables[string]): void {
  const hashes = new Map(parts.map(([number, hash]) => [number, hash]));
  const removeRows = database.prepare('DELETE FROM row WHERE kind = ? AND part = ?');
  const here = new Set<number>();
  for (const row of database.prepare('SELECT number, hash, here FROM part WHERE kind = ?').all(kind)) {
    const { number, hash, here: isHere } = row as { number: number; hash: string | null; here: number };
    if (isHere === 1 && hash !== null && hashes.get(number) === hash) here.add(number);
    else removeRows.run(kind, number);
  }
  database.prepare('DELETE FROM part WHERE kind = ?').run(kind);
  const save = database.prepare('INSERT INTO part VALUES (?, ?, ?, ?, ?)');
  for (const [number, hash, size] of parts) save.run(kind, number, hash, size, here.has(number) ? 1 : 0);
}

/** The text in which a part travels. */
type PartRows = readonly (readonly [key: string, text: string])[];

interface PartState {
  /** Of its text; null: it has to be made, since rows changed. */
  hash: string | null;
  size: number;
  /** Whether its rows are in the file; else they are to be fetched. */
  here: boolean;
}

/** @param source where parts come from that are not here; null: all of them are. */
export function openRows(database: DatabaseSync, kind: string, source: PartSource | null): RowTable {
  const select = database.prepare('SELECT text, crc FROM row WHERE kind = ? AND part = ? AND key = ?');
  const selectPart = database.prepare(
    'SELECT key, text, crc FROM row WHERE kind = ? AND part = ? ORDER BY key',
  );
  const insert = database.prepare('INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM row WHERE kind = ? AND part = ? AND key = ?');
  const savePart = database.prepare('INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?)');
  const dropPart = database.prepare('DELETE FROM part WHERE kind = ? AND number = ?');
  const states = new Map<number, PartState>();
  const changed = new Set<number>();
  for (const row of database.prepare('SELECT number, hash, size, here FROM part WHERE kind = ?').all(kind)) {
    const { number, hash, size, here } = row as {
      number: number;
      hash: string | null;
      size: number;
      here: number;
    };
    states.set(number, { hash, size, here: here === 1 });
  }
  const save = (number: number, { hash, size, here }: PartState): void => {
    savePart.run(kind, number, hash, size, here ? 1 : 0);
  };
  const textOf = (key: string, row: { text: string; crc: number }): string => {
    if (crc32(row.text) !== row.crc) throw new TableDamaged(`${kind} ${key}`);
    return row.text;
  };
  /** Fetches what isn't here. */
  const bring = (number: number): PartState | undefined => {
    const state = states.get(number);
    if (state === undefined || state.here) return state;
    if (source === null || state.hash === null) throw new TableDamaged(kind);
    for (const [key, text] of JSON.parse(source.part(state.hash)) as PartRows)
      insert.run(kind, number, key, text, crc32(text));
    state.here = true;
    save(number, state);
    return state;
  };
  const rowsOf = (number: number): PartRows =>
    selectPart.all(kind, number).map(row => {
      const found = row as { key: string; text: string; crc: number };
      return [found.key, textOf(found.key, found)];
    });
  const change = (number: number): PartState => {
    const state = bring(number) ?? { hash: null, size: 0, here: true };
    states.set(number, state);
    state.hash = null;
    changed.add(number);
    return state;
  };
  return {
    kind,
    get(number, key) {
      if (bring(number) === undefined) return null;
      const row = select.get(kind, number, key) as { text: string; crc: number } | undefined;
      return row === undefined ? null : textOf(key, row);
    },
    put(number, key, text) {
      const state = change(number);
      if (select.get(kind, number, key) === undefined) state.size++;
      insert.run(kind, number, key, text, crc32(text));
    },
    drop(number, key) {
      if (bring(number) === undefined) return;
      if (remove.run(kind, number, key).changes > 0) change(number).size--;
    },
    *all() {
      const missing = [...states.values()].flatMap(({ here, hash }) => (here || hash === null ? [] : [hash]));
      source?.prefetch(missing);
      for (const number of [...states.keys()]) {
        bring(number);
        yield* rowsOf(number);
      }
    },
    flush() {
      for (const number of changed) {
        const state = states.get(number)!;
        if (state.size > 0) save(number, state);
        else {
          states.delete(number);
          dropPart.run(kind, number);
        }
      }
      changed.clear();
    },
    *parts(): Generator<Part, void> {
      for (const [number, state] of states) {
        if (state.hash === null) {
          state.hash = hashOf(JSON.stringify(rowsOf(number)));
          save(number, state);
        }
        yield { number, hash: state.hash, size: state.size };
      }
    },
    textOf: number => JSON.stringify(rowsOf(number)),
  };
}
