// Each network of caches as its documentation has it speak: batches, limits, refusals, and what befalls connections.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, describe, it } from 'node:test';
import type { Pace } from '../../src/asking/pace.ts';
import { purgeInWords } from '../../src/cli/purge-in-words.ts';
import { exchange } from '../../src/purge/exchange.ts';
import { TIME_FOR_ALL } from '../../src/purge/make-purger.ts';
import type { Cdn, Purger, RefusalReason } from '../../src/purge/purger.ts';
import { type Environment, purgerFrom } from '../../src/purge/purger-from-environment.ts';
import { surrogateKeyOf, surrogateKeyOfSite } from '../../src/purge/surrogate-keys.ts';
import type { PurgeEvent } from '../../src/purge/webhook.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { type Asked, type LocalCdn, localCdn, type Told } from './local-cdn.ts';

const BASE = 'https://exemple.fr/journal';
const KEY = Buffer.alloc(32, 7);

/** Settings of each that lead to the server at `url`. */
const SETTINGS: Readonly<Record<Exclude<Cdn, 'cloudfront'>, (url: string) => Environment>> = {
  cloudflare: url => ({
    CLOUDFLARE_ZONE_ID: 'zone1',
    CLOUDFLARE_API_TOKEN: 'tok-cloudflare-secret',
    CLOUDFLARE_API_BASE_URL: `${url}/client/v4`,
  }),
  fastly: url => ({
    FASTLY_API_TOKEN: 'tok-fastly-secret',
    FASTLY_SERVICE_ID: 'SERVICE1',
    FASTLY_API_ENDPOINT: url,
  }),
  varnish: url => ({ PURGE_URLS: url, PURGE_TOKEN: 'tok-varnish-secret' }),
  nginx: url => ({ PURGE_URLS: url }),
  webhook: url => ({
    PURGE_WEBHOOK_URL: `${url}/hook/path-secret-0123`,
    PURGE_WEBHOOK_SECRET: `whsec_${KEY.toString('base64')}`,
  }),
};

/** What each says when all is well. */
const FINE: Readonly<Record<keyof typeof SETTINGS, (asked: Asked) => Told>> = {
  cloudflare: () => ({
    status: 200,
    body: { success: true, errors: [], messages: [], result: { id: 'zone1' } },
  }),
  fastly: ({ path, body }) => ({
    status: 200,
    body: path.startsWith('/purge/')
      ? { status: 'ok', id: '108-1391560174-974124' }
      : Object.fromEntries(
          (JSON.parse(body) as { surrogate_keys: string[] }).surrogate_keys.map((key, at) => [
            key,
            `108-${at}`,
          ]),
        ),
  }),
  varnish: () => ({ status: 200, body: 'Purged' }),
  nginx: () => ({ status: 200, body: 'Successful purge' }),
  webhook: () => ({ status: 204 }),
};

const NAMES = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

let servers: LocalCdn[] = [];
afterEach(async () => {
  await Promise.all(servers.map(server => server.close()));
  servers = [];
});

async function serve(tell: (asked: Asked, count: number) => Told): Promise<LocalCdn> {
  const server = await localCdn(tell);
  servers.push(server);
  return server;
}

/** No test waits as long as a publication would. */
const SHORT = 300;

function purger(cdn: string, environment: Environment, pace: Pace = hurriedPace(), baseUrl = BASE): Purger {
  const made = purgerFrom({
    cdn,
    environment,
    baseUrl,
    pace,
    exchange: request => exchange(request, SHORT),
  });
  assert.ok(made.ok, made.ok ? '' : made.mistakes.join('\n'));
  return made.purger;
}

const addresses = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `/chine/2014/05/20/${at}.html`);

/** So many that no folder below the site's holds more than one of. */
const spread = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `/sujet-${at}/`);

const jsonBodies = (server: LocalCdn): readonly unknown[] => server.asked.map(({ body }) => JSON.parse(body));

