// The words of a search and the texts of an article become a degree of match.

/** 2: all the words are in the title; 1: in title and summary together; 0: one word is in neither. */
export type Match = 0 | 1 | 2;

/** The text without accents, case and ligatures: `ŒUVRES d’été` becomes `oeuvres d’ete`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** The words of a text in their order, without accents and case. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How well the texts match. Each word of `sought` must begin a word of the texts: `elect` finds « élections ». */
export function matchOf(sought: readonly string[], title: string, summary: string): Match {
  if (sought.length === 0) return 0;
  const ofTitle = wordsOf(title);
  const all = (words: readonly string[]): boolean =>
    sought.every(prefix => words.some(word => word.startsWith(prefix)));
  if (all(ofTitle)) return 2;
  return all([...ofTitle, ...wordsOf(summary)]) ? 1 : 0;
}
