// A reader's comment on an article, and all comments of one article, as the other rooms receive them.
import type { Instant } from '../time/instant.ts';

export interface Comment {
  /** null: anonymous. */
  readonly name: string | null;
  readonly date: Instant;
  /** Plain text, as the reader wrote it; blank lines separate paragraphs. */
  readonly text: string;
}

/** The approved comments of one article. */
export interface Thread {
  /** Oldest first; at the same instant, by file name. */
  readonly comments: readonly Comment[];
  /** A hash number that changes whenever one of the comments does. */
  readonly hash: number;
}
