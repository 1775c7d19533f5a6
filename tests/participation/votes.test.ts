// What the service does with a vote, and who sees what others answered.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { exportTotals } from '../../src/participation/export-totals.ts';
import { forgetVoters } from '../../src/participation/forget-voters.ts';
import { dataPlace } from '../../src/snapshots/snapshot-place.ts';
import { DAY } from '../../src/time/durations.ts';
import { quickestFolder } from '../quickest-folder.ts';
import {
  AFTERNOON,
  BULLET,
  type ServiceUnderTest,
  SITE,
  SITE_ORIGIN,
  serviceUnderTest,
} from './service-under-test.ts';

const POLL = '/sondages/train/';
const JSON_WANTED = { accept: 'application/json' };

function vote(service: ServiceUnderTest, choice = 'oui', from = '192.0.2.1', fields = {}): Promise<Response> {
  return service.form(POLL, { choice, ...fields }, { from });
}

async function votesSeen(service: ServiceUnderTest, token = ''): Promise<unknown> {
  const answer = await service.send(`${POLL}votes.json${token && `?token=${token}`}`);
  return ((await answer.json()) as { votes: unknown }).votes;
}

describe('a vote', () => {
  it('that a form sends is counted, and leads to what others answered', async () => {
    await using service = await serviceUnderTest();
    const answer = await vote(service);
    assert.equal(answer.status, 303);
    const page = await service.send(answer.headers.get('location')!);
    const text = await page.text();
    assert.match(text, /Votre vote est compté\. Merci/);
    assert.match(text, /Oui\u00a0: 100\u00a0% \(1\)/);
    assert.ok(text.includes(`<a href="${SITE}${POLL}">`));
    assert.doesNotMatch(await (await service.send(POLL)).text(), /Votre vote est compté/);
  });

  it('that the page’s own code sends is answered with the figures and a token, for pages of the site alone', async () => {
    await using service = await serviceUnderTest();
    const answer = await service.form(POLL, { choice: 'non' }, { headers: JSON_WANTED });
    assert.equal(answer.headers.get('access-control-allow-origin'), SITE_ORIGIN);
    const { ok, token, votes } = (await answer.json()) as Record<string, unknown>;
    assert.deepEqual([ok, votes], [true, { oui: 0, non: 1 }]);
    assert.match(String(token), /^[\w-]{16}\.[\w-]{43}$/);
  });

  it('of the same network and browser counts once a day; of another browser, or elsewhere, it is another’s', async () => {
    await using service = await serviceUnderTest();
    const statuses = [
      await vote(service),
      await vote(service),
      await vote(service, 'non', '192.0.2.200'),
      await vote(service, 'non', '198.51.100.1'),
      await service.form(
        POLL,
        { choice: 'oui' },
        { from: '192.0.2.1', headers: { 'user-agent': 'Autre/2' } },
      ),
    ].map(({ status }) => status);
    assert.deepEqual(statuses, [303, 409, 409, 303, 303]);
    assert.deepEqual(await votesSeen(service), { oui: 2, non: 1 });
  });

  it('of whoever holds a token counts on no other day either; one that is made up is none', async () => {
    await using service = await serviceUnderTest();
    const token = new URL((await vote(service)).headers.get('location')!, SITE).searchParams.get('token')!;
    service.now += DAY;
    assert.equal((await vote(service, 'oui', '203.0.113.1', { token })).status, 409);
    for (const [at, made] of [
      '',
      'a',
      `${token}x`,
      token.replace(/^./, letter => (letter === 'A' ? 'B' : 'A')),
      `${'A'.repeat(16)}.${'B'.repeat(43)}`,
    ].entries()) {
      const answer = await vote(service, 'oui', `10.7.${at}.1`, {
        token: made,
      });
      assert.equal(answer.status, 303, made);
    }
  });

  for (const [what, path, fields, status] of [
    ['for no answer', POLL, {}, 422],
    ['for an answer that is not there', POLL, { choice: 'peut-etre' }, 422],
    ['for a part of the prototype', POLL, { choice: 'constructor' }, 422],
    ['in no poll', '/sondages/avion/', { choice: 'oui' }, 404],
    ['in the prototype', '/sondages/__proto__/', { choice: 'oui' }, 404],
    ['in a path', '/sondages/..%2f..%2fcommentaires/', { choice: 'oui' }, 404],
  ] as const)
    it(`${what} is refused`, async () => {
      await using service = await serviceUnderTest();
      assert.equal((await service.form(path, fields)).status, status);
      assert.deepEqual(await votesSeen(service), { oui: 0, non: 0 });
    });

  it('counts from the opening to the closing, by the service’s clock', async () => {
    await using service = await serviceUnderTest();
    const statusAt = async (now: number, from: string) => {
      service.now = now;
      return (await vote(service, 'oui', from)).status;
    };
    assert.equal(await statusAt(BULLET.opens - 1, '10.1.0.1'), 404);
    assert.equal(await statusAt(BULLET.opens, '10.2.0.1'), 303);
    assert.equal(await statusAt(BULLET.closes - 1, '10.3.0.1'), 303);
    assert.equal(await statusAt(BULLET.closes, '10.4.0.1'), 410);
  });

  it('from another site is refused, as is one from a network that sends too many', async () => {
    await using service = await serviceUnderTest();
    const headers = { origin: 'https://ailleurs.example' };
    assert.equal((await service.form(POLL, { choice: 'oui' }, { headers })).status, 403);
    let counted = 0;
    for (let at = 0; at < 50; at++) {
      const agent = { 'user-agent': `Navigateur/${at}` };
      if ((await service.form(POLL, { choice: 'oui' }, { headers: agent })).status === 303) counted += 1;
    }
    assert.equal(counted, 30);
  });

  it('leaves no trace of the network or the browser, and its key goes when the poll is over', async () => {
    await using service = await serviceUnderTest();
    await vote(service, 'oui', '192.0.2.99');
    const copy = join(service.dir, 'copie.sqlite');
    await service.store.backup(copy);
    for (const trace of ['192.0.2', 'Navigateur/1.0']) assert.ok(!readFileSync(copy).includes(trace), trace);
    const lists = { poll: async (slug: string) => service.polls.get(slug) ?? null };
    await forgetVoters(service.store, lists, BULLET.closes - 1);
    assert.deepEqual(await service.store.pollsWithVoters(), ['train']);
    await forgetVoters(service.store, lists, BULLET.closes);
    assert.deepEqual(await service.store.pollsWithVoters(), []);
    assert.deepEqual(await votesSeen(service), { oui: 1, non: 0 });
  });
});

