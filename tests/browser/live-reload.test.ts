// A page that `npm run dev` serves loads itself again when a build has changed the site, under the policy of real pages.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type DevServer, startServer } from '../../src/cli/dev-server/dev-server.ts';
import { contentSecurityPolicy } from '../../src/host/content-security-policy.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';

const POLICY = contentSecurityPolicy({ inlineHashes: ['AAAA'], participation: null });

describe('a page of the development server', { skip: chromiumMissing() }, () => {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-reload-'));
  let server: DevServer;
  let browser: Browser;
  const write = (text: string): void =>
    writeFileSync(
      join(dir, 'index.html'),
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Une</title></head><body>${text}</body></html>`,
    );
  const start = (port: number): Promise<DevServer> =>
    startServer({
      dir,
      folder: () => '',
      host: 'localhost',
      port,
      image: async () => null,
      onTrouble: assert.fail,
    });
  before(async () => {
    write('Premier état');
    server = await start(0);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(dir, { recursive: true });
  });

  const openPage = async (): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    // The server has heard from it once its stream of events has begun.
    const listening = page.waitForResponse(response => response.url().endsWith('/.quotidien/builds'));
    await page.goto(`http://localhost:${server.port}/`);
    await listening;
    return page;
  };
  const shows = (page: Page, text: string) => page.getByText(text).waitFor();

  it('shows what a build wrote, again and again, where the reader was', async () => {
    write('Premier état');
    const page = await openPage();
    for (const state of ['Deuxième état', 'Troisième état']) {
      write(state);
      server.reload();
      await shows(page, state);
    }
    await page.close();
  });

  it('stays as it is while no build changes anything', async () => {
    write('Premier état');
    const page = await openPage();
    await page.evaluate(() => document.body.append(' gardé'));
    await new Promise(resolve => setTimeout(resolve, 500));
    await shows(page, 'Premier état gardé');
    await page.close();
  });

  it('shows the site again after the server was started anew', async () => {
    write('Premier état');
    const page = await openPage();
    const { port } = server;
    await server.close();
    write('Après la pause');
    server = await start(port);
    await shows(page, 'Après la pause');
    await page.close();
  });

  it('leaves the connections of the browser to the windows in sight', async () => {
    write('Premier état');
    const page = await openPage();
    const hide = (hidden: boolean): Promise<void> =>
      page.evaluate(isHidden => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    write('Pendant l’absence');
    server.reload();
    await new Promise(resolve => setTimeout(resolve, 300));
    await shows(page, 'Premier état');
    await hide(false);
    await shows(page, 'Pendant l’absence');
    await page.close();
  });
});
