// Whatever readers write, and wherever a page shows it: nothing of it runs, loads or becomes markup, even without the policy that would stop it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { exportComments } from '../../src/participation/export-comments.ts';
import { foreignComments } from '../../src/participation/foreign-comments.ts';
import { importComments } from '../../src/participation/import-comments.ts';
import { givePass } from '../../src/participation/moderation-pass.ts';
import { type Served, serveService } from '../../src/participation/serve.ts';
import { participationService } from '../../src/participation/service.ts';
import { readSettings, type Settings } from '../../src/participation/settings.ts';
import { siteLists } from '../../src/participation/site-lists.ts';
import { openSqlite } from '../../src/participation/store/sqlite-database.ts';
import { openStore, type Store } from '../../src/participation/store/store.ts';
import { HOUR } from '../../src/time/durations.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from '../mini-site.ts';
import { HOSTILE_MARKUP, naughtyWords } from '../participation/hostile-words.ts';
import { chromiumMissing, launchChromium } from './chromium.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

const PORT = '/chine/2014/05/20/port.html';
/** As editors write signs that a line of text may not hold by itself. */
const IN_A_LINE = (words: string): string => words.replace(/[<>"'&;/]/g, '\\$&');
const HARMLESS = 'Quel beau port.';

interface Visit {
  readonly page: Page;
  /** What was opened, asked for or run: each a line. */
  readonly sprung: string[];
}

let site: MiniSite;
let pages: StaticServer;
let service: Served;
let origin: string;
let store: Store;
let browser: Browser;
let context: BrowserContext;
let now = Date.parse(AFTERNOON);
let settings: Settings;

/** A page without any policy, of which everything is told that only markup of others could do. */
async function visit(url: string): Promise<Visit> {
  const page = await context.newPage();
  const sprung: string[] = [];
  page.on('dialog', dialog => {
    sprung.push(`dialog: ${dialog.message()}`);
    // A page that is left takes its dialog along.
    dialog.dismiss().catch(() => {});
  });
  page.on('request', request => {
    const asked = request.url();
    const isOwn = asked.startsWith(pages.origin) || asked.startsWith(origin) || /^(?:data|blob):/.test(asked);
    if (!isOwn) sprung.push(`asked for: ${asked}`);
  });
  page.on('response', response => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      sprung.push(`not there: ${response.url()}`);
  });
  page.on('pageerror', error => sprung.push(`error: ${error.message}`));
  await page.goto(url);
  return { page, sprung };
}

/** What pages of ours are made of where readers' words stand; none of it runs or loads anything. */
const OUR_ELEMENTS =
  /^(?:main|nav|article|section|div|blockquote|details|summary|h1|h2|h3|p|ol|ul|li|table|thead|tbody|tr|th|td|a|span|strong|mark|time|form|label|input|textarea|button|svg|use|rect)$/;
const OUR_ATTRIBUTES =
  /^(?:id|class|dir|href|rel|datetime|action|method|name|type|value|for|rows|cols|scope|maxlength|tabindex|role|hidden|width|height|data-[a-z-]+|aria-[a-z]+)$/;

/** All elements below one are such as ours, and none leads to code. */
async function assertOurs(page: Page, selector: string): Promise<void> {
  const found = await page.locator(selector).evaluateAll(elements =>
    elements.flatMap(element =>
      [...element.querySelectorAll('*')].map(each => ({
        tag: each.tagName.toLowerCase(),
        attributes: [...each.attributes].map(({ name, value }) => ({ name, value })),
      })),
    ),
  );
  assert.ok(found.length > 0, selector);
  const strange = found.filter(
    ({ tag, attributes }) =>
      !OUR_ELEMENTS.test(tag) ||
      attributes.some(
        ({ name, value }) =>
          !OUR_ATTRIBUTES.test(name) ||
          (/^(?:href|action)$/.test(name) && !/^(?:https?:\/\/127\.0\.0\.1:\d+\/|\/(?!\/)|\?|#)/.test(value)),
      ),
  );
  assert.deepEqual(strange, []);
}

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function sendComment(fields: Readonly<Record<string, string>>): Promise<number> {
  // Late enough for the limits.
  now += HOUR;
  const answer = await fetch(`${origin}/commentaires`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: settings.site, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ article: PORT, ...fields }),
  });
  await answer.body?.cancel();
  return answer.status;
}

