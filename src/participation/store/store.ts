// What the service keeps, over either database: comments and decisions, limits, salts and secrets.
import { randomBytes } from 'node:crypto';
import { DAY } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import type { CommentRecord, CommentStatus, Submission } from '../comment-record.ts';
import { note } from './audit.ts';
import { commentOf } from './comment-row.ts';
import type { Database, Statements } from './database.ts';
import { type By, type DeskStore, deskStore } from './desk-store.ts';
import { MIGRATIONS } from './migrations.ts';
import { type PasskeyStore, passkeyStore } from './passkey-store.ts';
import { type ReportStore, reportStore } from './report-store.ts';
import { type SessionStore, sessionStore } from './session-store.ts';
import { type VoteStore, voteStore } from './vote-store.ts';

export interface NewComment extends Submission {
  readonly id: string;
  readonly sent: Instant;
  readonly links: number;
  readonly unproven: boolean;
  /** Two comments on one article with the same fold are one. */
  readonly fold: string;
}

/** How much of something may come: `capacity` at once, then one more each `each` ms. */
export interface Limit {
  readonly capacity: number;
  readonly each: number;
}

export interface Decision extends By {
  readonly status: Exclude<CommentStatus, 'erased'>;
}

export interface Store extends VoteStore, SessionStore, ReportStore, DeskStore, PasskeyStore {
  /** `known`: the same was sent before; it is counted there. */
  addComment(comment: NewComment): Promise<'added' | 'known'>;
  comment(id: string): Promise<CommentRecord | null>;
  /** How many wait, counted up to `most`: of all articles or one. */
  waiting(most: number, article?: string): Promise<number>;
  /** An exported comment is now beside this article, by its file as `Submission` has it: the article has moved. */
  moveComment(id: string, file: string): Promise<void>;
  /** Oldest first, of all articles or one. */
  comments(status: CommentStatus, article?: string): Promise<readonly CommentRecord[]>;
  /** Settles what readers reported of it, unless it is approved. @returns the status before; null: there is no such comment, or it was erased. */
  decide(id: string, decision: Decision): Promise<CommentStatus | null>;
  /** Forgets name and text for good; the id stays, so that an export takes its file away. @returns whether there was anything to erase. */
  erase(id: string, by: By): Promise<boolean>;
  /** Of comments that were approved once and are not any more. */
  withdrawnIds(): Promise<readonly string[]>;
  /** Takes one of what a limit allows; false: nothing is left at present. */
  take(bucket: string, limit: Limit, now: Instant): Promise<boolean>;
  /** The salt of a day (UTC): the same for all instances, and nobody has it once the next day has begun. */
  salt(now: Instant): Promise<string>;
  /** A secret of the service's own, made when it is first asked for. */
  secret(name: string): Promise<string>;
  /** Forgets what may not or need not be kept: refused comments after 30 days, salts of other days, full buckets, ended sessions. */
  tidy(now: Instant): Promise<void>;
  /** Rejects when the database does not answer. */
  check(): Promise<void>;
  backup(file: string): Promise<boolean>;
  close(): Promise<void>;
}

/** How long refused comments stay, for whoever wants to think again, in ms. */
const REFUSED_TIME = 30 * DAY;
/** After which every bucket is full again. */
const BUCKET_TIME = DAY;
/** Who decided what is kept as long as a complaint may follow: a year. */
const AUDIT_TIME = 365 * DAY;

