// Plausible, Matomo and GoatCounter, by a server that speaks the documented form of each, and has every fault.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { countByService } from '../../src/most-read/count-by-service.ts';
import type { AudienceService } from '../../src/site/audience-services.ts';
import { HOUR } from '../../src/time/durations.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';

const KEY = 'cle-tres-secrete-0123456789';
const NOW = Date.parse('2014-05-20T15:30:00+08:00');
const SITE = { baseUrl: 'https://portail.example', timeZone: 'Asia/Shanghai' };
const PORT = '/chine/2014/05/20/port.html';
const QUAI = '/chine/2014/05/20/quai.html';
/** That of 15 h in Shanghai. */
const HOUR_NOW = Math.floor(NOW / HOUR);

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: string;
}
type Answer = (response: ServerResponse, asked: Asked, tries: number) => void;

let asked: Asked[] = [];
let answer: Answer = json([]);
const server = createServer((request, response) => void take(request, response));
let url = '';

before(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const one = {
    method: request.method!,
    url: new URL(request.url!, url),
    authorization: request.headers.authorization,
    body: Buffer.concat(pieces).toString(),
  };
  asked.push(one);
  answer(response, one, asked.length);
}

function json(value: unknown, status = 200): Answer {
  return response =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function ask(service: AudienceService, how: Answer, site = SITE) {
  asked = [];
  answer = how;
  const environment = {
    PLAUSIBLE_URL: `${url}/`,
    PLAUSIBLE_API_KEY: KEY,
    PLAUSIBLE_SITE_ID: 'portail.example',
    MATOMO_URL: url,
    MATOMO_TOKEN: KEY,
    MATOMO_SITE_ID: '7',
    GOATCOUNTER_URL: url,
    GOATCOUNTER_API_KEY: KEY,
  };
  const counted = await countByService(
    service,
    environment,
    site,
    { since: NOW - 24 * HOUR, now: NOW },
    hurriedPace(),
    () => null,
  );
  return counted.ok
    ? Object.fromEntries(
        [...counted.readersOf].map(([hour, readers]) => [hour - HOUR_NOW, Object.fromEntries(readers)]),
      )
    : counted;
}

const plausible = json({
  results: [
    { metrics: [12], dimensions: ['2014-05-20 15:00:00', PORT] },
    { metrics: [7], dimensions: ['2014-05-20 14:00:00', `${PORT}?amp`] },
    { metrics: [5], dimensions: ['2014-05-20 14:00:00', QUAI] },
    { metrics: [99], dimensions: ['2014-05-20 14:00:00', '/'] },
    { metrics: [99], dimensions: ['hier', PORT] },
  ],
  meta: {},
  query: {},
});

describe('Plausible', () => {
  it('is asked for the readers of pages by hours, and answers', async () => {
    assert.deepEqual(await ask('plausible', plausible), {
      0: { [PORT]: 12 },
      '-1': { [PORT]: 7, [QUAI]: 5 },
    });
    const [{ method, url: where, authorization, body }] = asked as [Asked];
    assert.deepEqual([method, where.pathname, authorization], ['POST', '/api/v2/query', `Bearer ${KEY}`]);
    const { site_id, metrics, dimensions, date_range } = JSON.parse(body);
    assert.deepEqual(
      [site_id, metrics, dimensions],
      ['portail.example', ['visitors'], ['time:hour', 'event:page']],
    );
    assert.deepEqual(date_range, ['2014-05-19T07:30:00.000Z', '2014-05-20T07:30:00.000Z']);
  });

  it('knows a site in a folder by the addresses of its host', async () => {
    const answered = json({
      results: [
        { metrics: [3], dimensions: ['2014-05-20 15:00:00', `/journal${PORT}`] },
        { metrics: [3], dimensions: ['2014-05-20 15:00:00', QUAI] },
      ],
    });
    assert.deepEqual(await ask('plausible', answered, { ...SITE, baseUrl: 'https://exemple.fr/journal' }), {
      0: { [PORT]: 3 },
    });
  });
});

const matomo: Answer = (response, { body }) => {
  const today = new URLSearchParams(body).get('date') === '2014-05-20';
  const rows = [
    {
      label: PORT,
      nb_visits: 40,
      nb_uniq_visitors: today ? 32 : 24,
      nb_hits: 60,
      url: `https://portail.example${PORT}`,
    },
    { label: QUAI.slice(1), nb_visits: 16, nb_hits: 20 },
    { label: 'Others', nb_visits: 900 },
  ];
  json(rows)(response, {} as Asked, 1);
};

describe('Matomo', () => {
  it('is asked for the readers of each day, which are spread over its hours', async () => {
    const counted = (await ask('matomo', matomo)) as Readonly<
      Record<string, Readonly<Record<string, number>>>
    >;
    // Sixteen hours of today have begun.
    assert.deepEqual(counted[0], { [PORT]: 2, [QUAI]: 1 });
    assert.deepEqual(counted[-15], { [PORT]: 2, [QUAI]: 1 });
    assert.deepEqual(counted[-16], { [PORT]: 1, [QUAI]: 16 / 24 });
    assert.deepEqual(
      asked.map(({ body }) => new URLSearchParams(body).get('date')),
      ['2014-05-19', '2014-05-20'],
    );
    const question = new URLSearchParams(asked[0]!.body);
    for (const [name, value] of Object.entries({
      module: 'API',
      method: 'Actions.getPageUrls',
      idSite: '7',
      period: 'day',
      format: 'JSON',
      flat: '1',
      token_auth: KEY,
    }))
      assert.equal(question.get(name), value, name);
    // Addresses stand in logs.
    assert.ok(!asked[0]!.url.href.includes(KEY));
  });

  it('refuses in a reply whose status is good', async () => {
    const refusal = await ask(
      'matomo',
      json({ result: 'error', message: `You can't access this resource with ${KEY}` }),
    );
    assert.deepEqual(refusal, {
      ok: false,
      isUsage: false,
      mistakes: [
        "Matomo\u00a0: accès refusé\u202f; vérifiez la clé et les droits qu’elle donne (You can't access this resource with •••). Le relevé reste tel qu’il est.",
      ],
    });
  });
});

const hourly = Array.from({ length: 24 }, (_, hour) => (hour === 15 ? 9 : hour === 9 ? 4 : 0));
const goatcounter = json({
  hits: [
    {
      count: 13,
      path_id: 1,
      path: PORT,
      title: 'Le port',
      event: false,
      max: 9,
      stats: [{ day: '2014-05-20', hourly, daily: 13 }],
    },
    {
      count: 99,
      path_id: 2,
      path: QUAI,
      title: 'Un clic',
      event: true,
      max: 9,
      stats: [{ day: '2014-05-20', hourly, daily: 13 }],
    },
    { count: 1, path_id: 3, path: QUAI, event: false, max: 1, stats: null },
  ],
  total: 113,
  more: false,
});

describe('GoatCounter', () => {
  it('is asked for the pages that were read, and answers by hours', async () => {
    assert.deepEqual(await ask('goatcounter', goatcounter), { 0: { [PORT]: 9 }, '-6': { [PORT]: 4 } });
    const [{ method, url: where, authorization }] = asked as [Asked];
    assert.deepEqual([method, where.pathname, authorization], ['GET', '/api/v0/stats/hits', `Bearer ${KEY}`]);
    assert.deepEqual(Object.fromEntries(where.searchParams), {
      start: '2014-05-19T07:00:00Z',
      end: '2014-05-20T08:00:00Z',
      limit: '100',
    });
  });

  it('may have counted nobody', async () => {
    assert.deepEqual(await ask('goatcounter', json({ hits: null, total: 0, more: false })), {});
  });
});

const cut: Answer = response => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"results":');
  response.socket?.destroy();
};

