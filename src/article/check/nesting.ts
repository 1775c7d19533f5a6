// Whether quotations, lists and notes stand within each other deeper than anybody reads: beyond a hundred levels Markdown's parser leaves
// the text out without a word.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** Levels. Real texts have three. */
export const DEEPEST = 20;

const CONTAINERS: ReadonlySet<string> = new Set(['blockquote', 'list_item', 'footnote_reference']);

export function checkNesting({ tokens, places, report }: Checking): void {
  let depth = 0;
  for (const { type, nesting, map } of tokens) {
    if (nesting === 0 || !CONTAINERS.has(type.replace(/_(?:open|close)$/, ''))) continue;
    depth += nesting;
    if (nesting === 1 && depth === DEEPEST + 1)
      report(() => places.lineStart(map?.[0] ?? 0), 'deep-nesting', bodyMessages.deepNesting(DEEPEST));
  }
}
