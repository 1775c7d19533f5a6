// The demonstration as nginx and Caddy serve it with the headers of `npm run host`, in a browser that obeys these.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { hostSnippet, SERVERS } from '../../src/engine/host-snippet.ts';
import { THEME_DIR } from '../../src/engine/rendering/templates.ts';
import { programMissing } from '../servers/programs.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { shareAssets, shareImages } from '../shared-folders.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';
import { type Demonstration, PAGE_TYPES } from './page-types.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

declare global {
  interface Window {
    violations: string[];
  }
}

for (const server of SERVERS)
  describe(`by ${server}`, { skip: chromiumMissing() || programMissing(server) }, () => {
    let demonstration: Demonstration;
    let running: RunningServer;
    let browser: Browser;
    let folder = '';
    before(async () => {
      demonstration = await sharedDemonstration();
      folder = mkdtempSync(join(tmpdir(), 'quotidien-served-'));
      const cacheDir = join(folder, 'cache');
      const dataDir = join(folder, 'data');
      cpSync(join(import.meta.dirname, '../../_data'), dataDir, { recursive: true });
      await Promise.all([shareAssets(cacheDir), shareImages(cacheDir)]);
      const snippet = await hostSnippet(
        {
          contentDir: demonstration.contentDir,
          dataDir,
          cacheDir,
          outputDir: demonstration.outputDir,
          themeDir: THEME_DIR,
          now: null,
          wallClock: Date.now(),
          workers: 2,
          full: false,
          keepGoing: false,
          onProgress: () => {},
        },
        server,
      );
      assert.ok(snippet.ok && snippet.value !== null);
      running = await startServer(server, demonstration.outputDir, snippet.value);
      browser = await launchChromium();
    });
    after(async () => {
      await browser?.close();
      await running?.[Symbol.asyncDispose]();
      if (folder !== '') rmSync(folder, { recursive: true });
    });

    it('no page of any type does what its policy, or the server’s, forbids', async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', message => {
        if (/policy/i.test(message.text())) complaints.push(message.text());
      });
      await page.addInitScript(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', event =>
          window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
        );
      });
      for (const type of PAGE_TYPES) {
        const response = await page.goto(running.origin + demonstration.addressOf(type));
        assert.match(response?.headers()['content-security-policy'] ?? '', /frame-ancestors/, type);
        await page.evaluate(() => document.fonts.ready.then(() => {}));
        assert.deepEqual(await page.evaluate(() => window.violations), [], type);
        // What has to run before the first paint did, by its hash in both policies.
        assert.ok(await page.evaluate(() => document.styleSheets.length > 0), type);
      }
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('a script that is slipped into a page does not run, and a report of it shows that the test would see one', async () => {
      const page = await browser.newPage();
      await page.goto(`${running.origin}/`);
      const [directive, ran] = await page.evaluate(async () => {
        const violation = new Promise<string>(resolve =>
          document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective)),
        );
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(script);
        return [await violation, 'ran' in window];
      });
      assert.equal(directive, 'script-src-elem');
      assert.equal(ran, false);
      await page.close();
    });

    it('no other site has a page of ours in a frame', async () => {
      const page = await browser.newPage();
      // The same server by another name: another origin.
      const other = running.origin.replace('127.0.0.1', 'localhost');
      await page.route(`${other}/autre`, route =>
        route.fulfill({ contentType: 'text/html', body: `<iframe src="${running.origin}/"></iframe>` }),
      );
      await page.goto(`${other}/autre`);
      assert.match(page.frames()[1]!.url(), /^chrome-error:/);
      await page.close();
    });

    it('readers come from an old address to the article', async () => {
      const page = await browser.newPage();
      await page.goto(`${running.origin}/special/cica-shanghai.html?utm_source=x#suite`);
      assert.equal(
        page.url(),
        `${running.origin}/chine/2014/05/18/cica-cinq-questions.html?utm_source=x#suite`,
      );
      await page.close();
    });
  });