const FAULTS: readonly (readonly [what: string, how: Answer, says: RegExp, tries: number])[] = [
  ['a key that is refused', json({ error: `Invalid ${KEY}` }, 401), /\s: accès refusé\s; vérifiez la clé/, 1],
  ['a key without the right', json({ error: 'forbidden' }, 403), /\s: accès refusé/, 1],
  ['a site that is not known', json({ error: 'not found' }, 404), /\s: demande refusée/, 1],
  ['a server at fault', json({}, 500), /\s: pas de réponse utilisable/, 6],
  [
    'too many requests',
    (response, _, tries) => json({}, 429)(response.setHeader('retry-after', '1'), {} as Asked, tries),
    /\s: demande refusée/,
    6,
  ],
  ['a connection that is cut', cut, /\s: pas de réponse utilisable/, 6],
  [
    'a page of HTML',
    response => response.writeHead(200).end('<!doctype html><title>Connexion</title>'),
    /\s: la réponse n’est pas celle/,
    1,
  ],
  [
    'a page of HTML that leads elsewhere',
    response => response.writeHead(302, { location: '/login' }).end(),
    /\s: demande refusée/,
    1,
  ],
  ['other JSON', json({ results: [{ metrics: ['a'] }], hits: 7 }), /\s: la réponse n’est pas celle/, 1],
  ['a number', json(7), /\s: la réponse n’est pas celle/, 1],
];

