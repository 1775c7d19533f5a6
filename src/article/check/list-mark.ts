// Whether successive lines that begin with a mark are a list: `-élément` lacks its space, a no-break space or an indent hides it.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

const NO_BREAK = '\\u00A0\\u2007\\u2009\\u202F';
/** A dash right before its words, or any mark that the parser would take for one of a list were it not for the spaces around it. */
const MARKED = new RegExp(
  `^[${NO_BREAK}]*(?:-(?=[\\p{L}«“"(])|(?:[-*+]|\\d{1,3}[.)])[ \\t${NO_BREAK}])`,
  'u',
);

export function checkListMarks(checking: Checking): void {
  for (const { text, opening, start, end } of eachShownText(checking)) {
    if (opening?.type !== 'paragraph_open' || !text.includes('\n')) continue;
    const lines = text.split('\n');
    const first = lines.findIndex((line, index) => MARKED.test(line) && MARKED.test(lines[index + 1] ?? ''));
    if (first === -1) continue;
    const written = lines[first]!.split('\uFFFC', 1)[0]!;
    checking.report(() => checking.places.find(written, start, end), 'list-mark', bodyMessages.listMark());
  }
}
