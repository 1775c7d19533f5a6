// Whether every straight quotation mark has its partner, in its paragraph or in another.
import { joinQuotations } from '../../typography/quoted-paragraphs.ts';
import { loneQuotationMark } from '../line-mistake.ts';
import { textOf, textRows } from '../markdown/paragraphs.ts';
import type { Checking } from './body-checking.ts';

/** Characters from a mark on, to be quoted. */
const ENOUGH = 200;

export function checkQuotations({ tokens, lines, places, report }: Checking): void {
  for (const row of textRows(tokens)) {
    const texts = row.map(textOf);
    for (const { paragraph, at } of joinQuotations(texts).lone) {
      const words = texts[paragraph]!.slice(at, at + ENOUGH);
      const [start, end] = row[paragraph]!.lines ?? [0, lines.length];
      const { rule, message } = loneQuotationMark(words);
      report(() => places.find(/^"[^\n\uFFFC]{0,20}/.exec(words)?.[0] ?? '"', start, end), rule, message);
    }
  }
}
