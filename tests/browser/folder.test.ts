// Readers of a portal that lives in a folder of its host: everything that a page loads, sends and leads to is in that folder.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { IN_FOLDER, PAGE_TYPES, type PageType } from './page-types.ts';
import { leave, open, openPortal, PHONE } from './portal.ts';

const FOLDER = '/journal';
/** Of an article of the demonstration. */
const OLD_ADDRESS = '/culture/biennale-de-dakar-2014.html';

describe('a portal in a folder', { skip: chromiumMissing() }, () => {
  const portal = openPortal(IN_FOLDER, FOLDER);
  const lost: string[] = [];
  const watched = portal.regular({}, async page => watch(page));

  /** Notes what a page asks for beside the folder, and what is not there. */
  function watch(page: Page): void {
    page.on('response', response => {
      const { pathname } = new URL(response.url());
      if (!pathname.startsWith(`${FOLDER}/`) || response.status() >= 400)
        lost.push(`${response.status()} ${response.url()}`);
    });
    page.on('requestfailed', request => {
      // A page that is left gives up what it was still loading.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') lost.push(`failed ${request.url()}`);
    });
    page.on('pageerror', error => lost.push(String(error)));
  }

  async function visiting(type: PageType, act: (page: Page) => Promise<void>, options = {}): Promise<void> {
    lost.length = 0;
    const page = await portal.visit(options);
    watch(page);
    await open(page, portal, type);
    await act(page);
    await leave(page);
    assert.deepEqual(lost, []);
  }

  const arrivedAt = (page: Page, path: RegExp): Promise<void> =>
    page.waitForURL(({ pathname, search }) => path.test(pathname + search));

  for (const type of PAGE_TYPES) {
    it(`loads all that it shows from there, with its styles and its script: ${type}`, async () => {
      const page = await watched();
      await page.goto('about:blank');
      lost.length = 0;
      await open(page, portal, type);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForLoadState('networkidle');
      assert.deepEqual([...lost, ...portal.reports], []);
      assert.ok(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded')));
      assert.ok(await page.evaluate(() => customElements.get('theme-switch') !== undefined));
    });
  }

  it('leads from its menu, on a phone too, to sections and back to the front page', async () => {
    await visiting(
      'home page',
      async page => {
        await page.getByRole('button', { name: 'Menu' }).click();
        await page
          .getByRole('navigation', { name: 'Sommaire' })
          .getByRole('link', { name: 'Chine', exact: true })
          .click();
        await arrivedAt(page, /^\/journal\/chine\/$/);
        await page.locator('.masthead .name a').click();
        await arrivedAt(page, /^\/journal\/$/);
      },
      { viewport: PHONE },
    );
  });

  it('leads from the ticker to articles', async () => {
    await visiting('home page', async page => {
      const flash = page.locator('news-ticker .ticker-items a').first();
      await flash.focus();
      await page.keyboard.press('Enter');
      await arrivedAt(page, /^\/journal\/[a-z]+\/2014\/.*\.html$/);
      await page.locator('main h1').first().waitFor();
    });
  });

  it('searches from any page, and leads to what it has found', async () => {
    await visiting('article with a map', async page => {
      await page.getByRole('search', { name: 'Recherche' }).getByRole('searchbox').fill('tabac');
      await page.keyboard.press('Enter');
      await arrivedAt(page, /^\/journal\/recherche\/\?q=tabac$/);
      const result = page.locator('site-search .results a.title').first();
      await result.waitFor();
      const title = await result.innerText();
      await result.click();
      await arrivedAt(page, /^\/journal\/[a-z]+\/2014\/.*\.html$/);
      assert.equal(await page.locator('h1').innerText(), title);
    });
  });

  it('fetches what opens photographs when a reader wants it', async () => {
    await visiting('gallery', async page => {
      await page.locator('photo-viewer figure a').first().click();
      const viewer = page.getByRole('dialog', { name: 'Photos en grand' });
      await viewer.waitFor();
      await page.waitForLoadState('networkidle');
      await page.waitForFunction(
        () => (document.querySelector('.viewer img') as HTMLImageElement | null)?.naturalWidth,
      );
      await page.keyboard.press('Escape');
      await viewer.waitFor({ state: 'hidden' });
      assert.equal(new URL(page.url()).pathname, portal.addressOf('gallery'));
    });
  });

  it('leads on from old addresses, with what stands behind them, and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await portal.visit({ javaScriptEnabled });
      await page.goto(`${FOLDER}${OLD_ADDRESS}?a=1#partie-x`, { waitUntil: 'commit' });
      await arrivedAt(page, /^\/journal\/[a-z]+\/2014\/.*\.html/);
      const { search, hash } = new URL(page.url());
      if (javaScriptEnabled) assert.equal(search + hash, '?a=1#partie-x');
      await leave(page);
    }
  });

  it('shows its own page where nothing is, which leads back', async () => {
    const page = await portal.visit();
    const response = await page.goto(`${FOLDER}/rien/du/tout/`);
    assert.equal(response?.status(), 404);
    await page.locator('main').getByRole('link').first().click();
    await arrivedAt(page, /^\/journal\/$/);
    await leave(page);
  });

  it('sends comments and votes to their service, and lets nothing else stop them', async () => {
    const sent: string[] = [];
    const sending = async (page: Page): Promise<void> => {
      await page.route('https://participation.example/**', async route => {
        const { pathname } = new URL(route.request().url());
        sent.push(`${pathname} ${new URLSearchParams(route.request().postData() ?? '').get('article')}`);
        const headers = { 'access-control-allow-origin': new URL(portal.origin).origin };
        await route.fulfill({ status: 200, headers, json: { ok: true } });
      });
    };
    const article = await portal.visit();
    await sending(article);
    await open(article, portal, 'fresh article');
    await article.locator('.comment-form textarea').fill('Un avis.');
    await article.locator('.comment-form [name=name]').fill('Lectrice');
    await article.locator('.comment-form button[type=submit]').click();
    await article.getByText('Votre commentaire est bien arrivé').waitFor();
    await leave(article);
    const poll = await portal.visit();
    await sending(poll);
    await poll.goto(`${FOLDER}/sondages/mondial-vainqueur/`);
    await poll.locator('main .vote input').first().check();
    await poll.locator('main .vote button').click();
    await poll.getByText('Votre vote est compté').waitFor();
    await leave(poll);
    assert.match(
      sent.join('\n'),
      /^\/commentaires\/calcul null\n\/commentaires \/[a-z]+\/2014\/\S+\.html\n\/sondages\/[a-z-]+\/ null$/,
    );
  });
});
