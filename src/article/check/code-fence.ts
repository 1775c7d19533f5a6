// Whether blocks of code are closed.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

export function checkFences({ tokens, lines, places, report }: Checking): void {
  for (const token of tokens) {
    if (token.type !== 'fence' || !token.map) continue;
    const [start, end] = token.map;
    const last = (lines[end - 1] ?? '').replace(/^[\s>]+/, '').trimEnd();
    const closed = end - start > 1 && last.length >= token.markup.length && isOnly(last, token.markup[0]!);
    if (!closed) report(() => places.lineStart(start), 'code-fence', bodyMessages.openFence(token.markup));
  }
}

function isOnly(text: string, char: string): boolean {
  return [...text].every(one => one === char);
}
