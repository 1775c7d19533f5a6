// Problems to lines for a terminal: each with its file, line and column, in the one order.
import { problemMessages } from '../locale/problem-messages.ts';
import { visible } from '../locale/quoting.ts';
import { compareProblems, type Problem } from './problem.ts';

/** The same of what stops nothing. */
export function formatWarnings(warnings: readonly Problem[]): string {
  return formatProblems(warnings.map(each => ({ ...each, message: `Attention\u00a0: ${each.message}` })));
}

/** One paragraph a problem: `file:line:column`, then what is wrong and how to mend it, then the rule; after the last of an article, what becomes of it. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort(compareProblems)
    .map(
      ({ file, line, column, rule, message, staysOnline }, index, sorted) =>
        // A file's name may hold what moves a terminal's cursor.
        `${visible(file)}:${line}:${column}\n  ${visible(message)} [${rule}]\n${
          file === sorted[index + 1]?.file ? '' : stayingLine(staysOnline)
        }`,
    )
    .join('\n');
}

function stayingLine(staysOnline: boolean | undefined): string {
  const words = whatStays(staysOnline);
  return words === null ? '' : `  ${words}\n`;
}

/** What becomes of a faulty article, in a sentence; null: nothing is said of it. */
export function whatStays(staysOnline: boolean | undefined): string | null {
  if (staysOnline === undefined) return null;
  return staysOnline ? problemMessages.staysOnline() : problemMessages.goesOffline();
}
