// The words of a search and an article's texts to whether, and how well, they go together.

/** Whether the words are in the title (2), in title and summary together (1), or not all there (0). */
export type Match = 0 | 1 | 2;

/** Without accents and case: `ŒUVRES d’été` is `oeuvres d'ete`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** In the order in which they stand. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Each sought word has to begin a word: `elect` finds « élections ». */
export function matchOf(sought: readonly string[], title: string, summary: string): Match {
  if (sought.length === 0) return 0;
  const ofTitle = wordsOf(title);
  const all = (words: readonly string[]): boolean =>
    sought.every(prefix => words.some(word => word.startsWith(prefix)));
  if (all(ofTitle)) return 2;
  return all([...ofTitle, ...wordsOf(summary)]) ? 1 : 0;
}
