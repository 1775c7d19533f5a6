// Problems to lines for a terminal: each with its file, line and column, in the one order.
import { visible } from '../locale/quoting.ts';
import { compareProblems, type Problem } from './problem.ts';

/** The same of what stops nothing. */
export function formatWarnings(warnings: readonly Problem[]): string {
  return formatProblems(warnings.map(each => ({ ...each, message: `Attention\u00a0: ${each.message}` })));
}

/** One paragraph a problem: `file:line:column`, then what is wrong and how to mend it, then the rule. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort(compareProblems)
    .map(
      ({ file, line, column, rule, message }) =>
        // A file's name may hold what moves a terminal's cursor.
        `${visible(file)}:${line}:${column}\n  ${visible(message)} [${rule}]\n`,
    )
    .join('\n');
}
