// Names for the characters that French typography is about, so that the code holds no invisible character.

/** U+00A0: before a colon, inside guillemets, between a number and its unit. */
export const NO_BREAK = '\u00A0';
/** U+202F: before `;` `!` `?`, between thousands. */
export const NARROW_NO_BREAK = '\u202F';
/** U+FFFC, the object replacement character. It stands for a passage that is not prose: an address, code. */
export const OBJECT = '\uFFFC';

/** For regular expressions: one space within a line, breaking or not. */
export const BLANK = '[ \\t\\u00A0\\u2009\\u202F]';
/** The same spaces, to compare characters. */
export const BLANKS: ReadonlySet<string> = new Set([' ', '\t', NO_BREAK, '\u2009', NARROW_NO_BREAK]);
/** For regular expressions, inside a class: a Latin letter. Ranges match faster than `\p{L}` with its `u` flag. */
export const LETTER = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F';
