// A variation of the demonstration in, the portal in a browser out: built, served and opened once for all tests of a suite.
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { buildDemonstration, type Demonstration, type PageType, type Variation } from './page-types.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

/** A telephone and a desk: width and height in CSS pixels. */
export const PHONE = { width: 360, height: 740 } as const;
export const DESK = { width: 1280, height: 900 } as const;

/** A button or list that the tests name is there at once, but for a machine that does much else meanwhile. In ms. */
const PATIENCE = 10_000;

export interface Portal {
  readonly origin: string;
  /** What browsers reported of the Content-Security-Policy. */
  readonly reports: readonly string[];
  addressOf(type: PageType): string;
  /** A new reader, who has never been here: a page of a context of its own. The caller closes it with `leave`. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** One reader for many tests, which only look: opened at the first call, gone with the browser. Pages come faster. */
  regular(options?: BrowserContextOptions): () => Promise<Page>;
}

/** To be called in a `describe`: builds, serves and launches before its tests, and ends it all after them. */
export function openPortal(variation: Variation = {}): Portal {
  let demonstration: Demonstration | undefined;
  let server: StaticServer | undefined;
  let browser: Browser | undefined;
  before(async () => {
    demonstration = await buildDemonstration(variation);
    server = await serveFolder(demonstration.outputDir);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    demonstration?.[Symbol.dispose]();
  });
  const portal: Portal = {
    get origin() {
      return server!.origin;
    },
    get reports() {
      return server!.reports;
    },
    addressOf: type => demonstration!.addressOf(type),
    async visit(options = {}) {
      const context = await browser!.newContext({ baseURL: server!.origin, viewport: DESK, ...options });
      context.setDefaultTimeout(PATIENCE);
      // A page may take long on a busy machine; what is on it may not come later.
      context.setDefaultNavigationTimeout(30_000);
      return context.newPage();
    },
    regular(options) {
      let page: Promise<Page> | undefined;
      return () => {
        page ??= portal.visit(options);
        return page;
      };
    },
  };
  return portal;
}

/** The reader goes: the page and all it remembers is gone. */
export async function leave(page: Page): Promise<void> {
  await page.context().close();
}

/** Opens the page of a type and lets it settle: loaded, with its fonts and its custom elements. */
export async function open(page: Page, portal: Portal, type: PageType): Promise<void> {
  await page.goto(portal.addressOf(type), { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}
