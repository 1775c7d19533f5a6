// A comment as the service keeps it, and as a reader sent it.
import type { Instant } from '../time/instant.ts';

export type CommentStatus = 'pending' | 'approved' | 'refused' | 'erased';

export interface Submission {
  /** The address of the article within the site. */
  readonly article: string;
  /** The article's file below `content/articles`, without `.md`. */
  readonly file: string;
  /** The article's headline when the comment came. */
  readonly title: string;
  /** The comment to which it answers; null: it speaks of the article. Of one that the service does not know nothing else is known. */
  readonly replyTo: string | null;
  /** null: anonymous. */
  readonly name: string | null;
  readonly text: string;
}

export interface CommentRecord extends Submission {
  /** A ULID. */
  readonly id: string;
  readonly sent: Instant;
  readonly status: CommentStatus;
  /** Whether an editor has put it aside for a second look. */
  readonly flagged: boolean;
  /** Whether it came without the calculation that the service asks for: from a browser without JavaScript, or from a program. */
  readonly unproven: boolean;
  /** When an editor decided last; null: nobody has. */
  readonly decided: Instant | null;
  /** How many addresses of pages the text holds. */
  readonly links: number;
  /** How often the same was sent again. */
  readonly copies: number;
}