for (const cdn of NAMES) {
  describe(`a purge of ${cdn}`, () => {
    it('asks nothing for no address', async () => {
      const server = await serve(FINE[cdn]);
      const outcome = await purger(cdn, SETTINGS[cdn](server.url)).purge({ urls: [] });
      assert.deepEqual(outcome, { cdn, scope: 'addresses', folders: [], purged: [], refusals: [] });
      assert.equal(server.asked.length, 0);
    });

    it('tells each address once, and says that it is purged', async () => {
      const server = await serve(FINE[cdn]);
      const urls = ['/', '/chine/', '/chine/'];
      const outcome = await purger(cdn, SETTINGS[cdn](server.url)).purge({ urls });
      assert.deepEqual(outcome, {
        cdn,
        scope: 'addresses',
        folders: [],
        purged: ['/', '/chine/'],
        refusals: [],
      });
    });

    for (const fault of ['cut', 'half', 'silent'] as const) {
      it(`is made again where the connection is ${fault === 'half' ? 'cut in the reply' : fault}`, async () => {
        const pace = hurriedPace();
        const server = await serve((asked, count) => (count < 3 ? fault : FINE[cdn](asked)));
        const outcome = await purger(cdn, SETTINGS[cdn](server.url), pace).purge({ urls: ['/chine/'] });
        assert.deepEqual(outcome.purged, ['/chine/']);
        assert.equal(server.asked.length, 3);
        assert.equal(pace.pauses.length, 2);
        assert.ok(pace.pauses[0]! < pace.pauses[1]!, 'pauses grow');
      });
    }

    it('comes back no sooner than it is told to', async () => {
      const pace = hurriedPace();
      const server = await serve((asked, count) =>
        count === 1 ? { status: 429, headers: { 'retry-after': '30' } } : FINE[cdn](asked),
      );
      const outcome = await purger(cdn, SETTINGS[cdn](server.url), pace).purge({ urls: ['/chine/'] });
      assert.deepEqual(outcome.refusals, []);
      assert.equal(pace.pauses.length, 1);
      assert.ok(pace.pauses[0]! >= 30_000);
    });

    it('understands a date to come back at', async () => {
      const pace = hurriedPace();
      const date = new Date(pace.now() + 40_000).toUTCString();
      const server = await serve((asked, count) =>
        count === 1 ? { status: 503, headers: { 'retry-after': date } } : FINE[cdn](asked),
      );
      await purger(cdn, SETTINGS[cdn](server.url), pace).purge({ urls: ['/chine/'] });
      assert.equal(pace.pauses.length, 1);
      assert.ok(pace.pauses[0]! >= 40_000);
    });

    it('does not wait longer than it may', async () => {
      const pace = hurriedPace();
      const server = await serve(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
      const outcome = await purger(cdn, SETTINGS[cdn](server.url), pace).purge({ urls: ['/chine/'] });
      assert.equal(outcome.refusals[0]!.reason, 'limit');
      assert.deepEqual(pace.pauses, []);
    });

    it('ends where nobody ever answers well', async () => {
      const pace = hurriedPace();
      const start = pace.now();
      const server = await serve(() => ({ status: 500 }));
      const outcome = await purger(cdn, SETTINGS[cdn](server.url), pace).purge({ urls: addresses(3) });
      assert.deepEqual(outcome.purged, []);
      assert.equal(outcome.refusals.length, 1);
      assert.equal(outcome.refusals[0]!.reason, 'unreachable');
      assert.deepEqual([...outcome.refusals[0]!.urls].sort(), addresses(3));
      assert.ok(pace.now() - start <= TIME_FOR_ALL);
    });

    it('does not follow anybody elsewhere with what proves who we are', async () => {
      const elsewhere = await serve(FINE[cdn]);
      const server = await serve(() => ({ status: 302, headers: { location: elsewhere.url } }));
      const outcome = await purger(cdn, SETTINGS[cdn](server.url)).purge({ urls: ['/chine/'] });
      assert.equal(outcome.refusals[0]!.reason, 'other');
      assert.equal(elsewhere.asked.length, 0);
    });

    it('reads no endless answer to its end', async () => {
      const server = await serve(() => ({ status: 500, body: 'x'.repeat(5_000_000) }));
      const outcome = await purger(cdn, SETTINGS[cdn](server.url)).purge({ urls: ['/chine/'] });
      assert.ok(outcome.refusals[0]!.detail.length <= 300, String(outcome.refusals[0]!.detail.length));
    });

    it('where nobody listens is refused', async () => {
      const server = await localCdn(FINE[cdn]);
      await server.close();
      const outcome = await purger(cdn, SETTINGS[cdn](server.url)).purge({ urls: ['/chine/'] });
      assert.equal(outcome.refusals[0]!.reason, 'unreachable');
      assert.match(outcome.refusals[0]!.detail, /ECONNREFUSED/);
    });
  });
}

/** Each refusal as it is documented or met, and what it is told apart as. */
const REFUSALS: readonly (readonly [keyof typeof SETTINGS, string, Told, RefusalReason])[] = [
  [
    'cloudflare',
    'a token that is unknown',
    cloudflareError(401, 10000, 'Authentication error'),
    'credentials',
  ],
  [
    'cloudflare',
    'a token without the right',
    cloudflareError(403, 9109, 'Unauthorized to access requested resource'),
    'credentials',
  ],
  ['cloudflare', 'what is no token', cloudflareError(400, 6003, 'Invalid request headers'), 'credentials'],
  [
    'cloudflare',
    'what is no zone',
    cloudflareError(400, 7003, 'Could not route to /zones/zone1/purge_cache'),
    'unknown-zone',
  ],
  ['cloudflare', 'a zone that is gone', cloudflareError(404, 7000, 'No route for that URI'), 'unknown-zone'],
  ['cloudflare', 'a no with the status of a yes', cloudflareError(200, 1094, 'Unable to purge'), 'other'],
  ['cloudflare', 'a page of a proxy with the status of a yes', { status: 200, body: 'Welcome' }, 'other'],
  ['cloudflare', 'a limit', cloudflareError(429, 971, 'Please wait'), 'limit'],
  ['cloudflare', 'a limit with another status', cloudflareError(400, 971, 'Please wait'), 'limit'],
  ['cloudflare', 'too long a body', { status: 413, body: '' }, 'limit'],
  [
    'fastly',
    'a token that is unknown',
    { status: 401, body: { msg: 'Provided credentials are missing or invalid' } },
    'credentials',
  ],
  [
    'fastly',
    'a token without the right',
    { status: 403, body: { msg: 'You are not authorized to perform this action' } },
    'credentials',
  ],
  ['fastly', 'an unknown service', { status: 404, body: { msg: 'Record not found' } }, 'unknown-zone'],
  ['fastly', 'a limit', { status: 429, body: { msg: 'Exceeded rate limit' } }, 'limit'],
  ['fastly', 'an answer that names no key', { status: 200, body: {} }, 'other'],
  ['varnish', 'a machine that may not', { status: 403 }, 'credentials'],
  ['varnish', 'a machine that may not, as the manual has it', { status: 405 }, 'credentials'],
  ['varnish', 'an unknown host', { status: 404 }, 'unknown-zone'],
  ['varnish', 'a cache without such a method', { status: 501 }, 'not-offered'],
  ['nginx', 'a machine that may not', { status: 403 }, 'credentials'],
  ['nginx', 'a server without the module', { status: 405 }, 'credentials'],
  ['webhook', 'a wrong signature', { status: 401 }, 'credentials'],
  ['webhook', 'a hook that is gone', { status: 410 }, 'unknown-zone'],
  ['webhook', 'too much at once', { status: 413 }, 'limit'],
];

function cloudflareError(status: number, code: number, message: string): Told {
  return { status, body: { success: false, errors: [{ code, message }], messages: [], result: null } };
}

describe('a refusal is told apart', () => {
  for (const [cdn, what, told, reason] of REFUSALS) {
    it(`of ${cdn}: ${what} is « ${reason} »`, async () => {
      const server = await serve(() => told);
      const outcome = await purger(cdn, SETTINGS[cdn](server.url)).purge({ urls: ['/chine/'] });
      assert.deepEqual(outcome.purged, []);
      assert.deepEqual(
        outcome.refusals.map(refusal => ({ reason: refusal.reason, urls: refusal.urls })),
        [{ reason, urls: ['/chine/'] }],
      );
      const tries = reason === 'limit' && (told as { status: number }).status !== 413 ? 6 : 1;
      assert.equal(server.asked.length, tries, 'tried again only where that may help');
    });
  }

  it('and the rest is not asked for where it would be refused as well', async () => {
    const server = await serve((asked, count) =>
      count === 1 ? FINE.cloudflare(asked) : cloudflareError(403, 9109, 'Unauthorized'),
    );
    const outcome = await purger('cloudflare', SETTINGS.cloudflare(server.url)).purge({
      urls: addresses(350),
    });
    assert.deepEqual(outcome.purged, addresses(100));
    assert.equal(outcome.refusals.length, 1);
    assert.deepEqual(outcome.refusals[0]!.urls, addresses(350).slice(100));
    assert.equal(server.asked.length, 2);
  });

  it('and one batch that is refused for itself does not keep the next one back', async () => {
    const server = await serve((asked, count) =>
      count === 2 ? cloudflareError(400, 1012, 'Request must contain…') : FINE.cloudflare(asked),
    );
    const outcome = await purger('cloudflare', SETTINGS.cloudflare(server.url)).purge({
      urls: addresses(250),
    });
    assert.deepEqual(outcome.purged, [...addresses(100), ...addresses(250).slice(200)]);
    assert.deepEqual(outcome.refusals[0]!.urls, addresses(200).slice(100));
  });

  it('key by key at Fastly', async () => {
    const server = await serve(() => ({ status: 200, body: { 'exemple.fr/journal/': '108-1' } }));
    const outcome = await purger('fastly', SETTINGS.fastly(server.url)).purge({ urls: ['/', '/chine/'] });
    assert.deepEqual(outcome.purged, ['/']);
    assert.deepEqual(outcome.refusals[0]!.urls, ['/chine/']);
  });

  it('as late, where time is over before all is asked', async () => {
    const server = await serve(FINE.nginx);
    const pace = hurriedPace(0, TIME_FOR_ALL / 20);
    const outcome = await purger('nginx', SETTINGS.nginx(server.url), pace).purge({ urls: addresses(100) });
    assert.equal(outcome.refusals.length, 1);
    assert.equal(outcome.refusals[0]!.reason, 'late');
    assert.equal(outcome.purged.length, server.asked.length);
    assert.equal(outcome.purged.length + outcome.refusals[0]!.urls.length, 100);
  });
});

describe('what Cloudflare is told', () => {
  it('is a hundred whole addresses a request, with the token', async () => {
    const server = await serve(FINE.cloudflare);
    await purger('cloudflare', SETTINGS.cloudflare(server.url)).purge({ urls: addresses(201) });
    assert.deepEqual(
      (jsonBodies(server) as { files: string[] }[]).map(({ files }) => files.length),
      [100, 100, 1],
    );
    const [first] = server.asked;
    assert.equal(first!.method, 'POST');
    assert.equal(first!.path, '/client/v4/zones/zone1/purge_cache');
    assert.equal(first!.headers.authorization, 'Bearer tok-cloudflare-secret');
    assert.equal((jsonBodies(server)[0] as { files: string[] }).files[0], `${BASE}/chine/2014/05/20/0.html`);
  });

  it('is the folders that hold them for more than 400, and the others by themselves', async () => {
    const server = await serve(FINE.cloudflare);
    const made = purger('cloudflare', SETTINGS.cloudflare(server.url));
    const urls = ['/', '/chine/', ...addresses(401)];
    const outcome = await made.purge({ urls });
    assert.deepEqual(jsonBodies(server), [
      { files: [`${BASE}/`, `${BASE}/chine/`] },
      { prefixes: ['exemple.fr/journal/chine/2014/05/20/'] },
    ]);
    const folders = ['/chine/2014/05/20/'];
    assert.deepEqual(outcome, { cdn: 'cloudflare', scope: 'folders', folders, purged: urls, refusals: [] });
    assert.deepEqual(purgeInWords(outcome), {
      done: [
        'Cloudflare\u00a0: 403 adresses purgées, la plupart par dossiers entiers\u00a0: /chine/2014/05/20/.',
      ],
      refused: [],
    });
  });

  it('that refuses a folder has all addresses in it told as refused, and no other', async () => {
    const server = await serve(asked =>
      asked.body.includes('prefixes')
        ? { status: 400, body: { success: false, errors: [] } }
        : FINE.cloudflare(asked),
    );
    const made = purger('cloudflare', SETTINGS.cloudflare(server.url));
    const outcome = await made.purge({ urls: ['/', ...addresses(401)] });
    assert.deepEqual(outcome.purged, ['/']);
    assert.deepEqual(outcome.refusals[0]!.urls, addresses(401));
  });

  it('is the site’s folder for more than 400 that are spread over it, or for all', async () => {
    const server = await serve(FINE.cloudflare);
    const made = purger('cloudflare', SETTINGS.cloudflare(server.url));
    const outcome = await made.purge({ urls: spread(401) });
    await made.purge('all');
    assert.deepEqual(jsonBodies(server), Array(2).fill({ prefixes: ['exemple.fr/journal/'] }));
    const purged = spread(401);
    assert.deepEqual(outcome, { cdn: 'cloudflare', scope: 'site', folders: [], purged, refusals: [] });
  });

  it('is the site’s host where it has no folder, and never the whole zone', async () => {
    const server = await serve(FINE.cloudflare);
    const made = purger(
      'cloudflare',
      SETTINGS.cloudflare(server.url),
      hurriedPace(),
      'https://www.exemple.fr',
    );
    await made.purge('all');
    assert.deepEqual(jsonBodies(server), [{ hosts: ['www.exemple.fr'] }]);
  });
});

describe('what Fastly is told', () => {
  it('is the first of the keys that each page carries, 256 a request', async () => {
    const server = await serve(FINE.fastly);
    await purger('fastly', SETTINGS.fastly(server.url)).purge({ urls: addresses(300) });
    const bodies = jsonBodies(server) as { surrogate_keys: string[] }[];
    assert.deepEqual(
      bodies.map(body => body.surrogate_keys.length),
      [256, 44],
    );
    assert.equal(server.asked[0]!.path, '/service/SERVICE1/purge');
    assert.equal(server.asked[0]!.headers['fastly-key'], 'tok-fastly-secret');
    // Hard: the next reader gets the new page, and nobody a withdrawn one.
    assert.equal(server.asked[0]!.headers['fastly-soft-purge'], undefined);
    for (const [at, url] of addresses(256).entries())
      assert.equal(surrogateKeyOf(BASE, url), bodies[0]!.surrogate_keys[at]);
  });

  it('is the key that all pages carry for a great many, softly', async () => {
    const server = await serve(FINE.fastly);
    const outcome = await purger('fastly', SETTINGS.fastly(server.url)).purge({ urls: addresses(5121) });
    assert.deepEqual(jsonBodies(server), [{ surrogate_keys: [surrogateKeyOfSite(BASE)] }]);
    assert.equal(server.asked[0]!.headers['fastly-soft-purge'], '1');
    assert.equal(outcome.purged.length, 5121);
  });

  it('is each address by itself without a service’s number, and then not all at once', async () => {
    const server = await serve(FINE.fastly);
    const { FASTLY_SERVICE_ID, ...others } = SETTINGS.fastly(server.url);
    assert.ok(FASTLY_SERVICE_ID);
    const made = purger('fastly', others);
    const outcome = await made.purge({ urls: ['/', '/chine/'] });
    assert.deepEqual(outcome.purged, ['/', '/chine/']);
    assert.deepEqual(
      server.asked.map(({ method, path }) => `${method} ${path}`),
      ['POST /purge/exemple.fr/journal/', 'POST /purge/exemple.fr/journal/chine/'],
    );
    assert.equal((await made.purge('all')).refusals[0]!.reason, 'not-offered');
  });

  it('has no space in a key, whatever a file is called', () => {
    assert.equal(
      [surrogateKeyOf(BASE, '/images/été à 100 %.jpg'), surrogateKeyOfSite(BASE)].join(' '),
      'exemple.fr/journal/images/%C3%A9t%C3%A9%20%C3%A0%20100%20%25.jpg site:exemple.fr/journal',
    );
  });
});

describe('what caches of one’s own are told', () => {
  for (const cdn of ['varnish', 'nginx'] as const) {
    it(`is a PURGE for each address and each cache, with the site’s host (${cdn})`, async () => {
      const [one, two] = [await serve(FINE[cdn]), await serve(FINE[cdn])];
      const urls = ['/', '/chine/', '/a b%.html'];
      const outcome = await purger(cdn, { PURGE_URLS: `${one.url}, ${two.url}/` }).purge({ urls });
      assert.deepEqual(outcome.refusals, []);
      for (const { asked } of [one, two]) {
        assert.deepEqual(asked.map(({ method, path }) => `${method} ${path}`).sort(), [
          'PURGE /journal/',
          'PURGE /journal/a%20b%25.html',
          'PURGE /journal/chine/',
        ]);
        for (const { headers } of asked) {
          assert.equal(headers.host, 'exemple.fr');
          assert.equal(headers.authorization, undefined);
        }
      }
    });

    it(`counts as done only where every cache did it (${cdn})`, async () => {
      const [one, two] = [await serve(FINE[cdn]), await serve(() => ({ status: 403 }))];
      const outcome = await purger(cdn, { PURGE_URLS: `${one.url} ${two.url}` }).purge({ urls: ['/'] });
      assert.deepEqual(outcome.purged, []);
      assert.ok(outcome.refusals[0]!.detail.includes(two.url), 'the report names the cache');
    });
  }

  it('is one BAN for Varnish where addresses are many, or for all', async () => {
    const server = await serve(FINE.varnish);
    const made = purger(
      'varnish',
      SETTINGS.varnish(server.url),
      hurriedPace(),
      'https://exemple.fr/le.journal',
    );
    await made.purge({ urls: spread(401) });
    await made.purge('all');
    assert.equal(server.asked.length, 2);
    for (const { method, path, headers } of server.asked) {
      assert.equal(`${method} ${path}`, 'BAN /le.journal/');
      assert.equal(headers['x-ban-path'], '^/le[.]journal/');
      assert.equal(headers.authorization, 'Bearer tok-varnish-secret');
    }
  });

  it('is one BAN a folder for Varnish where folders hold them', async () => {
    const server = await serve(FINE.varnish);
    const made = purger(
      'varnish',
      SETTINGS.varnish(server.url),
      hurriedPace(),
      'https://exemple.fr/le.journal',
    );
    const outcome = await made.purge({ urls: [...addresses(401), '/'] });
    assert.deepEqual(outcome.folders, ['/chine/2014/05/20/']);
    const told = server.asked.map(({ method, path, headers }) => [method, path, headers['x-ban-path']]);
    assert.deepEqual(told.toSorted(), [
      ['BAN', '/le.journal/chine/2014/05/20/', '^/le[.]journal/chine/2014/05/20/'],
      ['PURGE', '/le.journal/', undefined],
    ]);
  });

  it('is every address for nginx, which has no such thing', async () => {
    const server = await serve(FINE.nginx);
    const made = purger('nginx', SETTINGS.nginx(server.url));
    assert.equal((await made.purge({ urls: addresses(500) })).purged.length, 500);
    assert.equal(server.asked.length, 500);
    assert.equal((await made.purge('all')).refusals[0]!.reason, 'not-offered');
  });

  it('may be what nginx does not hold', async () => {
    const server = await serve((_, count) => ({ status: count === 1 ? 404 : 412 }));
    const outcome = await purger('nginx', SETTINGS.nginx(server.url)).purge({ urls: ['/', '/chine/'] });
    assert.deepEqual(outcome.refusals, []);
  });
});

describe('what a webhook is told', () => {
  /** As a receiver checks it, by the specification. */
  function isSigned({ headers, body }: Asked): boolean {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', KEY).update(signed).digest('base64');
    return headers['webhook-signature'] === `v1,${signature}`;
  }

  it('is JSON with whole addresses, a thousand a message, signed', async () => {
    const server = await serve(FINE.webhook);
    await purger('webhook', SETTINGS.webhook(server.url)).purge({ urls: addresses(1001) });
    const events = jsonBodies(server) as PurgeEvent[];
    assert.deepEqual(
      events.map(({ data }) => data.addresses!.length),
      [1000, 1],
    );
    assert.deepEqual(
      { ...events[1], data: { ...events[1]!.data, addresses: events[1]!.data.addresses } },
      {
        type: 'site.published',
        timestamp: '2014-05-20T07:30:00.000Z',
        data: { site: BASE, addresses: [`${BASE}/chine/2014/05/20/1000.html`] },
      },
    );
    assert.ok(server.asked.every(isSigned));
    assert.notEqual(server.asked[0]!.headers['webhook-id'], server.asked[1]!.headers['webhook-id']);
  });

  it('has the same number when it is sent again, and the hour of each sending', async () => {
    const server = await serve((_, count) => ({ status: count === 1 ? 503 : 200 }));
    await purger('webhook', SETTINGS.webhook(server.url), hurriedPace(undefined, 1000)).purge('all');
    const [first, second] = server.asked;
    assert.equal(first!.headers['webhook-id'], second!.headers['webhook-id']);
    assert.equal(first!.body, second!.body);
    assert.notEqual(first!.headers['webhook-timestamp'], second!.headers['webhook-timestamp']);
    assert.ok(isSigned(second!));
    assert.deepEqual((JSON.parse(second!.body) as PurgeEvent).data, { site: BASE, addresses: null });
  });
});

describe('a secret', () => {
  it('is in no outcome, whatever a server says back', async () => {
    const secrets = [
      'tok-cloudflare-secret',
      'tok-fastly-secret',
      'tok-varnish-secret',
      'path-secret-0123',
      KEY.toString('base64'),
    ];
    // Everything that it was sent, in each form of a refusal.
    const faults: readonly ((echo: string) => Told)[] = [
      echo => ({ status: 200, body: { success: false, errors: [{ code: 1, message: echo }] } }),
      echo => ({ status: 400, body: { success: false, errors: [{ code: 1, message: echo }] } }),
      ...[401, 403, 404, 405, 413, 429, 500, 501, 503].map(status => (echo: string) => ({
        status,
        body: echo,
      })),
      echo => ({ status: 500, body: encodeURIComponent(echo) }),
      echo => ({ status: 302, headers: { location: `/${encodeURIComponent(echo)}` } }),
      () => 'cut',
      () => 'half',
    ];
    for (const cdn of NAMES) {
      for (const fault of faults) {
        const server = await serve(asked => {
          const { authorization = '', 'fastly-key': key = '' } = asked.headers;
          return fault(`${authorization} ${key} ${asked.path} ${secrets.join(' ')}`);
        });
        const made = purger(cdn, SETTINGS[cdn](server.url));
        const outcome = [await made.purge({ urls: ['/chine/'] }), await made.purge('all')];
        const printed = JSON.stringify(outcome);
        // A test that nobody answers would find nothing.
        assert.ok(server.asked.length > 0);
        const own = Object.values(SETTINGS[cdn](server.url)).filter(value =>
          secrets.some(one => value!.includes(one)),
        );
        const parts = own.flatMap(value => [value!, ...secrets.filter(one => value!.includes(one))]);
        for (const secret of parts) assert.ok(!printed.includes(secret), `${cdn}: ${printed}`);
      }
    }
  });
});
