// What the store asks of a database: statements in the SQL that SQLite and PostgreSQL share, with `$1`, `$2`… for their values.

/** A value as both databases take and give it. Instants and counts are numbers. */
export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, SqlValue>>;

export interface Statements {
  /** Runs one statement. @returns its rows; those of `RETURNING` where it changes something. */
  rows<Found extends Row = Row>(sql: string, values?: readonly SqlValue[]): Promise<readonly Found[]>;
}

export interface Database extends Statements {
  /** The same for changes that nobody is told of, and that may be lost when the machine loses its power: they wait for no disk. */
  readonly hurried: Statements;
  /** Runs several statements of which all count or none. What `act` throws undoes them, and is thrown again. */
  together<Result>(act: (statements: Statements) => Promise<Result>): Promise<Result>;
  /** Brings the tables to the present form, one step after the other, each once even where several instances start at the same time. */
  migrate(steps: readonly string[]): Promise<void>;
  /** Writes a copy of everything, as it is at one moment, to a file that is not there yet; null: its own tools do that. */
  readonly backup: ((file: string) => Promise<void>) | null;
  close(): Promise<void>;
}
