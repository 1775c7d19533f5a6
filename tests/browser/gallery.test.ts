// How readers look at photographs: with a mouse, a finger or a keyboard, through a copied address, without JavaScript, on paper.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { FULL_FILE, GALLERY_LENGTH, GALLERY_URL, SINGLE_URL, withGallery } from './made-gallery.ts';
import { leave, openPortal, PHONE } from './portal.ts';

/** Pixels; no scroll bar of Chromium is wider. */
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
  /** The fragment of the address. */
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

  for (const viewport of [PHONE, { width: 1280, height: 800 }])
    it(`come before the text, the first of them on the first screen, or nearly all of it: ${viewport.width} × ${viewport.height}`, async () => {
      await visit(GALLERY_URL, { viewport });
      const first = (await page.locator('#photo-1 img').boundingBox())!;
      const seen = (viewport.height - first.y) / first.height;
      assert.ok(seen >= 0.9, `${seen} of its height`);
      const last = (await page.locator('.gallery > li').last().boundingBox())!;
      for (const text of ['Ce que montrent les vues.', 'Le texte.'])
        assert.ok((await page.getByText(text).boundingBox())!.y >= last.y + last.height, text);
    });

  it('open one by one on the whole screen, with caption, credit and number', async () => {
    await visit(GALLERY_URL);
    await openAt(2);
    await shows(2);
    const box = await viewer().boundingBox();
    // The viewer leaves free only the space that the page reserves for a scroll bar.
    assert.equal(box?.height, 900);
    assert.ok(box.width >= 1280 - SCROLL_BAR, `${box.width} pixels wide`);
    await press('Suivant');
    await shows(3);
    await press('Précédent');
    await press('Précédent');
    await shows(1);
    // There is no photograph before the first, so the button is disabled for assistive technology.
    assert.equal(
      await viewer().getByRole('button', { name: 'Précédent' }).getAttribute('aria-disabled'),
      'true',
    );
  });

  it('can be seen one after the other with the keyboard, whose focus returns to the last one seen', async () => {
    await visit(GALLERY_URL);
    await page.locator('#photo-1 > a').focus();
    await page.keyboard.press('Enter');
    await viewer().waitFor();
    await shows(1);
    for (let stops = 0; stops < 6; stops++) {
      // Between the last button and the first, the focus leaves the page for the browser's own buttons.
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
    await waitUntilClosed();
    assert.ok(await inView('#photo-4'), 'the photograph seen last is out of sight');
  });

  it('change at a swipe of a finger', async () => {
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

  it('follow a dragging pointer, but not for readers who prefer reduced motion', async () => {
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

  it('add one entry to the history, so that « back » closes the viewer', async () => {
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
    await waitUntilClosed();
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, '/chine/');
  });

  it('open on the whole screen from an address that was copied there', async () => {
    await visit('/chine/');
    await page.goto(`${GALLERY_URL}#photo-4`);
    await viewer().waitFor();
    await shows(4);
    await press('Fermer');
    await waitUntilClosed();
    assert.ok(await inView('#photo-4'), 'the page shows another photograph');
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, '/chine/');
  });

  it('do not let the page below scroll', async () => {
    await visit(GALLERY_URL);
    await openAt(2);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.move(640, 450);
    await page.mouse.wheel(0, 800);
    await page.keyboard.press('PageDown');
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await page.evaluate(() => scrollY), before);
  });

  it('can be shown at twice their size, and then scrollState', async () => {
    await visit(GALLERY_URL);
    await openAt(1);
    const stage = viewer().locator('.viewer-stage');
    const scrollState = () =>
      stage.evaluate(({ scrollLeft, scrollWidth, clientWidth }) => ({
        scrollLeft,
        times: scrollWidth / clientWidth,
      }));
    assert.equal((await scrollState()).times, 1);
    await press('Agrandir');
    const { scrollLeft, times } = await scrollState();
    assert.equal(times, 2);
    await page.keyboard.press('ArrowRight');
    await shows(1);
    assert.ok((await scrollState()).scrollLeft > scrollLeft, 'the photograph does not move');
    // Another photograph appears at its normal size.
    await page.keyboard.press('End');
    await shows(GALLERY_LENGTH);
    assert.equal((await scrollState()).times, 1);
  });

  it('load for the whole screen when the reader opens them, with their neighbours, but no others', async () => {
    page = await portal.visit();
    const fetched: string[] = [];
    page.on('requestfinished', request => {
      const { pathname } = new URL(request.url());
      if (FULL_FILE.test(pathname) || pathname.startsWith('/assets/viewer.')) fetched.push(pathname);
    });
    await page.goto(GALLERY_URL, { waitUntil: 'networkidle' });
    assert.deepEqual(fetched, [], 'before the reader opens one');
    await openAt(1);
    await page.waitForLoadState('networkidle');
    const photographs = () => fetched.filter(path => FULL_FILE.test(path)).length;
    await waitFor(() => photographs() === 2);
    await press('Suivant');
    await waitFor(() => photographs() === 3);
    assert.equal(fetched.length, 5, 'two files of the viewer, three photographs');
  });

  it('open without buttons for others when an article has only one', async () => {
    await visit(SINGLE_URL);
    await page.locator('figure.photograph > a').click();
    await viewer().waitFor();
    assert.ok(await viewer().getByRole('img', { name: 'La vue 1' }).isVisible());
    assert.equal(await viewer().getByRole('button', { name: 'Suivant' }).count(), 0);
    await page.keyboard.press('Escape');
    await viewer().waitFor({ state: 'hidden' });
    await focusComesTo('figure.photograph > a');
  });

  it('link to their files when the viewer does not load', async () => {
    page = await portal.visit();
    await page.route(/\/assets\/viewer\./, route => route.abort());
    await page.goto(GALLERY_URL);
    await page.locator('#photo-2 > a').click();
    await page.waitForURL(/\/images\/.*\.jpg$/);
  });

  it('are a list without JavaScript, each with its caption and a link to its file', async () => {
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

  it('are printed as a list, also while one is on the whole screen', async () => {
    await visit(GALLERY_URL);
    await openAt(2);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await isOpen(), false, 'the viewer is printed');
    assert.equal(await page.locator('ol.gallery > li').count(), GALLERY_LENGTH);
    for (const caption of await page.locator('.gallery figcaption').all())
      assert.ok(await caption.isVisible());
    assert.equal(await page.locator('.enlarge').first().isVisible(), false, 'a button is printed');
  });

  it('are no higher than the screen in the page, even tall ones', async () => {
    await visit(GALLERY_URL);
    const heights = await page
      .locator('.gallery img')
      .evaluateAll(images => images.map(image => image.getBoundingClientRect().height));
    assert.equal(heights.length, GALLERY_LENGTH);
    for (const height of heights) assert.ok(height > 100 && height < 900, `${height} px`);
  });

  /** Waits until the viewer is hidden, and until the address has no fragment, which takes a moment longer. */
  async function waitUntilClosed(): Promise<void> {
    await viewer().waitFor({ state: 'hidden' });
    await page.waitForFunction(() => location.hash === '');
  }

  /** Waits for the focus, which moves a moment after the dialog is hidden. Fails when the focus stays elsewhere. */
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

  /** A drag of one finger by `across` pixels, in the steps that a touch screen reports. */
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

/** Waits until the condition holds; fails after three seconds. */
async function waitFor(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 60 && !holds(); tries++) await new Promise(resolve => setTimeout(resolve, 50));
  assert.ok(holds());
}
