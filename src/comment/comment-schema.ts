// The fields of a comment's file become the comment; its text stays as the reader wrote it.
import { z } from 'zod';
import { problemMessages } from '../locale/problem-messages.ts';
import { breaks } from '../problem/rule.ts';
import { dateSchema } from '../time/date-schema.ts';
import type { Comment } from './comment.ts';
import { COMMENT_ID } from './comment-id.ts';

/**
 * The schema of a comment's file. It applies neither typography nor markup, since the words are the reader's.
 * @param timeZone the site's zone, for a date without an offset.
 */
export function commentSchema(timeZone: string): z.ZodType<Omit<Comment, 'id'>> {
  return z.strictObject({
    name: z
      .string()
      .overwrite(name => name.replace(/\s+/g, ' ').trim())
      .min(1)
      .max(60)
      .nullable()
      .default(null),
    date: dateSchema(timeZone),
    replyTo: z
      .string()
      .refine(id => COMMENT_ID.test(id), {
        error: ({ input }) => problemMessages.commentId(String(input)),
        params: breaks('comment-id'),
      })
      .nullable()
      .default(null),
    text: z
      .string()
      // A YAML block of several lines ends with a line end.
      .overwrite(text => text.trim())
      .min(1)
      .max(3000),
  });
}
