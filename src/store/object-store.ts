// Where files are kept by their names: a folder, an S3-compatible bucket, a server. All of them answer alike, and each says what it can't do.

/** The bytes of an object, or the file of this machine that holds them: one that is too large to be held, or that may be taken. */
export type ObjectBytes = Uint8Array | { readonly path: string } | GivenFile;

/** A file that nobody needs once it is put: a store on the same file system may move it. If it is not put, it stays. */
export interface GivenFile {
  readonly path: string;
  /** `hashOf` its bytes. */
  readonly givenHash: string;
}

/** What a reader's browser, and whoever stands between, is told of an object. Stores that cannot keep it leave it to their host. */
export interface ObjectHeaders {
  readonly contentType: string;
  /** `Cache-Control`, RFC 9111, § 5.2. */
  readonly cacheControl: string;
  /** Whole or from the host's root: whoever asks for the object is sent there (301); missing: the object is shown. */
  readonly redirectTo?: string;
  /** Further headers, by names in lower case, where the store keeps such. */
  readonly others?: Readonly<Record<string, string>>;
}

/** Some of an object's bytes: where they begin, and how many. */
export interface Piece {
  readonly at: number;
  /** More than none. */
  readonly length: number;
}

export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** Another one for every other content: an entity tag (RFC 9110, § 8.8.3) with its quotes, or what stands for it. */
  readonly tag: string;
  /** When it was written, by the store's clock, in ms. */
  readonly written: number;
}

/** `tag` is null where the store would have to read the whole object to know it: `look` does. */
export type ListedObject = Omit<StoredObject, 'tag'> & { readonly tag: string | null };

/** An object is put only if the store still holds that version of it, or none. */
export type PutCondition = { readonly ifTag: string } | { readonly ifAbsent: true };

/** What stores write for themselves, with no meaning to others: what is not whole yet, locks, what was tried out. No key of anybody else is in it. */
export const STORE_FOLDER = '.quotidien/store';

/** Throws a `StoreError` for a key that no store takes (`object-key.ts`), and for all that stands between it and what it was asked for. */
export interface ObjectStore {
  /** The place as its owner typed it, without any secret: `s3://bucket/prefix`. */
  readonly place: string;
  /**
   * Whether of two that put one object under a condition only one succeeds. Where it doesn't, `put` looks first and then writes: two at the same
   * time may both succeed. What can't be known of a store is tried out, once.
   */
  hasConditions(): Promise<boolean>;
  /** null: there is no such object. */
  read(key: string): Promise<{ readonly bytes: Buffer; readonly tag: string } | null>;
  /** Fewer bytes where the object ends before. null: there is no such object. */
  readPiece(key: string, piece: Piece): Promise<Buffer | null>;
  /** null: there is no such object. */
  look(key: string): Promise<StoredObject | null>;
  /**
   * Whole or not at all. Gives the new tag; null: the condition does not hold, and nothing was written. Where an answer was lost and the same
   * bytes stand there, it is taken to have succeeded: what two must not both put has to differ, by who puts it for one.
   */
  put(
    key: string,
    bytes: ObjectBytes,
    headers: ObjectHeaders,
    condition?: PutCondition,
  ): Promise<string | null>;
  /** Removes what there is of these; what isn't there is no error. */
  remove(keys: readonly string[]): Promise<void>;
  /** Every object whose key begins with `prefix`, by UTF-8 bytes of the keys, but for what the store itself keeps (`STORE_FOLDER`). */
  list(prefix: string): AsyncIterable<ListedObject>;
  /** Whether it is quicker to give it a file than the bytes. */
  readonly takesFiles: boolean;
  /** null: the store keeps none, and leaves them to its host. */
  readonly keptHeaders: KeptHeaders | null;
  close(): Promise<void>;
}

/** What a store keeps beside the bytes of objects, changed without these. */
export interface KeptHeaders {
  /** Whether an object is kept with these, but for where it leads, which some stores don't keep. null: there is no such object. */
  areAs(key: string, headers: ObjectHeaders): Promise<boolean | null>;
  /**
   * Gives the object's tag, which a store may change with its headers; null: it is not that version any more, or gone, and nothing was changed.
   * @param tag null: whichever version is there.
   */
  replace(key: string, headers: ObjectHeaders, tag: string | null): Promise<string | null>;
}

/** Why a store did not do what it was asked for, after all tries. */
export type StoreFailure =
  /** No credentials, wrong ones, or expired ones. */
  | 'refused'
  /** The bucket or folder is not there. */
  | 'no-place'
  /** No room is left. */
  | 'full'
  /** It does not answer, or not in time. */
  | 'unreachable'
  /** This machine's clock and the store's are too far apart. */
  | 'clock'
  | 'other';

/** `detail` is what the store said, without secrets. */
export class StoreError extends Error {
  readonly failure: StoreFailure;
  readonly place: string;
  readonly detail: string;

  constructor(failure: StoreFailure, place: string, detail: string, options?: ErrorOptions) {
    super(`${place}: ${failure}: ${detail}`, options);
    this.failure = failure;
    this.place = place;
    this.detail = detail;
  }
}
