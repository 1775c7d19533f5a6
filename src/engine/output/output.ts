// Where a site is put: a folder, and in time a bucket or a server. All that a build changes of a site goes through here.

/** The bytes of a file of the site: as text (UTF-8), as they are, or those of a file that is too large to be held. */
export type Content = string | Uint8Array | FileCopy;

export interface FileCopy {
  /** The path of the file to be copied. */
  readonly path: string;
  /** `hashOf` its bytes. */
  readonly hash: string;
}

/** What came of putting one file. */
export interface Put {
  readonly url: string;
  readonly bytesHash: string;
  /** Whether the output held other bytes before, or none. */
  readonly written: boolean;
}

export interface Changes {
  /** Addresses whose bytes are new, in the order in which they were put. */
  readonly put: readonly string[];
  readonly removed: readonly string[];
}

export interface Output {
  /**
   * A text that names this very output: another one when it was removed and made anew, or restored from a copy; null when
   * there is none yet. Throws `ForeignOutput`.
   */
  identity(): string | null;
  /** Makes sure that the output is there, to be put into. */
  prepare(): void;
  /** Whether the file of an address holds the bytes of this hash. */
  holds(url: string, bytesHash: string): boolean;
  /**
   * Gives an address its bytes, unless it has them already: then its file stays untouched. `knownHash` is that of the bytes
   * that stand there, null when they have to be looked at.
   */
  put(url: string, content: Content, knownHash: string | null): Put;
  /** Takes note of what another thread put, which opened an output of the same place. */
  adopt(put: Put): void;
  /** Removes the file of an address, if there is one. */
  remove(url: string): void;
  /** Removes whatever stands at none of `urls`. */
  removeOthers(urls: Iterable<string>): void;
  /** All that changed since the output was opened. */
  changes(): Changes;
}

/** There is something at that place, and it is no site of ours: nothing of it is touched. */
export class ForeignOutput extends Error {}

/** In every site of ours, so that no other folder is taken for one. */
export const MARK_URL = '/next-change.json';
