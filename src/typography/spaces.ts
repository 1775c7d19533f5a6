// The spaces that French sets before high punctuation and inside guillemets, whatever space was typed, or none.
import { BLANK, NARROW_NO_BREAK, NO_BREAK } from './characters.ts';

/**
 * What a mark may not follow for a space to be set before it: an opening mark, or a text's start. Where none was typed,
 * none is added between two marks either (`?!`, `::`).
 */
const NOT_AFTER = /[\s([{«“]/;
const NOT_RIGHT_AFTER = /[\s([{«“:;!?]/;

/**
 * The mark with the one space it takes, or as it was typed. The character before is looked at here, for the few marks of a
 * text, and not by the expression, which would look back at every character.
 */
function spaced(
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

/** Followed by a letter or a digit they belong to a name, code, an address: `a?b=c`, `Yahoo!Mail`. */
const HIGH = new RegExp(`(${BLANK}*)([!?]+(?=$|[\\s»”"’')\\]}…,—–])|;(?=$|[\\s»”"…—–]))`, 'g');
const ANY_HIGH = /[;!?]/;

/** `Quoi ?` and `Quoi?` → U+202F before `;`, `!`, `?` and their runs. */
export function spaceHighMarks(text: string): string {
  if (!ANY_HIGH.test(text)) return text;
  return text.replace(HIGH, (typed: string, blanks: string, mark: string, at: number) =>
    spaced(NARROW_NO_BREAK, typed, blanks, mark, at, text),
  );
}

/** Times, ratios and code have no space after their colon: `12:30`, `16:9`, `foo:bar`, `::`. */
const COLON = new RegExp(`(${BLANK}*)(:)(?=$|[\\s«»”"…—–])`, 'g');

/** `voici :` and `voici:` → U+00A0 before the colon. */
export function spaceColons(text: string): string {
  if (!text.includes(':')) return text;
  return text.replace(COLON, (typed: string, blanks: string, mark: string, at: number) =>
    spaced(NO_BREAK, typed, blanks, mark, at, text),
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
