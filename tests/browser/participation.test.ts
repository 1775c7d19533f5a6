// The whole way of a comment and of a vote in a browser: from the form to the newsroom and back to the page, with JavaScript and without.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { exportComments } from '../../src/participation/export-comments.ts';
import { openSqlite } from '../../src/participation/store/sqlite-database.ts';
import { openStore } from '../../src/participation/store/store.ts';
import { type Dev, startDev } from '../dev-process.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';
import { violations } from './violations.ts';

const PORT = '/chine/2014/05/20/port.html';
const POLL = '/sondages/train/';
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

let site: MiniSite;
let dev: Dev;
let browser: Browser;
let moderation = '';

/** Opens a page for a new reader, whose dialogs fail the test. */
async function visit(
  url: string,
  options: { javaScriptEnabled?: boolean; userAgent?: string } = {},
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: dev.origin, ...options })).newPage();
  page.setDefaultTimeout(15_000);
  page.on('dialog', () => assert.fail('a dialog was opened'));
  await page.goto(url);
  return page;
}

async function write(page: Page, name: string, text: string): Promise<void> {
  await page.locator('.comment-form').scrollIntoViewIfNeeded();
  await page.locator('comment-form [role=status]').waitFor({ state: 'attached' });
  await page.locator('.comment-form [name=name]').fill(name);
  await page.locator('.comment-form textarea').fill(text);
}

describe('a reader', { skip: chromiumMissing() }, () => {
  before(async () => {
    site = miniSite({ 'content/articles/2014/05/port.md': article() });
    const choices = ['Oui', 'Non'].map(text => ({ slug: text.toLowerCase(), text }));
    const poll = {
      slug: 'train',
      question: 'Le train ?',
      choices,
      opens: '2014-05-20',
      closes: '2099-05-21',
    };
    site.write('_data/polls.yaml', JSON.stringify([poll]));
    [dev, browser] = await Promise.all([startDev(site, '--participation'), launchChromium()]);
    await dev.says('la modération s’ouvre une fois à');
    moderation = /une fois à (http:\S+)/.exec(dev.printed())![1]!;
  });
  after(async () => {
    await browser?.close();
    await dev?.[Symbol.asyncDispose]();
    site?.[Symbol.dispose]();
  });

  it('sends a comment without leaving the page, which the newsroom approves by keyboard, and all can read', async () => {
    const page = await visit(PORT);
    await write(page, HOSTILE.slice(0, 60), `Quel beau port. ${HOSTILE}`);
    // Nobody writes faster.
    await page.waitForTimeout(2_100);
    await page.locator('.comment-form [type=submit]').click();
    await page.getByText('Votre commentaire est bien arrivé').waitFor();
    assert.equal(new URL(page.url()).pathname, PORT);
    assert.equal(await page.locator('.comment-form textarea').inputValue(), '');

    const desk = await visit(moderation);
    await desk.getByRole('button', { name: 'Entrer' }).click();
    await desk.getByText('1 commentaire en attente').waitFor();
    assert.equal(await violations(desk), '');
    await desk.keyboard.press('j');
    await desk.keyboard.press('r');
    await desk.getByText('refusé.').waitFor();
    await desk.keyboard.press('u');
    await desk.getByText('1 commentaire en attente').waitFor();
    await desk.keyboard.press('j');
    await desk.keyboard.press('a');
    await desk.getByText('Aucun commentaire n’attend.').waitFor();
    assert.notEqual(await desk.title(), '1');

    const store = await openStore(openSqlite(join(site.dir, '.cache/dev/participation.sqlite')));
    const { written } = await exportComments(store, join(site.dir, 'content'));
    await store.close();
    assert.equal(written.length, 1);
    await dev.shows(PORT, 'Quel beau port.');
    // The page loads itself again.
    await page.locator('.thread').getByText(`Quel beau port. ${HOSTILE}`).waitFor();
    assert.notEqual(await page.title(), '1');
    await page.context().close();
    await desk.context().close();
  });

  it('votes without leaving the page, and sees the answers again later', async () => {
    const page = await visit(POLL, { userAgent: 'Navigateur/1' });
    const form = page.locator('main .vote');
    await form.scrollIntoViewIfNeeded();
    await page.locator('main poll-vote [role=status]').waitFor({ state: 'attached' });
    await form.getByLabel('Oui').check();
    await form.getByRole('button').click();
    await page.locator('main').getByText('Votre vote est compté. Merci').waitFor();
    const answer = page.locator('main .answers li').first();
    assert.match(await answer.innerText(), /Oui\s+100\s% \(1\svote\)/);
    await page.reload();
    await answer.waitFor();
    assert.equal(await page.locator('main .vote').count(), 0);
    await page.context().close();
  });

  it('keeps the text when the network fails, even after a reload', async () => {
    const page = await visit(PORT);
    await write(page, '', 'Un long texte.');
    await page.route('**/commentaires', route => route.abort());
    await page.locator('.comment-form [type=submit]').click();
    await page.getByText('Votre texte est gardé ici').waitFor();
    await page.reload();
    await page.locator('.comment-form').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Un long texte.');
    await page.context().close();
  });

  it('without JavaScript is led to thanks, and to what others answered', async () => {
    const page = await visit(PORT, { javaScriptEnabled: false, userAgent: 'Navigateur/2' });
    await page.locator('.comment-form textarea').fill('Sans script.');
    await page.locator('.comment-form [type=submit]').click();
    await page.waitForURL('**/participation/merci/');
    await page.getByText('Votre commentaire est bien arrivé').waitFor();
    await page.goto(POLL);
    await page.locator('main .vote').getByLabel('Non').check();
    await page.locator('main .vote button').click();
    await page.getByText('Votre vote est compté. Merci').waitFor();
    assert.match(await page.locator('main').innerText(), /Non\s: \d+\s% \(1\)/);
    await page.context().close();
  });
});
