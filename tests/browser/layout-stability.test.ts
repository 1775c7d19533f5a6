// Every page type while it loads, its script, fonts and pictures late as on a slow line: nothing moves under the reader's eyes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, leave, open, openPortal, PHONE } from './portal.ts';

/** Long enough for a page to be painted without its script. In ms. */
const LATE = 150;

describe('nothing moves while it loads', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);

  for (const type of PAGE_TYPES)
    for (const viewport of [PHONE, DESK])
      it(`${type}, ${viewport.width} px wide`, async () => {
        const page = await portal.visit({ viewport });
        await page.route(/\.(?:js|woff2|avif|svg)$/, async route => {
          await wait(LATE);
          await route.continue();
        });
        await page.addInitScript(() => {
          const moved: string[] = [];
          Object.assign(globalThis, { moved });
          new PerformanceObserver(list => {
            for (const entry of list.getEntries() as LayoutShift[])
              moved.push(`${entry.value.toFixed(4)} ${entry.sources.map(nameOf).join(' ')}`);
          }).observe({ type: 'layout-shift', buffered: true });

          interface LayoutShift extends PerformanceEntry {
            readonly value: number;
            readonly sources: readonly { readonly node: Node | null }[];
          }

          function nameOf({ node }: { readonly node: Node | null }): string {
            if (!(node instanceof Element)) return String(node?.textContent);
            return `<${node.localName} class="${node.getAttribute('class') ?? ''}">`;
          }
        });
        await open(page, portal, type);
        // Observers are told of a shift after the frame that has it.
        await page.evaluate(
          () => new Promise<void>(done => requestAnimationFrame(() => setTimeout(() => done(), 100))),
        );
        const moved = await page.evaluate(
          () => (globalThis as unknown as { readonly moved: readonly string[] }).moved,
        );
        await leave(page);
        assert.equal(moved.join('\n'), '');
      });
});
