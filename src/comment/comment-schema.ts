// The fields of a comment's file to the comment: its text stays as the reader wrote it.
import { z } from 'zod';
import { dateSchema } from '../time/date-schema.ts';
import type { Comment } from './comment.ts';

/**
 * What a comment's file says. Neither typography nor markup: the words are the reader's, not ours.
 * @param timeZone the site's zone, for a date without an offset.
 */
export function commentSchema(timeZone: string): z.ZodType<Comment> {
  return z.strictObject({
    name: z
      .string()
      .overwrite(name => name.replace(/\s+/g, ' ').trim())
      .min(1)
      .max(60)
      .nullable()
      .default(null),
    date: dateSchema(timeZone),
    text: z
      .string()
      // YAML leaves a line end after a text of several lines.
      .overwrite(text => text.trim())
      .min(1)
      .max(3000),
  });
}
