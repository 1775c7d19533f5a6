// The page of moderation: who gets in, what they can do, and what nobody can make them do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { givePass } from '../../src/participation/moderation-pass.ts';
import { HOUR, MINUTE } from '../../src/time/durations.ts';
import { SITE_ORIGIN, serviceUnderTest } from './service-under-test.ts';
import { OWN, pageOf, signIn } from './signed-in.ts';

/** A service with one comment that waits. */
async function withComment(environment = {}) {
  const service = await serviceUnderTest(environment);
  await service.comment({ name: '<b>Jeanne</b>', text: 'Une <img src=x onerror=alert(1)> arnaque.' });
  const id = (await service.store.comments('pending'))[0]!.id;
  return { service, id };
}

describe('a link to moderation', () => {
  it('opens a session once, in a quarter of an hour, by a button and not by being looked at', async () => {
    await using service = await serviceUnderTest();
    const lien = await givePass(service.store, 'link', service.now);
    for (const _ of [1, 2]) {
      const looked = await service.send(`/moderation/entrer?lien=${lien}`);
      assert.equal(looked.headers.get('set-cookie'), null);
    }
    const enter = () => service.form('/moderation/entrer', { lien }, { headers: OWN });
    const cookie = (await enter()).headers.get('set-cookie')!;
    assert.match(
      cookie,
      /^__Host-moderation=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/,
    );
    assert.equal((await enter()).status, 403);
    const late = await givePass(service.store, 'link', service.now);
    service.now += 15 * MINUTE;
    assert.equal((await service.form('/moderation/entrer', { lien: late }, { headers: OWN })).status, 403);
  });

  it('is not guessed: few are tried', async () => {
    await using service = await serviceUnderTest();
    const statuses = [];
    for (let at = 0; at < 12; at++)
      statuses.push(
        (await service.form('/moderation/entrer', { lien: `essai${at}` }, { headers: OWN })).status,
      );
    assert.deepEqual([statuses[9], statuses[10]], [403, 429]);
  });

  it('is not found in the database, nor is a session', async () => {
    await using service = await serviceUnderTest();
    const lien = await givePass(service.store, 'link', service.now);
    const { cookie } = await signIn(service);
    const copy = join(service.dir, 'copie.sqlite');
    await service.store.backup(copy);
    for (const secret of [lien, cookie!.split('=')[1]!]) assert.ok(!readFileSync(copy).includes(secret));
  });
});

