// The pieces of a case that is written in code, each in a line.
import type { Rule } from '../../src/problem/rule.ts';
import type { BrokenSite, Change, ExpectedProblem } from './broken-site.ts';

export function broken(
  title: string,
  changes: readonly Change[],
  problems: readonly ExpectedProblem[],
): BrokenSite {
  return { title, changes, problems };
}

export function write(path: string, content: string | Uint8Array): Change {
  return { kind: 'file', path, content };
}

export function link(path: string, target: string): Change {
  return { kind: 'link', path, target };
}

export function at(file: string, line: number, column: number, rule: Rule, words: string): ExpectedProblem {
  return { file, line, column, rule, words };
}
