// A reader who searches: from any page's box, by keyboard, with filters, a phrase, a slip, and without JavaScript.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { WITH_PARTICIPATION } from './page-types.ts';
import { DESK, leave, openPortal, PHONE } from './portal.ts';
import { violations } from './violations.ts';

describe('the search', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);
  let page: Page;
  afterEach(() => leave(page));

  const visit = async (query: string, javaScriptEnabled = true): Promise<void> => {
    page = await portal.visit({ viewport: DESK, javaScriptEnabled });
    await page.goto(`/recherche/${query}`);
  };
  const titles = () => page.locator('.results a.title');
  const status = () => page.getByRole('status').filter({ hasText: /\S/ });

  it('finds from the box of any page what only a text says, and marks it in an excerpt', async () => {
    page = await portal.visit({ viewport: DESK });
    await page.goto(portal.addressOf('fresh article'));
    await page.getByRole('search', { name: 'Recherche' }).getByRole('searchbox').fill('TALONNADE');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/recherche\/\?q=TALONNADE$/);
    await titles().first().waitFor();
    assert.match((await titles().first().textContent())!, /^Arsenal gagne/);
    await page.locator('.excerpt mark').first().waitFor();
    assert.equal(await page.locator('.excerpt mark').first().textContent(), 'talonnade');
  });

  it('keeps what was asked in the address, filters and order too', async () => {
    await visit('?q=gaz&rubrique=economie&ordre=date');
    await titles().first().waitFor();
    assert.equal(await page.locator('[name=rubrique]').inputValue(), 'economie');
    const dates = await page.locator('.results .date').allTextContents();
    assert.ok(dates.length >= 2);
    for (const name of await page.locator('.results .section-name').allTextContents())
      assert.equal(name, 'Économie');
    await page.locator('[name=rubrique]').selectOption('');
    await page.waitForURL(/\?q=gaz&ordre=date$/);
    await page.waitForFunction(
      count => document.querySelectorAll('.results a.title').length > count,
      dates.length,
    );
    await page.locator('[name=source]').fill('Personne');
    await page.locator('[name=source]').press('Enter');
    await status().filter({ hasText: 'Aucun article ne contient ces mots.' }).waitFor();
  });

  it('finds a phrase only where its words follow each other', async () => {
    await visit(`?q=${encodeURIComponent('"maison d’arrêt"')}`);
    await titles().first().waitFor();
    assert.equal(await titles().count(), 1);
    assert.match((await titles().first().textContent())!, /Kerviel/);
  });

  it('forgives a slip, and says so', async () => {
    await visit('?q=Kervile');
    await titles().first().waitFor();
    assert.match((await titles().first().textContent())!, /Kerviel/);
    await status().filter({ hasText: '«\u00a0kerviel\u00a0»' }).waitFor();
  });

  it('tells words as they are spelt, in the search and in headlines', async () => {
    await visit(`?q=${encodeURIComponent('Thaïlandé armée')}`);
    await status().filter({ hasText: 'Aucun article ne contient «\u00a0Thaïlandé\u00a0»' }).waitFor();
    assert.match((await status().textContent())!, /qui contiennent «\u00a0thaïlandaise\u00a0»/);
  });

  it('offers topics, places and headlines, by keyboard', async () => {
    await visit('');
    const field = page.getByRole('combobox', { name: 'Chercher un article' });
    await field.pressSequentially('cyber');
    const options = page.locator('#les_suggestions [role=option]');
    await options.first().waitFor();
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Escape');
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    assert.equal(await field.inputValue(), 'cyber');
    await field.pressSequentially('s');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sujets\/cybersecurite\/$/);
  });

  it('is as accessible with results and suggestions as without', async () => {
    page = await portal.visit({ viewport: PHONE, reducedMotion: 'reduce' });
    await page.goto('/recherche/?q=sommet');
    await titles().first().waitFor();
    await page.locator('#les_mots').fill('paris');
    await page.locator('#les_suggestions [role=option]').first().waitFor();
    assert.equal(await violations(page), '');
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    assert.ok(scrollWidth <= clientWidth, 'nothing stands beyond the screen');
  });

  it('asks for the words that the page was opened with before the script that searches is there, and once', async () => {
    page = await portal.visit({ viewport: DESK });
    const words: string[] = [];
    page.on('request', request => {
      if (/\/recherche\/.*\/mots-/.test(request.url())) words.push(request.url());
    });
    const asked = page.waitForRequest('**/recherche/*/mots-*');
    await page.route('**/assets/search.*.js', async route => {
      await asked;
      await route.continue();
    });
    await page.goto('/recherche/?q=sommet+paris&rubrique=monde', { waitUntil: 'commit' });
    await titles().first().waitFor();
    assert.equal(new Set(words).size, words.length);
  });

  it('says what is missing when the index can’t be read', async () => {
    page = await portal.visit({ viewport: DESK });
    await page.route('**/recherche/*/mots-*', route => route.abort());
    await page.goto('/recherche/?q=gaz');
    await status().filter({ hasText: 'Une partie des articles n’a pas pu être cherchée.' }).waitFor();
  });

  it('leads to lists of all articles without JavaScript', async () => {
    await visit('?q=gaz', false);
    assert.ok(
      await page.locator('noscript p', { hasText: 'La recherche se fait dans le navigateur' }).isVisible(),
    );
    await page.getByRole('navigation', { name: 'Parcourir' }).getByRole('link', { name: 'Archives' }).click();
    await page.waitForURL(/\/archives\/$/);
  });
});
