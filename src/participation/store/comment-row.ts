// A row of the table of comments becomes the comment.
import type { CommentRecord } from '../comment-record.ts';
import type { Row } from './database.ts';

export function commentOf(row: Row): CommentRecord {
  const { id, article, file, title, name, text, links, sent, status, decided, copies } = row;
  return {
    replyTo: row.reply_to,
    flagged: row.flagged === 1,
    unproven: row.unproven === 1,
    id,
    article,
    file,
    title,
    name,
    text,
    links,
    sent,
    status,
    decided,
    copies,
  } as unknown as CommentRecord;
}
