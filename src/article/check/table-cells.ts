// Whether each row of a table has no more cells than the table has columns, and each header as many as the rule below it.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

/** A line that would part a table's header from its rows. */
function isRule(line: string): boolean {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every(cell => /^:?-+:?$/.test(cell.trim()));
}

export function checkTableCells(checking: Checking): void {
  const { tokens, lines, places, report } = checking;
  let columns = 0;
  let inHead = false;
  for (const { type, map } of tokens) {
    if (type === 'table_open') columns = 0;
    else if (type === 'thead_open') inHead = true;
    else if (type === 'thead_close') inHead = false;
    else if (type === 'th_open') columns += 1;
    else if (type === 'tr_open' && !inHead && map) {
      const cells = countCells(lines[map[0]] ?? '');
      if (cells > columns)
        report(() => places.lineStart(map[0]), 'table-cells', bodyMessages.tableCells(cells, columns));
    }
  }
  checkRules(checking);
}

/** A rule within a paragraph: the line above it has another number of cells, so that both are text. */
function checkRules(checking: Checking): void {
  const { lines, places, report } = checking;
  for (const { text, opening, start, end } of eachShownText(checking)) {
    if (opening?.type !== 'paragraph_open' || !text.includes('|')) continue;
    const rule = text.split('\n').findIndex((line, index) => index > 0 && line.includes('|') && isRule(line));
    if (rule === -1) continue;
    const line = Math.min(start + rule, end - 1);
    const header = countCells(lines[line - 1] ?? '');
    report(
      () => places.lineStart(line),
      'table-cells',
      bodyMessages.tableRule(header, countCells(lines[line]!)),
    );
  }
}

/** As the parser counts: a bar after a backslash parts no cells, and one at either end opens or closes the row. */
function countCells(line: string): number {
  const row = line
    .replace(/^[\s>]+/, '')
    .trimEnd()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return row.split(/(?<!\\)\|/).length;
}
