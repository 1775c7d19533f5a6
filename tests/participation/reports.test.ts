// What readers tell the newsroom of a published comment, and what editors do with it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DAY } from '../../src/time/durations.ts';
import { ARTICLE, SERVICE, SITE, SITE_ORIGIN, serviceUnderTest } from './service-under-test.ts';
import { pageOf, signIn } from './signed-in.ts';

/** A service with a published comment. */
async function withPublished() {
  const service = await serviceUnderTest();
  await service.comment({ name: 'Jeanne', text: 'Un <b>avis</b> fâcheux.' });
  const { id } = (await service.store.comments('pending'))[0]!;
  const decide = (status: 'approved' | 'refused') =>
    service.store.decide(id, { status, who: 'essai', at: service.now });
  await decide('approved');
  const report = (fields: Readonly<Record<string, string>> = {}, more = {}) =>
    service.form(
      '/signaler',
      { article: ARTICLE, commentaire: id, motif: 'hate', remarque: '', ...fields },
      { headers: { origin: SERVICE, ...more }, ...more },
    );
  const look = (query: string) => service.send(`/signaler?${query}`);
  return { service, id, decide, report, look };
}

describe('a reader who reports a comment', () => {
  it('sees its words and the reasons on a page without script, sends a form, and is thanked', async () => {
    const { service, id, report, look } = await withPublished();
    await using _ = service;
    const page = await look(`article=${ARTICLE}&commentaire=${id}`);
    const text = await page.text();
    assert.match(text, /Un &lt;b&gt;avis&lt;\/b&gt; fâcheux\./);
    assert.match(text, /<input type="radio" name="motif" value="hate" required>/);
    assert.doesNotMatch(text, /<script/);
    assert.match(page.headers.get('content-security-policy')!, /^default-src 'none'.*form-action 'self'$/);
    const answer = await report({ remarque: 'Voyez\u202e la fin.' });
    assert.equal(answer.status, 303);
    const thanks = await service.send(answer.headers.get('location')!);
    assert.match(await thanks.text(), new RegExp(`bien arrivé[\\s\\S]*href="${SITE}${ARTICLE}"`));
    const [reported, ...others] = await service.store.reported();
    assert.deepEqual(others, []);
    assert.deepEqual(reported, {
      comment: id,
      article: ARTICLE,
      file: '2014/05/port',
      title: 'Le port',
      reports: [{ reason: 'hate', remark: 'Voyez la fin.', at: service.now }],
    });
  });

  it('counts once; another one counts too', async () => {
    const { service, report } = await withPublished();
    await using _ = service;
    for (const motif of ['hate', 'advert']) assert.equal((await report({ motif })).status, 303);
    await report({}, { from: '198.51.100.9' });
    assert.equal((await service.store.reported())[0]!.reports.length, 2);
  });

  it('may report five comments at once, then has to wait', async () => {
    const { service, report } = await withPublished();
    await using _ = service;
    const statuses = [];
    for (let at = 0; at < 6; at++) statuses.push((await report({ commentaire: `000${at}` })).status);
    assert.deepEqual(statuses, [303, 303, 303, 303, 303, 429]);
  });

  it('is one of two hundred, wherever they are: more at once are for nobody to read', async () => {
    const { service, report } = await withPublished();
    await using _ = service;
    let taken = 0;
    for (let network = 0; network < 41; network++)
      for (let at = 0; at < 5; at++) {
        const { status } = await report({ commentaire: `000${at}` }, { from: `198.51.${network}.9` });
        if (status === 303) taken++;
        else assert.equal(status, 429);
      }
    assert.equal(taken, 200);
    service.now += 30_000;
    assert.equal((await report({}, { from: '203.0.113.9' })).status, 303);
  });

  it('is refused without a reason, for what nobody sees, and from another page', async () => {
    const { service, id, decide, report, look } = await withPublished();
    await using _ = service;
    assert.equal((await report({ motif: 'constructor' })).status, 422);
    assert.equal((await report({ remarque: 'a'.repeat(501) })).status, 422);
    assert.equal((await report({ article: '/chine/2014/05/20/gare.html', commentaire: '0001' })).status, 404);
    assert.equal((await report({ commentaire: '../0001' })).status, 410);
    for (const origin of [SITE_ORIGIN, 'null', 'https://ailleurs.example'])
      assert.equal((await report({}, { origin })).status, 403);
    await decide('refused');
    assert.equal((await report()).status, 410);
    assert.equal((await look(`article=${ARTICLE}&commentaire=${id}`)).status, 410);
    assert.equal((await look('article=https://ailleurs.example/&commentaire=0001')).status, 404);
    await report({ 'site-web': 'x' });
    assert.deepEqual(await service.store.reported(), []);
  });

  it('leaves no trace of who they are', async () => {
    const { service, report } = await withPublished();
    await using _ = service;
    await report({ remarque: 'Une remarque' });
    for (const line of service.log) assert.doesNotMatch(JSON.stringify(line), /remarque|192\.0\.2|2014/);
  });
});

