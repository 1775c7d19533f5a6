// A variation of the demonstration becomes a portal in a browser, served once for all tests of a suite.
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { publishedUrl } from '../../src/address/site-place.ts';
import { launchChromium } from './chromium.ts';
import type { Demonstration, PageType, Variation } from './page-types.ts';
import { type AskedPhotographs, photographsWhenAsked, sharedDemonstration } from './shared-demonstration.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

/** The windows of a phone and of a desktop, in CSS pixels. */
export const PHONE = { width: 360, height: 740 } as const;
export const DESK = { width: 1280, height: 900 } as const;

/** Milliseconds. Elements that the tests look for are there at once, but a busy machine may take long to show them. */
const PATIENCE = 30_000;

export interface Portal {
  readonly origin: string;
  /** Violations of the Content-Security-Policy that browsers have reported. */
  readonly reports: readonly string[];
  /** From the host's root. */
  addressOf(type: PageType): string;
  /** Opens a page for a new reader: without cookies, storage or cache of earlier visits. The caller closes it with `leave`. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Lets a new reader read, and closes the page. */
  read(options: BrowserContextOptions, read: (page: Page) => Promise<void>): Promise<void>;
  /**
   * Gives a function that returns the page of one reader, opened and prepared at its first call. Tests that change nothing share
   * it: a new reader takes a second of computing. It closes with the browser.
   */
  regular(options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>): () => Promise<Page>;
}

/**
 * Call it in a `describe`. It serves the portal and starts a browser before the tests, and ends both afterwards. `folder` is that of a
 * variation that lives in one.
 */
export function openPortal(variation: Variation = {}, folder = ''): Portal {
  let demonstration: Demonstration | undefined;
  let photographs: AskedPhotographs | undefined;
  let server: StaticServer | undefined;
  let browser: Browser | undefined;
  before(async () => {
    demonstration = await sharedDemonstration(variation);
    photographs = await photographsWhenAsked(demonstration);
    server = await serveFolder(demonstration.outputDir, photographs.pathOf, folder);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    photographs?.[Symbol.dispose]();
  });
  const portal: Portal = {
    get origin() {
      return server!.origin;
    },
    get reports() {
      return server!.reports;
    },
    addressOf: type => publishedUrl(demonstration!.addressOf(type), folder),
    async visit(options = {}) {
      const context = await browser!.newContext({ baseURL: server!.origin, viewport: DESK, ...options });
      context.setDefaultTimeout(PATIENCE);
      // A page may load slowly: its photographs may still have to be made, and the machine may be busy. But its elements must not
      // appear long after it.
      context.setDefaultNavigationTimeout(180_000);
      return context.newPage();
    },
    async read(options, read) {
      const page = await portal.visit(options);
      try {
        await read(page);
      } finally {
        await leave(page);
      }
    },
    regular(options, prepare = async () => {}) {
      let page: Promise<Page> | undefined;
      const arrive = async (): Promise<Page> => {
        const newPage = await portal.visit(options);
        await prepare(newPage);
        return newPage;
      };
      return () => {
        page ??= arrive();
        return page;
      };
    },
  };
  return portal;
}

/** Closes the reader's page and forgets its cookies, storage and cache. */
export async function leave(page: Page): Promise<void> {
  await page.context().close();
}

/** Opens the page of a type, and waits until the page, its fonts and its custom elements have loaded. */
export async function open(page: Page, portal: Portal, type: PageType): Promise<void> {
  await page.goto(portal.addressOf(type), { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}
