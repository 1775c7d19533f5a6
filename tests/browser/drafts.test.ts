// Whoever writes, with `npm run dev` in a browser: a draft is seen at once, marked, and the mark goes when the article is published.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Dev, startDev } from '../dev-process.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';
import { violations } from './violations.ts';

/** Milliseconds: a build, and a busy machine. */
const PATIENCE = 30_000;

const DRAFT = 'content/articles/quai.md';
const DRAFT_URL = '/chine/2014/05/20/quai.html';

describe('a draft in the browser of whoever writes it', { skip: chromiumMissing() }, () => {
  let site: MiniSite;
  let dev: Dev;
  let browser: Browser;
  before(async () => {
    site = miniSite({
      'content/articles/port.md': article({
        title: 'Le port',
        date: '2014-05-20T09:00',
        summary: 'Il rouvre.',
      }),
      'content/articles/soir.md': article({ title: 'Le soir', date: '2014-05-20T18:00', lang: 'en' }),
      'content/articles/soldes.md': article({
        title: 'Les soldes',
        date: '2014-05-19',
        expires: '2014-05-20',
      }),
      [DRAFT]: article({ title: 'Le quai', draft: true }),
    });
    dev = await startDev(site);
    await dev.says('Ctrl+C');
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await dev?.[Symbol.asyncDispose]();
    site?.[Symbol.dispose]();
  });

  const open = async (url: string): Promise<Page> => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE);
    const listening = page.waitForResponse(response => response.url().endsWith('/.quotidien/builds'));
    await page.goto(`http://localhost:${dev.port}${url}`);
    await listening;
    return page;
  };

  for (const [name, url] of Object.entries({
    'the page of a draft': DRAFT_URL,
    'the page of a scheduled article in another language': '/chine/2014/05/20/soir.html',
    'the front page': '/',
    'a section': '/chine/',
    'a day': '/archives/2014/05/19/',
    'the list of what readers do not have': '/non-publies/',
  }))
    it(`marks it on ${name}, to everybody`, async () => {
      const page = await open(url);
      assert.ok((await page.locator('main mark').count()) > 0);
      // The mark is read with what it marks, and set apart from it.
      assert.match(await page.locator('main').innerText(), /Brouillon|Programmé pour le|Expiré depuis le/);
      const [ground, ink] = await page
        .locator('main mark')
        .first()
        .evaluate(mark => {
          const { backgroundColor, color } = getComputedStyle(mark);
          return [backgroundColor, color];
        });
      assert.notEqual(ground, ink);
      assert.notEqual(ground, 'rgba(0, 0, 0, 0)');
      assert.equal(await violations(page), '');
      await page.close();
    });

  it('is one click from the list, and the list from it', async () => {
    const page = await open(DRAFT_URL);
    await page.getByRole('link', { name: 'Tous les articles non publiés' }).click();
    await page.getByRole('heading', { name: 'Brouillons' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Le quai' }).click();
    await page.getByRole('note').filter({ hasText: 'Brouillon' }).waitFor();
    await page.close();
  });

  it('loses its mark by itself when the line is deleted', async () => {
    const page = await open(DRAFT_URL);
    await page.getByRole('note').waitFor();
    site.edit(DRAFT, text => text.replace('draft: true\n', ''));
    await page.getByRole('note').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: 'Le quai' }).waitFor();
    await page.close();
  });
});
