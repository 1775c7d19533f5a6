// A reader's comment under an article, as the rest of the house knows it.
import type { Instant } from '../time/instant.ts';

export interface Comment {
  /** null: anonymous. */
  readonly name: string | null;
  readonly date: Instant;
  /** Plain text, as the reader wrote it; blank lines part paragraphs. */
  readonly text: string;
}

/** The approved comments of one article. */
export interface Thread {
  /** Oldest first; at the same instant, by file name. */
  readonly comments: readonly Comment[];
  /** A hash number that changes whenever one of them does. */
  readonly hash: number;
}
