// What keeps the service standing when much comes, comes slowly, comes at strange hours or does not come to its end: each has a guard, and here each guard is missed.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { givePass } from '../../src/participation/moderation-pass.ts';
import { serveService } from '../../src/participation/serve.ts';
import { voteToken } from '../../src/participation/vote-token.ts';
import { DAY, HOUR, MINUTE } from '../../src/time/durations.ts';
import { BULLET, SERVICE, SITE_ORIGIN, serviceUnderTest } from './service-under-test.ts';

const FORM = 'application/x-www-form-urlencoded';

describe('10,000 posts from one network', () => {
  it('leave five comments and no more than a few lines, while others are heard', async () => {
    await using service = await serviceUnderTest();
    const send = async (at: number, from: string) => {
      const answer = await service.comment({ name: `Robot ${at}`, text: `Avis ${at}.` }, { from });
      await answer.arrayBuffer();
      return answer.status;
    };
    await send(0, '203.0.113.1');
    const before = process.memoryUsage().rss;
    const statuses = new Map<number, number>();
    for (let at = 1; at < 10_000; at++) {
      const status = await send(at, `203.0.113.${at % 256}`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (at % 2_500 === 0) assert.equal(await send(at, `198.51.${at / 2_500}.1`), 303);
    }
    assert.deepEqual(Object.fromEntries(statuses), { 303: 4, 429: 9_995 });
    assert.equal((await service.store.comments('pending')).length, 5 + 3);
    const file = new DatabaseSync(join(service.dir, 'avis.sqlite'), { readOnly: true });
    const rowsOf = (table: string): number =>
      Number(file.prepare(`SELECT count(*) AS count FROM ${table}`).get()!.count);
    // Two buckets for each network, and one for the article.
    assert.deepEqual([rowsOf('buckets'), rowsOf('audit')], [2 * 4 + 1, 0]);
    file.close();
    const grown = (process.memoryUsage().rss - before) / 1e6;
    assert.ok(grown < 150, `${grown} MB more`);
  });

  it('that are all mistakes are not even read after the first sixty', async () => {
    await using service = await serviceUnderTest();
    const statuses: number[] = [];
    for (let at = 0; at < 70; at++) statuses.push((await service.comment({ text: '' })).status);
    assert.deepEqual([statuses[59], statuses[60], statuses[69]], [422, 429, 429]);
    const votes: number[] = [];
    for (let at = 0; at < 70; at++)
      votes.push((await service.form('/sondages/train/', { choice: 'aucun' }, { from: '192.0.9.1' })).status);
    assert.deepEqual([votes[59], votes[60]], [422, 429]);
    service.now += MINUTE;
    assert.equal((await service.comment()).status, 303);
  });
});

describe('a body', () => {
  it('that says itself that it is too long is not read', async () => {
    await using service = await serviceUnderTest();
    let pulled = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(16).fill(97));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': FORM, 'content-length': '50000', origin: SITE_ORIGIN };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    assert.deepEqual([(await service.send('/commentaires', init)).status, pulled], [413, 0]);
  });
});

describe('a connection', () => {
  const handle = async (request: Request) => new Response(await request.text());

  it('that never ends its headers is closed', async () => {
    const served = await serveService(handle, { host: '127.0.0.1', port: 0 }, { requestTime: 400 });
    const socket = connect(served.port, '127.0.0.1');
    const closed = new Promise(resolve => socket.once('close', resolve));
    // Whoever writes on is cut off.
    socket.on('error', () => {});
    socket.resume();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
    const dripping = setInterval(() => socket.write('X-A: b\r\n'), 50);
    await closed;
    clearInterval(dripping);
    await served.close();
  });

  it('with more headers than a browser has is refused', async () => {
    const served = await serveService(handle, { host: '127.0.0.1', port: 0 });
    const answer = await fetch(`http://127.0.0.1:${served.port}/`, {
      headers: { 'x-a': 'b'.repeat(17_000) },
    });
    assert.equal(answer.status, 431);
    await served.close();
  });
});

describe('every answer', () => {
  it('tells browsers to guess no type, to tell other sites nothing, and to come by TLS alone', async () => {
    await using service = await serviceUnderTest();
    for (const path of [
      '/',
      '/sante',
      '/moderation',
      '/sondages/train/',
      '/sondages/train/votes.json',
      '/pages.css',
    ]) {
      const { headers } = await service.send(path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'same-origin', path);
      assert.match(headers.get('strict-transport-security')!, /^max-age=\d{8}$/, path);
    }
    for (const path of ['/', '/moderation', '/sondages/train/']) {
      const { headers } = await service.send(path);
      assert.equal(headers.get('cache-control'), 'no-store', path);
      assert.match(
        headers.get('content-security-policy')!,
        /default-src 'none';.*base-uri 'none'; frame-ancestors 'none'; form-action '(?:none|self)'/,
        path,
      );
    }
  });
});

