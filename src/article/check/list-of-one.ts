// Whether lists and quotations of one line are meant: a figure with its sign, a year, or a remark that begins with an asterisk.
import { shorten } from '../../source/shorten.ts';
import type { Token } from '../markdown/body-step.ts';
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** A list that begins above the last day of a month numbers nothing. */
const HIGHEST_START = 31;

export function checkListsOfOne(checking: Checking): void {
  const { tokens, lines, places, report } = checking;
  for (const [index, token] of tokens.entries()) {
    if (!OPENINGS.has(token.type) || !token.map) continue;
    const [start] = token.map;
    // A mark alone on its line is one that is meant.
    const typed = typedAfterMarks(lines[start]!, token);
    if (typed === null || !isOfOne(tokens, index, lines)) continue;
    const message = messageFor(token, typed);
    if (message !== null) report(() => places.find(typed.mark, start, start + 1), 'list-of-one', message);
  }
}

const OPENINGS = new Set(['bullet_list_open', 'ordered_list_open', 'blockquote_open']);

interface Typed {
  /** The mark with what precedes the text: `- `, `1986. `. */
  readonly mark: string;
  readonly text: string;
}

/** What stands on the first line of the list or quotation after its own mark; null: nothing, or its mark is not found. */
function typedAfterMarks(line: string, { type, markup, attrs }: Token): Typed | null {
  const start = attrs?.find(([name]) => name === 'start')?.[1];
  const mark = type === 'ordered_list_open' ? `${start ?? 1}${markup}` : markup;
  // The innermost mark is the last before the text: `> - 5 %`.
  const marks = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)](?=[ \t]|$)))*/.exec(line)?.[0] ?? '';
  const at = marks.lastIndexOf(mark);
  if (at === -1) return null;
  const text = line.slice(at + mark.length).trim();
  return text === '' ? null : { mark, text };
}

function messageFor({ type, markup, attrs }: Token, { mark, text }: Typed): string | null {
  const beginsWithFigure = /^\d/.test(text);
  const words = shorten(text, 40);
  if (type === 'ordered_list_open') {
    const start = Number(attrs?.find(([name]) => name === 'start')?.[1] ?? 1);
    return start > HIGHEST_START ? bodyMessages.yearAsList(`${start}`, markup, words) : null;
  }
  if (type === 'blockquote_open') return beginsWithFigure ? bodyMessages.figureAsQuotation(words) : null;
  if (markup === '*') return bodyMessages.remarkAsList(words);
  return beginsWithFigure ? bodyMessages.figureAsList(mark, words) : null;
}

/** Whether a list has one item, or a quotation one line or but lines that compare figures (`> 50 ans : 3 cas`). */
function isOfOne(tokens: readonly Token[], open: number, lines: readonly string[]): boolean {
  const { level, type, map } = tokens[open]!;
  if (type === 'blockquote_open') return map![1] - map![0] === 1 || areFigures(lines.slice(...map!));
  let items = 0;
  for (let index = open + 1; tokens[index] && tokens[index]!.level > level; index += 1) {
    if (tokens[index]!.type === 'list_item_open' && tokens[index]!.level === level + 1) items += 1;
    if (items > 1) return false;
  }
  return true;
}

function areFigures(quoted: readonly string[]): boolean {
  return quoted.every(line => /^[ \t]*>[ \t]*\d/.test(line));
}
