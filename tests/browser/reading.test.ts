// The lines of an article's text are short enough to read with ease, whichever serif the machine has.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chromiumMissing } from './chromium.ts';
import { open, openPortal } from './portal.ts';

describe('the text of an article', { skip: chromiumMissing() }, () => {
  const portal = openPortal();
  const reader = portal.regular();

  it('has 60 to 75 characters on a line of a wide window', async () => {
    const page = await reader();
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, portal, 'fresh article');
    const counts = await page.locator('.prose > p').evaluateAll(paragraphs =>
      paragraphs.flatMap(paragraph => {
        const lines = new Map<number, number>();
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let at = 0; at < (node.nodeValue ?? '').length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const line = Math.round(range.getBoundingClientRect().bottom / 8);
            lines.set(line, (lines.get(line) ?? 0) + 1);
          }
        }
        // The last line of a paragraph is not full.
        return [...lines]
          .sort(([a], [b]) => a - b)
          .map(([, count]) => count)
          .slice(0, -1);
      }),
    );
    assert.ok(counts.length > 10, `only ${counts.length} full lines`);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    assert.ok(mean >= 60 && mean <= 75, `${mean.toFixed(1)} characters on a line`);
  });
});
