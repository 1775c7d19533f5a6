// The column beside an article follows its reader; that of an old page is filled by client code, once a visit, whatever the host answers.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import type { PageType } from './page-types.ts';
import { DESK, open, openPortal, PHONE } from './portal.ts';

/** What fills the column. */
const FRAGMENT = /\/furniture\/(?!bandeau|en-tete)/;

describe('the column', { skip: chromiumMissing() }, () => {
  const portal = openPortal();

  /** The headings of what client code has put into the page. */
  const headings = async (page: Page): Promise<readonly string[]> => {
    await page.locator('live-furniture > section').last().waitFor();
    return page.locator('live-furniture h2').allInnerTexts();
  };

  for (const type of ['fresh article', 'old article'] satisfies readonly PageType[])
    it(`stays beside the reader to the end of a long article: ${type}`, () =>
      portal.read({}, async page => {
        await open(page, portal, type);
        if (type === 'old article') await headings(page);
        // Articles of the demonstration are shorter than some columns.
        await page.locator('.prose').evaluate(prose => {
          (prose as HTMLElement).style.minHeight = '400vh';
        });
        const aside = page.locator('.columns > aside');
        const edges = async (): Promise<{ readonly top: number; readonly bottom: number }> =>
          aside.evaluate(element => element.getBoundingClientRect());
        assert.ok((await edges()).top < 300, 'the column does not begin at the top');
        await page.evaluate(() => scrollTo(0, 3 * innerHeight));
        const { top, bottom } = await edges();
        assert.ok(top <= DESK.height && bottom >= DESK.height - 1, `from ${top} to ${bottom}`);
        assert.ok(
          await page.evaluate(
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
          ),
          'the page scrolls sideways',
        );
      }));

  it('of an old article has its section’s newest, today’s lead and what is read most', () =>
    portal.read({}, async page => {
      await open(page, portal, 'old article');
      const section = await page.locator('.article .kicker').innerText();
      const [newest, ...others] = await headings(page);
      assert.equal(newest?.toLowerCase(), `derniers articles\u00a0: ${section.toLowerCase()}`);
      assert.deepEqual(others, ['À la une', 'Les articles les plus lus']);
      assert.deepEqual(portal.reports, []);
    }));

  for (const type of ['page not found', 'editorial page', 'day', 'topic'] as const)
    it(`of a page in no section has what is new in all: ${type}`, () =>
      portal.read({ viewport: PHONE }, async page => {
        await page.goto(portal.addressOf(type as PageType));
        assert.deepEqual(await headings(page), [
          'Derniers articles',
          'À la une',
          'Les articles les plus lus',
        ]);
      }));

  it('is fetched once a visit', () =>
    portal.read({}, async page => {
      const asked: string[] = [];
      page.on('request', request => {
        if (FRAGMENT.test(request.url())) asked.push(new URL(request.url()).pathname);
      });
      for (const type of [
        'page not found',
        'editorial page',
        'page not found',
      ] satisfies readonly PageType[]) {
        await open(page, portal, type);
        await headings(page);
      }
      assert.deepEqual(asked, ['/furniture/fil.html', '/furniture/une.html']);
    }));

  for (const [name, answer] of [
    ['fails', { status: 500, body: 'Internal Server Error' }],
    [
      'is another page',
      {
        status: 200,
        contentType: 'text/html',
        body: '<!DOCTYPE html><title>Wi-Fi</title><h1>Connectez-vous',
      },
    ],
    ['is empty', { status: 200, body: '' }],
    ['is a script', { status: 200, body: '<script>document.title = "Pris"</script><section onclick="1">' }],
  ] as const)
    it(`keeps to its links when the answer ${name}`, () =>
      portal.read({}, async page => {
        await page.route(FRAGMENT, route => route.fulfill(answer));
        const answered = page.waitForResponse(/une\.html$/);
        const title = async (): Promise<string> => page.title();
        await open(page, portal, 'old article');
        const before = await title();
        await answered;
        await page.waitForTimeout(50);
        assert.equal(await page.locator('live-furniture > *').count(), 0);
        assert.equal(await heightOfPlace(page), 0, 'its place stays blank');
        assert.equal(await title(), before);
        assert.ok(await page.locator('aside').getByRole('link', { name: 'À la une' }).isVisible());
      }));

  it('shows what comes when one answer of two fails, or the reader is without a line', () =>
    portal.read({}, async page => {
      await page.route(/une\.html$/, route => route.abort('internetdisconnected'));
      await open(page, portal, 'page not found');
      assert.deepEqual(await headings(page), ['Derniers articles']);
      const list = await page.locator('live-furniture > section').boundingBox();
      assert.ok((await heightOfPlace(page)) < list!.height + 40, 'the place of the other stays blank');
    }));

  for (const viewport of [PHONE, DESK])
    it(`moves nothing in sight when it gives back its place, ${viewport.width} px wide`, () =>
      portal.read({ viewport }, async page => {
        await page.route(FRAGMENT, route => route.abort('internetdisconnected'));
        await page.addInitScript(watchShifts);
        await open(page, portal, 'old article');
        await page.waitForFunction(
          () => document.querySelector<HTMLElement>('live-furniture')!.offsetHeight === 0,
        );
        await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))));
        assert.equal(await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts), 0);
      }));

  it('leaves the page itself out of its section’s newest', () =>
    portal.read({}, async page => {
      const here = portal.addressOf('old article');
      const line = (url: string): string => `<li><a href="${url}">Un titre</a></li>`;
      const answerWith = (...lines: readonly string[]): Promise<unknown> =>
        page.route(/\/furniture\/(?!une)/, route =>
          route.fulfill({
            contentType: 'text/html',
            body: `<section class="fragment"><h2>Chine</h2><ul>${lines.join('')}</ul></section>`,
          }),
        );
      await answerWith(line(here), line('/chine/'));
      await open(page, portal, 'old article');
      await headings(page);
      assert.deepEqual(
        await page
          .locator('live-furniture ul a')
          .evaluateAll(links => links.map(link => link.getAttribute('href'))),
        ['/chine/'],
      );
      await page.evaluate(() => sessionStorage.clear());
      await answerWith(line(here));
      await page.reload();
      assert.deepEqual(
        await headings(page),
        ['À la une', 'Les articles les plus lus'],
        'a list of nothing else',
      );
    }));

  it('is a list of links without JavaScript, and reserves no place', () =>
    portal.read({ javaScriptEnabled: false }, async page => {
      await page.goto(portal.addressOf('old article'));
      const links = page.locator('aside a');
      assert.ok((await links.count()) >= 5);
      const place = await page.locator('live-furniture').boundingBox();
      assert.ok(place === null || place.height === 0, `${place?.height} px are empty`);
    }));

  for (const width of [320, 360, 768, 1280, 1920])
    it(`has the size that was reserved for it, ${width} px wide`, () =>
      portal.read({ viewport: { width, height: 900 } }, async page => {
        for (const type of ['old article', 'page not found'] satisfies readonly PageType[]) {
          let answer = (): void => {};
          const late = new Promise<void>(done => {
            answer = done;
          });
          await page.route(FRAGMENT, async route => {
            await late;
            await route.continue();
          });
          await page.goto(portal.addressOf(type), { waitUntil: 'load' });
          const height = () => page.evaluate(() => document.documentElement.scrollHeight);
          const before = await height();
          answer();
          await headings(page);
          assert.equal(await height(), before, type);
          await page.unroute(FRAGMENT);
        }
      }));
});

/** In CSS pixels. */
function heightOfPlace(page: Page): Promise<number> {
  return page.locator('live-furniture').evaluate(place => place.getBoundingClientRect().height);
}

/** Runs in the page before its own scripts: `shifts` adds up what moves. */
function watchShifts(): void {
  const counted = Object.assign(globalThis, { shifts: 0 });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      counted.shifts += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
