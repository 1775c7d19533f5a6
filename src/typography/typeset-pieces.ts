// One sentence in several pieces (its markup cuts it) becomes the same pieces, set as French print sets the whole.
import { typesetFrench } from './french.ts';

/**
 * Sets a text that markup cuts into pieces, so that `**mot**!` and `"**mot**"` come out as `mot!` and `"mot"` would.
 *
 * As many pieces come back; joined, they are what `typesetFrench` makes of the whole. A space that is added at a cut
 * goes with the mark it belongs to: after `«`, before everything else.
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

/** How many characters at `at` became the one character `set`: the lengths of typography's own replacements. */
function replacedLength(before: string, at: number, set: string): number {
  const typed = before[at]!;
  if (typed === '.' || typed === '-') {
    let end = at + 1;
    while (before[end] === typed) end += 1;
    return end - at;
  }
  // `1ère` → `1re` and `2ième` → `2e`: letters are left out before the one that stays.
  if (/[eèi]/.test(typed)) {
    const kept = before.slice(at + 1, at + 5).indexOf(set);
    return kept < 0 ? 1 : kept + 2;
  }
  return 1;
}
