// What readers see when a page stays open for hours, or comes from an old cache: client code removes what is out of date.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { MINUTE } from '../../src/time/durations.ts';
import { chromiumMissing } from './chromium.ts';
import { type PageType, WITH_RUNNING_CLOCK } from './page-types.ts';
import { leave, open, openPortal } from './portal.ts';

describe('as time passes', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_RUNNING_CLOCK);
  let page: Page;
  afterEach(() => leave(page));

  const visit = async (time: number | string): Promise<void> => {
    page = await portal.visit();
    await page.clock.install({ time });
    await open(page, portal, 'home page');
  };

  it('a flash leaves the ticker at its end, and the others stay', async () => {
    await visit('2014-05-20T15:30:00+08:00');
    const ends = await flashEnds(page);
    assert.ok(ends.length > 0, 'no flash has data-until');
    const first = Math.min(...ends);
    assert.ok(first > Date.parse('2014-05-20T15:30:00+08:00'), 'a flash is in the ticker after its end');
    const later = ends.filter(end => end > first);
    await page.clock.pauseAt(first - MINUTE);
    await page.clock.runFor(MINUTE / 2);
    assert.deepEqual((await flashEnds(page)).length, ends.length, 'it left too early');
    await page.clock.runFor(2 * MINUTE);
    assert.deepEqual(await flashEnds(page), later);
  });

  it('what is new says how long ago it appeared, until the day after, and its line stays one line', async () => {
    await visit('2014-05-20T15:30:00+08:00');
    const first = page.locator('.wire time[datetime^="2014-05-20T14"]').first();
    const hour = Date.parse((await first.getAttribute('datetime'))!);
    const minutes = Math.floor((Date.parse('2014-05-20T15:30:00+08:00') - hour) / MINUTE);
    const spoken = minutes < 60 ? `il y a ${minutes} minutes` : 'il y a 1 heure';
    assert.match(await first.innerText(), new RegExp(`^20\\.05\\.2014 14h\\d\\d · ${spoken}$`));
    const height = await first.evaluate(time => time.getBoundingClientRect().height);
    assert.ok(height < 30, `${height} px`);
    await page.clock.pauseAt('2014-05-21T14:00:00+08:00');
    await page.clock.runFor(MINUTE);
    assert.match(await first.innerText(), /il y a (?:23|24) heures|14h\d\d$/);
    await page.clock.pauseAt('2014-05-22T14:00:00+08:00');
    await page.clock.runFor(MINUTE);
    assert.match(await first.innerText(), /^20\.05\.2014 14h\d\d$/);
  });

  it('the last flash stands still, and has no button to stop it', async () => {
    await visit('2014-05-20T15:30:00+08:00');
    const ends = [...(await flashEnds(page))].sort((a, b) => b - a);
    await page.clock.pauseAt(ends[1]! + MINUTE);
    await page.clock.runFor(MINUTE);
    assert.equal((await flashEnds(page)).length, 1);
    assert.equal(await page.locator('news-ticker .pause').isVisible(), false);
  });

  it('an old copy of the page shows no flash, and no empty ticker', async () => {
    await visit('2014-06-20T12:00:00+08:00');
    assert.deepEqual(await flashEnds(page), []);
    assert.equal(await page.locator('news-ticker').isVisible(), false);
  });

  it('a notice replaces the weather when that has become too old', async () => {
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

  it('the weather of a city that was taken earlier than the others’ gives way alone', async () => {
    const until = Date.parse('2014-05-20T16:00:00+08:00');
    page = await portal.visit();
    await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
    await page.route(
      address => address.pathname === '/',
      async route => {
        const response = await route.fetch();
        // As the template has it of a city with a reading of its own (`tests/living.test.ts`).
        const body = (await response.text()).replace(
          /<li data-city="(\w+)"><a href="([^"]+)">(<span class="city">.*?<\/span> · <\/span>)(.*?)<\/a><\/li>/,
          `<li data-city="$1" data-until="${new Date(until).toISOString()}"><a href="$2">$3<span class="figures">$4</span><span class="too-old" hidden>relevé trop ancien</span></a> <span class="note weather-taken">Relevé du 20.05.2014 04h00</span></li>`,
        );
        await route.fulfill({ response, body });
      },
    );
    await open(page, portal, 'home page');
    const line = page.locator('weather-line');
    const notice = line.locator('li:visible .too-old');
    assert.equal(await line.locator('.weather-taken:visible').innerText(), 'Relevé du 20.05.2014 04h00');
    assert.equal(await notice.isVisible(), false);
    await page.clock.pauseAt(until - MINUTE);
    await page.clock.runFor(2 * MINUTE);
    assert.ok(await notice.isVisible());
    assert.equal(await line.locator('.figures:visible').count(), 0);
    await line.locator('select').selectOption({ index: 1 });
    assert.match(await line.locator('li:visible').innerText(), /℃/);
    assert.match(await line.locator('.weather-taken:visible').innerText(), /^Relevé de 14/);
  });

  it('an old copy of the page shows the notice at once', async () => {
    await visit('2014-06-20T12:00:00+08:00');
    assert.equal(await page.locator('weather-line li[data-city]:visible').count(), 0);
    assert.ok(await page.locator('weather-line p.weather-stale').isVisible());
  });

  it('a flash that ends goes from the list of flashes to those before it', async () => {
    page = await portal.visit();
    await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
    await open(page, portal, 'flashes' as PageType);
    const [present, past] = ['.present li', '.past li'].map(list => page.locator(`main ${list}`));
    const ends = await present!.evaluateAll(items =>
      items.map(item => Date.parse((item as HTMLElement).dataset.until!)),
    );
    const before = await past!.count();
    const first = Math.min(...ends);
    assert.ok(ends.length > 1 && first > Date.parse('2014-05-20T15:30:00+08:00'));
    const text = await present!.nth(ends.indexOf(first)).locator('.flash-text').innerText();
    await page.clock.pauseAt(first - MINUTE);
    await page.clock.runFor(MINUTE / 2);
    assert.equal(await present!.count(), ends.length, 'it left too early');
    await page.clock.runFor(2 * MINUTE);
    assert.equal(await present!.count(), ends.filter(end => end > first).length);
    assert.equal(await past!.first().locator('.flash-text').innerText(), text);
    assert.ok((await past!.count()) > before && (await past!.first().isVisible()));
    await page.clock.pauseAt(Math.max(...ends) + MINUTE);
    await page.clock.runFor(MINUTE);
    assert.equal(await page.locator('main .present').isVisible(), false);
    assert.ok(await page.getByText('Aucun flash en ce moment.').isVisible());
  });

  it('a poll that closes takes no more votes, and is among those that are closed', async () => {
    page = await portal.visit();
    await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
    await open(page, portal, 'polls' as PageType);
    const poll = page.locator('main .present [data-items] > [data-until]').first();
    const question = await poll.locator('h3').innerText();
    const closes = Date.parse((await poll.getAttribute('data-until'))!);
    await page.clock.pauseAt(closes - MINUTE);
    await page.clock.runFor(MINUTE / 2);
    assert.ok(await poll.getByRole('button', { name: 'Voter' }).isVisible());
    await page.clock.runFor(2 * MINUTE);
    const closed = page.locator('main .past [data-items] > *').first();
    assert.equal(await closed.locator('h3').innerText(), question);
    assert.equal(await closed.getByRole('button').count(), 0);
    assert.match(await closed.locator('.note').last().innerText(), /Clos le /);
    assert.doesNotMatch(await closed.locator('.note').last().innerText(), /Clôture/);
  });

  it('an old copy of a front has no form for a poll that is closed', async () => {
    await visit('2015-06-20T12:00:00+08:00');
    assert.equal(await page.locator('.vote').count(), 1);
    assert.equal(await page.locator('.vote').isVisible(), false);
  });

  for (const type of ['home page', 'most read'] as const)
    it(`a notice replaces a count of the most read that has become too old: ${type}`, async () => {
      page = await portal.visit();
      await page.clock.install({ time: '2014-05-20T15:30:00+08:00' });
      await open(page, portal, type);
      const count = page.locator(type === 'home page' ? '.most-read fresh-until' : 'main fresh-until');
      const until = Date.parse((await count.getAttribute('data-until'))!);
      await page.clock.pauseAt(until - MINUTE);
      await page.clock.runFor(MINUTE / 2);
      assert.ok(await count.locator('ol').isVisible());
      assert.equal(await count.locator('.stale').isVisible(), false);
      await page.clock.runFor(2 * MINUTE);
      assert.equal(await count.locator('ol').isVisible(), false);
      assert.match(await count.locator('.stale').innerText(), /trop ancien.* 2014 à /);
    });

  it('an article shows that it is old once it is a year old', async () => {
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

describe('in the demonstration, whose clock is stopped,', { skip: chromiumMissing() }, () => {
  const portal = openPortal();

  it('the flashes and the weather stay, whatever the reader’s clock says', async () => {
    const page = await portal.visit();
    await page.clock.install({ time: '2030-01-01T00:00:00Z' });
    await open(page, portal, 'home page');
    await page.clock.runFor(5 * MINUTE);
    assert.ok((await flashEnds(page)).length > 0);
    assert.equal(await page.locator('weather-line li[data-city]:visible').count(), 1);
    await leave(page);
  });
});

/** The instants (ms since 1970) at which the visible flashes leave the ticker, in the order of the ticker. */
async function flashEnds(page: Page): Promise<readonly number[]> {
  return page
    .locator('.ticker-items > li[data-until]')
    .evaluateAll(items =>
      items
        .filter(item => item.checkVisibility())
        .map(item => Date.parse((item as HTMLElement).dataset.until ?? '')),
    );
}
