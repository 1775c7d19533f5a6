// What an editor may do besides deciding: put a comment aside for a colleague, and take back what was done last.
import type { Instant } from '../../time/instant.ts';
import type { CommentRecord, CommentStatus } from '../comment-record.ts';
import { type AuditLine, auditLines, lastAct, note } from './audit.ts';
import { commentOf } from './comment-row.ts';
import type { Database, Statements } from './database.ts';

export interface By {
  /** As the audit log names them. */
  readonly who: string;
  readonly at: Instant;
}

export interface WaitingOfArticle {
  readonly article: string;
  readonly title: string;
  readonly count: number;
}

/** A queue of comments: those that wait, those among them that were put aside, those that were refused. */
export type CommentQueueName = 'pending' | 'flagged' | 'refused';

export interface DeskStore {
  /** The oldest of a queue, of all articles or one, and how many it has. */
  queue(
    name: CommentQueueName,
    article: string | null,
    most: number,
  ): Promise<{ readonly comments: readonly CommentRecord[]; readonly total: number }>;
  queueCounts(): Promise<Readonly<Record<CommentQueueName, number>>>;
  /** Puts a comment that waits aside, or back. @returns whether it waits, and was not so before. */
  flag(id: string, isFlagged: boolean, by: By): Promise<boolean>;
  /** Takes back what was done last with a comment, once. @returns whether there was anything to take back. */
  undo(id: string, by: By): Promise<boolean>;
  lastAct(comment: string): Promise<AuditLine | null>;
  /** The latest first. */
  audit(most: number): Promise<readonly AuditLine[]>;
  /** Which articles have comments that wait, those with most first. */
  waitingByArticle(most: number): Promise<readonly WaitingOfArticle[]>;
}

export function deskStore(database: Database): DeskStore {
  const { rows } = database;
  return {
    async queue(name, article, most) {
      const where = `${QUEUE_CONDITION[name]} AND ($1 = '' OR article = $1)`;
      const of = article ?? '';
      const found = await rows(
        `SELECT * FROM comments WHERE ${where} ORDER BY sent, id LIMIT CAST($2 AS BIGINT)`,
        [of, most],
      );
      const [counted] = await rows(`SELECT COUNT(*) AS count FROM comments WHERE ${where}`, [of]);
      return { comments: found.map(commentOf), total: Number(counted!.count) };
    },

    async queueCounts() {
      const found = await rows(
        `SELECT status, flagged, COUNT(*) AS count FROM comments WHERE status IN ('pending', 'refused') GROUP BY status, flagged`,
      );
      const counts = { pending: 0, flagged: 0, refused: 0 };
      for (const { status, flagged, count } of found)
        counts[status === 'refused' ? 'refused' : flagged === 1 ? 'flagged' : 'pending'] += Number(count);
      return counts;
    },

    flag: (id, isFlagged, { who, at }) =>
      database.together(inside => setFlag(inside, id, isFlagged, { who, at })),

    undo: (id, { who, at }) =>
      database.together(async inside => {
        const last = await lastAct(inside, id);
        if (last === null) return false;
        switch (last.act) {
          case 'flagged':
          case 'unflagged':
            return await setFlag(inside, id, last.act === 'unflagged', { who, at });
          case 'dismissed':
            await reopen(inside, id, last.at);
            await note(inside, { at, who, act: 'reopened', comment: id });
            return true;
          case 'approved':
          case 'refused': {
            const [found] = await inside.rows(
              `UPDATE comments SET status = previous WHERE id = $1 AND status = $2 AND previous IS NOT NULL RETURNING status`,
              [id, last.act],
            );
            if (found === undefined) return false;
            await reopen(inside, id, last.at);
            const status = found.status as CommentStatus;
            await note(inside, { at, who, act: status === 'pending' ? 'pending' : 'restored', comment: id });
            return true;
          }
          default:
            return false;
        }
      }),

    lastAct: comment => lastAct(database, comment),
    audit: most => auditLines(database, most),

    async waitingByArticle(most) {
      const found = await rows(
        `SELECT article, MAX(title) AS title, COUNT(*) AS count FROM comments WHERE status = 'pending' AND flagged = 0
         GROUP BY article ORDER BY COUNT(*) DESC, article LIMIT $1`,
        [most],
      );
      return found.map(({ article, title, count }) => ({
        article: String(article),
        title: String(title),
        count: Number(count),
      }));
    },
  };
}

const QUEUE_CONDITION: Readonly<Record<CommentQueueName, string>> = {
  pending: `status = 'pending' AND flagged = 0`,
  flagged: `status = 'pending' AND flagged = 1`,
  refused: `status = 'refused'`,
};

async function setFlag(
  inside: Statements,
  id: string,
  isFlagged: boolean,
  { who, at }: By,
): Promise<boolean> {
  const changed = await inside.rows(
    `UPDATE comments SET flagged = $2 WHERE id = $1 AND status = 'pending' AND flagged <> $2 RETURNING id`,
    [id, isFlagged ? 1 : 0],
  );
  if (changed.length === 0) return false;
  await note(inside, { at, who, act: isFlagged ? 'flagged' : 'unflagged', comment: id });
  return true;
}

/** The reports that a decision of that instant settled. */
async function reopen(inside: Statements, comment: string, settled: Instant): Promise<void> {
  await inside.rows(`UPDATE reports SET settled = NULL WHERE comment = $1 AND settled = $2`, [
    comment,
    settled,
  ]);
}
