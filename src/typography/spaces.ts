// Any space or none before high punctuation and inside guillemets becomes the space that French sets there.
import { BLANK, NARROW_NO_BREAK, NO_BREAK } from './characters.ts';

/**
 * A mark gets no space after one of these characters, nor at the start of a text. Where the editor typed no space, a mark gets
 * none after another mark either (`?!`, `::`).
 */
const NOT_AFTER = /[\s([{«“]/;
const NOT_RIGHT_AFTER = /[\s([{«“:;!?]/;

/**
 * The mark with `space` before it, or as typed when it takes none. This function looks at the character before, because
 * a lookbehind in the expression would be tried at every character of the text.
 */
function withSpaceBefore(
  space: string,
  typed: string,
  blanks: string,
  mark: string,
  at: number,
  text: string,
): string {
  const before = text[at - 1];
  const stays = before === undefined || (blanks === '' ? NOT_RIGHT_AFTER : NOT_AFTER).test(before);
  return stays ? typed : space + mark;
}

/** A mark before a letter or a digit belongs to a name, to code or to an address (`a?b=c`, `Yahoo!Mail`), so it does not match. */
const HIGH = new RegExp(`(${BLANK}*)([!?]+(?=$|[\\s»”"’')\\]}…,—–])|;(?=$|[\\s»”"…—–]))`, 'g');
const ANY_HIGH = /[;!?]/;

/** `Quoi ?` and `Quoi?` → U+202F before `;`, `!`, `?` and their runs. */
export function spaceHighMarks(text: string): string {
  if (!ANY_HIGH.test(text)) return text;
  return text.replace(HIGH, (typed: string, blanks: string, mark: string, at: number) =>
    withSpaceBefore(NARROW_NO_BREAK, typed, blanks, mark, at, text),
  );
}

/** A colon in a time, a ratio or code has no space after it (`12:30`, `16:9`, `foo:bar`, `::`), so it does not match. */
const COLON = new RegExp(`(${BLANK}*)(:)(?=$|[\\s«»”"…—–])`, 'g');

/** `voici :` and `voici:` → U+00A0 before the colon. */
export function spaceColons(text: string): string {
  if (!text.includes(':')) return text;
  return text.replace(COLON, (typed: string, blanks: string, mark: string, at: number) =>
    withSpaceBefore(NO_BREAK, typed, blanks, mark, at, text),
  );
}

const OPENING = new RegExp(`«${BLANK}*(?=\\S)`, 'g');
const CLOSING = new RegExp(`${BLANK}*»`, 'g');

/** `«mot»` → U+00A0 inside guillemets. */
export function spaceGuillemets(text: string): string {
  const opened = text.includes('«') ? text.replace(OPENING, `«${NO_BREAK}`) : text;
  if (!opened.includes('»')) return opened;
  return opened.replace(CLOSING, (typed: string, at: number) =>
    at > 0 && /\S/.test(opened[at - 1]!) ? `${NO_BREAK}»` : typed,
  );
}
