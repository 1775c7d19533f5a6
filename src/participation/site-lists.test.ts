import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { MINUTE } from '../time/durations.ts';
import { siteLists } from './site-lists.ts';

const PORT = '/chine/2014/05/20/port.html';
const ROWS = JSON.stringify([[PORT, '2014/05/port', 'Le port']]);

/** A site whose answers a test sets, and what it was asked. */
function site() {
  const state = { now: 0, asked: [] as string[], answer: (_url: string): Response => new Response(ROWS) };
  const get = (async (url: string) => {
    state.asked.push(url);
    return state.answer(url);
  }) as typeof fetch;
  return { state, lists: siteLists('https://exemple.fr/journal', () => state.now, { get }) };
}

/** The lists of a site that answers over the network of this machine. */
async function siteByNetwork(answer: RequestListener, options: { readonly patience?: number } = {}) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    lists: siteLists(`http://127.0.0.1:${port}`, () => 0, options),
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('the lists of a site', () => {
  it('say of an article where its file is, and ask for its month once a minute', async () => {
    const { state, lists } = site();
    const found = { file: '2014/05/port', title: 'Le port', closes: null };
    assert.deepEqual(await lists.article(PORT), found);
    assert.equal(await lists.article('/chine/2014/05/21/gare.html'), null);
    assert.deepEqual(state.asked, ['https://exemple.fr/journal/participation/2014-05.json']);
    state.now = MINUTE;
    await Promise.all([lists.article(PORT), lists.article(PORT)]);
    assert.equal(state.asked.length, 2);
  });

  it('say until when an article takes comments, where that ends', async () => {
    const { state, lists } = site();
    state.answer = () => new Response(JSON.stringify([[PORT, '2014/05/port', 'Le port', 1_400_000_000_000]]));
    assert.equal((await lists.article(PORT))!.closes, 1_400_000_000_000);
  });

  it('are never asked for what is no address of an article', async () => {
    const { state, lists } = site();
    for (const address of [
      '',
      '/',
      '/../2014/05/20/a.html',
      '/chine/2014/13/20/a.html',
      '//x/2014/05/20/a.html',
      '/chine/2014/05/20/a.html?x',
    ])
      assert.equal(await lists.article(address), null, address);
    assert.deepEqual(state.asked, []);
  });

  it('that are not there are lists without articles', async () => {
    const { state, lists } = site();
    state.answer = () => new Response('', { status: 404 });
    assert.equal(await lists.article(PORT), null);
  });

  it('count for an hour when the site does not answer, or answers with something else', async () => {
    const { state, lists } = site();
    await lists.article(PORT);
    for (const broken of [
      () => new Response('', { status: 500 }),
      () => new Response('<html>'),
      () => new Response('{"a":1}'),
      (): Response => {
        throw new TypeError('fetch failed');
      },
    ]) {
      state.answer = broken;
      state.now += 2 * MINUTE;
      assert.ok(await lists.article(PORT));
    }
    state.now += 60 * MINUTE;
    await assert.rejects(lists.article(PORT));
  });

  it('are not read to the end when they have none', async () => {
    const { state, lists } = site();
    const endless = new ReadableStream({
      pull: controller => controller.enqueue(new Uint8Array(1024 * 1024)),
    });
    state.answer = () => new Response(endless);
    await assert.rejects(lists.article(PORT), /more than/);
  });

  it('are kept for some months only, however many somebody names', async () => {
    const { state, lists } = site();
    const months = Array.from({ length: 30 }, (_, year) => `/chine/${1990 + year}/05/20/port.html`);
    for (const address of months) await lists.article(address);
    await lists.article(months.at(-1)!);
    assert.equal(state.asked.length, 30);
    await lists.article(months[0]!);
    assert.equal(state.asked.length, 31);
  });

  it('are not sought where the site sends whoever asks: that may be a machine which is nobody’s business', async () => {
    using site = await siteByNetwork(({ url }, response) => {
      if (url === '/ailleurs') response.end(ROWS);
      else response.writeHead(302, { location: '/ailleurs' }).end();
    });
    await assert.rejects(site.lists.article(PORT), TypeError);
  });

  it('are not waited for when the site takes the question and says nothing', async () => {
    using site = await siteByNetwork(() => {}, { patience: 50 });
    await assert.rejects(site.lists.article(PORT), { name: 'TimeoutError' });
  });
});
