// A text file to what is said in a film or a sound, in paragraphs for readers.
import { typesetFrench } from '../typography/french.ts';
import { type MediaFailure, mistaken } from './media-mistake.ts';
import { readTextFile } from './text-file.ts';
import { textFileMessages } from './text-file-messages.ts';

/**
 * Paragraphs are parted by empty lines, as in articles; French typography is applied to each.
 * @param name as messages show it.
 * @param typeset for an article in another language: what leaves its text as it is.
 */
export function readTranscript(
  bytes: Uint8Array,
  name: string,
  typeset: (text: string) => string = typesetFrench,
): { readonly ok: true; readonly paragraphs: readonly string[] } | MediaFailure {
  const read = readTextFile(bytes, name, 'bad-transcript');
  if (!read.ok) return read;
  // What word processors save when asked for « text » in a hurry.
  if (read.text.startsWith('{\\rtf'))
    return mistaken({ rule: 'bad-transcript', message: textFileMessages.richText(name) });
  const paragraphs = read.text
    .split(/\n[ \t]*\n/)
    .map(paragraph => paragraph.replace(/[ \t\n]+/g, ' ').trim())
    .filter(paragraph => paragraph !== '');
  return { ok: true, paragraphs: paragraphs.map(typeset) };
}
