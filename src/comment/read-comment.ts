// The bytes of a comment's file become the comment, or every problem in the file.
import { basename } from 'node:path';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Checked } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { decodeText } from '../source/decode-text.ts';
import { readYaml } from '../source/read-yaml.ts';
import type { Comment } from './comment.ts';
import { commentSchema } from './comment-schema.ts';

/** 64 KiB is more than three times the longest valid comment, with every character written as a JSON escape. */
const MAX_COMMENT_BYTES = 64 * 1024;

/** One schema for each time zone, since making a schema takes longer than reading a comment. */
const schemas = new Map<string, ReturnType<typeof commentSchema>>();

/**
 * Reads one comment.
 * @param file the path by which problems name the file.
 * @param timeZone the site's zone (IANA name), for a date without an offset.
 */
export function readComment(file: string, bytes: Uint8Array, timeZone: string): Checked<Comment> {
  if (bytes.length > MAX_COMMENT_BYTES) {
    const message = problemMessages.largeComment(Math.ceil(bytes.length / 1024), MAX_COMMENT_BYTES / 1024);
    return { ok: false, problems: [wholeFile(file, 'file-too-large', message)] };
  }
  const text = decodeText(bytes, file);
  if (!text.ok) return text;
  let schema = schemas.get(timeZone);
  if (schema === undefined) {
    schema = commentSchema(timeZone);
    schemas.set(timeZone, schema);
  }
  const read = readYaml(text.value, schema, { file, firstLine: 1 });
  // Two files of one folder have two names: only one of their endings is taken off.
  return read.ok ? { ok: true, value: { id: basename(file, '.yaml'), ...read.value } } : read;
}
