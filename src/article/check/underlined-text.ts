// Whether a line `---` stands apart from the text above it, which it would make a heading.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

export function checkUnderlines({ tokens, places, report }: Checking): void {
  for (const { type, markup, map } of tokens) {
    if (type !== 'heading_open' || markup !== '-' || !map) continue;
    report(() => places.lineStart(map[1] - 1), 'underlined-text', bodyMessages.underlined());
  }
}
