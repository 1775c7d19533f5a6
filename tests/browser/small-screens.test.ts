// What a reader meets on the first screen of a small phone, and where its menu leads.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { skyWords } from '../../src/locale/sky-words.ts';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, type PageType, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, leave, open, openPortal } from './portal.ts';

/** CSS pixels. */
const SMALL = { width: 360, height: 640 };
/** The narrowest phone, a phone held sideways, and a desk at 400 % (WCAG 1.4.10). */
const SCREENS = [
  SMALL,
  { width: 320, height: 568 },
  { width: 640, height: 360 },
  { width: 320, height: 256 },
];

/** Of a line of text; WCAG 2.5.8 wants 24. */
const LEAST_TARGET = 32;

describe('on a small screen', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);
  let page: Page;
  afterEach(() => leave(page));

  const visit = async (type: PageType, viewport = SMALL, javaScriptEnabled = true): Promise<void> => {
    page = await portal.visit({ viewport, javaScriptEnabled });
    await page.goto(portal.addressOf(type));
  };
  const menu = () => page.getByRole('navigation', { name: 'Sommaire' });
  const isOpen = () => menu().evaluate(nav => nav.matches(':popover-open'));
  const button = () => page.getByRole('button', { name: 'Menu' });
  const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;

  for (const javaScriptEnabled of [true, false])
    it(`the whole headline of the lead is seen at once, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      await visit('home page', SMALL, javaScriptEnabled);
      const { y, height } = await box('.lead h3');
      assert.ok(y + height <= SMALL.height, `it ends at ${y + height} px`);
    });

  it('the weather takes one line, whatever the sky', async () => {
    await visit('home page');
    for (const name of Object.values(skyWords)) {
      await page
        .locator('.weather li:visible a')
        .evaluate((link, text) => (link.lastChild!.textContent = `${text} · 28℃~16℃`), name);
      assert.ok((await box('.weather')).height < 30, name);
    }
  });

  it('the flash stands beside its name', async () => {
    await visit('home page');
    const [name, flash] = [await box('.ticker-name'), await box('.ticker-items')];
    assert.ok(flash.x >= name.x + name.width && flash.y < name.y + name.height);
  });

  for (const viewport of SCREENS)
    it(`the menu leaves its button free, and every link of it can be reached: ${viewport.width} × ${viewport.height}`, async () => {
      await visit('fresh article', viewport);
      await button().click();
      assert.ok(await isOpen());
      const [above, sheet] = [await button().boundingBox(), await menu().boundingBox()];
      assert.ok(above!.y >= 0 && sheet!.y >= above!.y + above!.height, 'the menu covers its button');
      assert.ok(sheet!.y + sheet!.height <= viewport.height, 'it goes below the screen');
      for (const link of await menu().getByRole('link').all()) {
        await link.evaluate(element => element.scrollIntoView({ block: 'center' }));
        const { y, height } = (await link.boundingBox())!;
        assert.ok(y >= sheet!.y && y + height <= viewport.height, await link.innerText());
        assert.ok(height >= LEAST_TARGET, `${await link.innerText()}: ${height} px`);
      }
      // A list that is scrolled to its end can still be closed.
      await menu().getByRole('button', { name: 'Fermer' }).click();
      assert.equal(await isOpen(), false);
      await button().click();
      await button().click();
      assert.equal(await isOpen(), false, 'its own button does not close it');
    });

  it('the menu leaves its button free where the page has been scrolled, and the page below stays', async () => {
    await visit('home page');
    await page.evaluate(() => scrollTo(0, 60));
    await button().click();
    const [above, sheet] = [await button().boundingBox(), await menu().boundingBox()];
    assert.ok(sheet!.y >= above!.y + above!.height, 'the menu covers its button');
    await page.mouse.move(180, 500);
    await page.mouse.wheel(0, 3000);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await page.evaluate(() => scrollY), 60);
  });

  it('the menu leads to the sections and to all that stands in none', async () => {
    await visit('section');
    await button().click();
    for (const name of [
      'À la une',
      'Afrique',
      'Flash',
      'Météo',
      'Pages spéciales',
      'Archives',
      'Recherche',
      'Mentions légales',
    ])
      assert.ok(await menu().getByRole('link', { name, exact: true }).isVisible(), name);
    assert.equal(
      await menu().getByRole('link', { name: 'Chine', exact: true }).getAttribute('aria-current'),
      'page',
    );
    assert.equal(await menu().getByRole('link', { name: 'Haut de page' }).count(), 0);
    await menu().getByRole('link', { name: 'Météo' }).click();
    await page.waitForURL(/\/meteo\/$/);
  });

  it('the button of the search leads to its page, where one can type at once', async () => {
    await visit('fresh article');
    await page.getByRole('search').getByRole('button').click();
    await page.waitForURL(/\/recherche\/\?q=$/);
    await page.waitForFunction(() => document.activeElement?.id === 'les_mots');
    await page.keyboard.type('tabac');
    await page.keyboard.press('Enter');
    await page.locator('site-search .results a.title').first().waitFor();
  });

  it('a menu left open on a screen that is turned can still be closed, and stays out of the way of a wide one', async () => {
    await visit('home page');
    await button().click();
    await page.setViewportSize(DESK);
    await menu().getByRole('button', { name: 'Fermer' }).click();
    assert.equal(await isOpen(), false);
    assert.equal(await menu().getByRole('button', { name: 'Fermer' }).count(), 0);
    assert.ok(await menu().getByRole('link', { name: 'Flash' }).isVisible());
  });
});

describe('the masthead leaves most of a small screen to the page', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);
  const regular = portal.regular({ viewport: SMALL });

  for (const type of PAGE_TYPES)
    it(type, async () => {
      const page = await regular();
      await open(page, portal, type);
      const { y } = (await page.locator('main').boundingBox())!;
      assert.ok(y <= SMALL.height / 3 + 30, `it begins at ${y} px`);
    });
});
