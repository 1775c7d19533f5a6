// What readers tell the newsroom of published comments: kept apart from the comments, until an editor has decided and a month longer.
import type { Instant } from '../../time/instant.ts';
import { note } from './audit.ts';
import type { Database } from './database.ts';

/** Why a reader reports a comment. */
export const REPORT_REASONS = ['hate', 'insult', 'private', 'false', 'advert', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export interface NewReport {
  /** The comment's id; of one that only the site's files know as well. */
  readonly comment: string;
  /** Whoever reports, as a key of this day that can't be traced back to anybody once the day's salt is gone. */
  readonly reporter: string;
  /** Of the page from which it came: the article's address, its file below `content/articles` without `.md`, its headline. */
  readonly article: string;
  readonly file: string;
  readonly title: string;
  readonly reason: ReportReason;
  /** '': the reader said no more. */
  readonly remark: string;
  readonly at: Instant;
}

/** A comment with all that was said of it and has not been decided on. */
export interface ReportedComment extends Pick<NewReport, 'comment' | 'article' | 'file' | 'title'> {
  /** Oldest first. */
  readonly reports: readonly Pick<NewReport, 'reason' | 'remark' | 'at'>[];
}

export interface ReportStore {
  /** `known`: the same reader has reported it already, and nothing is added. */
  addReport(report: NewReport): Promise<'added' | 'known'>;
  /** Those that an editor has to decide on, the one reported first first. */
  reported(): Promise<readonly ReportedComment[]>;
  /** How many comments that are. */
  countReported(): Promise<number>;
  /** The comment stays: its reports are settled. @returns whether there were any. */
  dismiss(comment: string, by: { readonly who: string; readonly at: Instant }): Promise<boolean>;
}

export function reportStore(database: Database): ReportStore {
  const { rows } = database;
  return {
    async addReport({ comment, reporter, article, file, title, reason, remark, at }) {
      const added = await rows(
        `INSERT INTO reports (comment, reporter, article, file, title, reason, remark, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (comment, reporter) DO NOTHING RETURNING comment`,
        [comment, reporter, article, file, title, reason, remark, at],
      );
      return added.length === 0 ? 'known' : 'added';
    },

    async reported() {
      const found = (await rows(
        `SELECT comment, article, file, title, reason, remark, at FROM reports WHERE settled IS NULL ORDER BY at, comment, reporter`,
      )) as unknown as readonly NewReport[];
      return [...Map.groupBy(found, ({ comment }) => comment)].map(([comment, reports]) => {
        const { article, file, title } = reports.at(-1)!;
        return {
          comment,
          article,
          file,
          title,
          reports: reports.map(({ reason, remark, at }) => ({ reason, remark, at })),
        };
      });
    },

    async countReported() {
      const [found] = await rows(
        `SELECT COUNT(DISTINCT comment) AS count FROM reports WHERE settled IS NULL`,
      );
      return Number(found!.count);
    },

    dismiss: (comment, { who, at }) =>
      database.together(async inside => {
        const settled = await inside.rows(
          `UPDATE reports SET settled = $2 WHERE comment = $1 AND settled IS NULL RETURNING comment`,
          [comment, at],
        );
        if (settled.length === 0) return false;
        await note(inside, { at, who, act: 'dismissed', comment });
        return true;
      }),
  };
}
