// What search engines and hubs of feeds are told, by servers on this machine that take it, refuse it or break off.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Pace } from '../../src/asking/pace.ts';
import type { PingOutcome, ToTell } from '../../src/ping/ping.ts';
import { ping } from '../../src/ping/pinger.ts';
import { exchange } from '../../src/purge/exchange.ts';
import { type LocalCdn, localCdn, type Told } from '../purge/local-cdn.ts';

const KEY = '4f1c9e07a2b84d5d';
const BASE = 'https://portail.example/journal';

/** Time that passes by pauses alone. */
function patient(): Pace {
  let now = 0;
  return {
    now: () => now,
    wait: async ms => {
      now += ms;
    },
    random: () => 0.5,
  };
}

async function told(
  tell: (count: number) => Told,
  toTell: Partial<ToTell>,
  act: (server: LocalCdn, outcomes: readonly PingOutcome[]) => void,
): Promise<void> {
  const server = await localCdn((_, count) => tell(count));
  try {
    const settings = { baseUrl: BASE, indexNow: KEY, hub: server.url };
    const outcomes = await ping(
      settings,
      { pages: [], feeds: [], ...toTell },
      // Silent servers are not waited for as long as in earnest.
      { pace: patient(), exchange: request => exchange(request, 300), indexNowAddress: server.url },
    );
    act(server, outcomes);
  } finally {
    await server.close();
  }
}

describe('IndexNow', () => {
  it('is told whole addresses, escaped as readers ask for them, with the key and where it is', async () => {
    await told(
      () => ({ status: 202 }),
      { pages: ['/', '/chine/été.html'] },
      ({ asked }, outcomes) => {
        assert.equal(asked.length, 1);
        assert.match(asked[0]!.headers['content-type']!, /^application\/json/);
        assert.deepEqual(JSON.parse(asked[0]!.body), {
          host: 'portail.example',
          key: KEY,
          keyLocation: `${BASE}/${KEY}.txt`,
          urlList: [`${BASE}/`, `${BASE}/chine/%C3%A9t%C3%A9.html`],
        });
        assert.deepEqual(outcomes, [{ service: 'index-now', told: ['/', '/chine/été.html'], refusals: [] }]);
      },
    );
  });

  it('takes 10,000 addresses a request, and no more', async () => {
    const pages = Array.from({ length: 20_001 }, (_, index) => `/chine/${index}/`);
    await told(
      () => ({ status: 200 }),
      { pages },
      ({ asked }, [outcome]) => {
        const sizes = asked.map(({ body }) => JSON.parse(body).urlList.length);
        assert.deepEqual(sizes, [10_000, 10_000, 1]);
        assert.equal(outcome!.told.length, 20_001);
      },
    );
  });

  for (const [what, tell, reason, tries] of [
    ['a key that is not known', { status: 403 }, 'credentials', 1],
    ['addresses of another host', { status: 422, body: 'not your host' }, 'other', 1],
    ['too many requests', { status: 429, headers: { 'retry-after': '60' } }, 'limit', 1],
    ['a server that is broken', { status: 500 }, 'unreachable', 3],
    ['a connection that is cut', 'cut', 'unreachable', 3],
    ['half a reply', 'half', 'unreachable', 3],
    ['silence', 'silent', 'unreachable', 3],
  ] as const)
    it(`tells of ${what}, and ends in its time`, async () => {
      await told(
        () => tell,
        { pages: ['/'] },
        ({ asked }, [outcome]) => {
          assert.deepEqual(outcome!.told, []);
          assert.deepEqual(
            outcome!.refusals.map(each => [each.reason, each.urls]),
            [[reason, ['/']]],
          );
          assert.ok(asked.length >= tries && asked.length <= 6, `${asked.length} requests`);
        },
      );
    });

  it('is asked again where the same request may succeed', async () => {
    const tell = (count: number): Told => (count === 1 ? { status: 503 } : { status: 200 });
    await told(tell, { pages: ['/'] }, ({ asked }, [outcome]) => {
      assert.equal(asked.length, 2);
      assert.deepEqual(outcome!.told, ['/']);
    });
  });
});

describe('a hub', () => {
  it('is told of each feed, as a form', async () => {
    await told(
      () => ({ status: 204 }),
      { feeds: ['/flux.xml', '/chine/rss.xml'] },
      ({ asked }, outcomes) => {
        assert.equal(asked[0]!.headers['content-type'], 'application/x-www-form-urlencoded');
        const form = new URLSearchParams(asked[0]!.body);
        assert.equal(form.get('hub.mode'), 'publish');
        assert.deepEqual(form.getAll('hub.url'), [`${BASE}/flux.xml`, `${BASE}/chine/rss.xml`]);
        assert.deepEqual(outcomes, [
          { service: 'web-sub', told: ['/flux.xml', '/chine/rss.xml'], refusals: [] },
        ]);
      },
    );
  });

  it('that refuses keeps search engines from nothing', async () => {
    await told(
      () => ({ status: 404 }),
      { pages: ['/'], feeds: ['/flux.xml'] },
      ({ asked }, outcomes) => {
        assert.equal(asked.length, 2);
        assert.deepEqual(
          outcomes.map(({ service, refusals }) => [service, refusals[0]!.reason]),
          [
            ['index-now', 'unknown-zone'],
            ['web-sub', 'unknown-zone'],
          ],
        );
      },
    );
  });

  it('hears nothing where nothing changed', async () => {
    await told(
      () => ({ status: 200 }),
      {},
      ({ asked }, outcomes) => {
        assert.deepEqual([asked, outcomes], [[], []]);
      },
    );
  });
});
