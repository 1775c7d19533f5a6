// A text and the widths of its words to lines that fill a box: as large as they fit, of about the same length.

/** Pixels; of a text in a size of type. */
export type Measure = (text: string, size: number) => number;

/** A size of type, in pixels, and how many lines of it there is room for. */
export interface TypeSize {
  readonly size: number;
  readonly lines: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** French breaks lines at the ordinary space alone: U+00A0 and U+202F hold what they stand between. */
const BREAK = /[ \t\n]+/;
const ELLIPSIS = '…';

/**
 * The text in the first of `sizes` (the largest first) in which it fits in `width` with its words whole. When it fits in
 * none, in the last: words wider than a line are broken, and what has no room gives way to an ellipsis.
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
    const fitting = balancedLines(words, widths, width, measure(' ', size));
    if (fitting.length <= lines) return { size, lines: fitting };
  }
  const { size, lines } = sizes.at(-1)!;
  return { size, lines: shortenedLines(words, width, lines, text => measure(text, size)) };
}

/** The text on one line: as it is, or its beginning with an ellipsis. */
export function fitLine(text: string, width: number, sizes: readonly number[], measure: Measure): FittedText {
  return fitText(
    text,
    width,
    sizes.map(size => ({ size, lines: 1 })),
    measure,
  );
}

/** A line that ends in « à » or « de » costs as much as one that is short by this share of the width. */
const WEAK_END = 0.3;
/** And as much again when such a short word stands alone on the last line. */
const LONE_WORD = 0.5;

/**
 * As few lines as can be; of all ways to break them, the one whose lines are most alike. `words` are no wider
 * than `width`; of ways as good, the first lines are the longest.
 */
function balancedLines(
  words: readonly string[],
  widths: readonly number[],
  width: number,
  space: number,
): readonly string[] {
  // best[i]: how the words from i on are set best. Fewer lines first, then the least cost.
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

function shortenedLines(
  words: readonly string[],
  width: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const parts = words.flatMap(word => brokenWord(word, width, measure));
  const set = (some: readonly string[]): readonly string[] =>
    balancedLines(
      some,
      some.map(part => Math.min(width, measure(part))),
      width,
      measure(' '),
    );
  if (set(parts).length <= most) return set(parts);
  for (let count = parts.length - 1; count > 0; count--) {
    const last = parts[count - 1]!.replace(/[\p{P}\p{Zs}]+$/u, '');
    if (last === '') continue;
    const shortened = [...parts.slice(0, count - 1), `${last}${ELLIPSIS}`];
    if (measure(shortened.at(-1)!) > width) continue;
    const lines = set(shortened);
    if (lines.length <= most) return lines;
  }
  return [ELLIPSIS];
}

const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** A word in parts that are no wider than a line; a part ends in the word's own hyphen or slash, or else in a hyphen. */
function brokenWord(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const letters = [...characters.segment(word)].map(({ segment }) => segment);
  let count = letters.length;
  while (count > 1 && measure(hyphenated(letters.slice(0, count).join(''))) > width) count--;
  const first = letters.slice(0, count).join('');
  const own = Math.max(first.lastIndexOf('-'), first.lastIndexOf('/')) + 1;
  if (own > 0) return [word.slice(0, own), ...brokenWord(word.slice(own), width, measure)];
  const rest = letters.slice(count).join('');
  return rest === '' ? [first] : [hyphenated(first), ...brokenWord(rest, width, measure)];
}

function hyphenated(part: string): string {
  return /[\p{L}\p{N}]$/u.test(part) ? `${part}-` : part;
}
