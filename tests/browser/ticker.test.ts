// The ticker and the weather on pages that do not carry them, whatever the host answers; and a ticker that is brought up to date while a page is open.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { MINUTE } from '../../src/time/durations.ts';
import { chromiumMissing } from './chromium.ts';
import { type PageType, WITH_RUNNING_CLOCK } from './page-types.ts';
import { DESK, leave, open, openPortal, PHONE } from './portal.ts';

const PARTS = /\/furniture\/(?:bandeau|en-tete)\.html$/;
const BAND = '/furniture/bandeau.html';

describe('a page that does not carry the furniture', { skip: chromiumMissing() }, () => {
  const portal = openPortal();

  const placesOf = (page: Page) => page.locator('live-part');
  const assertLinks = async (page: Page): Promise<void> => {
    assert.equal(await placesOf(page).count(), 2);
    for (const [name, url] of [
      ['Les flashs du moment', '/flash/'],
      ['Météo', '/meteo/'],
    ] as const) {
      const link = placesOf(page).getByRole('link', { name });
      assert.ok(await link.isVisible(), name);
      assert.equal(await link.getAttribute('href'), url);
    }
    assert.doesNotMatch(await page.locator('body').innerText(), /erreur|error|undefined/i);
  };

  it('has the ticker and the weather that those have which carry it, asked for once a visit', () =>
    portal.read({}, async page => {
      await open(page, portal, 'fresh article');
      const texts = async (): Promise<readonly string[]> => [
        ...(await page.locator('.ticker-items li').allInnerTexts()),
        ...(await page.locator('weather-line li').allTextContents()),
      ];
      const expected = await texts();
      assert.ok(expected.length > 3);
      const asked: string[] = [];
      page.on('request', request => {
        if (PARTS.test(request.url())) asked.push(new URL(request.url()).pathname);
      });
      for (const type of ['old article', 'editorial page', 'old article'] satisfies readonly PageType[]) {
        await open(page, portal, type);
        await page.locator('news-ticker').waitFor();
        await page.locator('weather-line').waitFor();
        assert.equal(await placesOf(page).count(), 0);
        assert.deepEqual(await texts(), expected);
      }
      assert.deepEqual(asked.sort(), [BAND, '/furniture/en-tete.html']);
      await page.locator('weather-line select').selectOption({ index: 1 });
      assert.equal(await page.locator('weather-line li:visible').count(), 1);
      assert.deepEqual(portal.reports, []);
    }));

  it('leads to each page of the furniture without JavaScript', () =>
    portal.read({ javaScriptEnabled: false }, async page => {
      await open(page, portal, 'old article');
      await assertLinks(page);
      const section = `/${portal.addressOf('old article').split('/')[1]}/`;
      const links = page.locator('aside').getByRole('link');
      assert.deepEqual(
        [...(await links.evaluateAll(all => all.map(link => link.getAttribute('href'))))].sort(),
        ['/', '/dossiers/', '/flash/', '/les-plus-lus/', '/meteo/', '/sondages/', section].sort(),
      );
    }));

  const ANSWERS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
    'the reader is offline': route => route.abort('internetdisconnected'),
    'the host fails': route => route.fulfill({ status: 500, body: 'Internal Server Error' }),
    'a network wants a password': route =>
      route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Wi-Fi</title><h1>Error' }),
    'there is nothing now': route => route.fulfill({ contentType: 'text/html', body: '' }),
    'all of it is over': route =>
      route.fulfill({
        contentType: 'text/html',
        body: `<news-ticker class="ticker"><ul class="ticker-items"><li data-until="2014-05-20T15:00:00+08:00"><a href="/">Passé</a></li></ul></news-ticker>
<weather-line class="weather" data-until="2014-05-20T15:00:00+08:00"><p>Passé</p></weather-line>`,
      }),
  };
  for (const viewport of [PHONE, DESK]) {
    for (const [name, answer] of Object.entries(ANSWERS))
      it(`keeps its links, and moves nothing, when ${name}, ${viewport.width} px wide`, () =>
        portal.read({ viewport }, async page => {
          await page.addInitScript(watchShifts);
          const answered: Promise<void>[] = [];
          await page.route(PARTS, route => {
            const done = answer(route);
            answered.push(done);
            return done;
          });
          await open(page, portal, 'old article');
          await page.waitForTimeout(200);
          assert.equal(answered.length, 2);
          await assertLinks(page);
          assert.equal(await shiftsOf(page), '');
        }));

    it(`moves nothing when the answer is slow, ${viewport.width} px wide`, () =>
      portal.read({ viewport }, async page => {
        await page.addInitScript(watchShifts);
        const { promise: late, resolve: answer } = Promise.withResolvers<void>();
        await page.route(PARTS, async route => {
          await late;
          await route.continue();
        });
        await open(page, portal, 'old article');
        await page.waitForTimeout(200);
        await assertLinks(page);
        answer();
        await page.locator('news-ticker').waitFor();
        await page.locator('weather-line').waitFor();
        await page.waitForTimeout(200);
        assert.equal(await shiftsOf(page), '');
      }));
  }
});

