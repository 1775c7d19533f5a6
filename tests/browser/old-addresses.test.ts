// Readers who follow a link to an old address arrive at the article, at the place that the link named, with what it asked.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { article, miniSite } from '../mini-site.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

const PORT = '/chine/2014/05/20/port.html';

describe('an old address', { skip: chromiumMissing() }, () => {
  const site = miniSite({
    'content/articles/port.md': article(
      { aliases: ['/ancien/port.html', '/Vieux/'] },
      'Le texte.\n\n## La suite\n\nEncore.',
    ),
  });
  let server: StaticServer;
  let browser: Browser;
  before(async () => {
    await site.built();
    server = await serveFolder(join(site.dir, '_site'));
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    site[Symbol.dispose]();
  });

  const arriving = async (address: string, javaScriptEnabled = true): Promise<string> => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(server.origin + address, { waitUntil: 'commit' });
    await page.waitForURL(({ pathname }) => pathname === PORT);
    await page.getByRole('heading', { name: 'La suite' }).waitFor();
    const arrived = page.url().slice(server.origin.length);
    // « Back » must not lead to what leads here again.
    await page.goBack();
    assert.equal(page.url(), 'about:blank');
    await context.close();
    return arrived;
  };

  for (const rest of ['', '?utm_source=lettre&x=%C3%A9', '#partie-la-suite', '?a=1#partie-la-suite', '?#'])
    it(`leads on with « ${rest} »`, async () => {
      assert.equal(await arriving(`/ancien/port.html${rest}`), PORT + rest.replace('?#', ''));
      assert.equal(await arriving(`/Vieux/${rest}`), PORT + rest.replace('?#', ''));
    });

  it('leads to no other site, whatever it is asked', async () => {
    for (const rest of ['?//exemple.fr/', '#//exemple.fr/', '?to=javascript:alert(1)'])
      assert.equal(await arriving(`/ancien/port.html${rest}`), PORT + rest);
  });

  it('leads to the article without JavaScript too', async () => {
    assert.equal(await arriving('/ancien/port.html', false), PORT);
  });

  it('breaks no rule of the policy on the way', () => assert.deepEqual(server.reports, []));
});
