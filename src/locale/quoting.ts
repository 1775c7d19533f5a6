// What messages quote, of an editor's text, a file's name or a command line, becomes safe to print and short enough to be read.

/** In UTF-16 code units. The longest sentence of ours that is put into another is shorter. */
const LONGEST = 300;

/** `text` with U+FFFD for what could move a terminal's cursor, begin a line, or turn the direction of a text. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, '\ufffd');
}

/** A table of words, the same but that its functions get texts, and lists of them, visible and shortened. */
export function quoting<Words extends object>(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, wordThatQuotes(word)]),
  ) as Words;
}

function wordThatQuotes(word: unknown): unknown {
  if (typeof word === 'function') return (...given: readonly unknown[]) => word(...given.map(quotable));
  return typeof word === 'object' && word !== null && !Array.isArray(word) ? quoting(word) : word;
}

function quotable(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(quotable);
  if (typeof given !== 'string') return given;
  // Cut first: what is quoted may be the rest of a text, once for each of its mistakes.
  return given.length > LONGEST ? `${visible(given.slice(0, LONGEST - 1))}…` : visible(given);
}
