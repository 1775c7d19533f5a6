// A mistake in a body, as the checks of Markdown report it: without the file, which they do not know.
import type { Mistake } from '../../problem/problem.ts';

export interface BodyProblem extends Mistake {
  /** 1-based, in the file. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}
