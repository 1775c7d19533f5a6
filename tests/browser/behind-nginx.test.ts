// The built demonstration and the service of participation behind nginx, as their documentation says: a comment and a vote go from a reader to the newsroom
// and into the pages, with JavaScript and without, and a build writes no more than what they change.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { hostSnippet } from '../../src/engine/host-snippet.ts';
import { freePort } from '../free-port.ts';
import { type MiniSite, miniSite } from '../mini-site.ts';
import { type RunningServiceOfTest, runningService } from '../participation/running-service.ts';
import { programMissing } from '../servers/programs.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMAND = join(ROOT, 'src/cli/participation.ts');
const ARTICLE = '/chine/2014/05/20/chine-suspend-groupe-travail-cybersecurite.html';
const POLL = '/sondages/train/';

/** The pages of an hour that is still to come, so that what readers send meanwhile has been sent. */
const NOW = new Date(Date.now() + 3_600_000).toISOString();

/** Until then the contact of security is sure. */
const SOON = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);

let site: MiniSite;
let service: RunningServiceOfTest;
let front: RunningServer;
let browser: Browser;

/** The block of nginx in the documentation, at a port of this machine. */
function documentedServer(port: number, servicePort: string): string {
  const docs = readFileSync(join(ROOT, 'docs/participation.md'), 'utf8');
  return docs
    .split('```nginx\n')[1]!
    .split('```')[0]!
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace('127.0.0.1:8081', `127.0.0.1:${servicePort}`);
}

function act(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
    cwd: site.dir,
    encoding: 'utf8',
    env: { ...process.env, ...service.environment },
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Opens a page for a new reader, and tells at the end that it broke no policy and missed nothing. */
async function visit(url: string, javaScriptEnabled: boolean, userAgent: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, userAgent });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('console', message => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) assert.fail(message.text());
  });
  await page.goto(url.startsWith('http') ? url : front.origin + url);
  return page;
}

describe('the demonstration behind nginx', { skip: chromiumMissing() || programMissing('nginx') }, () => {
  before(async () => {
    site = miniSite();
    for (const folder of ['content', '_data']) {
      rmSync(join(site.dir, folder), { recursive: true, force: true });
      cpSync(join(ROOT, folder), join(site.dir, folder), { recursive: true });
    }
    const [servicePort, publicPort] = [await freePort(), await freePort()];
    const avis = `http://127.0.0.1:${publicPort}`;
    site.edit(
      '_data/site.yaml',
      text =>
        `${text.replace(/^clock:.*$/m, '').replace(/expires: \S+/, `expires: ${SOON}`)}\nparticipation: ${avis}\nhost: nginx\n`,
    );
    site.edit(
      '_data/polls.yaml',
      text => `- slug: train
  question: Prenez-vous le train ?
  choices: [{ slug: oui, text: Oui }, { slug: non, text: Non }]
  opens: 2014-05-01
  closes: 2099-05-01
${text}`,
    );
    await site.built({ now: NOW, images: 'when-asked' });
    const lines = await hostSnippet(site.options({ now: NOW }), 'nginx');
    assert.ok(lines.ok && lines.value !== null);
    const beside = documentedServer(publicPort, String(servicePort));
    front = await startServer('nginx', join(site.dir, '_site'), lines.value, beside);
    service = await runningService(
      {},
      {
        PARTICIPATION_SITE: front.origin,
        PARTICIPATION_LISTS: front.origin,
        PARTICIPATION_URL: avis,
        PARTICIPATION_PORT: String(servicePort),
        PARTICIPATION_PROXIES: '127.0.0.1',
      },
    );
    await service.start();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    await front?.[Symbol.asyncDispose]();
    site?.[Symbol.dispose]();
  });

  it('shows what readers wrote, with JavaScript and without, once an editor has approved it: one page is written', async () => {
    const texts = [];
    for (const hasScript of [true, false]) {
      const text = `Un avis ${hasScript ? 'avec' : 'sans'} script.`;
      texts.push(text);
      const page = await visit(ARTICLE, hasScript, `Lecteur/${hasScript}`);
      const form = page.locator('.comment-form');
      await form.scrollIntoViewIfNeeded();
      if (hasScript) await page.locator('comment-form [role=status]').waitFor({ state: 'attached' });
      await form.locator('[name=name]').fill('Jeanne');
      await form.locator('textarea').fill(text);
      // Nobody writes faster.
      if (hasScript) await page.waitForTimeout(2_100);
      await form.locator('[type=submit]').click();
      await page.getByText('Votre commentaire est bien arrivé').waitFor();
      assert.equal(new URL(page.url()).pathname, hasScript ? ARTICLE : '/participation/merci/');
      await page.context().close();

      const desk = await visit(/http:\S+/.exec(act('login'))![0], hasScript, 'Rédaction/1');
      await desk.getByRole('button', { name: 'Entrer' }).click();
      await desk.getByText(text).waitFor();
      if (hasScript) {
        // Its script may be on its way.
        const first = desk.locator('article:focus');
        while ((await first.count()) === 0) await desk.keyboard.press('j');
        await desk.keyboard.press('a');
      } else await desk.getByRole('button', { name: 'Approuver' }).click();
      await desk.getByText(text).waitFor({ state: 'detached' });
      await desk.context().close();
    }
    for (const text of texts) assert.ok(!site.page(ARTICLE).includes(text));
    act('export');
    const written = await site.writtenBy(() => site.built({ now: NOW, images: 'when-asked' }));
    assert.deepEqual(written, [ARTICLE]);
    const page = await visit(ARTICLE, false, 'Lectrice/1');
    for (const text of texts) await page.locator('.thread').getByText(text).waitFor();
    await page.context().close();
  });

  it('counts votes, with JavaScript and without, and shows them wherever the poll is, and writes nothing else', async () => {
    for (const hasScript of [true, false]) {
      const page = await visit(POLL, hasScript, `Lecteur/${hasScript}`);
      const form = page.locator('main .vote');
      if (hasScript) {
        await form.scrollIntoViewIfNeeded();
        await page.locator('main poll-vote [role=status]').waitFor({ state: 'attached' });
      }
      await form.getByLabel(hasScript ? 'Oui' : 'Non').check();
      await form.getByRole('button').click();
      await page.locator('main').getByText('Votre vote est compté. Merci').waitFor();
      assert.match(
        await page.locator('main').innerText(),
        hasScript ? /Oui\s+100\s% \(1\svote\)/ : /Non\s: 50\s% \(1\)/,
      );
      await page.context().close();
    }
    assert.match(act('export'), /Votes de 1 sondage mis à jour/);
    const written = await site.writtenBy(() => site.built({ now: NOW, images: 'when-asked' }));
    assert.ok(written.includes(POLL));
    assert.deepEqual(
      written.filter(url => !site.page(url).includes('Prenez-vous le train')),
      [],
      'the poll stands in the furniture, and these pages do not have it',
    );
    const page = await visit(POLL, false, 'Lectrice/1');
    assert.match(await page.locator('main').innerText(), /Oui\s+50\s% \(1\svote\)/);
    await page.context().close();
  });

  it('tells a reader without JavaScript in French when the service is down, who then still has the text', async () => {
    await service.end('SIGKILL');
    const page = await visit(ARTICLE, false, 'Lectrice/2');
    await page.locator('.comment-form textarea').fill('Un avis de plus.');
    await page.locator('.comment-form [type=submit]').click();
    await page.getByText('réessayez dans quelques minutes').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    await page.goBack();
    assert.equal(await page.locator('.comment-form textarea').inputValue(), 'Un avis de plus.');
    await page.context().close();
  });
});
