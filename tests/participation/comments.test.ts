// What the service does with a comment, and with whoever means harm.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MINUTE } from '../../src/time/durations.ts';
import { ARTICLE, SERVICE, SITE, SITE_ORIGIN, serviceUnderTest } from './service-under-test.ts';

const THANKS = `${SITE}/participation/merci/`;

describe('a comment', () => {
  it('that a form sends waits for the newsroom, and its reader is led to a page of thanks', async () => {
    await using service = await serviceUnderTest();
    const answer = await service.comment();
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, THANKS]);
    const [comment, ...others] = await service.store.comments('pending');
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...comment, id: '' },
      {
        id: '',
        article: ARTICLE,
        file: '2014/05/port',
        title: 'Le port',
        replyTo: null,
        name: 'Jeanne',
        text: 'Le port est beau.',
        links: 0,
        sent: service.now,
        status: 'pending',
        flagged: false,
        unproven: false,
        decided: null,
        copies: 0,
      },
    );
  });

  it('that the page’s own code sends is answered in JSON, which pages of the site alone may read', async () => {
    await using service = await serviceUnderTest();
    const headers = { accept: 'application/json' };
    const answer = await service.comment({}, { headers });
    assert.deepEqual([answer.status, await answer.json()], [200, { ok: true }]);
    assert.equal(answer.headers.get('access-control-allow-origin'), SITE_ORIGIN);
    const refused = await service.comment({ text: ' ' }, { headers });
    assert.equal(refused.status, 422);
    const { reason, message } = (await refused.json()) as Record<string, string>;
    assert.equal(reason, 'no-text');
    assert.match(message!, /^Votre commentaire est vide\./);
  });

  it('without a name, or of a reader who ticked « Anonyme », has none', async () => {
    await using service = await serviceUnderTest();
    await service.comment({ name: '  ' });
    await service.comment({ name: 'Jeanne', anonymous: '1', text: 'Un autre avis.' });
    const names = (await service.store.comments('pending')).map(({ name }) => name);
    assert.deepEqual(names, [null, null]);
  });

  it('keeps no address, no agent and no trace of a network, in no table and no line of the log', async () => {
    await using service = await serviceUnderTest();
    await service.comment({}, { from: '192.0.2.77', headers: { 'user-agent': 'Agent-Secret/9' } });
    const copy = join(service.dir, 'copie.sqlite');
    await service.store.backup(copy);
    assert.ok(readFileSync(copy).includes('Le port est beau.'));
    for (const trace of ['192.0.2', 'Agent-Secret'])
      assert.ok(!readFileSync(copy).includes(trace) && !JSON.stringify(service.log).includes(trace), trace);
    for (const line of service.log) assert.doesNotMatch(JSON.stringify(line), /Jeanne|port est beau|2014/);
  });

  it('that is sent twice is one, whatever its capitals and spaces', async () => {
    await using service = await serviceUnderTest();
    await service.comment({ text: 'Le port est beau.' });
    await service.comment({ text: 'le PORT  est beau !' });
    const [comment, ...others] = await service.store.comments('pending');
    assert.deepEqual([comment!.copies, others.length], [1, 0]);
  });

  it('of a long text under many names is one; a short word of two readers is two', async () => {
    await using service = await serviceUnderTest();
    const long = 'Achetez les meilleures montres du monde chez nous sans attendre.';
    for (const name of ['A', 'B', 'C'])
      await service.comment({ name, text: long }, { from: `198.51.${name.charCodeAt(0)}.1` });
    for (const name of ['A', 'B']) await service.comment({ name, text: 'Bravo !' });
    assert.deepEqual(
      (await service.store.comments('pending')).map(({ text, copies }) => [text.slice(0, 7), copies]).sort(),
      [
        ['Achetez', 2],
        ['Bravo !', 0],
        ['Bravo !', 0],
      ],
    );
  });

  for (const [what, fields, status, reason] of [
    ['empty', { text: '\u200b \n' }, 422, 'est vide'],
    ['too long', { text: 'a'.repeat(3001) }, 422, 'dépasse 3\u202f000 signes'],
    ['of a reader with too long a name', { name: 'a'.repeat(61) }, 422, 'dépasse 60 signes'],
    [
      'full of links',
      { text: 'a http://a.example www.b.example https://c.example [url=d]' },
      422,
      'plus de trois liens',
    ],
    ['sent faster than anybody writes', { waited: '300' }, 422, 'trop vite'],
    ['with a time that is none', { waited: '-1' }, 422, 'trop vite'],
    ['about no article', { article: '' }, 404, 'ne reçoit pas'],
    ['about an article that is not there', { article: '/chine/2014/05/20/gare.html' }, 404, 'ne reçoit pas'],
    [
      'about a path of another folder',
      { article: '/chine/2014/05/20/../../../etc/passwd' },
      404,
      'ne reçoit pas',
    ],
    ['about a path in disguise', { article: '/chine/2014/05/20/%2e%2e/port.html' }, 404, 'ne reçoit pas'],
    ['about the prototype', { article: '__proto__' }, 404, 'ne reçoit pas'],
    [
      'about another site',
      { article: 'https://ailleurs.example/chine/2014/05/20/port.html' },
      404,
      'ne reçoit pas',
    ],
  ] as const)
    it(`${what} is refused in words`, async () => {
      await using service = await serviceUnderTest();
      const answer = await service.comment(fields);
      assert.equal(answer.status, status);
      const page = await answer.text();
      assert.ok(page.includes(reason), page);
      assert.match(page, /<html lang="fr">/);
      assert.deepEqual(await service.store.comments('pending'), []);
    });

  it('as long as it may be is taken, line ends of Windows and all', async () => {
    await using service = await serviceUnderTest();
    const text = `${'é'.repeat(1000)}\r\n${'€'.repeat(1999)}`;
    assert.equal((await service.comment({ text, name: 'n'.repeat(60) })).status, 303);
  });

  it('of whoever fills in what no reader sees is thanked for, and not kept', async () => {
    await using service = await serviceUnderTest();
    assert.equal(
      (await service.comment({ 'site-web': 'https://spam.example' })).headers.get('location'),
      THANKS,
    );
    assert.deepEqual(await service.store.comments('pending'), []);
  });

  it('on an article that is too old is refused, from the hour at which its days are over', async () => {
    await using service = await serviceUnderTest();
    const closes = Date.parse('2014-06-20T00:00:00+08:00');
    service.articles.set(ARTICLE, { file: '2014/05/port', title: 'Le port', closes });
    service.now = closes - 1;
    assert.equal((await service.comment()).status, 303);
    service.now = closes;
    const closed = await service.comment({ text: 'Trop tard.' });
    assert.equal(closed.status, 410);
    assert.match(await closed.text(), new RegExp(`<a href="${SITE}${ARTICLE}">Revenir à l’article</a>`));
  });

  it('is not taken while five hundred wait on its article, and is again once an editor has read one', async () => {
    await using service = await serviceUnderTest();
    for (let at = 0; at < 500; at++) {
      service.now += MINUTE;
      await service.comment({ text: `Avis numéro ${at}.` });
    }
    const full = await service.comment({ text: 'Un de plus.' });
    assert.equal(full.status, 429);
    assert.match(await full.text(), /attendent déjà la rédaction\. Gardez votre texte/);
    const [first] = await service.store.comments('pending');
    await service.store.decide(first!.id, { status: 'refused', who: 'essai', at: service.now });
    service.now += MINUTE;
    assert.equal((await service.comment({ text: 'Un de plus.' })).status, 303);
  });

  it('waits with its reader when the site does not say what it has', async () => {
    await using service = await serviceUnderTest();
    service.siteIsThere = false;
    const answer = await service.comment();
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '60']);
    assert.match(await answer.text(), /Gardez votre texte/);
  });
});

