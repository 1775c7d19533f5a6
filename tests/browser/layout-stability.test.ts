// A page of each type keeps its layout while it loads over a slow line, with script, fonts, pictures and fragments late.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, open, openPortal, PHONE } from './portal.ts';

/** Milliseconds; long enough for the browser to paint the page without its script. */
const DELAY = 150;

describe('nothing moves while it loads', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);

  for (const viewport of [PHONE, DESK]) {
    /** The addresses that were late. A browser whose requests are delayed keeps nothing of earlier pages. */
    const late: string[] = [];
    const reader = portal.regular({ viewport }, async page => {
      await delay(page, late);
      await page.addInitScript(watchShifts);
    });

    for (const type of PAGE_TYPES)
      it(`${type}, ${viewport.width} px wide`, async () => {
        const page = await reader();
        late.length = 0;
        await open(page, portal, type);
        await furnished(page);
        // The browser reports a shift to observers after the frame in which it happens.
        await page.evaluate(
          () => new Promise<void>(done => requestAnimationFrame(() => setTimeout(() => done(), 100))),
        );
        const shifts = await page.evaluate(
          () => (globalThis as unknown as { readonly shifts: readonly string[] }).shifts,
        );
        assert.equal(shifts.join('\n'), '');
        for (const kind of ['js', 'woff2'])
          assert.ok(
            late.some(url => url.endsWith(`.${kind}`)),
            `no ${kind} was late`,
          );
      });
  }
});

/** Waits until what client code fetches is there; on some pages it fetches nothing. */
async function furnished(page: Page): Promise<void> {
  if ((await page.locator('live-furniture').count()) > 0)
    await page.locator('live-furniture > section').last().waitFor({ state: 'attached' });
}

async function delay(page: Page, late: string[]): Promise<void> {
  await page.route(/\.(?:js|woff2|avif|svg)$|\/furniture\//, async route => {
    late.push(route.request().url());
    await wait(DELAY);
    await route.continue();
  });
}

/** Runs in the page before its own scripts: `shifts` grows with what moves. */
function watchShifts(): void {
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
}
