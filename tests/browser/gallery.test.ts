// A reader of photographs: by pointer, finger and keyboard, by an address that was passed on, without JavaScript, on paper.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { FULL_FILE, GALLERY_LENGTH, GALLERY_URL, SINGLE_URL, withGallery } from './made-gallery.ts';
import { leave, openPortal, PHONE } from './portal.ts';

/** No scroll bar of Chromium's is wider. */
const SCROLL_BAR = 17;

describe('the photographs of an article', { skip: chromiumMissing() }, async () => {
  const portal = openPortal(await withGallery());
  let page: Page;
  afterEach(() => leave(page));

  const visit = async (url: string, options: BrowserContextOptions = {}): Promise<void> => {
    page = await portal.visit(options);
    await page.goto(url);
  };
  const viewer = () => page.getByRole('dialog', { name: 'Photos en grand' });
  const isOpen = () => viewer().isVisible();
  const press = (name: string) => viewer().getByRole('button', { name }).click();
  const position = () => viewer().getByRole('status').innerText();
  /** The address without the page's own. */
  const hash = () => new URL(page.url()).hash;
  const openAt = async (number: number): Promise<void> => {
    await page.locator(`#photo-${number} > a`).click();
    await viewer().waitFor();
  };
  const shows = async (number: number): Promise<void> => {
    assert.equal(await position(), `Photo ${number} sur ${GALLERY_LENGTH}`);
    assert.equal(hash(), `#photo-${number}`);
    assert.ok(
      await viewer()
        .getByRole('img', { name: `La vue ${number}`, exact: true })
        .isVisible(),
    );
    assert.match(await viewer().innerText(), new RegExp(`Légende ${number}\\. Crédit\u00a0: Nadia Benali`));
  };

  it('open one by one on the whole screen, with caption, credit and number', async () => {
    await visit(GALLERY_URL);
    await openAt(2);
    await shows(2);
    const box = await viewer().boundingBox();
    // All but the room that is kept for a scroll bar, where nothing is painted.
    assert.equal(box?.height, 900);
    assert.ok(box.width >= 1280 - SCROLL_BAR, `${box.width} pixels wide`);
    await press('Suivant');
    await shows(3);
    await press('Précédent');
    await press('Précédent');
    await shows(1);
    // There is none before the first, and the button says so.
    assert.equal(
      await viewer().getByRole('button', { name: 'Précédent' }).getAttribute('aria-disabled'),
      'true',
    );
  });

  it('are gone through with the keyboard, which comes back to the one seen last', async () => {
    await visit(GALLERY_URL);
    await page.locator('#photo-1 > a').focus();
    await page.keyboard.press('Enter');
    await viewer().waitFor();
    await shows(1);
    for (let stops = 0; stops < 6; stops++) {
      // The way round leads over the browser's own buttons.
      assert.ok((await focusIsIn('dialog')) || (await focusIs('body')), 'the focus is on the page behind');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowRight');
    await shows(2);
    await page.keyboard.press('End');
    await shows(GALLERY_LENGTH);
    await page.keyboard.press('ArrowRight');
    await shows(GALLERY_LENGTH);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await shows(4);
    await page.keyboard.press('Escape');
    await viewer().waitFor({ state: 'hidden' });
    await focusComesTo('#photo-4 > a');
    await closed();
    assert.ok(await inView('#photo-4'), 'the photograph seen last is out of sight');
  });

  it('are drawn aside by a finger', async () => {
    await visit(GALLERY_URL, { viewport: PHONE, hasTouch: true, isMobile: true });
    await openAt(1);
    await drag(-150);
    await shows(2);
    await drag(-150);
    await shows(3);
    await drag(150);
    await shows(2);
    await drag(-20);
    await shows(2);
  });

  it('follow the hand that draws them, but not for who prefers less motion', async () => {
    for (const [reducedMotion, moved] of [
      ['no-preference', '-40px'],
      ['reduce', ''],
    ] as const) {
      await visit(GALLERY_URL, { reducedMotion });
      await openAt(1);
      await page.mouse.move(640, 450);
      await page.mouse.down();
      await page.mouse.move(600, 450);
      const translate = await viewer()
        .locator('.viewer-stage')
        .evaluate(stage => (stage as HTMLElement).style.translate);
      assert.equal(translate, moved, reducedMotion);
      await page.mouse.up();
      await shows(1);
      if (reducedMotion === 'no-preference') await leave(page);
    }
  });

  it('leave no trace in the history but one step, which leads out of them', async () => {
    await visit('/chine/');
    await page.goto(GALLERY_URL);
    await openAt(1);
    await press('Suivant');
    await press('Suivant');
    await page.goBack();
    await viewer().waitFor({ state: 'hidden' });
    assert.equal(new URL(page.url()).pathname + hash(), GALLERY_URL);
    await focusComesTo('#photo-3 > a');
    await openAt(2);
    await press('Fermer');
    await closed();
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, '/chine/');
  });

  it('are found again by the address that was passed on from the whole screen', async () => {
    await visit('/chine/');
    await page.goto(`${GALLERY_URL}#photo-4`);
    await viewer().waitFor();
    await shows(4);
    await press('Fermer');
    await closed();
    assert.ok(await inView('#photo-4'), 'the page is elsewhere');
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, '/chine/');
  });

  it('stand before a page that does not move meanwhile', async () => {
    await visit(GALLERY_URL);
    await openAt(2);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.move(640, 450);
    await page.mouse.wheel(0, 800);
    await page.keyboard.press('PageDown');
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await page.evaluate(() => scrollY), before);
  });

  it('grow to twice their size, and are moved about then', async () => {
    await visit(GALLERY_URL);
    await openAt(1);
    const stage = viewer().locator('.viewer-stage');
    const scrolled = () =>
      stage.evaluate(({ scrollLeft, scrollWidth, clientWidth }) => ({
        scrollLeft,
        times: scrollWidth / clientWidth,
      }));
    assert.equal((await scrolled()).times, 1);
    await press('Agrandir');
    const { scrollLeft, times } = await scrolled();
    assert.equal(times, 2);
    await page.keyboard.press('ArrowRight');
    await shows(1);
    assert.ok((await scrolled()).scrollLeft > scrollLeft, 'the photograph does not move');
    // Another photograph begins in its whole.
    await page.keyboard.press('End');
    await shows(GALLERY_LENGTH);
    assert.equal((await scrolled()).times, 1);
  });

  it('are fetched for the whole screen when they are looked at, and their neighbours ahead, but no others', async () => {
    page = await portal.visit();
    const fetched: string[] = [];
    page.on('requestfinished', request => {
      const { pathname } = new URL(request.url());
      if (FULL_FILE.test(pathname) || pathname.startsWith('/assets/viewer.')) fetched.push(pathname);
    });
    await page.goto(GALLERY_URL, { waitUntil: 'networkidle' });
    assert.deepEqual(fetched, [], 'before anybody opens one');
    await openAt(1);
    await page.waitForLoadState('networkidle');
    const photographs = () => fetched.filter(path => FULL_FILE.test(path)).length;
    await until(() => photographs() === 2);
    await press('Suivant');
    await until(() => photographs() === 3);
    assert.equal(fetched.length, 5, 'two files of the viewer, three photographs');
  });

  it('open by themselves where there is one, without a way to others', async () => {
    await visit(SINGLE_URL);
    await page.locator('figure.photograph > a').click();
    await viewer().waitFor();
    assert.ok(await viewer().getByRole('img', { name: 'La vue 1' }).isVisible());
    assert.equal(await viewer().getByRole('button', { name: 'Suivant' }).count(), 0);
    await page.keyboard.press('Escape');
    await viewer().waitFor({ state: 'hidden' });
    await focusComesTo('figure.photograph > a');
  });

  it('lead to their files where the viewer does not come', async () => {
    page = await portal.visit();
    await page.route(/\/assets\/viewer\./, route => route.abort());
    await page.goto(GALLERY_URL);
    await page.locator('#photo-2 > a').click();
    await page.waitForURL(/\/images\/.*\.jpg$/);
  });

  it('are a list without JavaScript, each with its caption and the way to its file', async () => {
    await visit(GALLERY_URL, { javaScriptEnabled: false });
    const items = page.locator('ol.gallery > li');
    assert.equal(await items.count(), GALLERY_LENGTH);
    for (const [index, item] of (await items.all()).entries()) {
      assert.ok(await item.getByRole('img', { name: `La vue ${index + 1}`, exact: true }).isVisible());
      assert.match(
        await item.innerText(),
        new RegExp(`${index + 1}\u00a0/\u00a0${GALLERY_LENGTH} Légende ${index + 1}\\. Crédit`),
      );
    }
    const response = page.waitForResponse(/\/images\//);
    await items.nth(1).getByRole('link').click();
    assert.equal((await response).headers()['content-type'], 'image/jpeg');
  });

  it('are printed as the list that they are, whatever is on the whole screen', async () => {
    await visit(GALLERY_URL);
    await openAt(2);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await isOpen(), false, 'the viewer is printed');
    assert.equal(await page.locator('ol.gallery > li').count(), GALLERY_LENGTH);
    for (const caption of await page.locator('.gallery figcaption').all())
      assert.ok(await caption.isVisible());
    assert.equal(await page.locator('.enlarge').first().isVisible(), false, 'a button is printed');
  });

  it('are no larger than a screen on the page, tall ones too', async () => {
    await visit(GALLERY_URL);
    const heights = await page
      .locator('.gallery img')
      .evaluateAll(images => images.map(image => image.getBoundingClientRect().height));
    assert.equal(heights.length, GALLERY_LENGTH);
    for (const height of heights) assert.ok(height > 100 && height < 900, `${height} px`);
  });

  /** The address goes back to what it was a moment after the viewer is out of sight. */
  async function closed(): Promise<void> {
    await viewer().waitFor({ state: 'hidden' });
    await page.waitForFunction(() => location.hash === '');
  }

  /** The dialog is out of sight before the event that it has closed. Fails when the focus stays elsewhere. */
  async function focusComesTo(selector: string): Promise<void> {
    await page.waitForFunction(wanted => document.activeElement?.closest(wanted) !== null, selector);
  }

  async function focusIsIn(selector: string): Promise<boolean> {
    return page.evaluate(wanted => document.activeElement?.closest(wanted) !== null, selector);
  }

  async function focusIs(selector: string): Promise<boolean> {
    return page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector);
  }

  async function inView(selector: string): Promise<boolean> {
    const box = await page.locator(selector).boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    return box !== null && box.y < height && box.y + box.height > 0;
  }

  /** One finger, in steps as a screen reports them. */
  async function drag(across: number): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: 300 }],
      });
    await touch('touchStart', 180);
    for (let step = 1; step <= 5; step++) await touch('touchMove', 180 + (across * step) / 5);
    await touch('touchEnd', 180 + across);
    await session.detach();
  }
});

/** Pictures come when they come. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 60 && !holds(); tries++) await new Promise(resolve => setTimeout(resolve, 50));
  assert.ok(holds());
}