for (const service of ['plausible', 'matomo', 'goatcounter'] as const)
  describe(`at ${service}`, () => {
    for (const [what, how, says, tries] of FAULTS)
      it(`${what} is said in a sentence without the key`, async () => {
        const refused = await ask(service, how);
        assert.ok('mistakes' in refused && Array.isArray(refused.mistakes) && refused.isUsage === false);
        const [sentence] = refused.mistakes as readonly string[];
        assert.match(sentence!, says);
        assert.ok(!sentence!.includes(KEY) && !sentence!.includes('<'));
        assert.equal(asked.length, tries);
      });

    it('a server that was busy is asked again', async () => {
      const good = { plausible, matomo, goatcounter }[service];
      const counted = await ask(service, (response, each, tries) =>
        (tries === 1 ? json({}, 503) : good)(response, each, tries),
      );
      assert.ok(!('ok' in counted));
    });
  });

describe('the environment', () => {
  const period = { since: NOW - HOUR, now: NOW };
  const wrong = async (service: string, environment: Readonly<Record<string, string>>) => {
    const counted = await countByService(service, environment, SITE, period, hurriedPace(), () => null);
    assert.ok(!counted.ok && counted.isUsage);
    return counted.mistakes.join('\n');
  };

  it('has to say where a service is, and its key', async () => {
    const said = await wrong('matomo', {});
    for (const name of ['MATOMO_URL', 'MATOMO_TOKEN', 'MATOMO_SITE_ID']) assert.ok(said.includes(name), name);
    assert.ok(!(await wrong('plausible', {})).includes('PLAUSIBLE_URL'), 'Plausible has a server of its own');
  });

  it('may send a key only where nobody on the way can read it', async () => {
    for (const server of [
      'http://compteur.example',
      'ftp://compteur.example',
      'compteur.example',
      'https://a:b@compteur.example',
      'https://compteur.example/?a',
    ])
      assert.match(
        await wrong('goatcounter', { GOATCOUNTER_URL: server, GOATCOUNTER_API_KEY: KEY }),
        /GOATCOUNTER_URL doit être une adresse/,
        server,
      );
  });

  it('may have no accents or spaces in a key', async () => {
    const said = await wrong('goatcounter', {
      GOATCOUNTER_URL: 'https://a.example',
      GOATCOUNTER_API_KEY: 'clé secrète',
    });
    assert.match(said, /GOATCOUNTER_API_KEY contient/);
    assert.ok(!said.includes('secrète'));
  });
});
