// The bytes of captions or of a transcript to their text, or to what is wrong with them as bytes.
import type { Rule } from '../problem/rule.ts';
import { decodeText } from '../source/decode-text.ts';
import { type MediaFailure, mistaken } from './media-mistake.ts';
import { textFileMessages } from './text-file-messages.ts';

/** The longest articles are as long (512 KiB): ten hours of talk. */
const MOST_BYTES = 512 * 1024;

/**
 * @param name as messages show it.
 * @param rule that is broken when the file can't be read as a text.
 */
export function readTextFile(
  bytes: Uint8Array,
  name: string,
  rule: Rule,
): { readonly ok: true; readonly text: string } | MediaFailure {
  if (bytes.length > MOST_BYTES) {
    const size = Math.ceil(bytes.length / 1024);
    return mistaken({ rule, message: textFileMessages.large(name, size, MOST_BYTES / 1024) });
  }
  const text = decodeText(bytes, name);
  if (text.ok) {
    return text.value.trim() === ''
      ? mistaken({ rule, message: textFileMessages.empty(name) })
      : { ok: true, text: text.value };
  }
  const { line, message } = text.problems[0]!;
  return mistaken({ rule, message: textFileMessages.atLine(name, line, message) });
}