describe('an answer to a comment', () => {
  const OTHER = '/sport/2014/05/20/but.html';

  /** A service with a comment, and what sends an answer and gives its status and the comment to which it was put. */
  async function withComment(decide: 'approved' | 'refused' | 'pending' = 'approved') {
    const service = await serviceUnderTest();
    service.articles.set(OTHER, { file: 'but', title: 'Le but', closes: null });
    await service.comment();
    const { id } = (await service.store.comments('pending'))[0]!;
    const now = (status: typeof decide) =>
      service.store.decide(id, { status, who: 'essai', at: service.now });
    await now(decide);
    const answer = async (fields: Readonly<Record<string, string>>) => {
      service.now += MINUTE;
      const { status } = await service.comment({ text: `Réponse ${service.now}.`, ...fields });
      const kept = (await service.store.comments('pending')).find(({ sent }) => sent === service.now);
      return [status, kept?.replyTo] as const;
    };
    return { service, id, now, answer };
  }

  it('waits as all do, and says to which', async () => {
    const { service, id, answer } = await withComment();
    await using _ = service;
    assert.deepEqual(await answer({ replyTo: id }), [303, id]);
    assert.deepEqual(await answer({ replyTo: '' }), [303, null]);
  });

  it('that answers to an answer joins it below the first comment', async () => {
    const { service, id, answer } = await withComment();
    await using _ = service;
    await answer({ replyTo: id });
    const reply = (await service.store.comments('pending'))[0]!;
    assert.equal((await answer({ replyTo: reply.id }))[0], 410);
    await service.store.decide(reply.id, { status: 'approved', who: 'essai', at: service.now });
    assert.deepEqual(await answer({ replyTo: reply.id }), [303, id]);
  });

  it('is refused where that one waits, was refused, erased, or speaks of another article', async () => {
    const { service, id, now, answer } = await withComment('pending');
    await using _ = service;
    assert.deepEqual(await answer({ replyTo: id }), [410, undefined]);
    await now('refused');
    assert.deepEqual(await answer({ replyTo: id }), [410, undefined]);
    await now('approved');
    assert.deepEqual(await answer({ replyTo: id, article: OTHER }), [410, undefined]);
    await service.store.erase(id, { who: 'essai', at: service.now });
    assert.deepEqual(await answer({ replyTo: id }), [410, undefined]);
  });

  it('to a comment that only the site’s files know is kept with its name, and to what is no name refused', async () => {
    const { service, answer } = await withComment();
    await using _ = service;
    assert.deepEqual(await answer({ replyTo: '0001' }), [303, '0001']);
    for (const replyTo of ['../0001', '0001.yaml', 'a'.repeat(65), '<b>', "' OR 1=1", '\u0000'])
      assert.deepEqual(await answer({ replyTo }), [410, undefined], replyTo);
  });

  it('of two words to two comments is two', async () => {
    const { service, id, answer } = await withComment();
    await using _ = service;
    assert.deepEqual(await answer({ replyTo: id, text: 'Bravo !' }), [303, id]);
    assert.deepEqual(await answer({ replyTo: '0001', text: 'Bravo !' }), [303, '0001']);
  });
});

