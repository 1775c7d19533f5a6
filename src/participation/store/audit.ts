// What editors did becomes lines that are kept a year, in the order in which it was done.
import type { Instant } from '../../time/instant.ts';
import type { Statements } from './database.ts';

export interface AuditLine {
  readonly at: Instant;
  readonly who: string;
  readonly act: AuditAct;
  /** The comment, or the key by its name. */
  readonly comment: string;
}

export type AuditAct =
  | 'approved'
  | 'refused'
  | 'pending'
  | 'erased'
  | 'flagged'
  | 'unflagged'
  | 'dismissed'
  | 'reopened'
  | 'restored'
  | 'key-added'
  | 'key-revoked';

/** Within the transaction of what is noted. */
export async function note(inside: Statements, { at, who, act, comment }: AuditLine): Promise<void> {
  await inside.rows(
    `INSERT INTO audit (at, who, act, comment, turn)
     VALUES ($1, $2, $3, $4, (SELECT COALESCE(MAX(turn), 0) + 1 FROM audit))`,
    [at, who, act, comment],
  );
}

/** The latest first. */
export async function auditLines({ rows }: Statements, most: number): Promise<readonly AuditLine[]> {
  const found = await rows(
    `SELECT at, who, act, comment FROM audit ORDER BY at DESC, turn DESC, comment LIMIT $1`,
    [most],
  );
  return found as unknown as readonly AuditLine[];
}

/** What was done last with a comment. */
export async function lastAct({ rows }: Statements, comment: string): Promise<AuditLine | null> {
  const [found] = await rows(
    `SELECT at, who, act, comment FROM audit WHERE comment = $1 ORDER BY at DESC, turn DESC LIMIT 1`,
    [comment],
  );
  return (found as unknown as AuditLine | undefined) ?? null;
}
