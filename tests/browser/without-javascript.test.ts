// A reader without JavaScript finds all content, and sees no control that would do nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, type PageType, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, openPortal, PHONE } from './portal.ts';

/** The controls that need client code: those of custom elements, and those with the class `needs-js`. */
const DEAD_CONTROLS = [
  '.needs-js',
  'news-ticker button',
  'front-slideshow button',
  'weather-line select',
  'text-size button',
  'theme-switch button',
  '[role=tab]',
].join(', ');

describe('without JavaScript', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);

  const reader = portal.regular({ javaScriptEnabled: false });

  const read = async (
    type: PageType,
    viewport: typeof PHONE | typeof DESK,
    look: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const page = await reader();
    await page.setViewportSize(viewport);
    await page.goto(portal.addressOf(type));
    await look(page);
  };

  it('the menu of a phone opens, and leads to a section', () =>
    read('home page', PHONE, async page => {
      const menu = page.locator('#le_sommaire:popover-open');
      assert.equal(await menu.isVisible(), false, 'the menu is open before the reader presses its button');
      await page.getByRole('button', { name: 'Menu' }).click();
      assert.ok(await menu.isVisible(), 'the menu stays closed');
      await menu.getByRole('link', { name: 'Chine', exact: true }).click();
      assert.equal(new URL(page.url()).pathname, '/chine/');
    }));

  it('the sections are visible on a desktop', () =>
    read('home page', DESK, async page => {
      assert.ok(
        await page.locator('nav.sections').getByRole('link', { name: 'Chine', exact: true }).isVisible(),
      );
      assert.equal(await page.locator('.menu-button').isVisible(), false);
    }));

  it('all panels that tabs would hide are visible', () =>
    read('home page', DESK, async page => {
      const panels = page.locator('tab-panels').first().locator(':scope > section, :scope ol, :scope ul');
      assert.ok((await panels.count()) >= 2, 'fewer than two panels');
      for (const panel of await panels.all()) assert.ok(await panel.isVisible(), await panel.innerText());
    }));

  it('the flashes are a list that the reader can scroll to its end', () =>
    read('home page', PHONE, async page => {
      const last = page.locator('.ticker-items a').last();
      await last.scrollIntoViewIfNeeded();
      const box = await last.boundingBox();
      assert.ok(box && box.x < PHONE.width && box.x + box.width > 0, 'the last flash stays out of sight');
    }));

  it('the weather leads to the forecasts', () =>
    read('home page', DESK, async page => {
      await page.locator('weather-line a[href^="/meteo/"]:visible').first().click();
      assert.match(new URL(page.url()).pathname, /^\/meteo\//);
    }));

  for (const type of PAGE_TYPES)
    it(`no control is visible that does nothing: ${type}`, () =>
      read(type, DESK, async page => {
        const visible: string[] = [];
        for (const control of await page.locator(DEAD_CONTROLS).all())
          if (await control.isVisible())
            visible.push(await control.evaluate(element => (element as HTMLElement).outerHTML.slice(0, 120)));
        assert.equal(visible.join('\n'), '');
      }));
});
