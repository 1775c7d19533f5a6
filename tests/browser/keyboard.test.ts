// A reader with a keyboard and no pointer reaches every control, sees the focus, and finds their choices again on the next page.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { leave, open, openPortal, PHONE } from './portal.ts';

describe('with the keyboard alone', { skip: chromiumMissing() }, () => {
  const portal = openPortal();
  let page: Page;
  beforeEach(async () => {
    page = await portal.visit();
  });
  afterEach(() => leave(page));

  it('the first stop is the link that skips the navigation', async () => {
    await open(page, portal, 'fresh article');
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip').first();
    assert.ok(await hasFocus(page, 'a.skip'), await describeFocus(page));
    assert.ok(await skip.isVisible());
    const box = await skip.boundingBox();
    assert.ok(
      box && box.x >= 0 && box.y >= 0 && box.width > 20,
      'the link is not visible while it has the focus',
    );
    await page.keyboard.press('Enter');
    assert.ok(await hasFocus(page, 'main'), await describeFocus(page));
  });

  it('the menu of a phone opens with Enter, closes with Escape, and the focus comes back', async () => {
    await page.setViewportSize(PHONE);
    await open(page, portal, 'home page');
    await tabTo(page, '.menu-button');
    await page.keyboard.press('Enter');
    const menu = page.locator('#le_sommaire:popover-open');
    assert.ok(await menu.isVisible());
    await page.keyboard.press('Tab');
    assert.ok(
      await hasFocus(page, '#le_sommaire *'),
      `the next stop is not in the menu: ${await describeFocus(page)}`,
    );
    await page.keyboard.press('Escape');
    assert.equal(await menu.isVisible(), false);
    assert.ok(await hasFocus(page, '.menu-button'), await describeFocus(page));
  });

  it('every stop is visible: it has an outline and is on the screen', async () => {
    await open(page, portal, 'home page');
    const unseen: string[] = [];
    for (let stops = 0; stops < 60; stops++) {
      await page.keyboard.press('Tab');
      const complaint = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { left, top, width, height } = element.getBoundingClientRect();
        const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        const onScreen =
          width > 0 && left < innerWidth && left + width > 0 && top < innerHeight && top + height > 0;
        return hasOutline && onScreen
          ? null
          : `${hasOutline ? 'out of sight' : 'no outline'}: ${element.outerHTML.slice(0, 100)}`;
      });
      if (complaint !== null) unseen.push(complaint);
    }
    assert.equal(unseen.join('\n'), '');
  });

  it('the ticker can be stopped and started', async () => {
    await open(page, portal, 'home page');
    await tabTo(page, 'news-ticker button.pause');
    // The button's name says what a press does. With a pressed state as well, a screen reader would say the contrary of it.
    const button = page.locator('news-ticker button.pause');
    assert.equal(await button.getAttribute('aria-pressed'), null);
    const name = async (): Promise<string> => (await button.innerText()).trim();
    const pause = await name();
    await page.keyboard.press('Space');
    const play = await name();
    assert.notEqual(play, pause);
    await page.keyboard.press('Enter');
    assert.equal(await name(), pause);
  });

  it('the arrow keys move between tabs, and only the panel of the selected tab is visible', async () => {
    await open(page, portal, 'home page');
    const tabs = page.locator('tab-panels').first().getByRole('tab');
    assert.ok((await tabs.count()) >= 2, 'fewer than two tabs');
    await tabTo(page, 'tab-panels [role=tab]');
    assert.equal(await tabs.nth(0).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowRight');
    assert.equal(await tabs.nth(1).getAttribute('aria-selected'), 'true');
    assert.equal(await tabs.nth(0).getAttribute('aria-selected'), 'false');
    assert.ok(await hasFocus(page, '[role=tab][aria-selected=true]'), await describeFocus(page));
    const panelOf = async (tab: number) =>
      page.locator(`[id="${await tabs.nth(tab).getAttribute('aria-controls')}"]`).isVisible();
    assert.deepEqual([await panelOf(0), await panelOf(1)], [false, true]);
    await page.keyboard.press('ArrowLeft');
    assert.deepEqual([await panelOf(0), await panelOf(1)], [true, false]);
    await page.keyboard.press('End');
    assert.equal(await tabs.last().getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Home');
    assert.equal(await tabs.first().getAttribute('aria-selected'), 'true');
    const bottomOfTabs = await page.locator('tab-panels [role=tablist]').first().boundingBox();
    const topOfPanel = await page.locator('tab-panels [role=tabpanel]:visible li').first().boundingBox();
    assert.ok(topOfPanel!.y >= bottomOfTabs!.y + bottomOfTabs!.height, 'the tabs hide the top of the panel');
  });

  it('the slideshow of the front page shows the next slide and the previous one', async () => {
    await open(page, portal, 'home page');
    await tabTo(page, 'front-slideshow button.next');
    // Tab has passed the links of all slides, so another slide than the first may be in view.
    const first = await slideInView(page);
    await page.keyboard.press('Enter');
    // The slides must stop before the next press.
    await waitFor(async () => ![first, -1].includes(await slideInView(page)), 'no other slide appears');
    await tabTo(page, 'front-slideshow button.previous', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await waitFor(async () => (await slideInView(page)) === first, 'the previous slide does not appear');
  });

  it('another city can be chosen for the weather, and the next page shows it', async () => {
    await open(page, portal, 'home page');
    const shown = page.locator('weather-line li[data-city]:visible');
    const first = await shown.getAttribute('data-city');
    await tabTo(page, 'weather-line select');
    await page.keyboard.press('ArrowDown');
    const second = await shown.getAttribute('data-city');
    assert.notEqual(second, first);
    await open(page, portal, 'section');
    assert.equal(await shown.getAttribute('data-city'), second);
    assert.equal(await page.locator('weather-line select').inputValue(), second);
  });

  for (const theme of ['dark', 'light'])
    it(`the ${theme} theme can be chosen, and the next page has it from its first paint`, async () => {
      await open(page, portal, 'home page');
      await tabTo(page, `theme-switch button[data-theme=${theme}]`);
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('html').getAttribute('data-theme'), theme);
      // The observer reads the theme as soon as there is a body; a browser paints nothing before.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          observer.disconnect();
          Object.assign(globalThis, { atFirst: document.documentElement.dataset.theme });
        }).observe(document, { childList: true, subtree: true });
      });
      await open(page, portal, 'section');
      assert.equal(
        await page.evaluate(() => (globalThis as unknown as { readonly atFirst: string }).atFirst),
        theme,
      );
      assert.equal(await page.locator('html').getAttribute('data-theme'), theme);
    });

  it('the text can be made larger, and is as large on the next page', async () => {
    await open(page, portal, 'fresh article');
    const usual = await textSize(page);
    await tabTo(page, 'text-size button.larger');
    await page.keyboard.press('Enter');
    const larger = await textSize(page);
    assert.ok(larger > usual, `${larger} px after ${usual}`);
    await open(page, portal, 'old article');
    assert.equal(await textSize(page), larger);
    await tabTo(page, 'text-size button.smaller');
    await page.keyboard.press('Enter');
    assert.equal(await textSize(page), usual);
  });
});

async function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector);
}

/** The message of a failed assertion, with the element that has the focus. */
async function describeFocus(page: Page): Promise<string> {
  return `the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))}`;
}

/** Presses `key` until the element has the focus; fails when it never does. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 200; stops++) {
    if (await hasFocus(page, selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not reach ${selector}; ${await describeFocus(page)}`);
}

/** The index of the slide that fills the slideshow; -1 while the slides are scrolling. */
async function slideInView(page: Page): Promise<number> {
  return page.locator('front-slideshow ol.slides').evaluate(list => {
    const { left } = list.getBoundingClientRect();
    return [...list.children].findIndex(slide => Math.abs(slide.getBoundingClientRect().left - left) < 2);
  });
}

/** Waits until the condition holds; fails with `message` after three seconds. */
async function waitFor(holds: () => Promise<boolean>, message: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (await holds()) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.fail(message);
}

async function textSize(page: Page): Promise<number> {
  return page
    .locator('main .prose p')
    .first()
    .evaluate(paragraph => Number.parseFloat(getComputedStyle(paragraph).fontSize));
}