export async function openStore(database: Database): Promise<Store> {
  await database.migrate(MIGRATIONS);
  const { rows } = database;
  /** Asked for by every request. */
  let saltOfDay: { readonly day: string; readonly salt: string } | null = null;
  return {
    ...voteStore(database),
    ...sessionStore(database),
    ...reportStore(database),
    ...deskStore(database),
    ...passkeyStore(database),

    async addComment({ id, article, file, title, replyTo, name, text, links, unproven, sent, fold }) {
      const added = await rows(
        `INSERT INTO comments (id, article, file, title, name, text, links, sent, status, fold, reply_to, unproven)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', $9, $10, $11)
         ON CONFLICT (article, fold) DO UPDATE SET copies = comments.copies + 1
         RETURNING copies`,
        [id, article, file, title, name, text, links, sent, fold, replyTo, unproven ? 1 : 0],
      );
      return added[0]!.copies === 0 ? 'added' : 'known';
    },

    async comment(id) {
      const [found] = await rows(`SELECT * FROM comments WHERE id = $1`, [id]);
      return found === undefined ? null : commentOf(found);
    },

    async waiting(most, article) {
      const where = article === undefined ? '' : ' AND article = $2';
      const [found] = await rows(
        `SELECT COUNT(*) AS count FROM (SELECT 1 FROM comments WHERE status = 'pending'${where} LIMIT CAST($1 AS BIGINT)) AS found`,
        article === undefined ? [most] : [most, article],
      );
      return Number(found!.count);
    },

    async moveComment(id, file) {
      await rows(`UPDATE comments SET file = $2 WHERE id = $1`, [id, file]);
    },

    async comments(status, article) {
      const found =
        article === undefined
          ? await rows(`SELECT * FROM comments WHERE status = $1 ORDER BY sent, id`, [status])
          : await rows(`SELECT * FROM comments WHERE status = $1 AND article = $2 ORDER BY sent, id`, [
              status,
              article,
            ]);
      return found.map(commentOf);
    },

    decide: (id, { status, who, at }) =>
      database.together(async inside => {
        const [before] = await inside.rows(
          `SELECT status FROM comments WHERE id = $1 AND status <> 'erased'${forUpdate(database)}`,
          [id],
        );
        if (before === undefined) return null;
        await inside.rows(
          `UPDATE comments SET previous = status, status = $2, decided = $3, flagged = 0,
             was_approved = CASE WHEN $2 = 'approved' THEN 1 ELSE was_approved END WHERE id = $1`,
          [id, status, at],
        );
        if (status !== 'approved') await settle(inside, id, at);
        await note(inside, { at, who, act: status, comment: id });
        return before.status as CommentStatus;
      }),

    erase: (id, { who, at }) =>
      database.together(async inside => {
        const erased = await inside.rows(`${ERASE} WHERE id = $1 AND status <> 'erased' RETURNING id`, [
          id,
          at,
        ]);
        if (erased.length === 0) return false;
        await settle(inside, id, at);
        await note(inside, { at, who, act: 'erased', comment: id });
        return true;
      }),

    async withdrawnIds() {
      const found = await rows(
        `SELECT id FROM comments WHERE was_approved = 1 AND status <> 'approved' ORDER BY id`,
      );
      return found.map(({ id }) => String(id));
    },

    async take(bucket, { capacity, each }, now) {
      // One statement, so that of two instances which take at the same time each sees what the other left.
      const filled = `CASE WHEN $3 <= buckets.at THEN buckets.tokens
        WHEN buckets.tokens + ($3 - buckets.at) / $4 > $2 THEN $2 ELSE buckets.tokens + ($3 - buckets.at) / $4 END`
        .replaceAll('$2', 'CAST($2 AS DOUBLE PRECISION)')
        .replaceAll('$4', 'CAST($4 AS DOUBLE PRECISION)')
        .replaceAll('$3', 'CAST($3 AS BIGINT)');
      const taken = await database.hurried.rows(
        `INSERT INTO buckets (name, tokens, at) VALUES ($1, CAST($2 AS DOUBLE PRECISION) - 1, CAST($3 AS BIGINT))
         ON CONFLICT (name) DO UPDATE SET tokens = ${filled} - 1,
           at = CASE WHEN CAST($3 AS BIGINT) > buckets.at THEN CAST($3 AS BIGINT) ELSE buckets.at END
         WHERE ${filled} >= 1
         RETURNING tokens`,
        [bucket, capacity, now, each],
      );
      return taken.length > 0;
    },

    async salt(now) {
      const day = dayOf(now);
      if (saltOfDay?.day !== day)
        saltOfDay = { day, salt: await firstOf(database, 'salts', 'day', 'salt', day) };
      return saltOfDay.salt;
    },

    secret: name => firstOf(database, 'secrets', 'name', 'secret', name),

    tidy: now => {
      if (saltOfDay?.day !== dayOf(now)) saltOfDay = null;
      return database.together(async inside => {
        const refused = now - REFUSED_TIME;
        await inside.rows(
          `DELETE FROM comments WHERE status = 'refused' AND was_approved = 0 AND decided < $1`,
          [refused],
        );
        await inside.rows(`${ERASE} WHERE status = 'refused' AND decided < $1`, [refused, now]);
        await inside.rows(`DELETE FROM salts WHERE day < $1`, [dayOf(now)]);
        await inside.rows(`DELETE FROM buckets WHERE at < $1`, [now - BUCKET_TIME]);
        await inside.rows(`DELETE FROM spent WHERE ends < $1`, [now]);
        await inside.rows(`DELETE FROM reports WHERE settled < $1`, [refused]);
        await inside.rows(`DELETE FROM audit WHERE at < $1`, [now - AUDIT_TIME]);
        await inside.rows(`DELETE FROM sessions WHERE ends < $1`, [now]);
      });
    },

    async check() {
      await rows('SELECT 1 AS one');
    },

    async backup(file) {
      if (database.backup === null) return false;
      await database.backup(file);
      return true;
    },

    close: () => database.close(),
  };
}

/** `$2` is when. The fold goes too: it is made of the text. */
const ERASE = `UPDATE comments SET status = 'erased', name = NULL, text = '', title = '', links = 0, fold = id, flagged = 0, decided = $2`;

function dayOf(now: Instant): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** In PostgreSQL two editors may decide at once; in SQLite whoever writes is alone already. */
function forUpdate({ backup }: Database): string {
  return backup === null ? ' FOR UPDATE' : '';
}

/** Nobody has to look at what readers said of a comment that is no longer to be seen. */
async function settle(inside: Statements, comment: string, at: Instant): Promise<void> {
  await inside.rows(`UPDATE reports SET settled = $2 WHERE comment = $1 AND settled IS NULL`, [comment, at]);
}

/** What stands in a table under a name; the first to ask puts a random text there, and all others get that one. */
async function firstOf(
  { rows }: Statements,
  table: string,
  key: string,
  column: string,
  name: string,
): Promise<string> {
  const read = () => rows(`SELECT ${column} AS found FROM ${table} WHERE ${key} = $1`, [name]);
  const [known] = await read();
  if (known !== undefined) return String(known.found);
  await rows(`INSERT INTO ${table} (${key}, ${column}) VALUES ($1, $2) ON CONFLICT (${key}) DO NOTHING`, [
    name,
    randomBytes(32).toString('base64url'),
  ]);
  const [made] = await read();
  return String(made!.found);
}