describe('a form from elsewhere', () => {
  for (const origin of [
    undefined,
    'null',
    'https://ailleurs.example',
    'https://portail.example.ailleurs.example',
    'http://portail.example',
    'https://portail.example:8443',
    'https://PORTAIL.example',
    SERVICE,
  ])
    it(`(${origin}) is refused`, async () => {
      await using service = await serviceUnderTest();
      const answer = await service.send('/commentaires', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(origin !== undefined && { origin }),
        },
        body: new URLSearchParams({ article: ARTICLE, text: 'Un avis.' }).toString(),
      });
      assert.equal(answer.status, 403);
      assert.notEqual(answer.headers.get('access-control-allow-origin'), origin ?? '*');
      assert.deepEqual(await service.store.comments('pending'), []);
    });

  it('for another host is refused, but for the question whether the service is alive', async () => {
    await using service = await serviceUnderTest();
    const headers = { host: 'ailleurs.example' };
    assert.equal((await service.comment({}, { headers })).status, 421);
    assert.equal((await service.send('/sante', { headers })).status, 200);
  });

  it('gets no leave by asking before (CORS)', async () => {
    await using service = await serviceUnderTest();
    const answer = await service.send('/commentaires', {
      method: 'OPTIONS',
      headers: { origin: 'https://ailleurs.example', 'access-control-request-method': 'POST' },
    });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
});

describe('a body that is no form', () => {
  for (const [what, type, body, status] of [
    ['of JSON', 'application/json', '{"text":"a"}', 400],
    ['of parts', 'multipart/form-data; boundary=x', '--x--', 400],
    ['of plain text', 'text/plain', 'text=a', 400],
    ['in another charset', 'application/x-www-form-urlencoded; charset=utf-16', 'text=a', 400],
    ['with half an escape', 'application/x-www-form-urlencoded', 'text=%E2%82', 400],
    ['with an escape that is none', 'application/x-www-form-urlencoded', 'text=%zz', 400],
    ['with a name twice', 'application/x-www-form-urlencoded', 'text=a&text=b', 400],
    [
      'with bytes that are no text',
      'application/x-www-form-urlencoded',
      new Uint8Array([116, 61, 0xff]),
      400,
    ],
    [
      'of many fields',
      'application/x-www-form-urlencoded',
      Array.from({ length: 20 }, (_, at) => `f${at}=a`).join('&'),
      400,
    ],
    ['that is too large', 'application/x-www-form-urlencoded', `text=${'a'.repeat(50_000)}`, 413],
  ] as const)
    it(`${what} is refused`, async () => {
      await using service = await serviceUnderTest();
      const headers = { 'content-type': type, origin: SITE_ORIGIN };
      const answer = await service.send('/commentaires', { method: 'POST', headers, body });
      assert.equal(answer.status, status);
    });

  it('that has no end is not read to one', async () => {
    await using service = await serviceUnderTest();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024).fill(97));
      },
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: SITE_ORIGIN };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    assert.equal((await service.send('/commentaires', init)).status, 413);
    assert.ok(sent < 60, `${sent} kB were read`);
  });
});

