// The paragraphs of a text become the quotation marks that join them: a quotation of several paragraphs opens at each, and closes once.
import { findQuotationMarks } from './quotes.ts';

/** A straight mark, by its paragraph and its offset there. */
export interface MarkPlace {
  readonly paragraph: number;
  readonly at: number;
}

export interface JoinedQuotations {
  /** The marks that open or close a quotation of several paragraphs, with what each becomes. */
  readonly set: readonly (MarkPlace & { readonly by: '«' | '»' })[];
  /** The marks without a partner, in this paragraph or another. */
  readonly lone: readonly MarkPlace[];
}

/**
 * Looks at straight marks alone, since of others a reader sees which way they go. A quotation that is open goes on through paragraphs without a mark
 * and those that open it again, up to a mark that closes it, or through the paragraph after that is a quotation from its start.
 */
export function joinQuotations(paragraphs: readonly string[]): JoinedQuotations {
  const set: (MarkPlace & { readonly by: '«' | '»' })[] = [];
  const lone: MarkPlace[] = [];
  let open: MarkPlace[] = [];
  const settle = (): void => {
    for (const place of open) set.push({ ...place, by: '«' });
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
        settle();
        set.push({ paragraph, at, by: '»' });
      } else lone.push({ paragraph, at });
    }
    const follows = open.at(-1)?.paragraph === paragraph - 1;
    if (follows && text[start] === '"' && !marks.open.includes(start)) settle();
    for (const at of marks.open) {
      if (at !== start) giveUp();
      open.push({ paragraph, at });
    }
  });
  giveUp();
  return { set, lone };
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
