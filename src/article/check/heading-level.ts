// Whether headings begin at level 2, below the title of the page, and leave out no level.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

export function checkHeadings({ tokens, places, report }: Checking): void {
  let previous = 1;
  for (const token of tokens) {
    if (token.type !== 'heading_open') continue;
    const level = Number(token.tag.slice(1));
    const place = () => places.lineStart(token.map?.[0] ?? 0);
    if (level === 1) report(place, 'heading-level', bodyMessages.titleInBody());
    else if (level > previous + 1)
      report(place, 'heading-level', bodyMessages.skippedLevel(level, previous + 1));
    previous = level;
  }
}
