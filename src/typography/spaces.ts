// Any space or none before high punctuation and inside guillemets becomes the space that French sets there.
import { BLANK, BLANKS, NARROW_NO_BREAK, NO_BREAK } from './characters.ts';
import { type Edit, editsOf, NO_EDIT } from './edits.ts';

/**
 * A mark gets no space after one of these characters, nor at the start of a text. Where the editor typed no space, a mark gets
 * none after another mark either (`?!`, `::`).
 */
const NOT_AFTER = /[\s([{«“]/;
const NOT_RIGHT_AFTER = /[\s([{«“:;!?]/;

interface MarkPlace {
  readonly mark: string;
  readonly at: number;
  /** The character after the mark, and the one before its blanks; undefined at an end of the text. */
  readonly next: string | undefined;
  readonly before: string | undefined;
  /** Whether nothing but the mark was typed. */
  readonly isTight: boolean;
}

/**
 * Replaces the blanks before each mark, or none, by `space`. It looks back from each mark: an expression that began with blanks would
 * go through a long row of them from each of its places.
 * @param isSpaced whether a mark takes the space.
 */
function setSpaceBefore(
  text: string,
  marks: RegExp,
  space: string,
  isSpaced: (place: MarkPlace) => boolean,
): readonly Edit[] {
  const edits: Edit[] = [];
  let done = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const end = index + mark.length;
    let start = index;
    while (start > done && BLANKS.has(text[start - 1]!)) start -= 1;
    const place = { mark, at: index, next: text[end], before: text[start - 1], isTight: start === index };
    if (!isSpaced(place)) continue;
    if (text.slice(start, index) !== space) edits.push({ at: start, length: index - start, by: space });
    done = end;
  }
  return edits;
}

function takesSpaceAfter(before: string | undefined, isTight: boolean): boolean {
  return before !== undefined && !(isTight ? NOT_RIGHT_AFTER : NOT_AFTER).test(before);
}

const HIGH = /[!?]+|;/g;
/** A mark before a letter or a digit belongs to a name, to code or to an address (`a?b=c`, `Yahoo!Mail`). */
const AFTER_HIGH = /[\s»”"’')\]}…,—–]/;
const AFTER_SEMICOLON = /[\s»”"…—–]/;
const ANY_HIGH = /[;!?]/;

/** Names that end in an exclamation mark. */
const NAMES = ['Yahoo', 'YAHOO', 'Jeopardy', 'Mamma Mia'];

function isOfName(text: string, mark: number): boolean {
  return NAMES.some(
    name => text.endsWith(name, mark) && !/[A-Za-z]/.test(text[mark - name.length - 1] ?? ''),
  );
}

/** `Quoi ?` and `Quoi?` → U+202F before `;`, `!`, `?` and their runs. */
export function spaceHighMarks(text: string): readonly Edit[] {
  if (!ANY_HIGH.test(text)) return NO_EDIT;
  return setSpaceBefore(
    text,
    HIGH,
    NARROW_NO_BREAK,
    ({ mark, next, before, isTight, at }) =>
      !(isTight && mark === '!' && isOfName(text, at)) &&
      (next === undefined || (mark === ';' ? AFTER_SEMICOLON : AFTER_HIGH).test(next)) &&
      takesSpaceAfter(before, isTight),
  );
}

/** A colon in a time, a ratio or code has no space after it (`12:30`, `16:9`, `foo:bar`, `::`). */
const COLON = /:/g;
const AFTER_COLON = /[\s«»”"…—–]/;

/** `voici :` and `voici:` → U+00A0 before the colon. */
export function spaceColons(text: string): readonly Edit[] {
  if (!text.includes(':')) return NO_EDIT;
  return setSpaceBefore(
    text,
    COLON,
    NO_BREAK,
    ({ next, before, isTight }) =>
      (next === undefined || AFTER_COLON.test(next)) && takesSpaceAfter(before, isTight),
  );
}

const OPENING = new RegExp(`(«)(${BLANK}*)(?=\\S)`, 'g');
const CLOSING = /»/g;

/** `«mot` → U+00A0 after the mark. */
export function spaceOpenings(text: string): readonly Edit[] {
  return text.includes('«') ? editsOf(text, OPENING, [null, NO_BREAK]) : NO_EDIT;
}

/** `mot»` → U+00A0 before the mark. */
export function spaceClosings(text: string): readonly Edit[] {
  if (!text.includes('»')) return NO_EDIT;
  return setSpaceBefore(text, CLOSING, NO_BREAK, ({ before }) => before !== undefined && /\S/.test(before));
}
