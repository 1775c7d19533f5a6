// The whole way of a comment and of a vote in a browser: from the form to the newsroom and back to the page, with JavaScript and without.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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
async function visit(url: string, options: BrowserContextOptions = {}): Promise<Page> {
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

/** Adds a passkey of a virtual authenticator, leaves, and comes back by it. */
async function addPasskey(desk: Page): Promise<void> {
  const devtools = await desk.context().newCDPSession(desk);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await desk.getByRole('link', { name: 'Clés d’accès' }).click();
  await desk.getByLabel('Nom de la clé').fill('Portable de Jeanne');
  assert.equal(await violations(desk), '');
  await desk.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await desk.getByRole('button', { name: 'Retirer Portable de Jeanne' }).waitFor();
  await desk.getByRole('link', { name: 'En attente' }).click();
  await desk.getByRole('button', { name: 'Se déconnecter' }).click();
  await desk.getByText('Vous êtes déconnecté.').waitFor();
  await desk.getByRole('button', { name: 'Entrer avec une clé d’accès' }).click();
  await desk.getByRole('navigation').waitFor();
  await desk.getByRole('link', { name: 'Clés d’accès' }).click();
  await desk.getByText('entrez d’abord par un lien').waitFor();
}

describe('a reader', { skip: chromiumMissing() }, () => {
  before(async () => {
    // For the service of the development server, which the test starts with all of its environment.
    process.env.PARTICIPATION_WORK = '14';
    // Long enough that the form is far below the window.
    const text = 'Un long paragraphe du port.\n\n'.repeat(80);
    site = miniSite({ 'content/articles/2014/05/port.md': article({}, text) });
    site.write(
      'content/comments/2014/05/port/0001.yaml',
      'date: 2014-05-20T14:01\nname: Nadia\ntext: Le premier avis.\n',
    );
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
    delete process.env.PARTICIPATION_WORK;
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
    assert.equal(await desk.getByText('envoyé sans calcul').count(), 0);
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
    await addPasskey(desk);
    await desk.context().close();
  });

  it('fetches the code for it when the form comes near, and not before', async () => {
    // On a telephone: beside a wide page there is a poll.
    const page = await visit(PORT, { viewport: { width: 360, height: 640 } });
    const near = (): Promise<number> =>
      page.evaluate(
        () =>
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => /\/participation\.\w+\.js$/.test(name)).length,
      );
    // So long after the other scripts ran it would have come.
    await page.locator('comment-form:defined').waitFor({ state: 'attached' });
    await page.waitForTimeout(500);
    assert.equal(await near(), 0);
    await page.locator('.comment-form').scrollIntoViewIfNeeded();
    await page.locator('comment-form [role=status]').waitFor({ state: 'attached' });
    assert.equal(await near(), 1);
    await page.context().close();
  });

  it('answers to a comment by « Répondre », and calculates meanwhile', async () => {
    const page = await visit(PORT);
    const asked = page.waitForResponse(/\/commentaires\/calcul/);
    await page.getByRole('link', { name: 'Répondre à Nadia' }).click();
    await page.locator('.comment-form textarea:focus').waitFor();
    assert.equal(await page.locator('[name=replyTo]').inputValue(), '0001');
    await page.locator('comment-form [role=status]').waitFor({ state: 'attached' });
    await page.locator('.comment-form textarea').fill('Je réponds au premier avis.');
    assert.equal((await (await asked).json()).puzzles, 8);
    await page.waitForTimeout(2_100);
    const [request] = await Promise.all([
      page.waitForRequest(each => each.method() === 'POST'),
      page.locator('.comment-form [type=submit]').click(),
    ]);
    await page.getByText('Votre commentaire est bien arrivé').waitFor();
    assert.match(request.postData()!, /replyTo=0001.*work=[\w-]{51}%3A\d+%2C/);
    assert.equal(await page.locator('[name=replyTo]').inputValue(), '');
    await page.context().close();
  });

  it('reports a comment without JavaScript', async () => {
    const page = await visit(PORT, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Signaler le commentaire de Nadia' }).click();
    await page.getByLabel('Injure ou menace').check();
    await page.getByLabel('Précisions (facultatif)').fill('Une précision.');
    const form = page.url();
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
    await page.getByText('Votre signalement est bien arrivé').waitFor();
    await page.getByRole('link', { name: 'Revenir à l’article' }).click();
    assert.equal(new URL(page.url()).pathname, PORT);
    await page.context().close();
    // Which looks at a page by a script.
    const again = await visit(form);
    assert.equal(await violations(again), '');
    await again.context().close();
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
