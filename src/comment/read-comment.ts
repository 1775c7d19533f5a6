// The bytes of a comment's file to the comment, or to every problem in it.
import { problemMessages } from '../locale/problem-messages.ts';
import type { Checked } from '../problem/problem.ts';
import { decodeText } from '../source/decode-text.ts';
import { readYaml } from '../source/read-yaml.ts';
import type { Comment } from './comment.ts';
import { commentSchema } from './comment-schema.ts';

/** 64 KiB: the longest text, of which every character is written as an escape of JSON, is a third of it. */
const MAX_COMMENT_BYTES = 64 * 1024;

/** Making a schema costs more than reading a comment: one a zone. */
const schemas = new Map<string, ReturnType<typeof commentSchema>>();

/**
 * @param file as problems should name it.
 * @param timeZone the site's zone (IANA name), for a date without an offset.
 */
export function readComment(file: string, bytes: Uint8Array, timeZone: string): Checked<Comment> {
  if (bytes.length > MAX_COMMENT_BYTES) {
    const message = problemMessages.largeComment(Math.ceil(bytes.length / 1024), MAX_COMMENT_BYTES / 1024);
    return { ok: false, problems: [{ file, line: 1, column: 1, rule: 'file-too-large', message }] };
  }
  const text = decodeText(bytes, file);
  if (!text.ok) return text;
  let schema = schemas.get(timeZone);
  if (schema === undefined) {
    schema = commentSchema(timeZone);
    schemas.set(timeZone, schema);
  }
  return readYaml(text.value, schema, { file, firstLine: 1 });
}
