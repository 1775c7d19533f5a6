// The calculation before a comment: what the page's code finds, and what the service takes for it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { solve, type Work } from '../../src/theme/client/work.ts';
import { MINUTE } from '../../src/time/durations.ts';
import { ARTICLE, type ServiceUnderTest, SITE_ORIGIN, serviceUnderTest } from './service-under-test.ts';

const OTHER = '/sport/2014/05/20/but.html';

async function service(bits = '10') {
  const made = await serviceUnderTest({ PARTICIPATION_WORK: bits });
  made.articles.set(OTHER, { file: 'but', title: 'Le but', closes: null });
  return made;
}

async function asked(of: ServiceUnderTest, article = ARTICLE): Promise<Work> {
  const answer = await of.send(`/commentaires/calcul?article=${encodeURIComponent(article)}`);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('access-control-allow-origin'), SITE_ORIGIN);
  return (await answer.json()) as Work;
}

const done = (work: Work): string => `${work.challenge}:${solve(work)}`;

describe('a service that asks for a calculation', () => {
  it('takes what the page’s code finds, once', async () => {
    await using of = await service();
    for (let times = 0; times < 3; times++) {
      const work = done(await asked(of));
      assert.equal((await of.comment({ work, text: `Avis ${times}.` })).status, 303);
      assert.equal((await of.comment({ work, text: `Encore ${times}.` })).status, 422);
    }
    const kept = await of.store.comments('pending');
    assert.deepEqual(
      kept.map(({ unproven }) => unproven),
      [false, false, false],
    );
  });

  it('takes none of another article, of another hour, or that is none', async () => {
    await using of = await service();
    const refused = async (work: string) => {
      const answer = await of.comment({ work }, { headers: { accept: 'application/json' } });
      assert.deepEqual([answer.status, ((await answer.json()) as { reason: string }).reason], [422, 'work']);
    };
    await refused(done(await asked(of, OTHER)));
    const { challenge, ...rest } = await asked(of);
    const right = String(solve({ challenge, ...rest }));
    const numbers = right.split(',');
    for (const wrong of [
      '',
      'a',
      challenge,
      `${challenge}:`,
      `${challenge}:${numbers.slice(1)}`,
      `${challenge}:${numbers.with(3, '4294967296')}`,
      `${challenge}:${numbers.toReversed()}`,
      `${challenge}=:${right}`,
      `${'A'.repeat(51)}:${solve({ ...rest, challenge: 'A'.repeat(51) })}`,
    ])
      await refused(wrong);
    of.now += 120 * MINUTE;
    await refused(`${challenge}:${right}`);
    assert.deepEqual(await of.store.comments('pending'), []);
  });

  it('wants the hashes of all puzzles to begin with zeros', async () => {
    await using of = await service('16');
    const work = await asked(of);
    assert.equal(
      (await of.comment({ work: `${work.challenge}:${solve({ ...work, zeros: 12 })}` })).status,
      422,
    );
    assert.equal((await of.comment({ work: done(work) })).status, 303);
  });

  it('takes comments without it, fewer at once, and says so to editors', async () => {
    await using of = await service();
    const statuses = [];
    for (let at = 0; at < 3; at++) statuses.push((await of.comment({ text: `Avis ${at}.` })).status);
    assert.deepEqual(statuses, [303, 303, 429]);
    const refused = await of.comment({ text: 'Un de plus.' });
    assert.equal(refused.headers.get('retry-after'), '600');
    assert.match(await refused.text(), /Attendez dix minutes/);
    assert.equal((await of.comment({ text: 'Avec.', work: done(await asked(of)) })).status, 303);
    const { pageOf, signIn } = await import('./signed-in.ts');
    const { text } = await pageOf(of, await signIn(of));
    assert.equal(text.match(/envoyé sans calcul/g)!.length, 2);
  });
});

describe('a service that asks for none', () => {
  it('says so, and takes what a page with older settings sends', async () => {
    await using of = await serviceUnderTest();
    assert.deepEqual(await asked(of), { ok: true });
    assert.equal((await of.comment({ work: 'a:1' })).status, 303);
    assert.equal((await of.store.comments('pending'))[0]!.unproven, false);
  });
});