describe('many comments', () => {
  it('from one network are few, and others are heard meanwhile', async () => {
    await using service = await serviceUnderTest();
    const statuses: number[] = [];
    for (let at = 0; at < 200; at++) {
      const from = `203.0.113.${at % 250}`;
      statuses.push((await service.comment({ text: `Avis ${at}.` }, { from })).status);
    }
    assert.equal(statuses.filter(status => status === 303).length, 5);
    assert.equal(statuses.filter(status => status === 429).length, 195);
    assert.equal((await service.comment({ text: 'Autre.' }, { from: '198.51.100.1' })).status, 303);
    service.now += MINUTE;
    assert.equal((await service.comment({ text: 'Encore.' }, { from: '203.0.113.1' })).status, 303);
    assert.equal((await service.comment({ text: 'Et encore.' }, { from: '203.0.113.1' })).status, 429);
  });

  it('from one /48 count as from one network, whatever addresses it makes up', async () => {
    await using service = await serviceUnderTest();
    const statuses = [];
    for (let at = 0; at < 8; at++)
      statuses.push(
        (await service.comment({ text: `Avis ${at}.` }, { from: `2001:db8:1:${at}::${at}` })).status,
      );
    assert.deepEqual(statuses, [303, 303, 303, 303, 303, 429, 429, 429]);
  });

  it('from everywhere on one article are no more than editors can read', async () => {
    await using service = await serviceUnderTest();
    let taken = 0;
    for (let at = 0; at < 80; at++)
      if ((await service.comment({ text: `Avis ${at}.` }, { from: `10.${at}.0.1` })).status === 303)
        taken += 1;
    assert.equal(taken, 60);
  });

  it('do not become fewer by a header that anybody can write', async () => {
    await using service = await serviceUnderTest();
    for (let at = 0; at < 8; at++)
      await service.comment({ text: `Avis ${at}.` }, { headers: { 'x-forwarded-for': `198.51.${at}.1` } });
    assert.equal((await service.store.comments('pending')).length, 5);
  });

  it('through a proxy that the owner names are counted by what it saw', async () => {
    await using service = await serviceUnderTest({ PARTICIPATION_PROXIES: '127.0.0.1' });
    for (let at = 0; at < 8; at++)
      await service.comment(
        { text: `Avis ${at}.` },
        { from: '127.0.0.1', headers: { 'x-forwarded-for': `198.51.${at}.1` } },
      );
    assert.equal((await service.store.comments('pending')).length, 8);
  });
});

describe('hostile words', () => {
  const PAYLOADS = [
    `'); DROP TABLE comments; --`,
    `" OR 1=1 --`,
    '<script>alert(1)</script>',
    '{{ constructor.constructor("alert(1)")() }}',
    '$(rm -rf /) `id`',
    '!!js/function "x"',
    '---\nname: autre\n...',
  ];
  it('are kept as the words that they are, in every field', async () => {
    await using service = await serviceUnderTest();
    for (const [at, payload] of PAYLOADS.entries()) {
      const answer = await service.comment(
        { name: payload.replace('\n', ' ').slice(0, 60), text: `${payload} ${at}` },
        { from: `10.9.${at}.1` },
      );
      assert.equal(answer.status, 303, payload);
      await service.comment({ article: payload }, { from: `10.9.${at}.1` });
    }
    const texts = (await service.store.comments('pending')).map(({ text }) => text);
    assert.deepEqual(texts.sort(), PAYLOADS.map((payload, at) => `${payload} ${at}`).sort());
  });

  it('come back escaped on a page of the service, whose policy lets nothing run', async () => {
    await using service = await serviceUnderTest();
    const answer = await service.send('/<script>alert(1)</script>');
    assert.equal(answer.status, 404);
    assert.doesNotMatch(await answer.text(), /<script/);
    assert.match(answer.headers.get('content-security-policy')!, /default-src 'none'/);
  });
});
