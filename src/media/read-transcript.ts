// A text file becomes the transcript of a film or a sound, in paragraphs.
import { typesetFrench } from '../typography/french.ts';
import { type MediaFailure, mediaFailure } from './media-failure.ts';
import { readTextFile } from './text-file.ts';
import { textFileMessages } from './text-file-messages.ts';

/**
 * Empty lines part paragraphs, as in articles.
 * @param name of the file, for messages.
 * @param typeset applied to each paragraph: French typography, or for another language a function that changes nothing.
 */
export function readTranscript(
  bytes: Uint8Array,
  name: string,
  typeset: (text: string) => string = typesetFrench,
): { readonly ok: true; readonly paragraphs: readonly string[] } | MediaFailure {
  const read = readTextFile(bytes, name, 'bad-transcript');
  if (!read.ok) return read;
  // Word processors offer RTF as a kind of « text ».
  if (read.text.startsWith('{\\rtf'))
    return mediaFailure({ rule: 'bad-transcript', message: textFileMessages.richText(name) });
  const paragraphs = read.text
    .split(/\n[ \t]*\n/)
    .map(paragraph => paragraph.replace(/[ \t\n]+/g, ' ').trim())
    .filter(paragraph => paragraph !== '');
  return { ok: true, paragraphs: paragraphs.map(typeset) };
}
