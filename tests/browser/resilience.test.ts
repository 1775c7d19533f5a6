// A page of each type in difficult conditions: a narrow window, 400 % zoom, large text, a strict policy, no other site.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, open, openPortal, PHONE, type Portal } from './portal.ts';

const NARROWEST = { width: 320, height: 640 } as const;
/** WCAG 1.4.10: a window of 1280 × 1024 at 400 % has so many CSS pixels. */
const MAGNIFIED = { width: 320, height: 256 } as const;

describe('no page', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);
  const narrow = portal.regular();
  const large = portal.regular();
  const troubles: string[] = [];
  // What this reader's browser keeps of earlier pages was there.
  const watched = portal.regular({}, async page => {
    collectTroubles(page, portal, troubles);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', event => {
        console.error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  });

  for (const type of PAGE_TYPES) {
    it(`scrolls sideways on the narrowest phone or at 400 % zoom: ${type}`, async () => {
      const page = await narrow();
      await page.setViewportSize(NARROWEST);
      await open(page, portal, type);
      assert.equal(await beyondTheEdge(page), '');
      await page.setViewportSize(MAGNIFIED);
      assert.equal(await beyondTheEdge(page), '');
    });

    it(`scrolls sideways or keeps its text small for readers with text at 200 %: ${type}`, async () => {
      const page = await large();
      await page.setViewportSize(DESK);
      // The reader's preferred font size, whose default is 16.
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      await open(page, portal, type);
      const size = await textSize(page);
      const beyond: string[] = [];
      for (const viewport of [DESK, PHONE]) {
        await page.setViewportSize(viewport);
        beyond.push(await beyondTheEdge(page));
      }
      assert.equal(beyond.join(''), '');
      await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
      assert.equal(size, 2 * (await textSize(page)), 'the text does not follow the preference');
      await session.detach();
    });

    it(`loads from another site, lacks a file, violates its policy or writes to the console: ${type}`, async () => {
      const page = await watched();
      // What the page before was still loading is given up, and no trouble of this one.
      await page.goto('about:blank');
      troubles.length = 0;
      await open(page, portal, type);
      // Scrolls to the end, so that lazy images load as well.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForLoadState('networkidle');
      assert.equal([...troubles, ...portal.reports].join('\n'), '');
    });
  }
});

/** The font size of the body, in pixels. */
async function textSize(page: Page): Promise<number> {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
}

/** The elements that reach beyond the right edge of the window and make the page scroll sideways; empty when it does not scroll. */
async function beyondTheEdge(page: Page): Promise<string> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const { scrollWidth } = document.scrollingElement as Element;
    if (scrollWidth <= width) return '';
    const tooWide = [...document.body.querySelectorAll('*')]
      .filter(element => element.getBoundingClientRect().right > width + 0.5)
      .map(element => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`);
    return `${scrollWidth} px wide in a window of ${width}: ${[...new Set(tooWide)].slice(0, 12).join(' ')}\n`;
  });
}

/** Adds to the list while pages load: requests to other sites, failed requests, messages and errors. */
function collectTroubles(page: Page, portal: Portal, troubles: string[]): void {
  page.on('request', request => {
    if (!request.url().startsWith(`${portal.origin}/`) && !request.url().startsWith('data:'))
      troubles.push(`requests ${request.url()}`);
  });
  page.on('requestfailed', request => troubles.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', message => troubles.push(`console: ${message.text()}`));
  page.on('pageerror', error => troubles.push(`error: ${error.message}`));
}