describe('the page of moderation', () => {
  it('shows nothing to whoever has no session, or had one', async () => {
    const { service } = await withComment();
    await using _ = service;
    for (const headers of [
      {},
      { cookie: '__Host-moderation=' },
      { cookie: `__Host-moderation=${'a'.repeat(43)}` },
    ])
      for (const path of ['/moderation', '/moderation/journal', '/moderation?statut=refuses']) {
        const { status, text } = await pageOf(service, headers, path);
        assert.equal(status, 403);
        assert.doesNotMatch(text, /Jeanne|arnaque/);
      }
    const headers = await signIn(service);
    assert.equal((await pageOf(service, headers)).status, 200);
    service.now += 12 * HOUR;
    assert.equal((await pageOf(service, headers)).status, 403);
  });

  it('shows what waits as text, marks the newsroom’s words, and lets nothing of it run', async () => {
    const { service } = await withComment({ PARTICIPATION_WORDS: 'arnaque, escroc' });
    await using _ = service;
    const { text, headers } = await pageOf(service, await signIn(service));
    assert.match(text, /&lt;b&gt;Jeanne&lt;\/b&gt;/);
    assert.match(text, /Une &lt;img src=x onerror=alert\(1\)&gt; <mark>arnaque<\/mark>\./);
    assert.doesNotMatch(text, /<img|<b>/);
    assert.match(
      headers.get('content-security-policy')!,
      /default-src 'none'.*frame-ancestors 'none'.*script-src 'self'$/,
    );
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  it('approves, refuses, takes back, and writes down each', async () => {
    const { service, id } = await withComment();
    await using _ = service;
    const headers = await signIn(service);
    const { token } = await pageOf(service, headers);
    const act = async (name: string) => {
      const answer = await service.form('/moderation', { act: name, id, token }, { headers });
      assert.equal(answer.status, 303);
      return (await service.store.comment(id))!.status;
    };
    assert.equal(await act('approve'), 'approved');
    assert.match((await pageOf(service, headers, `/moderation?fait=${id}`)).text, /: approuvé\.<\/p> <form/);
    assert.equal(await act('undo'), 'pending');
    assert.equal(await act('refuse'), 'refused');
    assert.match((await pageOf(service, headers, '/moderation?statut=refuses')).text, /1 commentaire refusé/);
    const { text } = await pageOf(service, headers, '/moderation/journal');
    assert.deepEqual([...text.matchAll(/<td>moderation<\/td><td>([^<]+)</g)].map(([, what]) => what).sort(), [
      'approuvé',
      'refusé',
      'remis en attente',
    ]);
  });

  it('shows what an answer answers to, whatever became of it', async () => {
    const { service, id } = await withComment();
    await using _ = service;
    const headers = await signIn(service);
    const decide = (status: 'approved' | 'refused') =>
      service.store.decide(id, { status, who: 'essai', at: service.now });
    await decide('approved');
    await service.comment({ replyTo: id, text: 'Je réponds.' });
    await service.comment({ replyTo: '0001', text: 'À la main.' });
    const seen = async () => (await pageOf(service, headers)).text;
    assert.match(
      await seen(),
      /<blockquote><p class="note">En réponse à \u2068&lt;b&gt;Jeanne&lt;\/b&gt;\u2069\u00a0:<\/p>\n<p class="text" dir="auto">Une &lt;img/,
    );
    assert.match(await seen(), /ne connaît pas \(0001\)/);
    await decide('refused');
    assert.match(await seen(), /\(refusé\)\u00a0:/);
  });

  it('shows the comments of one article alone', async () => {
    const { service } = await withComment();
    await using _ = service;
    const other = '/sport/2014/05/20/but.html';
    service.articles.set(other, { file: 'but', title: 'Le but', closes: null });
    await service.comment({ article: other, text: 'Quel but !' });
    const { text } = await pageOf(
      service,
      await signIn(service),
      `/moderation?article=${encodeURIComponent(other)}`,
    );
    assert.match(text, /Quel but/);
    assert.doesNotMatch(text, /arnaque/);
  });

  it('does nothing for a form of another page: without its token, with another session’s, from the site, or by a link', async () => {
    const { service, id } = await withComment();
    await using _ = service;
    const headers = await signIn(service);
    const others = await pageOf(service, await signIn(service));
    const { token } = await pageOf(service, headers);
    const fields = { act: 'approve', id, token };
    for (const [form, sent] of [
      [{ act: 'approve', id }, headers],
      [{ ...fields, token: 'a' }, headers],
      [{ ...fields, token: others.token }, headers],
      [fields, { ...headers, origin: SITE_ORIGIN }],
      [fields, { ...headers, origin: 'null' }],
      [fields, OWN],
    ] as const)
      assert.equal((await service.form('/moderation', form, { headers: sent })).status, 403);
    await service.send(`/moderation?${new URLSearchParams(fields)}`, { headers });
    for (const wrong of [
      { ...fields, act: 'constructor' },
      { ...fields, id: `${id}' OR 1=1` },
      { ...fields, id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
    ])
      assert.equal((await service.form('/moderation', wrong, { headers })).status, 400);
    assert.equal((await service.store.comment(id))!.status, 'pending');
  });

  it('is left for good', async () => {
    const { service } = await withComment();
    await using _ = service;
    const headers = await signIn(service);
    const { token } = await pageOf(service, headers);
    await service.form('/moderation', { act: 'leave', token }, { headers });
    assert.equal((await pageOf(service, headers)).status, 403);
  });
});
