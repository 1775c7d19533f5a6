// The paragraphs of a text become the quotation marks that join them: a quotation of several paragraphs opens at each, and closes once.
import { findQuotationMarks } from './quotes.ts';

/** A straight mark, by its paragraph and its offset there. */
export interface MarkPlace {
  readonly paragraph: number;
  readonly at: number;
}

/** What a mark becomes; `isNew`: nothing was typed there, and `by` comes before what is. */
export interface MarkSetting extends MarkPlace {
  readonly by: '«' | '»';
  readonly isNew: boolean;
}

export interface JoinedQuotations {
  /** The marks that open or close a quotation of several paragraphs, in the order of paragraphs and places. */
  readonly set: readonly MarkSetting[];
  /** The marks without a partner, in this paragraph or another. */
  readonly lone: readonly MarkPlace[];
}

/**
 * Looks at straight marks alone, since of others a reader sees which way they go. A quotation that is open goes on through paragraphs without a mark
 * and those that open it again, up to a mark that closes it, or through the paragraph after that is a quotation from its start. Each of its paragraphs
 * gets the mark that opens, typed or not.
 */
export function joinQuotations(paragraphs: readonly string[]): JoinedQuotations {
  const set: MarkSetting[] = [];
  const lone: MarkPlace[] = [];
  let open: MarkPlace[] = [];
  /** `end`: the first paragraph that needs no mark. */
  const settle = (end: number): void => {
    let next = 0;
    for (let paragraph = open[0]!.paragraph; paragraph < end; paragraph += 1) {
      const before = next;
      for (; open[next]?.paragraph === paragraph; next += 1)
        set.push({ ...open[next]!, by: '«', isNew: false });
      const start = next === before ? startOf(paragraphs[paragraph]!) : null;
      if (start !== null) set.push({ paragraph, at: start, by: '«', isNew: true });
    }
    open = [];
  };
  const giveUp = (): void => {
    lone.push(...open);
    open = [];
  };
  paragraphs.forEach((text, paragraph) => {
    if (!text.includes('"')) return;
    const marks = straightMarks(text);
    const start = text.search(/\S/);
    for (const at of marks.closing) {
      if (open.length > 0 && open.at(-1)!.paragraph < paragraph) {
        settle(paragraph + 1);
        set.push({ paragraph, at, by: '»', isNew: false });
      } else lone.push({ paragraph, at });
    }
    const follows = open.at(-1)?.paragraph === paragraph - 1;
    if (follows && text[start] === '"' && !marks.open.includes(start)) settle(paragraph);
    for (const at of marks.open) {
      if (at !== start) giveUp();
      open.push({ paragraph, at });
    }
  });
  giveUp();
  return { set, lone };
}

/** Where a mark goes that opens a paragraph again; null: the paragraph has no words (a photograph alone), or has the mark. */
function startOf(text: string): number | null {
  const start = text.search(/\S/);
  return text[start] === '«' || !/[\p{L}\p{N}]/u.test(text) ? null : start;
}

/** Those without a partner in their paragraph; behind a figure a mark is inches, seconds or minutes. */
function straightMarks(text: string): {
  readonly open: readonly number[];
  readonly closing: readonly number[];
} {
  const { open, closing } = findQuotationMarks(text);
  return {
    open: open.filter(at => text[at] === '"'),
    closing: closing.filter(at => text[at] === '"' && !/\d/.test(text[at - 1] ?? '')),
  };
}
