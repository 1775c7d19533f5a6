// What moves by itself stops for who asks for it: by preference, by pointing, by focus, by button.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { leave, open, openPortal, PHONE } from './portal.ts';

const MOVING = [
  { name: 'the ticker', element: 'news-ticker', list: '.ticker-items' },
  { name: 'the slideshow', element: 'front-slideshow', list: '.slides' },
] as const;

/** Longer than any of them rests between two movements. In ms of the page's clock. */
const MORE_THAN_ONE_REST = 20_000;

/** A smooth scroll keeps the real time, whatever the page's clock. In ms. */
const SCROLL_ENDS = 700;

describe('on the front page', { skip: chromiumMissing() }, () => {
  const portal = openPortal();
  let page: Page;
  afterEach(() => leave(page));

  /** A telephone, where neither fits its window; its clock stands until a test moves it. */
  const visit = async (reducedMotion: 'reduce' | 'no-preference'): Promise<void> => {
    page = await portal.visit({ reducedMotion, viewport: PHONE });
    await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
    await open(page, portal, 'home page');
    await page.clock.pauseAt('2014-05-20T15:31:00+08:00');
  };

  /** Whether the list moves in time that is more than one rest. */
  const moves = async ({ element, list }: (typeof MOVING)[number]): Promise<boolean> => {
    const before = await place(page, `${element} ${list}`);
    // Step by step: a movement may begin and end within the whole time.
    for (let passed = 0; passed < MORE_THAN_ONE_REST; passed += 2500) {
      await page.clock.runFor(2500);
      if ((await place(page, `${element} ${list}`)) !== before) return true;
    }
    await new Promise(resolve => setTimeout(resolve, SCROLL_ENDS));
    return (await place(page, `${element} ${list}`)) !== before;
  };

  for (const moving of MOVING) {
    const { name, element } = moving;

    it(`${name} moves by itself`, async () => {
      await visit('no-preference');
      assert.ok(await moves(moving));
    });

    it(`${name} stands still for who prefers less motion`, async () => {
      await visit('reduce');
      assert.equal(await moves(moving), false);
    });

    it(`${name} waits while it is pointed at`, async () => {
      await visit('no-preference');
      await page.locator(`${element} ${moving.list}`).hover();
      await settled(page, element, moving.list);
      assert.equal(await moves(moving), false);
      await page.mouse.move(0, 0);
      assert.ok(await moves(moving), 'it does not go on afterwards');
    });

    it(`${name} waits while the focus is in it`, async () => {
      await visit('no-preference');
      await page.locator(`${element} ${moving.list} a`).first().focus();
      await settled(page, element, moving.list);
      assert.equal(await moves(moving), false);
      await page.locator('a.skip').first().focus();
      assert.ok(await moves(moving), 'it does not go on afterwards');
    });

    it(`${name} is stopped by its button, and goes on by it`, async () => {
      await visit('no-preference');
      const button = page.locator(`${element} button.pause`);
      const press = async (): Promise<void> => {
        await button.click();
        // The pointer and the focus would hold it as well.
        await page.mouse.move(0, 0);
        await page.locator('a.skip').first().focus();
        await settled(page, element, moving.list);
      };
      await press();
      assert.equal(await moves(moving), false);
      await press();
      assert.ok(await moves(moving), 'it does not go on afterwards');
    });
  }
});

/** Where the list has been scrolled to, and where its items are drawn: one of the two moves, however it is made. */
async function place(page: Page, list: string): Promise<string> {
  return page.locator(list).evaluate(element => {
    const shown = [...element.children].map(item => {
      const { left, top } = item.getBoundingClientRect();
      const list = element.getBoundingClientRect();
      return `${Math.round(left - list.left)},${Math.round(top - list.top)}`;
    });
    return `${Math.round(element.scrollLeft)} ${shown.join(' ')}`;
  });
}

/** A movement that had begun may end. */
async function settled(page: Page, element: string, list: string): Promise<void> {
  for (let before = '', now = 'none'; before !== now; ) {
    before = now;
    await new Promise(resolve => setTimeout(resolve, 150));
    now = await place(page, `${element} ${list}`);
  }
}
