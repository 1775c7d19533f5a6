// One sentence in several pieces, because it contains markup, becomes the same pieces with the typography of the whole sentence.
import { typesetFrench } from './french.ts';

/**
 * Typesets a text that markup cuts into pieces, so that `**mot**!` and `"**mot**"` come out as `mot!` and `"mot"` do.
 *
 * @returns as many pieces; joined, they are what `typesetFrench` gives for the joined input. A space that typography adds
 * at a cut goes to the end of the piece before when that ends with `«`, else to the start of the piece after.
 */
export function typesetPieces(pieces: readonly string[]): readonly string[] {
  const before = pieces.join('');
  const after = typesetFrench(before);
  if (before === after) return pieces;
  const result: string[] = [];
  let oldAt = 0;
  let newAt = 0;
  let cut = 0;
  for (const piece of pieces.slice(0, -1)) {
    const start = newAt;
    cut += piece.length;
    while (oldAt < cut && newAt < after.length) {
      const typed = before[oldAt]!;
      const set = after[newAt]!;
      if (typed === set) {
        oldAt += 1;
        newAt += 1;
      } else if (isBlank(set) && !isBlank(typed)) newAt += 1;
      else if (isBlank(typed) && !isBlank(set)) oldAt += 1;
      else {
        oldAt += replacedLength(before, oldAt, set);
        newAt += 1;
      }
    }
    if (after[newAt - 1] === '«' && isBlank(after[newAt]) && !isBlank(before[oldAt])) newAt += 1;
    result.push(after.slice(start, newAt));
  }
  result.push(after.slice(newAt));
  return result;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\u00A0' || char === '\u202F' || char === '\u2009' || char === '\t';
}

/** How many characters of `before`, from `at` on, became the one character `set`. */
function replacedLength(before: string, at: number, set: string): number {
  const typed = before[at]!;
  if (typed === '.' || typed === '-') {
    let end = at + 1;
    while (before[end] === typed) end += 1;
    return end - at;
  }
  // `1ère` → `1re`, `2ième` → `2e`: typography drops letters before the one that stays.
  if (/[eèi]/.test(typed)) {
    const dropped = before.slice(at + 1, at + 5).indexOf(set);
    return dropped < 0 ? 1 : dropped + 2;
  }
  return 1;
}
