// The memory in parts, each known by what it holds: so two machines, or a machine and a store, find out what one of them lacks.
import type { DatabaseSync } from 'node:sqlite';

/** The table's text is not what was written: the file is damaged. */
export class TableDamaged extends Error {}

/** Some rows of a table. */
export interface Part {
  readonly number: number;
  /** `hashOf` its text. */
  readonly hash: string;
  /** How many rows it has. */
  readonly size: number;
}

/** By kind, the parts of each table that travels. */
export type Tables = Readonly<
  Record<string, readonly (readonly [number: number, hash: string, size: number])[]>
>;

/** Where the texts of parts are that this machine does not have. */
export interface PartSource {
  /** Throws `TableDamaged` when there is none, or when it is not what its hash says. */
  part(hash: string): string;
  /** Brings many at once, for who is going to ask for them. */
  prefetch(hashes: readonly string[]): void;
}

/** A table that can be sent elsewhere. */
export interface TravellingTable {
  readonly kind: string;
  /** All of its parts, once they are flushed. */
  parts(): Iterable<Part>;
  /** The text of a part that is here. */
  textOf(number: number): string;
}

/** What is to be known of tables, and where the parts are that are not here. */
export interface Origin extends PartSource {
  /** As they were published last; null: nothing was. */
  readonly tables: Tables | null;
  /** Addresses that a publication was about to change when it was cut off; '*' stands for all. */
  readonly suspects: readonly string[];
}

export function tablesOf(tables: readonly TravellingTable[]): Tables {
  return Object.fromEntries(
    tables.map(table => [
      table.kind,
      [...table.parts()]
        .map(({ number, hash, size }) => [number, hash, size] as const)
        .sort(([a], [b]) => a - b),
    ]),
  );
}

/**
 * Makes the tables of a file those of `tables`: parts that differ are forgotten, and fetched when somebody asks for them. What else the
 * file knows was found out of other content.
 */
export function adoptTables(
  database: DatabaseSync,
  tables: Tables | null,
  adoptTable: Readonly<Record<string, (parts: Tables[string]) => void>>,
): void {
  for (const [kind, adopt] of Object.entries(adoptTable)) adopt(tables?.[kind] ?? []);
  database.exec('DELETE FROM former; DELETE FROM suspect');
}
