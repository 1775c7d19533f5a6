// A style sheet to the block that it opens and never closes, which CSS itself takes for a sheet's end.
import { type Position, positionAt } from '../../source/position.ts';

/**
 * Where the innermost block stands that is open at the end; null: all are closed. Browsers close it themselves (CSS Syntax
 * 3, § 5.4.8), after having read all rules below it as its own: a mistake that nothing would show.
 */
export function unclosedBlock(css: string): Position | null {
  const open: number[] = [];
  for (const { 0: token, index } of css.matchAll(
    /\/\*.*?(?:\*\/|$)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{}]/gs,
  )) {
    if (token === '{') open.push(index);
    else if (token === '}') open.pop();
  }
  const last = open.at(-1);
  return last === undefined ? null : positionAt(css, last, 1);
}
