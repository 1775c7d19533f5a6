// The panel that `npm run dev` puts over a page while something is wrong, under the policy of real pages.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type DevServer, startServer } from '../../src/cli/dev-server/dev-server.ts';
import { failureReport, problemReport } from '../../src/cli/dev-server/panel-report.ts';
import { contentSecurityPolicy } from '../../src/host/content-security-policy.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';
import { DESK, PHONE } from './portal.ts';

const POLICY = contentSecurityPolicy({ inlineHashes: ['AAAA'], participation: null });

const problem = (file: string, line: number, message: string): Problem => ({
  file,
  line,
  column: 8,
  rule: 'unknown-section',
  message,
});
const SECTION = problem('content/articles/port.md', 3, 'La rubrique <b>nulle-part</b> n’existe pas.');
const TEMPLATE = problem('src/theme/partials/card.njk', 12, 'Le filtre «\u00a0cri\u00a0» n’existe pas.');

describe('the panel over a page of the development server', { skip: chromiumMissing() }, () => {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-panel-'));
  let server: DevServer;
  let browser: Browser;
  const refusals: string[] = [];
  const write = (name: string, text: string): void =>
    writeFileSync(
      join(dir, name),
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Une</title></head><body><main><h1>Une</h1><p>${text}</p><button>Suite</button></main></body></html>`,
    );
  before(async () => {
    server = await startServer({
      dir,
      folder: () => '',
      host: 'localhost',
      port: 0,
      image: async () => null,
      onTrouble: assert.fail,
    });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(dir, { recursive: true });
  });
  beforeEach(() => {
    write('index.html', 'Premier état');
    server.tell(null);
    refusals.length = 0;
  });

  const say = (...problems: readonly Problem[]): void => server.tell(problemReport(problems, 'stopped'));
  const openPage = async (path = '', options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: DESK, ...options });
    page.setDefaultTimeout(10_000);
    page.on('console', message => {
      if (/Content Security Policy/i.test(message.text())) refusals.push(message.text());
    });
    const listening = page.waitForResponse(response => response.url().endsWith('/.quotidien/builds'));
    await page.goto(`http://localhost:${server.port}/${path}`);
    await listening;
    return page;
  };
  const panel = (page: Page) => page.getByRole('dialog');

  it('names every problem with its file, its line, and the words as they are', async () => {
    const page = await openPage();
    say(TEMPLATE, SECTION);
    await page.getByRole('dialog', { name: '2 problèmes à corriger dans 2 fichiers' }).waitFor();
    assert.deepEqual(await panel(page).locator('.place').allTextContents(), [
      'content/articles/port.md:3:8',
      'src/theme/partials/card.njk:12:8',
    ]);
    assert.equal(await panel(page).locator('.message').first().textContent(), SECTION.message);
    assert.deepEqual(refusals, []);
    await page.close();
  });

  it('goes by itself when all is mended, with or without another page to show', async () => {
    const page = await openPage();
    say(SECTION);
    await panel(page).waitFor();
    server.tell(null);
    await page.locator('quotidien-problems').waitFor({ state: 'detached' });
    say(SECTION);
    await panel(page).waitFor();
    write('index.html', 'Deuxième état');
    server.tell(null);
    server.reload();
    await page.getByText('Deuxième état').waitFor();
    assert.equal(await panel(page).count(), 0);
    await page.close();
  });

  for (const path of ['', 'nulle-part', 'chine/'])
    it(`is there at once on a page that is opened while something is wrong: /${path}`, async () => {
      say(SECTION);
      const page = await openPage(path);
      await panel(page).waitFor();
      await page.close();
    });

  it('is closed by the Escape key, gives the focus back, and comes again when asked for', async () => {
    const page = await openPage();
    const button = page.getByRole('button', { name: 'Suite' });
    await button.focus();
    say(SECTION);
    await panel(page).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await isFocused(page, 'main button'), false, 'the page behind it takes the focus');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    assert.equal(await isFocused(page, 'main button'), true);
    await page.getByRole('button', { name: '1 problème\u00a0: revoir' }).press('Enter');
    await panel(page).waitFor();
    await page.getByRole('button', { name: 'Fermer' }).click();
    await panel(page).waitFor({ state: 'hidden' });
    await page.close();
  });

  it('stays closed while the same is wrong, and opens at something new', async () => {
    const page = await openPage();
    say(SECTION);
    await panel(page).waitFor();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    say(SECTION);
    // It has heard of the first by the time that it shows the second.
    say(SECTION, TEMPLATE);
    await page.getByRole('dialog', { name: /^2 problèmes/ }).waitFor();
    await page.close();
  });

  it('says what stopped a build when no file is to blame', async () => {
    const page = await openPage();
    server.tell(failureReport('Le disque est plein.'));
    await page.getByRole('dialog', { name: 'La construction a échoué' }).waitFor();
    await panel(page).getByText('Le disque est plein.').waitFor();
    await page.close();
  });

  it('says what becomes of a faulty article that is on line', async () => {
    const page = await openPage();
    server.tell(problemReport([{ ...SECTION, staysOnline: true }], 'left-out'));
    await panel(page).getByText('Le reste du site est à jour.').waitFor();
    assert.equal(await panel(page).locator('.stays').count(), 1);
    await page.close();
  });

  it('shows the first hundred of a thousand, in a list that scrolls by keyboard', async () => {
    const page = await openPage('', { viewport: PHONE });
    say(...Array.from({ length: 1_000 }, (_, n) => problem('content/articles/port.md', n + 1, 'Non.')));
    await page.getByRole('dialog', { name: /^1.000 problèmes/ }).waitFor();
    assert.equal(await panel(page).getByRole('listitem').count(), 100);
    await panel(page).getByText('Et 900 autres').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.waitForFunction(() => {
      const root = document.querySelector('quotidien-problems')!.shadowRoot!;
      return root.querySelector('.list')!.scrollTop > 1_000;
    });
    const box = (await panel(page).boundingBox())!;
    assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width, 'wider than the phone');
    assert.ok(box.y >= 0 && box.y + box.height <= PHONE.height, 'higher than the phone');
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of [DESK, PHONE])
      it(`is accessible: ${colorScheme}, ${viewport.width} px`, async () => {
        const page = await openPage('', { colorScheme, viewport });
        say(SECTION, TEMPLATE);
        await panel(page).waitFor();
        await page.evaluate(axe.source);
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press('Escape');
        await panel(page).waitFor({ state: 'hidden' });
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
});

function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector);
}

async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const found = await run.run(document, { resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}
