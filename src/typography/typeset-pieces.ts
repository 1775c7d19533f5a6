// One sentence in several pieces, because it contains markup, becomes the same pieces with the typography of the whole sentence.
import { typesetCutText } from './french.ts';

/**
 * Typesets a text that markup cuts into pieces, so that `**mot**!` and `"**mot**"` come out as `mot!` and `"mot"` do.
 *
 * @returns as many pieces; joined, they are what `typesetFrench` gives for the joined input. `makeEdits` says to which piece a new
 * character goes; every other stays in its own.
 */
export function typesetPieces(pieces: readonly string[]): readonly string[] {
  const typed = pieces.join('');
  let end = 0;
  const ends = pieces.slice(0, -1).map(piece => {
    end += piece.length;
    return end;
  });
  const { text, cuts } = typesetCutText({ text: typed, cuts: ends });
  if (text === typed) return pieces;
  return pieces.map((_, index) => text.slice(cuts[index - 1] ?? 0, cuts[index] ?? text.length));
}
