// A mistake in what editors wrote, as a value: collected, sorted, shown together, never thrown.
import type { Rule } from './rule.ts';
/** What is wrong, before it is known in which file and on which line to show it. */
export interface Mistake {
  /** The rule that is broken: `unknown-section`. */
  readonly rule: Rule;
  /** In French: what is wrong, then how to mend it. */
  readonly message: string;
  /** Of `more-problems` alone: how many it stands for. */
  readonly others?: number;
}

/** One mistake, where it stands, and how to mend it. */
export interface Problem extends Mistake {
  /** The file as the editor knows it, with `/` separators: `content/articles/2014/05/port.md`. */
  readonly file: string;
  /** 1-based; 1 when the mistake is the file as a whole. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /**
   * Of an article that readers have, and that the build left out for its faults: whether it stays on line as it was, or goes. Of all others it
   * is not said.
   */
  readonly staysOnline?: boolean;
}

/** Either the value or every problem found on the way to it (at least one). */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The one order in which problems are shown: file, line, column, rule, message. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** By UTF-16 code unit, so that the order is the same on every machine and in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
