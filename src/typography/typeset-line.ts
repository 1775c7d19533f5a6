// A line for readers, as an editor types a field, becomes the line that they read: escapes are resolved, French gets its typography.
import { OBJECT } from './characters.ts';
import { typesetFrench } from './french.ts';
import { typesetPieces } from './typeset-pieces.ts';
import { isFrench } from './typesetter.ts';

/** As in Markdown: a backslash before a punctuation mark of ASCII takes the meaning from it (CommonMark 0.31, section 2.4); here from other quotation marks too, and from a reference as a whole. */
const ESCAPE = /\\(&(?:[a-z][a-z0-9]{1,30}|#[0-9]{1,7}|#x[0-9a-f]{1,6});|[!-/:-@[-`{-~«»“”])/i;
const EACH_ESCAPE = new RegExp(ESCAPE, 'gi');

/**
 * The function that makes a line in `lang` (as in `typesetterOf`) of what an editor typed: `Yahoo\!` is shown as `Yahoo!`, and the mark stays as typed.
 */
export function lineTypesetterOf(lang: string | null): (line: string) => string {
  if (!isFrench(lang)) return resolveEscapes;
  return line => (line.includes('\\') ? typesetAroundMarks(line) : typesetFrench(line));
}

/** The line without the backslashes of escapes, and without typography. */
export function resolveEscapes(line: string): string {
  return line.includes('\\') ? line.replace(EACH_ESCAPE, '$1') : line;
}

/** While typography looks at the texts, U+FFFC stands for each escaped mark. */
function typesetAroundMarks(line: string): string {
  const parts = line.split(ESCAPE);
  const isMark = (index: number): boolean => index % 2 === 1;
  return typesetPieces(parts.map((part, index) => (isMark(index) ? OBJECT : part)))
    .map((piece, index) => (isMark(index) ? piece.replace(OBJECT, () => parts[index]!) : piece))
    .join('');
}

/** The line with U+FFFC for each escaped mark: what it may contain that is not meant as typed. */
export function withoutEscapes(line: string): string {
  return line.includes('\\') ? line.replace(EACH_ESCAPE, OBJECT) : line;
}
