// A page of each type keeps its layout while it loads over a slow line, with script, fonts and pictures late.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, leave, open, openPortal, PHONE } from './portal.ts';

/** Milliseconds; long enough for the browser to paint the page without its script. */
const DELAY = 150;

describe('nothing moves while it loads', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);

  for (const type of PAGE_TYPES)
    for (const viewport of [PHONE, DESK])
      it(`${type}, ${viewport.width} px wide`, async () => {
        const page = await portal.visit({ viewport });
        await page.route(/\.(?:js|woff2|avif|svg)$/, async route => {
          await wait(DELAY);
          await route.continue();
        });
        await page.addInitScript(() => {
          const shifts: string[] = [];
          Object.assign(globalThis, { shifts });
          new PerformanceObserver(list => {
            for (const entry of list.getEntries() as LayoutShift[])
              shifts.push(`${entry.value.toFixed(4)} ${entry.sources.map(nameOf).join(' ')}`);
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
        // The browser reports a shift to observers after the frame in which it happens.
        await page.evaluate(
          () => new Promise<void>(done => requestAnimationFrame(() => setTimeout(() => done(), 100))),
        );
        const shifts = await page.evaluate(
          () => (globalThis as unknown as { readonly shifts: readonly string[] }).shifts,
        );
        await leave(page);
        assert.equal(shifts.join('\n'), '');
      });
});
