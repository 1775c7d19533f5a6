// Rows by key in an SQLite file, in a few hundred texts: all are read in a tenth of the time that as many rows would take.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** Enough that a change rewrites little (a 256th of the rows), few enough that reading all costs nothing by number. */
const BUCKETS = 256;

/** Stands in place of a bucket's number in the row that holds the checksum of every bucket: a lost one shows by it. */
const CONTENTS = -1;

/** The ledger's text is not what was written: the file is damaged. */
export class LedgerDamaged extends Error {}

/** The rows of one kind. `rows` is to be changed by `put` and `drop` alone. */
export interface Ledger<Row> {
  readonly rows: ReadonlyMap<string, Row>;
  put(key: string, row: Row): void;
  drop(key: string): void;
  /** Writes what changed since the last call, inside the transaction that is open. */
  flush(): void;
}

export function createLedgerTable(database: DatabaseSync): void {
  database.exec(`CREATE TABLE IF NOT EXISTS ledger (kind TEXT NOT NULL, bucket INTEGER NOT NULL, rows TEXT NOT NULL,
    crc INTEGER NOT NULL, PRIMARY KEY (kind, bucket)) WITHOUT ROWID`);
}

/** `Packed` is JSON data that holds some rows, their keys included. Throws `LedgerDamaged`. */
export function openLedger<Row, Packed>(
  database: DatabaseSync,
  kind: string,
  pack: (rows: readonly (readonly [string, Row])[]) => Packed,
  unpack: (packed: Packed) => readonly (readonly [string, Row])[],
): Ledger<Row> {
  const rows = new Map<string, Row>();
  // The keys of each bucket, those of dropped rows among them until it is written.
  const keys: string[][] = Array.from({ length: BUCKETS }, () => []);
  const dirty = new Set<number>();
  const checksums = new Map<number, number>();
  const contents = (): string => JSON.stringify([...checksums].sort(([a], [b]) => a - b));
  let contentsFound = contents();
  const select = database.prepare('SELECT bucket, rows, crc FROM ledger WHERE kind = ? ORDER BY bucket');
  for (const { bucket, rows: text, crc } of select.all(kind) as {
    bucket: number;
    rows: string;
    crc: number;
  }[]) {
    if (crc32(text) !== crc) throw new LedgerDamaged(kind);
    if (bucket === CONTENTS) {
      contentsFound = text;
      continue;
    }
    checksums.set(bucket, crc);
    for (const [key, row] of unpack(JSON.parse(text) as Packed)) {
      rows.set(key, row);
      keys[bucket]?.push(key);
    }
  }
  if (contentsFound !== contents()) throw new LedgerDamaged(kind);
  return {
    rows,
    put(key, row) {
      const bucket = bucketOf(key);
      if (!rows.has(key)) keys[bucket]!.push(key);
      rows.set(key, row);
      dirty.add(bucket);
    },
    drop(key) {
      if (rows.delete(key)) dirty.add(bucketOf(key));
    },
    flush() {
      if (dirty.size === 0) return;
      const write = database.prepare('INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?)');
      for (const bucket of dirty) {
        // A key that was dropped and put again stands here twice.
        keys[bucket] = [...new Set(keys[bucket])].filter(key => rows.has(key));
        const text = JSON.stringify(pack(keys[bucket].map(key => [key, rows.get(key)!])));
        const crc = crc32(text);
        write.run(kind, bucket, text, crc);
        checksums.set(bucket, crc);
      }
      write.run(kind, CONTENTS, contents(), crc32(contents()));
      dirty.clear();
    },
  };
}

function bucketOf(key: string): number {
  return crc32(key) % BUCKETS;
}
