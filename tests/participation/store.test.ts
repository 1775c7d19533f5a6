// What is kept, over SQLite and over PostgreSQL: one suite, since nobody may tell them apart.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type NewComment, openStore, type Store } from '../../src/participation/store/store.ts';
import { ulid } from '../../src/participation/ulid.ts';
import { DAY, MINUTE } from '../../src/time/durations.ts';
import { postgresForTest, postgresMissing, sqliteForTest, type TestDatabase } from './databases.ts';
import { AFTERNOON, ARTICLE } from './service-under-test.ts';

let at = AFTERNOON;

/** A moment later. */
function next(): number {
  at += 1;
  return at;
}

function comment(changes: Partial<NewComment> = {}): NewComment {
  const id = ulid(next());
  return {
    id,
    article: ARTICLE,
    file: '2014/05/port',
    title: 'Le port',
    replyTo: null,
    name: null,
    text: 'Un avis.',
    links: 0,
    unproven: false,
    sent: at,
    fold: id,
    ...changes,
  };
}

for (const [name, start, skip] of [
  ['SQLite', sqliteForTest, false],
  ['PostgreSQL', postgresForTest, postgresMissing()],
] as const)
  describe(`the store over ${name}`, { skip }, () => {
    let database: TestDatabase;
    /** Two instances of the service. */
    let [store, other]: readonly [Store, Store] = [undefined as never, undefined as never];

    before(async () => {
      database = await start();
      // At the same time: both may bring the tables to the present form.
      [store, other] = await Promise.all([openStore(database.open()), openStore(database.open())]);
    });
    after(async () => {
      await Promise.all([store?.close(), other?.close()]);
      await database?.[Symbol.asyncDispose]();
    });
    beforeEach(async () => {
      for (const status of ['pending', 'approved', 'refused'] as const)
        for (const { id } of await store.comments(status)) await store.erase(id, { who: 'essai', at });
    });

    it('keeps every word, of any writing, and gives numbers as numbers', async () => {
      const text = `L’été à Pékin \u{1f600} — 北京\n\n'); DROP TABLE comments; -- $1 ?1`;
      const sent = comment({ name: 'O’Brien "x"', text, links: 2 });
      assert.equal(await store.addComment(sent), 'added');
      const { fold, ...kept } = sent;
      assert.deepEqual(
        { ...(await other.comment(sent.id)) },
        { ...kept, status: 'pending', flagged: false, decided: null, copies: 0 },
      );
      assert.equal(await other.comment('absent'), null);
    });

    it('counts what comes again with the comment that is there, whoever receives it', async () => {
      const sent = comment({ fold: 'pli' });
      const answers = await Promise.all(
        [store, other, store, other].map(each => each.addComment({ ...sent, id: ulid(next()) })),
      );
      assert.deepEqual(answers.toSorted(), ['added', 'known', 'known', 'known']);
      assert.equal((await store.comments('pending')).length, 1);
      assert.equal(
        await store.addComment(comment({ fold: 'pli', article: '/chine/2014/05/20/gare.html' })),
        'added',
      );
    });

    it('counts what waits, of all articles or one, and not beyond what is asked', async () => {
      for (const article of [ARTICLE, ARTICLE, '/sport/2014/05/20/but.html'])
        await store.addComment(comment({ article }));
      assert.deepEqual([await other.waiting(10, ARTICLE), await other.waiting(10)], [2, 3]);
      assert.equal(await other.waiting(2), 2);
    });

    it('lists the oldest first, of all articles or one', async () => {
      const [first, second, elsewhere] = [
        comment(),
        comment(),
        comment({ article: '/sport/2014/05/20/but.html' }),
      ];
      for (const each of [second, elsewhere, first]) await store.addComment(each);
      const ids = async (article?: string) => (await other.comments('pending', article)).map(({ id }) => id);
      assert.deepEqual(await ids(), [first.id, second.id, elsewhere.id]);
      assert.deepEqual(await ids(elsewhere.article), [elsewhere.id]);
    });

    it('decides, says what was before, so that it can be undone, and writes down who did', async () => {
      const sent = comment();
      await store.addComment(sent);
      const decide = (status: 'pending' | 'approved' | 'refused') =>
        store.decide(sent.id, { status, who: 'Claire', at: next() });
      assert.equal(await decide('approved'), 'pending');
      assert.equal(await decide('refused'), 'approved');
      assert.equal(await decide('approved'), 'refused');
      assert.equal((await other.comment(sent.id))!.decided, at);
      assert.equal(await store.decide('absent', { status: 'approved', who: 'Claire', at }), null);
      assert.deepEqual(
        (await other.audit(3)).map(({ who, act, comment: of }) => [who, act, of]),
        [
          ['Claire', 'approved', sent.id],
          ['Claire', 'refused', sent.id],
          ['Claire', 'approved', sent.id],
        ],
      );
    });

    it('erases for good what was said and by whom, and remembers that its file has to go', async () => {
      const sent = comment({ name: 'Jeanne', text: 'À effacer.' });
      await store.addComment(sent);
      await store.decide(sent.id, { status: 'approved', who: 'a', at });
      assert.equal(await store.erase(sent.id, { who: 'a', at }), true);
      assert.equal(await store.erase(sent.id, { who: 'a', at }), false);
      assert.equal(await store.decide(sent.id, { status: 'approved', who: 'a', at }), null);
      const erased = (await other.comment(sent.id))!;
      assert.deepEqual([erased.name, erased.text, erased.title, erased.status], [null, '', '', 'erased']);
      assert.ok((await other.withdrawnIds()).includes(sent.id));
    });

    it('keeps nothing of an erased comment by which its words could be known again', async () => {
      const sent = comment({ text: 'À effacer.', fold: 'pli effacé' });
      await store.addComment(sent);
      await store.erase(sent.id, { who: 'a', at });
      assert.equal(await store.addComment(comment({ fold: 'pli effacé' })), 'added');
    });

    it('forgets a refused comment after 30 days, and of one that was published only the id stays', async () => {
      const [refused, published, pending] = [comment(), comment(), comment()];
      for (const each of [refused, published, pending]) await store.addComment(each);
      await store.decide(published.id, { status: 'approved', who: 'a', at });
      for (const { id } of [refused, published]) await store.decide(id, { status: 'refused', who: 'a', at });
      await store.tidy(at + 30 * DAY);
      assert.ok(await store.comment(refused.id));
      await store.tidy(at + 30 * DAY + 1);
      assert.equal(await store.comment(refused.id), null);
      assert.equal((await store.comment(published.id))!.text, '');
      assert.ok((await store.withdrawnIds()).includes(published.id));
      assert.equal((await store.comment(pending.id))!.status, 'pending');
    });

    it('gives from a bucket what is in it, to all instances together, and fills it with time', async () => {
      const limit = { capacity: 5, each: MINUTE };
      const take = async (now: number) =>
        (await Promise.all([store, other, store, other].map(each => each.take('seau', limit, now)))).filter(
          Boolean,
        ).length;
      assert.equal(await take(at), 4);
      assert.equal(await take(at), 1);
      assert.equal(await take(at + 2 * MINUTE), 2);
      // A clock that goes back gives nothing, and takes nothing away.
      assert.equal(await take(at), 0);
      assert.equal(await take(at + 60 * MINUTE), 4);
      assert.equal(await store.take('autre seau', limit, at), true);
    });

    it('has one salt a day, the same for all, and none of another day', async () => {
      const [salt, same] = await Promise.all([store.salt(AFTERNOON), other.salt(AFTERNOON)]);
      assert.equal(salt, same);
      assert.ok(salt.length >= 40);
      assert.notEqual(await store.salt(AFTERNOON + DAY), salt);
      await store.tidy(AFTERNOON + DAY);
      assert.notEqual(await store.salt(AFTERNOON), salt);
    });

    it('has secrets that last', async () => {
      const secret = await store.secret('votes');
      await store.tidy(at + 1000 * DAY);
      assert.equal(await other.secret('votes'), secret);
      assert.notEqual(await other.secret('autre'), secret);
    });

    it('counts one vote a voter, whoever receives it, and keeps who voted apart from what', async () => {
      const vote = (voter: string, choice = 'oui', each = store) =>
        each.vote({ poll: 'train', choice, voter });
      const answers = await Promise.all([
        vote('a'),
        vote('a', 'non', other),
        vote('a'),
        vote('b', 'non', other),
      ]);
      assert.deepEqual(answers.toSorted(), ['counted', 'counted', 'known', 'known']);
      const { train } = await other.votes();
      assert.equal(
        Object.values(train!).reduce((sum, votes) => sum + votes, 0),
        2,
      );
      assert.deepEqual(await other.pollsWithVoters(), ['train']);
      await store.forgetVoters('train');
      assert.deepEqual(await other.pollsWithVoters(), []);
      assert.deepEqual({ ...(await other.votes('train')) }, { train });
      assert.equal(await store.vote({ poll: 'constructor', choice: '__proto__', voter: 'a' }), 'counted');
      assert.equal((await store.votes('constructor')).constructor!['__proto__' as never], 1);
    });

    it('lets a link be used once, by whoever is first, until it ends', async () => {
      const link = { kind: 'link', id: 'empreinte', token: '', passkey: null, ends: at + MINUTE } as const;
      await store.addPass(link);
      assert.deepEqual({ ...(await other.pass('link', link.id, at)) }, link);
      assert.equal(await other.pass('session', link.id, at), null);
      assert.equal(await other.pass('link', link.id, link.ends), null);
      const used = await Promise.all([store, other].map(each => each.usePass('link', link.id, at)));
      assert.deepEqual(used.toSorted(), [false, true]);
      await store.addPass(link);
      assert.equal(await store.usePass('link', link.id, link.ends), false);
    });
  });
