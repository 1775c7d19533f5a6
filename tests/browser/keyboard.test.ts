// A reader with a keyboard and no pointer: reaches everything, sees where they are, and is remembered.
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

  it('the first stop is the link that leads past the navigation, to the matter', async () => {
    await open(page, portal, 'fresh article');
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip').first();
    assert.ok(await hasFocus(page, 'a.skip'), await focused(page));
    assert.ok(await skip.isVisible());
    const box = await skip.boundingBox();
    assert.ok(
      box && box.x >= 0 && box.y >= 0 && box.width > 20,
      'the link is not seen while it has the focus',
    );
    await page.keyboard.press('Enter');
    assert.ok(await hasFocus(page, 'main'), await focused(page));
  });

  it('the menu of a telephone opens with Enter, closes with Escape, and the focus comes back', async () => {
    await page.setViewportSize(PHONE);
    await open(page, portal, 'home page');
    await tabTo(page, '.menu-button');
    await page.keyboard.press('Enter');
    const menu = page.locator('nav.sections');
    assert.ok(await menu.isVisible());
    await page.keyboard.press('Tab');
    assert.ok(
      await hasFocus(page, 'nav.sections *'),
      `the next stop is not in the menu: ${await focused(page)}`,
    );
    await page.keyboard.press('Escape');
    assert.equal(await menu.isVisible(), false);
    assert.ok(await hasFocus(page, '.menu-button'), await focused(page));
  });

  it('every stop is seen: it has an outline or another mark, and is not under something else', async () => {
    await open(page, portal, 'home page');
    const unseen: string[] = [];
    for (let stops = 0; stops < 60; stops++) {
      await page.keyboard.press('Tab');
      const complaint = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { left, top, width, height } = element.getBoundingClientRect();
        const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        const onScreen =
          width > 0 && left < innerWidth && left + width > 0 && top < innerHeight && top + height > 0;
        return marked && onScreen
          ? null
          : `${marked ? 'out of sight' : 'no outline'}: ${element.outerHTML.slice(0, 100)}`;
      });
      if (complaint !== null) unseen.push(complaint);
    }
    assert.equal(unseen.join('\n'), '');
  });

  it('the ticker is paused, and goes on', async () => {
    await open(page, portal, 'home page');
    await tabTo(page, 'news-ticker button.pause');
    // Its name says what a press does next, so it is not pressed besides: a screen reader would say one and its contrary.
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

  it('the arrows go from tab to tab, and the chosen one shows its panel alone', async () => {
    await open(page, portal, 'home page');
    const tabs = page.locator('tab-panels').first().getByRole('tab');
    assert.ok((await tabs.count()) >= 2, 'fewer than two tabs');
    await tabTo(page, 'tab-panels [role=tab]');
    assert.equal(await tabs.nth(0).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowRight');
    assert.equal(await tabs.nth(1).getAttribute('aria-selected'), 'true');
    assert.equal(await tabs.nth(0).getAttribute('aria-selected'), 'false');
    assert.ok(await hasFocus(page, '[role=tab][aria-selected=true]'), await focused(page));
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
    assert.ok(topOfPanel!.y >= bottomOfTabs!.y + bottomOfTabs!.height, 'the tabs hide what is under them');
  });

  it('the slides of the front page go on and back', async () => {
    await open(page, portal, 'home page');
    await tabTo(page, 'front-slideshow button.next');
    // The way there led over the links of all slides, and each came into view.
    const first = await slideInView(page);
    await page.keyboard.press('Enter');
    // Pressed again on the way, the button would count from the slide that is passing.
    await until(async () => ![first, -1].includes(await slideInView(page)), 'another slide does not come');
    await tabTo(page, 'front-slideshow button.previous', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await until(async () => (await slideInView(page)) === first, 'the slide before does not come back');
  });

  it('another city is chosen for the weather, and found again at the next visit', async () => {
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
    it(`the ${theme} theme is chosen, and there from the first paint of the next page`, async () => {
      await open(page, portal, 'home page');
      await tabTo(page, `theme-switch button[data-theme=${theme}]`);
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('html').getAttribute('data-theme'), theme);
      // Nothing is painted before there is a body.
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

  it('the text is made larger, and stays so on the next page', async () => {
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

/** For a failed assertion: what has the focus. */
async function focused(page: Page): Promise<string> {
  return `the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))}`;
}

/** Presses Tab until the element has the focus; fails when it never does. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 200; stops++) {
    if (await hasFocus(page, selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not reach ${selector}; ${await focused(page)}`);
}

/** Which slide fills the window of the list; -1: they are on the move. */
async function slideInView(page: Page): Promise<number> {
  return page.locator('front-slideshow ol.slides').evaluate(list => {
    const { left } = list.getBoundingClientRect();
    return [...list.children].findIndex(slide => Math.abs(slide.getBoundingClientRect().left - left) < 2);
  });
}

/** Slides scroll, which takes its time. */
async function until(holds: () => Promise<boolean>, message: string): Promise<void> {
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
