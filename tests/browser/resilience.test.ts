// Every page type under strain: narrow, magnified, with large text, under the strict policy, with nobody else to ask.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, leave, open, openPortal, PHONE, type Portal } from './portal.ts';

describe('no page', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);
  const narrow = portal.regular({ viewport: { width: 320, height: 640 } });
  // WCAG 1.4.10: a window of 1280 × 1024 at 400 % is one of 320 × 256, with four device pixels to each of CSS.
  const magnified = portal.regular({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  const usual = portal.regular();
  const large = portal.regular();

  for (const type of PAGE_TYPES) {
    it(`scrolls sideways on the narrowest telephone: ${type}`, async () => {
      const page = await narrow();
      await open(page, portal, type);
      assert.equal(await beyondTheEdge(page), '');
    });

    it(`scrolls sideways magnified to 400 %: ${type}`, async () => {
      const page = await magnified();
      await open(page, portal, type);
      assert.equal(await beyondTheEdge(page), '');
    });

    it(`scrolls sideways or keeps its text small for who reads at 200 %: ${type}`, async () => {
      await open(await usual(), portal, type);
      const page = await large();
      await page.setViewportSize(DESK);
      // The reader's preference, whose usual value is 16.
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      await open(page, portal, type);
      assert.equal(
        await textSize(page),
        2 * (await textSize(await usual())),
        'the text does not follow the preference',
      );
      const beyond: string[] = [];
      for (const viewport of [DESK, PHONE]) {
        await page.setViewportSize(viewport);
        beyond.push(await beyondTheEdge(page));
      }
      await session.detach();
      assert.equal(beyond.join(''), '');
    });

    it(`loads from elsewhere, misses a file, breaks its policy or talks to the console: ${type}`, async () => {
      const page = await portal.visit();
      const troubles = troublesOf(page, portal);
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', event => {
          console.error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await open(page, portal, type);
      // To the end and back, so that what waits for the reader to come near loads as well.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForLoadState('networkidle');
      await leave(page);
      assert.equal([...troubles, ...portal.reports].join('\n'), '');
    });
  }
});

/** In pixels, of the body. */
async function textSize(page: Page): Promise<number> {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
}

/** What stands out to the right of the window and makes the page scroll sideways; empty: nothing does. */
async function beyondTheEdge(page: Page): Promise<string> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const { scrollWidth } = document.scrollingElement as Element;
    if (scrollWidth <= width) return '';
    const guilty = [...document.body.querySelectorAll('*')]
      .filter(element => element.getBoundingClientRect().right > width + 0.5)
      .map(element => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`);
    return `${scrollWidth} px wide in a window of ${width}: ${[...new Set(guilty)].slice(0, 12).join(' ')}\n`;
  });
}

/** Filled while the page is read. */
function troublesOf(page: Page, portal: Portal): readonly string[] {
  const troubles: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(`${portal.origin}/`) && !request.url().startsWith('data:'))
      troubles.push(`asks ${request.url()}`);
  });
  page.on('requestfailed', request => troubles.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', message => troubles.push(`console: ${message.text()}`));
  page.on('pageerror', error => troubles.push(`error: ${error.message}`));
  return troubles;
}
