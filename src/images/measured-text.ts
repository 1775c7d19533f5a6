// A text and the widths of its words become lines that fill a box: in the largest type that fits, and of similar length.

/** Returns the width (pixels) of a text in a type size (pixels). */
export type Measure = (text: string, size: number) => number;

/** A type size, in pixels, and how many lines of it fit. */
export interface TypeSize {
  readonly size: number;
  readonly lines: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** In French a line may only break at an ordinary space, not at U+00A0 or U+202F. */
const BREAK = /[ \t\n]+/;
const ELLIPSIS = '…';

/**
 * Sets the text in the first of `sizes` (the largest comes first) in which it fits into `width` without breaking a word. When
 * it fits in none, the last size is taken: words wider than a line are broken, and an ellipsis replaces what does not fit.
 */
export function fitText(
  text: string,
  width: number,
  sizes: readonly TypeSize[],
  measure: Measure,
): FittedText {
  const words = text.split(BREAK).filter(word => word !== '');
  for (const { size, lines } of sizes) {
    const widths = words.map(word => measure(word, size));
    if (widths.some(own => own > width)) continue;
    const fitting = balanceLines(words, widths, width, measure(' ', size));
    if (fitting.length <= lines) return { size, lines: fitting };
  }
  const { size, lines } = sizes.at(-1)!;
  return { size, lines: shortenLines(words, width, lines, text => measure(text, size)) };
}

/** Sets the text on one line: all of it, or its beginning and an ellipsis. */
export function fitLine(text: string, width: number, sizes: readonly number[], measure: Measure): FittedText {
  return fitText(
    text,
    width,
    sizes.map(size => ({ size, lines: 1 })),
    measure,
  );
}

/** A line that ends in « à » or « de » costs as much as a line that is too short by this share of the width. */
const WEAK_END = 0.3;
/** The cost of a short word that stands alone on the last line, in the same terms. */
const LONE_WORD = 0.5;

/**
 * Breaks the words into as few lines as possible, and of all ways to do so takes the one with the most similar lines; of
 * equally good ways, the one with the longest first lines. No word is wider than `width`.
 */
function balanceLines(
  words: readonly string[],
  widths: readonly number[],
  width: number,
  space: number,
): readonly string[] {
  // best[i]: the best way to set the words from i on, with the fewest lines and then the least cost.
  const best: { lines: number; cost: number; end: number }[] = [];
  best[words.length] = { lines: 0, cost: 0, end: words.length };
  for (let start = words.length - 1; start >= 0; start--) {
    let length = -space;
    for (let end = start + 1; end <= words.length; end++) {
      length += space + widths[end - 1]!;
      if (length > width) break;
      const rest = best[end]!;
      const lines = 1 + rest.lines;
      const cost = rest.cost + lineCost(1 - length / width, words.slice(start, end), end === words.length);
      const known = best[start];
      if (!known || lines < known.lines || (lines === known.lines && cost <= known.cost))
        best[start] = { lines, cost, end };
    }
  }
  const lines: string[] = [];
  for (let start = 0; start < words.length; start = best[start]!.end)
    lines.push(words.slice(start, best[start]!.end).join(' '));
  return lines;
}

function lineCost(slack: number, words: readonly string[], last: boolean): number {
  const weak = !last && isWeak(words.at(-1)!) ? WEAK_END ** 2 : 0;
  const lone = last && words.length === 1 && words[0]!.length <= 4 ? LONE_WORD ** 2 : 0;
  return slack ** 2 + weak + lone;
}

/** A short word that belongs to the next: « à », « de », « les ». */
function isWeak(word: string): boolean {
  return /^\p{Ll}{1,3}$/u.test(word);
}

function shortenLines(
  words: readonly string[],
  width: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const parts = words.flatMap(word => breakWord(word, width, measure));
  const set = (some: readonly string[]): readonly string[] =>
    balanceLines(
      some,
      some.map(part => Math.min(width, measure(part))),
      width,
      measure(' '),
    );
  if (set(parts).length <= most) return set(parts);
  for (let count = parts.length - 1; count > 0; count--) {
    const last = parts[count - 1]!.replace(/(?<![\p{P}\p{Zs}])[\p{P}\p{Zs}]+$/u, '');
    if (last === '') continue;
    const shortened = [...parts.slice(0, count - 1), `${last}${ELLIPSIS}`];
    if (measure(shortened.at(-1)!) > width) continue;
    const lines = set(shortened);
    if (lines.length <= most) return lines;
  }
  return [ELLIPSIS];
}

const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Breaks a word into parts no wider than a line. A part ends in a hyphen or slash of the word, or in an added hyphen. */
function breakWord(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const letters = [...characters.segment(word)].map(({ segment }) => segment);
  let count = letters.length;
  while (count > 1 && measure(addHyphen(letters.slice(0, count).join(''))) > width) count--;
  const first = letters.slice(0, count).join('');
  const own = Math.max(first.lastIndexOf('-'), first.lastIndexOf('/')) + 1;
  if (own > 0) return [word.slice(0, own), ...breakWord(word.slice(own), width, measure)];
  const rest = letters.slice(count).join('');
  return rest === '' ? [first] : [addHyphen(first), ...breakWord(rest, width, measure)];
}

function addHyphen(part: string): string {
  return /[\p{L}\p{N}]$/u.test(part) ? `${part}-` : part;
}
