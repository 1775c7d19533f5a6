// What a broken site is: changes laid over the good site, and the problems that they must bring to light.
import type { Rule } from '../../src/problem/rule.ts';

/** One change: bytes or a text at a path, the same under a name that is no text, a symbolic link, a folder, or nothing there. Paths have `/` separators. */
export type Change =
  | { readonly kind: 'file'; readonly path: string; readonly content: string | Uint8Array }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  /** A file whose name is these bytes, in the folder `path`. */
  | { readonly kind: 'named'; readonly path: string; readonly name: Uint8Array; readonly content: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** A named pipe, which nobody writes into. */
  | { readonly kind: 'pipe'; readonly path: string }
  | { readonly kind: 'remove'; readonly path: string };

export interface ExpectedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: Rule;
  /** A piece of the message, with ordinary spaces. */
  readonly words: string;
}

export interface BrokenSite {
  readonly title: string;
  readonly changes: readonly Change[];
  /** All of them, in the order in which they are shown. */
  readonly problems: readonly ExpectedProblem[];
}
