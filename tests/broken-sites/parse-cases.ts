// The text of a file of cases (README.md says how it is written) to the broken sites that it describes.
import { isRule } from '../../src/problem/rule.ts';
import type { BrokenSite, Change, ExpectedProblem } from './broken-site.ts';

/** `@word rest` and the lines below it. */
interface Block {
  readonly word: string;
  readonly rest: string;
  readonly lines: readonly string[];
}

/**
 * Reads all cases of a text. Throws when the text is not as README.md says: a case must not be lost to a slip.
 * @param readGood gives a file of the good site, whose lines a case may replace.
 */
export function parseCases(text: string, readGood: (path: string) => string): readonly BrokenSite[] {
  const blocks = readBlocks(text);
  const starts = blocks.flatMap(({ word }, index) => (word === 'case' ? [index] : []));
  if (starts[0] !== 0) throw new Error('A file of cases begins with a comment, then @case.');
  return starts.map((start, index) => readCase(blocks.slice(start, starts[index + 1]), readGood));
}

function readBlocks(text: string): readonly Block[] {
  const blocks: { word: string; rest: string; lines: string[] }[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const directive = /^@(\w+) (.+)$/.exec(line);
    if (directive !== null) blocks.push({ word: directive[1]!, rest: unfold(directive[2]!), lines: [] });
    else blocks.at(-1)?.lines.push(unfold(line));
  }
  return blocks;
}

/** `{U+202E}` and `{mot × 3}`. */
function unfold(text: string): string {
  return text
    .replace(/\{U\+([0-9A-F]{4,6})\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\{([^{}]+) × (\d+)\}/g, (_, piece: string, times: string) => piece.repeat(Number(times)));
}

function readCase([head, ...blocks]: readonly Block[], readGood: (path: string) => string): BrokenSite {
  const title = head!.rest;
  const changes: Change[] = [];
  const problems: ExpectedProblem[] = [];
  const replaced = new Map<string, Map<number, readonly string[]>>();
  expectNoLines(head!, title);
  for (const block of blocks) {
    const { word, rest, lines } = block;
    if (word === 'file') changes.push({ kind: 'file', path: rest, content: joined(lines) });
    else if (word === 'line') {
      const [, path, number] = /^(\S+) (\d+)$/.exec(rest) ?? [];
      if (path === undefined) throw new Error(`${title}: @line wants a path and a number.`);
      replaced.set(path, (replaced.get(path) ?? new Map()).set(Number(number), lines));
    } else if (word === 'remove') {
      expectNoLines(block, title);
      changes.push({ kind: 'remove', path: rest });
    } else if (word === 'problem') {
      expectNoLines(block, title);
      problems.push(readProblem(rest, title));
    } else throw new Error(`${title}: @${word} means nothing.`);
  }
  for (const [path, byNumber] of replaced) {
    const lines = readGood(path).replace(/\n$/, '').split('\n');
    for (const number of byNumber.keys()) {
      if (number > lines.length) throw new Error(`${title}: ${path} has no line ${number}.`);
    }
    const content = joined(lines.flatMap((line, index) => byNumber.get(index + 1) ?? [line]));
    changes.push({ kind: 'file', path, content });
  }
  return { title, changes, problems };
}

function readProblem(text: string, title: string): ExpectedProblem {
  const [, file, line, column, rule, words] = /^(.+?):(\d+):(\d+) (\S+) (.+)$/.exec(text) ?? [];
  if (file === undefined) throw new Error(`${title}: @problem wants path:line:column, a rule and words.`);
  if (!isRule(rule)) throw new Error(`${title}: there is no rule « ${rule} » in src/problem/rule.ts.`);
  return { file, line: Number(line), column: Number(column), rule, words: words! };
}

function joined(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('');
}

function expectNoLines({ word, rest, lines }: Block, title: string): void {
  if (lines.some(line => line.trim() !== '')) throw new Error(`${title}: text below @${word} ${rest}.`);
}
