// A page that stays open, or that a cache keeps for long: what is out of date leaves by itself.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { WITH_RUNNING_CLOCK } from './page-types.ts';
import { leave, open, openPortal } from './portal.ts';

const MINUTE = 60_000;

describe('as time passes', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_RUNNING_CLOCK);
  let page: Page;
  afterEach(() => leave(page));

  const visit = async (time: number | string): Promise<void> => {
    page = await portal.visit();
    await page.clock.install({ time });
    await open(page, portal, 'home page');
  };

  it('a flash leaves the ticker at its hour, and the others stay', async () => {
    await visit('2014-05-20T15:30:00+08:00');
    const hours = await untils(page);
    assert.ok(hours.length > 0, 'no flash has data-until');
    const first = Math.min(...hours);
    assert.ok(first > Date.parse('2014-05-20T15:30:00+08:00'), 'a flash is in the ticker after its hour');
    const later = hours.filter(hour => hour > first);
    await page.clock.pauseAt(first - MINUTE);
    await page.clock.runFor(MINUTE / 2);
    assert.deepEqual((await untils(page)).length, hours.length, 'it left too early');
    await page.clock.runFor(2 * MINUTE);
    assert.deepEqual(await untils(page), later);
  });

  it('an old copy of the page has no flash any more, and no empty ticker', async () => {
    await visit('2014-06-20T12:00:00+08:00');
    assert.deepEqual(await untils(page), []);
    assert.equal(await page.locator('news-ticker').isVisible(), false);
  });

  it('the weather gives way to a notice when it has become too old', async () => {
    await visit('2014-05-20T15:30:00+08:00');
    const line = page.locator('weather-line');
    const cities = line.locator('li[data-city]:visible');
    const notice = line.locator('p.weather-stale');
    assert.equal(await cities.count(), 1);
    assert.equal(await notice.isVisible(), false);
    const until = Date.parse((await line.getAttribute('data-until')) ?? '');
    assert.ok(until > Date.parse('2014-05-20T15:30:00+08:00'), 'no data-until');
    await page.clock.pauseAt(until - MINUTE);
    await page.clock.runFor(MINUTE / 2);
    assert.equal(await cities.count(), 1, 'it left too early');
    await page.clock.runFor(2 * MINUTE);
    assert.equal(await cities.count(), 0);
    assert.ok(await notice.isVisible());
  });

  it('an old copy of the page has the notice from the first', async () => {
    await visit('2014-06-20T12:00:00+08:00');
    assert.equal(await page.locator('weather-line li[data-city]:visible').count(), 0);
    assert.ok(await page.locator('weather-line p.weather-stale').isVisible());
  });

  it('an article says that it is old once it is', async () => {
    page = await portal.visit();
    await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
    await open(page, portal, 'fresh article');
    assert.equal(await page.locator('age-note').isVisible(), false);
    await leave(page);
    page = await portal.visit();
    await page.clock.install({ time: '2016-05-20T15:30:00+08:00' });
    await open(page, portal, 'fresh article');
    assert.ok(await page.locator('age-note').isVisible());
  });
});

describe('in the demonstration, where time stands still,', { skip: chromiumMissing() }, () => {
  const portal = openPortal();

  it('the flashes and the weather stay, whatever the reader’s clock says', async () => {
    const page = await portal.visit();
    await page.clock.install({ time: '2030-01-01T00:00:00Z' });
    await open(page, portal, 'home page');
    await page.clock.runFor(5 * MINUTE);
    assert.ok((await untils(page)).length > 0);
    assert.equal(await page.locator('weather-line li[data-city]:visible').count(), 1);
    await leave(page);
  });
});

/** When each flash that is in the ticker leaves it, in order of the list: ms since 1970. */
async function untils(page: Page): Promise<readonly number[]> {
  return page
    .locator('.ticker-items > li[data-until]')
    .evaluateAll(items =>
      items
        .filter(item => item.checkVisibility())
        .map(item => Date.parse((item as HTMLElement).dataset.until ?? '')),
    );
}
