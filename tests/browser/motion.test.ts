// The ticker and the slideshow stop for readers who prefer reduced motion, point at them, focus them or press their button.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { leave, open, openPortal, PHONE } from './portal.ts';

const MOVING = [
  { name: 'the ticker', element: 'news-ticker', list: '.ticker-items' },
  { name: 'the slideshow', element: 'front-slideshow', list: '.slides' },
] as const;

/** Milliseconds of the page's clock; longer than the time between two movements. */
const LONGER_THAN_A_REST = 20_000;

/** Milliseconds that a smooth scroll takes. It follows the real clock, and not the page's. */
const SCROLL_TIME = 700;

describe('on the front page', { skip: chromiumMissing() }, () => {
  const portal = openPortal();
  let page: Page;
  afterEach(() => leave(page));

  /** Opens the front page on a phone, where neither list fits the screen. The page's clock stands still until a test moves it. */
  const visit = async (reducedMotion: 'reduce' | 'no-preference'): Promise<void> => {
    page = await portal.visit({ reducedMotion, viewport: PHONE });
    await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
    await open(page, portal, 'home page');
    await page.clock.pauseAt('2014-05-20T15:31:00+08:00');
  };

  /** Whether the list moves within a time in which it should move at least once. */
  const moves = async ({ element, list }: (typeof MOVING)[number]): Promise<boolean> => {
    const before = await positionOf(page, `${element} ${list}`);
    // Looks after short steps, since the list could move and come back to its first item within the whole time.
    for (let passed = 0; passed < LONGER_THAN_A_REST; passed += 2500) {
      await page.clock.runFor(2500);
      if ((await positionOf(page, `${element} ${list}`)) !== before) return true;
    }
    await new Promise(resolve => setTimeout(resolve, SCROLL_TIME));
    return (await positionOf(page, `${element} ${list}`)) !== before;
  };

  for (const moving of MOVING) {
    const { name, element } = moving;

    it(`${name} moves by itself`, async () => {
      await visit('no-preference');
      assert.ok(await moves(moving));
    });

    it(`${name} stands still for readers who prefer reduced motion`, async () => {
      await visit('reduce');
      assert.equal(await moves(moving), false);
    });

    it(`${name} waits while the pointer is on it`, async () => {
      await visit('no-preference');
      await page.locator(`${element} ${moving.list}`).hover();
      await waitUntilStill(page, element, moving.list);
      assert.equal(await moves(moving), false);
      await page.mouse.move(0, 0);
      assert.ok(await moves(moving), 'it does not move again afterwards');
    });

    it(`${name} waits while the focus is in it`, async () => {
      await visit('no-preference');
      await page.locator(`${element} ${moving.list} a`).first().focus();
      await waitUntilStill(page, element, moving.list);
      assert.equal(await moves(moving), false);
      await page.locator('a.skip').first().focus();
      assert.ok(await moves(moving), 'it does not move again afterwards');
    });

    it(`${name} stops and starts at a press of its button`, async () => {
      await visit('no-preference');
      const button = page.locator(`${element} button.pause`);
      const press = async (): Promise<void> => {
        await button.click();
        // Pointer and focus leave the list, since they would stop it, too.
        await page.mouse.move(0, 0);
        await page.locator('a.skip').first().focus();
        await waitUntilStill(page, element, moving.list);
      };
      await press();
      assert.equal(await moves(moving), false);
      await press();
      assert.ok(await moves(moving), 'it does not move again afterwards');
    });
  }
});

/** The scroll position of the list and the positions of its items. Any way to move the list changes one of them. */
async function positionOf(page: Page, list: string): Promise<string> {
  return page.locator(list).evaluate(element => {
    const items = [...element.children].map(item => {
      const { left, top } = item.getBoundingClientRect();
      const list = element.getBoundingClientRect();
      return `${Math.round(left - list.left)},${Math.round(top - list.top)}`;
    });
    return `${Math.round(element.scrollLeft)} ${items.join(' ')}`;
  });
}

/** Waits for the end of a movement that has begun. */
async function waitUntilStill(page: Page, element: string, list: string): Promise<void> {
  for (let before = '', now = 'none'; before !== now; ) {
    before = now;
    await new Promise(resolve => setTimeout(resolve, 150));
    now = await positionOf(page, `${element} ${list}`);
  }
}
