// The bytes of captions or of a transcript become text, or a mistake: too large, empty, or in another encoding.
import type { Rule } from '../problem/rule.ts';
import { decodeText } from '../source/decode-text.ts';
import { type MediaFailure, mediaFailure } from './media-failure.ts';
import { textFileMessages } from './text-file-messages.ts';

/** 512 KiB, the limit for articles too: ten hours of talk. */
const MOST_BYTES = 512 * 1024;

/**
 * @param name of the file, for messages.
 * @param rule that such a mistake breaks.
 */
export function readTextFile(
  bytes: Uint8Array,
  name: string,
  rule: Rule,
): { readonly ok: true; readonly text: string } | MediaFailure {
  if (bytes.length > MOST_BYTES) {
    const size = Math.ceil(bytes.length / 1024);
    return mediaFailure({ rule, message: textFileMessages.large(name, size, MOST_BYTES / 1024) });
  }
  const text = decodeText(bytes, name);
  if (text.ok) {
    return text.value.trim() === ''
      ? mediaFailure({ rule, message: textFileMessages.empty(name) })
      : { ok: true, text: text.value };
  }
  const { line, message, rule: broken } = text.problems[0]!;
  return mediaFailure({
    rule: broken === 'merge-conflict' ? broken : rule,
    message: textFileMessages.atLine(name, line, message),
  });
}