describe('the ticker of a page that is open', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_RUNNING_CLOCK);

  const flash = (text: string, until = '2014-05-21T10:00:00+08:00'): string =>
    `<li data-until="${until}"><a href="/">${text}</a></li>`;
  const ticker = (...flashes: readonly string[]): string =>
    `<news-ticker class="ticker" data-source="${BAND}" role="region" aria-label="Flash"><p class="ticker-name">Flash</p><ul class="ticker-items">${flashes.join('')}</ul><button class="pause needs-js" type="button" data-pause="P" data-play="L"><svg class="icon"></svg><span class="visually-hidden">P</span></button></news-ticker>`;

  /** A reader of the home page whose host has `band()` at the address of the band. */
  const visit = async (
    band: () => { readonly status?: number; readonly body: string },
    read: (page: Page, asked: () => number, minutes: (count: number) => Promise<void>) => Promise<void>,
  ): Promise<void> => {
    const page = await portal.visit();
    try {
      let asked = 0;
      await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
      await page.route(`**${BAND}`, route => {
        asked++;
        return route.fulfill({ contentType: 'text/html', ...band() });
      });
      await page.addInitScript(countRequests);
      await open(page, portal, 'home page');
      await page.clock.pauseAt('2014-05-20T15:31:00+08:00');
      // The clock of the tests also runs the patience that a request has, ten seconds, so each is answered before more time passes.
      const minutes = async (count: number): Promise<void> => {
        for (let step = 0; step < 8 * count; step++) {
          await page.clock.runFor(MINUTE / 8);
          while (await page.evaluate(() => (globalThis as unknown as { asking: number }).asking > 0));
        }
      };
      await read(page, () => asked, minutes);
    } finally {
      await leave(page);
    }
  };
  const shown = (page: Page): Promise<readonly string[]> =>
    page.locator('.ticker-items li').allTextContents();

  it('shows a new flash within a minute or two, moves nothing for it, and can be stopped', () =>
    visit(
      () => ({ body: ticker(flash('Un nouveau flash'), flash('Un autre')) }),
      async (page, _asked, minutes) => {
        const top = await page.locator('main').evaluate(main => main.getBoundingClientRect().top);
        await minutes(3);
        assert.deepEqual(await shown(page), ['Un nouveau flash', 'Un autre']);
        assert.equal(await page.locator('main').evaluate(main => main.getBoundingClientRect().top), top);
        await page.locator('news-ticker .pause').click();
        assert.equal(await page.locator('news-ticker .pause').innerText(), 'L');
      },
    ));

  it('asks ever more seldom while nothing changes, or the host fails', async () => {
    for (const answer of [{ status: 500, body: 'Error' }, { body: ticker(flash('Le même')) }])
      await visit(
        () => answer,
        async (page, asked, minutes) => {
          await minutes(20);
          // After 1, 3, 7 and 15 minutes; the first answer may be new.
          assert.ok(asked() >= 3 && asked() <= 5, `${asked()} requests in twenty minutes`);
          assert.doesNotMatch(await page.locator('.ticker').innerText(), /Error/);
        },
      );
  });

  it('asks nothing while it is out of sight, and at once when it is seen again', () =>
    visit(
      () => ({ body: ticker(flash('Vu plus tard')) }),
      async (page, asked, minutes) => {
        const see = (hidden: boolean): Promise<void> =>
          page.evaluate(isHidden => {
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
            document.dispatchEvent(new Event('visibilitychange'));
          }, hidden);
        await see(true);
        const before = asked();
        await minutes(10);
        assert.equal(asked(), before);
        await see(false);
        await minutes(2);
        assert.ok(asked() > before);
        assert.deepEqual(await shown(page), ['Vu plus tard']);
      },
    ));

  it('keeps its place when no flash is left, and has the next one there', async () => {
    let body = '';
    await visit(
      () => ({ body }),
      async (page, _asked, minutes) => {
        const top = await page.locator('main').evaluate(main => main.getBoundingClientRect().top);
        await minutes(3);
        assert.deepEqual(await shown(page), []);
        assert.equal(await page.locator('news-ticker').isVisible(), false);
        assert.equal(await page.locator('main').evaluate(main => main.getBoundingClientRect().top), top);
        body = ticker(flash('De retour'), flash('Fini', '2014-05-20T15:00:00+08:00'));
        await minutes(4);
        assert.deepEqual(await shown(page), ['De retour']);
        assert.ok(await page.locator('news-ticker').isVisible());
      },
    );
  });

  it('does not change in the hands of its reader', () =>
    visit(
      () => ({ body: ticker(flash('Interrompu')) }),
      async (page, _asked, minutes) => {
        const link = page.locator('.ticker-items a').first();
        const text = await link.textContent();
        await link.focus();
        await minutes(2);
        assert.equal((await shown(page))[0], text);
        await link.blur();
        await minutes(10);
        assert.deepEqual(await shown(page), ['Interrompu']);
      },
    ));

  it('is asked for as browsers ask whether what they have is still right', async () => {
    const page = await portal.visit();
    await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
    await open(page, portal, 'home page');
    await page.clock.pauseAt('2014-05-20T15:30:30+08:00');
    await page.evaluate(() => {
      const asked: unknown[] = [];
      const plainFetch = globalThis.fetch;
      Object.assign(globalThis, {
        asked,
        fetch: (address: string, init: RequestInit) => {
          asked.push([address, init.cache]);
          return plainFetch(address, init);
        },
      });
    });
    await page.clock.runFor(MINUTE);
    assert.deepEqual(
      await page.evaluate(() => (globalThis as unknown as { readonly asked: unknown }).asked),
      [[BAND, 'no-cache']],
    );
    await leave(page);
  });
});

/** Runs in the page before its own scripts: `asking` is how many requests have not been answered. */
function countRequests(): void {
  const counted = Object.assign(globalThis, { asking: 0 });
  const plainFetch = globalThis.fetch;
  counted.fetch = async (...request) => {
    counted.asking++;
    try {
      const response = await plainFetch(...request);
      const body = await response.text();
      return new Response(body, response);
    } finally {
      // Whoever asked has read it by then.
      void Promise.resolve().then(() =>
        plainFetch('data:,').then(
          () => counted.asking--,
          () => counted.asking--,
        ),
      );
    }
  };
}

/** Runs in the page before its own scripts. */
function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      readonly sources: readonly { readonly node: Node | null }[];
    })[])
      shifts.push(
        entry.sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80)).join(' '),
      );
  }).observe({ type: 'layout-shift', buffered: true });
}

function shiftsOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    (globalThis as unknown as { readonly shifts: readonly string[] }).shifts.join('\n'),
  );
}
