// Whether successive lines that begin with a dash are a list: `-élément` lacks its space.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

const DASHED = /^-(?=[\p{L}«“"(])/u;

export function checkListMarks(checking: Checking): void {
  for (const { text, opening, start, end } of eachShownText(checking)) {
    if (opening?.type !== 'paragraph_open' || !text.includes('\n')) continue;
    const lines = text.split('\n');
    const first = lines.findIndex((line, index) => DASHED.test(line) && DASHED.test(lines[index + 1] ?? ''));
    if (first === -1) continue;
    const written = lines[first]!.split('\uFFFC', 1)[0]!;
    checking.report(() => checking.places.find(written, start, end), 'list-mark', bodyMessages.listMark());
  }
}