describe('hostile words', { skip: chromiumMissing() }, () => {
  const words = [...HOSTILE_MARKUP, ...naughtyWords()];

  before(async () => {
    const vector = '<img src=x onerror=alert(1)>';
    site = miniSite({
      'content/articles/2014/05/port.md': article({ title: IN_A_LINE(`Le port ${vector}`) }),
      'content/articles/2014/05/gare.md': article({ title: 'La gare' }),
    });
    browser = await launchChromium();
    pages = await serveFolder(join(site.dir, '_site'));
    const read = readSettings({ PARTICIPATION_SITE: pages.origin, PARTICIPATION_URL: 'http://127.0.0.1:1' });
    assert.ok(read.ok);
    store = await openStore(openSqlite(join(site.dir, 'avis.sqlite')));
    settings = read.settings;
    const clock = (): number => now;
    const lists = siteLists(pages.origin, clock);
    // Its own address is known when it is served.
    let handle: ReturnType<typeof participationService>;
    service = await serveService((...asked) => handle(...asked), { host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${service.port}`;
    settings = { ...settings, origin };
    handle = participationService({ settings, store, lists, now: clock, log: () => {} });
    const choices = [vector, '"><svg onload=alert(2)>'].map((text, at) => ({
      slug: `choix-${at}`,
      text: IN_A_LINE(text),
    }));
    const question = IN_A_LINE(`Le train ${vector} ?`);
    const poll = { slug: 'train', question, choices, opens: '2014-05-20', closes: '2099-05-21' };
    site.write('_data/polls.yaml', JSON.stringify([poll]));
    site.edit('_data/site.yaml', text => `${text}participation: ${origin}\n`);
    await site.built();
    context = await browser.newContext({ bypassCSP: true });
    context.setDefaultTimeout(20_000);
    // Nothing leaves this machine, whatever is asked for.
    await context.route(/^[a-z]+:\/\/[^/]*attaque\.invalid/, route => route.abort());
  });
  after(async () => {
    await browser?.close();
    await service?.close();
    await store?.close();
    await pages?.[Symbol.asyncDispose]();
    site?.[Symbol.dispose]();
  });

  it('do run where nobody escapes them, so that this test would see it', async () => {
    const { page, sprung } = await visit(`${pages.origin}/participation/merci/`);
    const marked = HOSTILE_MARKUP.map((markup, at) =>
      markup.replaceAll('alert(1)', `alert(${at})`).replaceAll('attaque.invalid', `${at}.attaque.invalid`),
    );
    await page.evaluate(texts => {
      for (const text of texts) {
        const frame = document.createElement('iframe');
        frame.srcdoc = `<!DOCTYPE html><p class="comment-text">${text}</p>`;
        document.body.append(frame);
      }
    }, marked);
    const which = (): number =>
      new Set(sprung.flatMap(line => /^dialog: (\d+)$|\/(\d+)\.attaque/.exec(line)?.slice(1).join('') ?? []))
        .size;
    for (let tries = 0; which() <= 40 && tries < 200; tries++) await page.waitForTimeout(50);
    assert.ok(which() > 40, `${which()} of ${marked.length} did something`);
    await page.close();
  });

  it('of comments wait in moderation as words, in every field, and are words in its journal of decisions', async () => {
    assert.equal(await sendComment({ name: 'Jeanne', text: HARMLESS }), 303);
    let taken = 1;
    // All of them come in by an import.
    const some = [...HOSTILE_MARKUP, ...naughtyWords().filter((_, at) => at % 4 === 0)];
    for (const [at, each] of some.entries()) {
      const status = await sendComment({ name: each.slice(0, 60), text: `${each} ${at}` });
      assert.ok([303, 422].includes(status), `${status}: ${each}`);
      if (status === 303) taken += 1;
    }
    const waiting = await store.comments('pending');
    assert.equal(waiting.length, taken);
    // What is refused has more than three links, or too long a name in its signs.
    assert.ok(taken > some.length - 10, `${taken} of ${some.length}`);

    const link = await givePass(store, 'link', now);
    const entrance = await visit(`${origin}/moderation/entrer?lien=${link}`);
    await entrance.page.getByRole('button', { name: 'Entrer' }).click();
    await entrance.page.locator('article').first().waitFor();
    assert.deepEqual(entrance.sprung, []);
    await entrance.page.close();
    for (let seen = 0; seen < taken; seen += 50) {
      const { page, sprung } = await visit(`${origin}/moderation`);
      const shown = await page
        .locator('article')
        .evaluateAll(articles =>
          articles.map(each => [
            each.querySelector('h2')!.textContent,
            each.querySelector('.text')!.textContent,
            each.querySelector('a')!.textContent,
          ]),
        );
      const expected = waiting.slice(seen, seen + 50);
      for (const [at, { name, text, title }] of expected.entries())
        assert.deepEqual(
          shown[at]!.map(one => bare(one!)),
          [name ?? 'Anonyme', text, title].map(bare),
        );
      await assertOurs(page, 'article');
      assert.deepEqual(sprung, []);
      await page.close();
      for (const { id } of expected) await store.decide(id, { status: 'approved', who: 'essai', at: now });
    }
  });

  it('of comments stand under an article as readers wrote them, exported or imported, and nothing else does', async () => {
    await exportComments(store, join(site.dir, 'content'));
    const fromRight = ['date: 2014-05-20T07:00', 'name: דוד', 'text: שלום עולם!', ''].join('\n');
    site.write('content/comments/2014/05/gare/de-droite.yaml', fromRight);
    // A text of XML can't hold `]]>` in one piece, nor characters that no XML has.
    const data = (text: string): string =>
      `<![CDATA[${text.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    const wordPress = words
      .map(
        (each, at) =>
          `<wp:comment><wp:comment_id>${at}</wp:comment_id><wp:comment_approved>1</wp:comment_approved><wp:comment_date_gmt>2014-05-20 06:00:00</wp:comment_date_gmt><wp:comment_author>${data(each)}</wp:comment_author><wp:comment_content>${data(each)}</wp:comment_content></wp:comment>`,
      )
      .join('');
    const disqus = words
      .map(
        (each, at) =>
          `<post dsq:id="${at}"><message>${data(each)}</message><createdAt>2014-05-20T05:00:00Z</createdAt><author><name>${data(each)}</name></author><thread dsq:id="7"/></post>`,
      )
      .join('');
    for (const xml of [
      `<rss xmlns:wp="w"><channel><item><wp:post_name>gare</wp:post_name>${wordPress}</item></channel></rss>`,
      `<disqus xmlns:dsq="d"><thread dsq:id="7"><link>https://exemple.fr/gare.html</link></thread>${disqus}</disqus>`,
    ])
      assert.ok((await importComments(foreignComments(xml)!, join(site.dir, 'content'))).written > 400);
    await site.built();
    const approved = await store.comments('approved');
    for (const url of [PORT, PORT.replace('port', 'gare')]) {
      const { page, sprung } = await visit(pages.origin + url);
      // Elements of ours, and readers who come near all of them.
      await page.locator('.comment-form').scrollIntoViewIfNeeded();
      await page.locator('comment-form [role=status]').waitFor({ state: 'attached' });
      await assertOurs(page, '.thread');
      if (url === PORT) {
        const shown = await page
          .locator('.thread > li')
          .evaluateAll(items =>
            items.map(item => [
              item.querySelector('strong')!.textContent,
              [...item.querySelectorAll('.comment-text')].map(text => text.textContent).join(' '),
            ]),
          );
        const expected = approved.map(({ name, text }) => [name ?? 'Anonyme', text].map(bare).join(' — '));
        assert.deepEqual(
          shown.map(parts => parts.map(part => bare(part!)).join(' — ')).sort(),
          expected.sort(),
        );
      }
      if (url !== PORT) {
        // A name from right to left leaves the date where it is, and such a text begins at the right.
        const item = page.locator('.thread > li').filter({ hasText: 'דוד' });
        const [name, time] = [
          await item.locator('strong').boundingBox(),
          await item.locator('time').boundingBox(),
        ];
        assert.ok(name!.x + name!.width <= time!.x, 'the date follows the name');
        const side = await item
          .locator('.comment-text')
          .evaluate(element => getComputedStyle(element).direction);
        assert.equal(side, 'rtl');
      }
      assert.deepEqual(sprung, []);
      await page.close();
    }
  });

  it('of polls and headlines are words on the page, among the answers that its code writes, and on pages of the service', async () => {
    const { page, sprung } = await visit(`${pages.origin}/sondages/train/`);
    const form = page.locator('main .vote');
    await form.scrollIntoViewIfNeeded();
    await page.locator('main poll-vote [role=status]').waitFor({ state: 'attached' });
    await form.locator('[name=choice]').first().check();
    await form.getByRole('button').click();
    const answers = page.locator('main .answers');
    await answers.waitFor();
    assert.ok((await answers.innerText()).includes('<img src=x onerror=alert(1)>'));
    await assertOurs(page, 'main .answers');
    assert.deepEqual(sprung, []);
    await page.close();

    const results = await visit(`${origin}/sondages/train/`);
    const text = await results.page.locator('main').innerText();
    assert.ok(text.includes('Le train <img src=x onerror=alert(1)>'), text);
    await assertOurs(results.page, 'main');
    assert.deepEqual(results.sprung, []);
    await results.page.close();
  });

  it('in an address are words on every page of the service, or not shown', async () => {
    const all = HOSTILE_MARKUP.join(' ').replaceAll('\u0000', '').slice(0, 3_500);
    const typed = encodeURIComponent(all);
    for (const path of [
      `/moderation?article=${typed}`,
      `/moderation?statut=${typed}&fait=${typed}`,
      `/moderation/entrer?lien=${typed}`,
      `/sondages/train/?token=${typed}`,
      `/sondages/${typed}/`,
      `/${typed}`,
    ]) {
      const { page, sprung } = await visit(origin + path);
      await assertOurs(page, 'body');
      assert.deepEqual(sprung, [], path);
      await page.close();
    }
    // What a form says of its article comes back on the page that refuses it.
    for (const fields of [{ article: all }, { article: `${PORT}?${all}` }]) {
      const answer = await fetch(`${origin}/commentaires`, {
        method: 'POST',
        headers: { origin: settings.site, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ text: 'Bien.', ...fields }),
      });
      assert.equal(answer.status, 404);
      assert.ok(!(await answer.text()).includes('attaque.invalid'));
    }
  });
});
