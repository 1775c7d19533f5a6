// A day of an editor with a new portal, which the machine's own Node installed for production: from `npm run new` to a withdrawal.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { freePort } from '../free-port.ts';
import { type InstalledProject, installProject } from '../installed-project.ts';
import { quarters } from '../media/sample-photographs.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';

/** Milliseconds. A save is seen within a second; a busy machine may take long. */
const PATIENCE = 90_000;

const SITE = `name: Le Petit Portail
description: Un portail pour essayer.
baseUrl: https://portail.example
timeZone: Europe/Paris
clock: 2014-05-20T15:00
`;

const FILES = {
  '_data/site.yaml': SITE,
  '_data/sections.yaml': '- { slug: ville, name: Ville }\n- { slug: sport, name: Sport }\n',
  'content/articles/foire.md': `---
title: La foire ouvre
source: Le Petit Portail
date: 2014-05-19T10:00
section: ville
---

La foire est ouverte jusqu’à dimanche. [Le port](quai.md) est à deux pas.
`,
  'content/articles/quai.md': `---
title: Le quai est réparé
source: Le Petit Portail
date: 2014-05-18T10:00
section: ville
---

Les travaux ont duré un an.
`,
};

describe('a day at the desk', { skip: chromiumMissing() }, () => {
  let project: InstalledProject;
  let dev: ChildProcess;
  let printed = '';
  let browser: Browser;
  let page: Page;
  let origin: string;
  /** Of the article of the day. */
  let file: string;
  let address: string;

  before(async () => {
    project = installProject(FILES);
    browser = await launchChromium();
    page = await browser.newPage({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE);
  });
  after(async () => {
    await browser?.close();
    if (dev?.pid !== undefined && dev.exitCode === null) {
      process.kill(-dev.pid, 'SIGTERM');
      await once(dev, 'close');
    }
    project?.[Symbol.dispose]();
  });

  const read = (name: string): string => readFileSync(join(project.dir, name), 'utf8');
  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(join(project.dir, name), change(read(name)));
  const shown = (): Locator => page.locator('main');
  const panel = (): Locator => page.getByRole('dialog');
  const waitFor = (text: string): Promise<void> => shown().getByText(text).first().waitFor();
  const published = (url: string): boolean => existsSync(join(project.dir, '_site', url));

  it('begins with an installation for production by the machine’s own Node', t => {
    t.diagnostic(`Node ${project.nodeVersion}`);
    const checked = project.npmRun('check');
    assert.equal(checked.status, 0, checked.printed);
  });

  it('has a new draft, which the editor sees as such and readers do not get', async () => {
    const made = project.npmRun('new', '--', 'Le port rouvre', '--section', 'ville');
    assert.equal(made.status, 0, made.printed);
    file = /content\/articles\/\S+\.md/.exec(made.printed)![0];
    address = /http:\/\/localhost:8080(\/\S+\.html)/.exec(made.printed)![1]!;
    const port = await freePort();
    origin = `http://localhost:${port}`;
    dev = project.npmStart('dev', '--', '--port', String(port));
    for (const stream of [dev.stdout!, dev.stderr!])
      stream.setEncoding('utf8').on('data', text => (printed += text));
    while (!printed.includes('Ctrl+C')) {
      assert.equal(dev.exitCode, null, printed);
      await sleep(50);
    }
    await page.goto(origin + address);
    await waitFor('Brouillon');
    assert.equal(project.npmRun('build').status, 0);
    assert.ok(published('/index.html'));
    assert.ok(!published(address));
  });

  it('sees the text, and a photograph, as soon as they are saved', async () => {
    edit(file, text => text.replace(/---\n\n.*$/s, '---\n\nLe port a rouvert ce matin.\n'));
    await waitFor('Le port a rouvert ce matin.');
    const photograph = join(project.dir, file, '..', 'port.jpg');
    writeFileSync(photograph, await quarters(1_200, 800).jpeg().toBuffer());
    edit(file, text =>
      text.replace('draft: true', 'image:\n  src: port.jpg\n  alt: Le port\n  caption: Le port\ndraft: true'),
    );
    const image = shown().locator('figure img').first();
    await image.waitFor();
    await page.waitForFunction(
      () => (document.querySelector('main figure img') as HTMLImageElement | null)?.naturalWidth,
    );
    assert.equal(await image.getAttribute('alt'), 'Le port');
  });

  for (const [where, name, slip, place] of [
    ['a caption', () => file, ['caption: Le port', 'caption: Le **port**'], /\.md:\d+:\d+$/],
    [
      'a template',
      () => 'src/theme/layouts/base.njk',
      ['{{ view.title }} —', '{{ view.title | cri }} —'],
      /base\.njk:\d+:\d+$/,
    ],
    [
      'the data',
      () => '_data/site.yaml',
      ['timeZone: Europe/Paris', 'timeZone: Europe/Pari'],
      /site\.yaml:4:\d+$/,
    ],
  ] as const)
    it(`is told of a slip in ${where} over the page, until it is mended`, async () => {
      const [right, wrong] = slip;
      edit(name(), text => text.replace(right, wrong));
      await panel().waitFor();
      assert.match((await panel().locator('.place').first().textContent())!, place);
      assert.equal(project.npmRun('check').status, 1);
      edit(name(), text => text.replace(wrong, right));
      await panel().waitFor({ state: 'detached' });
      await waitFor('Le port a rouvert ce matin.');
    });

  it('publishes the article', async () => {
    edit(file, text => text.replace('draft: true\n', ''));
    await shown().getByText('Brouillon').waitFor({ state: 'detached' });
    const built = project.npmRun('build');
    assert.equal(built.status, 0, built.printed);
    assert.match(built.printed, /3 publiés/);
    assert.ok(published(address));
  });

  it('renames it, and the old address leads on', async () => {
    const moved = project.npmRun('move', '--', file, '--section', 'sport', '--slug', 'le-port-est-rouvert');
    assert.equal(moved.status, 0, moved.printed);
    file = file.replace(/[^/]*$/, 'le-port-est-rouvert.md');
    const old = address;
    address = old.replace('/ville/', '/sport/').replace(/[^/]*$/, 'le-port-est-rouvert.html');
    const checked = project.npmRun('check');
    assert.equal(checked.status, 0, checked.printed);
    assert.doesNotMatch(checked.printed, /Attention/);
    const built = project.npmRun('build');
    assert.equal(built.status, 0, built.printed);
    assert.ok(published(address));
    assert.match(read(`_site${old}`), new RegExp(address));
    // The page that the editor has open is there no more: it leads on by itself.
    await page.waitForURL(origin + address);
    await waitFor('Le port a rouvert ce matin.');
  });

  it('withdraws it: its address says why, and nothing else leads there', async () => {
    edit(file, text => text.replace('section:', 'withdrawn: "Cet article reposait sur un faux."\nsection:'));
    await waitFor('Cet article reposait sur un faux.');
    assert.equal(await shown().getByText('Le port a rouvert').count(), 0);
    const built = project.npmRun('build');
    assert.equal(built.status, 0, built.printed);
    assert.match(read(`_site${address}`), /noindex/);
    assert.doesNotMatch(read('_site/index.html'), new RegExp(address));
    await page.goto(`${origin}/sport/`);
    assert.equal(await page.locator(`a[href="${address}"]`).count(), 0);
  });
});
