// A style sheet to the brace without its partner that is in it.
import { type Position, positionAt } from '../../source/position.ts';

export interface LoneBrace extends Position {
  readonly brace: '{' | '}';
}

/**
 * The first `}` that closes nothing, or else the innermost `{` that is open at the end; null: each has its partner. Browsers close
 * blocks at the end by themselves (CSS Syntax 3, § 5.4.8), after having read all rules below as the block's own: a mistake that
 * nothing would show.
 */
export function loneBrace(css: string): LoneBrace | null {
  const open: number[] = [];
  for (const { 0: token, index } of css.matchAll(
    /\/\*.*?(?:\*\/|$)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{}]/gs,
  )) {
    if (token === '{') open.push(index);
    else if (token === '}' && open.pop() === undefined) return { brace: '}', ...positionAt(css, index, 1) };
  }
  const last = open.at(-1);
  return last === undefined ? null : { brace: '{', ...positionAt(css, last, 1) };
}
