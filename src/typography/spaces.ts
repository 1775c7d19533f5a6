// The spaces that French sets before high punctuation and inside guillemets, whatever space was typed, or none.
import { BLANK, NARROW_NO_BREAK, NO_BREAK } from './characters.ts';

/**
 * A typed space is replaced after anything but an opening mark; where none was typed, one is added, but not between two
 * marks (`?!`, `::`), nor at a text's start.
 */
const BEFORE = `(?:(?<=[^\\s([{«“])${BLANK}+|(?<=[^\\s([{«“:;!?]))`;

/** Followed by a letter or a digit they belong to a name, code, an address: `a?b=c`, `Yahoo!Mail`. */
const HIGH = new RegExp(`${BEFORE}([!?]+(?=$|[\\s»”"’')\\]}…,—–])|;(?=$|[\\s»”"…—–]))`, 'g');
const ANY_HIGH = /[;!?]/;

/** `Quoi ?` and `Quoi?` → U+202F before `;`, `!`, `?` and their runs. */
export function spaceHighMarks(text: string): string {
  return ANY_HIGH.test(text) ? text.replace(HIGH, `${NARROW_NO_BREAK}$1`) : text;
}

/** Times, ratios and code have no space after their colon: `12:30`, `16:9`, `foo:bar`, `::`. */
const COLON = new RegExp(`${BEFORE}:(?=$|[\\s«»”"…—–])`, 'g');

/** `voici :` and `voici:` → U+00A0 before the colon. */
export function spaceColons(text: string): string {
  return text.includes(':') ? text.replace(COLON, `${NO_BREAK}:`) : text;
}

const OPENING = new RegExp(`«${BLANK}*(?=\\S)`, 'g');
const CLOSING = new RegExp(`(?<=\\S)${BLANK}*»`, 'g');

/** `«mot»` → U+00A0 inside guillemets. */
export function spaceGuillemets(text: string): string {
  const opened = text.includes('«') ? text.replace(OPENING, `«${NO_BREAK}`) : text;
  return opened.includes('»') ? opened.replace(CLOSING, `${NO_BREAK}»`) : opened;
}