describe('what others answered', () => {
  it('is a small file that caches may keep for a moment', async () => {
    await using service = await serviceUnderTest();
    const answer = await service.send(`${POLL}votes.json`);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=30');
    assert.equal(await answer.text(), '{"ok":true,"votes":{"oui":0,"non":0},"percents":{"oui":0,"non":0}}');
  });

  for (const results of ['voted', 'closed'] as const)
    it(`is hidden while a poll says « ${results} », from all but those who may see it`, async () => {
      await using service = await serviceUnderTest();
      service.polls.set('train', { ...BULLET, results });
      const location = (await vote(service)).headers.get('location')!;
      const token = new URL(location, SITE).searchParams.get('token')!;
      assert.equal(await votesSeen(service), null);
      assert.equal(await votesSeen(service, `${token}x`), null);
      assert.deepEqual(await votesSeen(service, token), results === 'voted' ? { oui: 1, non: 0 } : null);
      assert.doesNotMatch(await (await service.send(POLL)).text(), /%/);
      assert.equal(/100\u00a0%/.test(await (await service.send(location)).text()), results === 'voted');
      const answer = await service.send(`${POLL}votes.json?token=${token}`);
      assert.equal(answer.headers.get('cache-control'), 'private, no-store');
      service.now = BULLET.closes;
      assert.deepEqual(await votesSeen(service), { oui: 1, non: 0 });
    });

  it('shows what the site’s editor wrote as text', async () => {
    await using service = await serviceUnderTest();
    service.polls.set('train', { ...BULLET, question: '<script>alert(1)</script>' });
    assert.doesNotMatch(await (await service.send(POLL)).text(), /<script/);
  });
});

describe('the snapshot of votes', () => {
  it('gets what was counted, keeps polls of which the service knows nothing with their date, and stays when nothing changed', async () => {
    await using service = await serviceUnderTest();
    const dir = mkdtempSync(join(quickestFolder(), 'quotidien-totals-'));
    try {
      const file = join(dir, 'poll-totals.json');
      writeFileSync(file, '{"date":"2014-05-01","votes":{"ancien":{"oui":3}}}');
      const place = dataPlace(dir);
      assert.equal(await exportTotals(service.store, place, AFTERNOON), 0);
      await vote(service);
      assert.equal(await exportTotals(service.store, place, AFTERNOON), 1);
      const text = readFileSync(file, 'utf8');
      assert.deepEqual(JSON.parse(text), {
        date: '2014-05-20T07:30:00Z',
        counted: { ancien: '2014-05-01' },
        votes: { ancien: { oui: 3 }, train: { oui: 1 } },
      });
      assert.equal(await exportTotals(service.store, place, AFTERNOON + DAY), 0);
      assert.equal(readFileSync(file, 'utf8'), text);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
