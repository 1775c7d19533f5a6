// A reader's comment on an article, and all comments of one article, as the other rooms receive them.
import type { Instant } from '../time/instant.ts';

export interface Comment {
  /** The name of its file without the ending: what answers to it are known by. */
  readonly id: string;
  /** The comment to which it answers; null: it speaks of the article. That one may have gone since. */
  readonly replyTo: string | null;
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
