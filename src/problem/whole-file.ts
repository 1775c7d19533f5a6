// A mistake that is a file or folder as a whole becomes a problem: it is shown at the first character.
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** @param file as in `Problem`; a folder, too. */
export function wholeFile(file: string, rule: Rule, message: string): Problem {
  return { file, line: 1, column: 1, rule, message };
}