describe('a link to moderation', () => {
  it('that a page of another site sends opens nothing, and stays good', async () => {
    await using service = await serviceUnderTest();
    const lien = await givePass(service.store, 'link', service.now);
    const enter = async (origin: string) =>
      (await service.form('/moderation/entrer', { lien }, { headers: { origin } })).status;
    assert.deepEqual([await enter(SITE_ORIGIN), await enter('null')], [403, 403]);
    assert.equal(await enter(SERVICE), 303);
  });
});

describe('a token of a vote', () => {
  it('is of its own poll alone, however often it is shown', async () => {
    await using service = await serviceUnderTest();
    service.polls.set('avion', { ...BULLET, slug: 'avion', results: 'voted' });
    const [own, other] = [await voteToken(service.store, 'avion'), await voteToken(service.store, 'train')];
    const seen = async (token: string) =>
      ((await (await service.send(`/sondages/avion/votes.json?token=${token}`)).json()) as { votes: unknown })
        .votes;
    assert.deepEqual(await seen(own), { oui: 0, non: 0 });
    assert.equal(await seen(other), null);
    const vote = { choice: 'oui', token: other };
    assert.equal((await service.form('/sondages/avion/', vote)).status, 303);
    assert.equal((await service.form('/sondages/train/', vote, { from: '198.51.1.1' })).status, 409);
  });
});

describe('a clock that jumps', () => {
  it('back or far ahead gives no reader more than their share, and keeps none waiting once it is right again', async () => {
    await using service = await serviceUnderTest();
    const begun = service.now;
    for (let at = 0; at < 5; at++) await service.comment({ text: `Avis ${at}.` });
    assert.equal((await service.comment({ text: 'Un de trop.' })).status, 429);
    // Back: buckets fill again only when the clock is where it was.
    service.now = begun - 2 * HOUR;
    assert.equal((await service.comment({ text: 'Encore un.' })).status, 429);
    service.now = begun + MINUTE;
    assert.equal((await service.comment({ text: 'Le suivant.' })).status, 303);
    // Ahead by years for a moment, with what is tidied then; and right again.
    service.now = begun + 3_000 * DAY;
    await service.store.tidy(service.now);
    assert.equal((await service.comment({ text: 'Du futur.' }, { from: '198.51.7.1' })).status, 303);
    service.now = begun + 2 * MINUTE;
    assert.equal((await service.comment({ text: 'De retour.' })).status, 303);
    assert.equal((await service.store.comments('pending')).length, 8);
  });
});

describe('what is kept', () => {
  it('of limits, sessions and decisions goes in its time', async () => {
    await using service = await serviceUnderTest();
    await service.comment();
    const [comment] = await service.store.comments('pending');
    await service.store.decide(comment!.id, { status: 'approved', who: 'essai', at: service.now });
    const ends = service.now + HOUR;
    await service.store.addPass({ kind: 'session', id: 'a', token: 'b', ends, passkey: null });
    const counts = (): readonly number[] => {
      const file = new DatabaseSync(join(service.dir, 'avis.sqlite'), { readOnly: true });
      const found = ['buckets', 'sessions', 'audit'].map(table =>
        Number(file.prepare(`SELECT count(*) AS count FROM ${table}`).get()!.count),
      );
      file.close();
      return found;
    };
    const tidied = async (later: number) => {
      await service.store.tidy(service.now + later);
      return counts();
    };
    assert.deepEqual(counts(), [3, 1, 1]);
    assert.deepEqual(await tidied(HOUR), [3, 1, 1]);
    assert.deepEqual(await tidied(HOUR + 1), [3, 0, 1]);
    assert.deepEqual(await tidied(DAY + 1), [0, 0, 1]);
    assert.deepEqual(await tidied(365 * DAY), [0, 0, 1]);
    assert.deepEqual(await tidied(365 * DAY + 1), [0, 0, 0]);
  });

  it('by a log of failures says nothing of what was asked or written', async () => {
    await using service = await serviceUnderTest();
    const file = new DatabaseSync(join(service.dir, 'avis.sqlite'));
    file.exec('DROP TABLE comments');
    file.close();
    const answer = await service.comment({ text: 'Un secret.' }, { from: '203.0.113.9' });
    assert.equal(answer.status, 500);
    const lines = JSON.stringify(service.log);
    assert.match(lines, /"event":"failure","what":"\/commentaires"/);
    assert.doesNotMatch(lines, /secret|203\.0|port|Jeanne|INSERT|SELECT|table/);
    await service.send('/moderation/x?nom=Jeanne');
    await service.send('/Jeanne');
    assert.doesNotMatch(JSON.stringify(service.log), /Jeanne/);
  });
});