describe('an editor', () => {
  /** In the queue of reports, what a button of it does. */
  async function desk() {
    const { service, id, report, ...more } = await withPublished();
    await report({ remarque: 'Voyez la fin.' });
    const headers = await signIn(service);
    const seen = async (query = '?statut=signales') => await pageOf(service, headers, `/moderation${query}`);
    const act = async (name: string, of = id) =>
      await service.form(
        '/moderation',
        { act: name, id: of, statut: 'signales', token: (await seen()).token },
        { headers },
      );
    const status = async () => (await service.store.comment(id))!.status;
    return { service, id, report, seen, act, status, ...more };
  }

  it('sees what was reported, with reasons, and lets it stand', async () => {
    const { service, id, seen, act, status, report } = await desk();
    await using _ = service;
    const { text } = await seen();
    assert.match(text, /Signalés \(1\)/);
    assert.match(text, /fâcheux\.[\s\S]*Haine, racisme ou discrimination[\s\S]*Voyez la fin\./);
    assert.equal((await act('dismiss')).status, 303);
    assert.equal(await status(), 'approved');
    assert.match((await seen()).text, /Aucun signalement n’attend\./);
    // The same reader is not heard again; another one is.
    await report();
    assert.deepEqual(await service.store.reported(), []);
    await report({}, { from: '198.51.100.9' });
    assert.equal((await service.store.reported()).length, 1);
    assert.deepEqual((await service.store.audit(1))[0]!.act, 'dismissed');
    assert.match((await seen(`?statut=signales&fait=${id}`)).text, /signalement classé/);
  });

  it('takes it away, so that the next export does, and may take that back', async () => {
    const { service, id, seen, act, status } = await desk();
    await using _ = service;
    await act('remove');
    assert.equal(await status(), 'refused');
    assert.deepEqual(await service.store.reported(), []);
    assert.deepEqual(await service.store.withdrawnIds(), [id]);
    assert.match((await seen(`?statut=signales&fait=${id}`)).text, /: refusé\.<\/p> <form/);
    await act('undo');
    assert.equal(await status(), 'approved');
    assert.equal((await service.store.reported()).length, 1);
    assert.deepEqual(await service.store.withdrawnIds(), []);
    assert.equal((await act('undo')).status, 400);
    await act('dismiss');
    await act('undo');
    assert.equal((await service.store.reported()).length, 1);
  });

  it('is told where a comment is that only the site’s files know', async () => {
    const { service, report, seen, act } = await desk();
    await using _ = service;
    await report({ commentaire: '0001' });
    assert.match(
      (await seen()).text,
      /Seuls les fichiers[^<]*ôtez content\/comments\/2014\/05\/port\/0001\.yaml\./,
    );
    assert.equal((await act('remove', '0001')).status, 400);
    assert.equal((await act('dismiss', '0001')).status, 303);
    assert.equal((await service.store.reported()).length, 1);
  });

  it('has reports that are settled forgotten after a month, and none that waits', async () => {
    const { service, act, report } = await desk();
    await using _ = service;
    await act('dismiss');
    await report({ commentaire: '0001' });
    await service.store.tidy(service.now + 31 * DAY);
    assert.deepEqual(
      (await service.store.reported()).map(({ comment }) => comment),
      ['0001'],
    );
    await report();
    assert.equal((await service.store.reported()).length, 2);
  });

  it('puts a comment aside, and back', async () => {
    const { service, seen } = await desk();
    await using _ = service;
    await service.comment({ text: 'À voir à deux.' });
    const { id } = (await service.store.comments('pending'))[0]!;
    const by = { who: 'essai', at: service.now };
    assert.equal(await service.store.flag(id, true, by), true);
    assert.equal(await service.store.flag(id, true, by), false);
    assert.match((await seen('')).text, /En attente \(0\)[\s\S]*À revoir \(1\)/);
    assert.match((await seen('?statut=a-revoir')).text, /À voir à deux\./);
    assert.equal(await service.store.undo(id, by), true);
    assert.match((await seen('')).text, /En attente \(1\)[\s\S]*À revoir \(0\)/);
  });
});
