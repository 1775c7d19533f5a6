// The variables by which an owner says which caches to purge: what is missing or wrong is said in French, and never with a value.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CDNS } from '../../src/purge/purger.ts';
import { type Environment, purgerFrom } from '../../src/purge/purger-from-environment.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';

const BASE = 'https://exemple.fr';

function mistakesOf(cdn: string, environment: Environment): readonly string[] {
  const made = purgerFrom({ cdn, environment, baseUrl: BASE, pace: hurriedPace() });
  return made.ok ? [] : made.mistakes;
}

/** For each cache a whole set of settings. */
const WHOLE: Readonly<Record<(typeof CDNS)[number], Readonly<Record<string, string>>>> = {
  cloudflare: { CLOUDFLARE_ZONE_ID: 'zone1', CLOUDFLARE_API_TOKEN: 'token-1' },
  fastly: { FASTLY_API_TOKEN: 'token-1' },
  cloudfront: { CLOUDFRONT_DISTRIBUTION_ID: 'E1' },
  varnish: { PURGE_URLS: 'http://10.0.0.1:6081' },
  nginx: { PURGE_URLS: 'http://10.0.0.1' },
  webhook: {
    PURGE_WEBHOOK_URL: 'https://exemple.fr/hook',
    PURGE_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  },
};

describe('the settings of a cache', () => {
  for (const cdn of CDNS) {
    it(`are whole with what docs/purge.md names (${cdn})`, () => {
      assert.deepEqual(mistakesOf(cdn, WHOLE[cdn]), []);
    });

    it(`are missing one by one (${cdn})`, () => {
      for (const missing of Object.keys(WHOLE[cdn])) {
        for (const value of [undefined, '', '  ']) {
          const mistakes = mistakesOf(cdn, { ...WHOLE[cdn], [missing]: value });
          assert.equal(mistakes.length, 1, missing);
          assert.match(
            mistakes[0]!,
            new RegExp(`^Pour purger .*, il manque la variable d’environnement ${missing}\\.$`),
          );
        }
      }
    });

    it(`are all said to be missing at once (${cdn})`, () => {
      assert.equal(mistakesOf(cdn, {}).length, Object.keys(WHOLE[cdn]).length);
    });
  }

  it('of a cache that nobody knows name those that are known', () => {
    const [mistake] = mistakesOf('akamai', {});
    assert.ok(mistake!.startsWith('«\u00a0akamai\u00a0» n’est pas un cache que Quotidien sait purger.'));
    for (const cdn of CDNS) assert.ok(mistake!.includes(cdn));
    for (const odd of ['', '__proto__', 'constructor', 'Cloudflare', '\u001b[2J']) {
      const mistakes = mistakesOf(odd, {});
      assert.equal(mistakes.length, 1);
      assert.ok(!mistakes[0]!.includes('\u001b'));
    }
  });

  const WRONG: readonly (readonly [(typeof CDNS)[number], string, string])[] = [
    ['cloudflare', 'CLOUDFLARE_API_TOKEN', 'secret with-space'],
    ['cloudflare', 'CLOUDFLARE_API_TOKEN', 'secret\r\nx-more: 1'],
    ['cloudflare', 'CLOUDFLARE_API_TOKEN', 'secret-é'],
    ['cloudflare', 'CLOUDFLARE_API_BASE_URL', 'http://secret.exemple.fr/client/v4'],
    ['cloudflare', 'CLOUDFLARE_API_BASE_URL', 'ftp://secret.exemple.fr'],
    ['fastly', 'FASTLY_API_ENDPOINT', 'https://user:secret@exemple.fr'],
    ['fastly', 'FASTLY_SERVICE_ID', 'secret id'],
    ['cloudfront', 'CLOUDFRONT_MOST_PATHS', 'secret'],
    ['cloudfront', 'CLOUDFRONT_MOST_PATHS', '-1'],
    ['cloudfront', 'CLOUDFRONT_MOST_PATHS', '1e9'],
    ['varnish', 'PURGE_URLS', 'secret:6081'],
    ['varnish', 'PURGE_URLS', 'http://10.0.0.1:6081, http://user:secret@10.0.0.2'],
    ['varnish', 'PURGE_URLS', 'http://10.0.0.1/secret'],
    ['varnish', 'PURGE_URLS', ' , '],
    ['nginx', 'PURGE_TOKEN', 'secret token'],
    ['webhook', 'PURGE_WEBHOOK_URL', 'http://exemple.fr/secret'],
    ['webhook', 'PURGE_WEBHOOK_URL', 'https://secret:x@exemple.fr/'],
    ['webhook', 'PURGE_WEBHOOK_URL', 'exemple.fr/secret'],
    ['webhook', 'PURGE_WEBHOOK_SECRET', 'secret'],
    ['webhook', 'PURGE_WEBHOOK_SECRET', 'whsec_secret!'],
    ['webhook', 'PURGE_WEBHOOK_SECRET', `whsec_${Buffer.alloc(65, 1).toString('base64')}`],
  ];
  for (const [cdn, name, value] of WRONG) {
    it(`are wrong with ${name} ${JSON.stringify(value).slice(0, 50)}, which is not repeated`, () => {
      const mistakes = mistakesOf(cdn, { ...WHOLE[cdn], [name]: value });
      assert.equal(mistakes.length, 1, mistakes.join('\n'));
      assert.ok(mistakes[0]!.includes(name));
      assert.ok(!mistakes[0]!.includes('secret') && !mistakes[0]!.includes(value), mistakes[0]!);
      assert.match(mistakes[0]!, /^La variable .*\.$/);
    });
  }

  it('may be an API on this machine, without encryption', () => {
    for (const api of ['http://127.0.0.1:8000', 'http://localhost:8000/v4', 'http://[::1]:8000'])
      assert.deepEqual(mistakesOf('cloudflare', { ...WHOLE.cloudflare, CLOUDFLARE_API_BASE_URL: api }), []);
  });

  it('are all in docs/purge.md', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/purge.md'), 'utf8');
    const read = new Set<string>();
    for (const cdn of CDNS) {
      const environment = new Proxy(WHOLE[cdn], {
        get(target, name) {
          read.add(String(name));
          return Reflect.get(target, name);
        },
      });
      purgerFrom({ cdn, environment, baseUrl: BASE, pace: hurriedPace() });
      assert.ok(docs.includes(`| \`${cdn}\` |`), cdn);
    }
    assert.ok(read.size > 10);
    const ours = [...read].filter(name => !name.startsWith('AWS_'));
    assert.deepEqual(
      ours.filter(name => !docs.includes(`\`${name}\``)),
      [],
    );
  });
});
