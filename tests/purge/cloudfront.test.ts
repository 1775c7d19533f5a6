// CloudFront as its API speaks, with the official client, which reads its credentials from the environment by itself.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { PurgeOutcome, RefusalReason, ToPurge } from '../../src/purge/purger.ts';
import { purgerFrom } from '../../src/purge/purger-from-environment.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { type Asked, type LocalCdn, localCdn, type Told } from './local-cdn.ts';

const BASE = 'https://exemple.fr/journal';
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

let server: LocalCdn;
afterEach(() => server.close());

const FINE: Told = {
  status: 201,
  body: '<?xml version="1.0"?><Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>I1</Id><Status>InProgress</Status><CreateTime>2014-05-20T07:30:00Z</CreateTime><InvalidationBatch><Paths><Quantity>1</Quantity></Paths><CallerReference>x</CallerReference></InvalidationBatch></Invalidation>',
  headers: { 'content-type': 'text/xml' },
};

function awsError(status: number, code: string, message = 'It says why.'): Told {
  return {
    status,
    body: `<?xml version="1.0"?><ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>R1</RequestId></ErrorResponse>`,
    headers: { 'content-type': 'text/xml' },
  };
}

/** What every test's client finds. Each test file has a process of its own. */
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: SECRET,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  CLOUDFRONT_DISTRIBUTION_ID: 'EDFDVBD6EXAMPLE',
  CLOUDFRONT_MOST_PATHS: '',
};

async function purge(
  tell: (asked: Asked, count: number) => Told,
  toPurge: ToPurge,
  environment: Readonly<Record<string, string>> = {},
): Promise<PurgeOutcome> {
  server = await localCdn(tell);
  Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL_CLOUDFRONT: server.url }, environment);
  const made = purgerFrom({
    cdn: 'cloudfront',
    environment: process.env,
    baseUrl: BASE,
    pace: hurriedPace(),
  });
  assert.ok(made.ok);
  const outcome = await made.purger.purge(toPurge);
  const printed = JSON.stringify(outcome);
  for (const secret of [SECRET, 'AKIAIOSFODNN7EXAMPLE']) assert.ok(!printed.includes(secret), printed);
  return outcome;
}

const pages = (count: number): ToPurge => ({
  urls: Array.from({ length: count }, (_, at) => `/chine/${at}.html`),
});

const pathsOf = ({ body }: Asked): readonly string[] =>
  [...body.matchAll(/<Path>(.*?)<\/Path>/g)].map(([, path]) => path!);

describe('what CloudFront is told', () => {
  it('is exact paths, escaped, in one invalidation that is signed', async () => {
    const outcome = await purge(() => FINE, { urls: ['/', '/chine/', '/a&b*.html'] });
    assert.deepEqual(outcome, {
      cdn: 'cloudfront',
      scope: 'addresses',
      folders: [],
      purged: ['/', '/chine/', '/a&b*.html'],
      refusals: [],
    });
    const [asked] = server.asked;
    assert.equal(asked!.method, 'POST');
    assert.equal(asked!.path, '/2020-05-31/distribution/EDFDVBD6EXAMPLE/invalidation');
    assert.match(
      asked!.headers.authorization!,
      /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/us-east-1\/cloudfront\/aws4_request/,
    );
    assert.deepEqual(pathsOf(asked!), ['/journal/', '/journal/chine/', '/journal/a&amp;b%2A.html']);
    assert.match(asked!.body, /<Quantity>3<\/Quantity>/);
  });

  it('is one path with a wildcard a folder past a hundred, since each path may cost', async () => {
    const outcome = await purge(() => FINE, { urls: ['/', ...(pages(101) as { urls: string[] }).urls] });
    assert.deepEqual(server.asked.map(pathsOf), [['/journal/'], ['/journal/chine/*']]);
    assert.deepEqual([outcome.scope, outcome.folders], ['folders', ['/chine/']]);
    assert.equal(outcome.purged.length, 102);
  });

  it('is one for the site where no folders hold enough of them', async () => {
    const urls = Array.from({ length: 101 }, (_, at) => `/sujet-${at}/`);
    const outcome = await purge(() => FINE, { urls });
    assert.deepEqual(pathsOf(server.asked[0]!), ['/journal/*']);
    assert.deepEqual([outcome.scope, outcome.purged.length], ['site', 101]);
  });

  it('is one for the site where its owner wants no more', async () => {
    await purge(() => FINE, pages(1), { CLOUDFRONT_MOST_PATHS: '0' });
    assert.deepEqual(pathsOf(server.asked.at(-1)!), ['/journal/*']);
  });

  it('is up to 3,000 paths an invalidation where its owner wants exact ones', async () => {
    const outcome = await purge(() => FINE, pages(3001), { CLOUDFRONT_MOST_PATHS: '10000' });
    assert.deepEqual(
      server.asked.map(asked => pathsOf(asked).length),
      [3000, 1],
    );
    assert.equal(outcome.purged.length, 3001);
  });

  it('is the same reference when it is told again, and another in another batch', async () => {
    const outcome = await purge(
      (_, count) =>
        count === 1 ? awsError(400, 'TooManyInvalidationsInProgress') : count === 2 ? 'cut' : FINE,
      pages(3001),
      { CLOUDFRONT_MOST_PATHS: '10000' },
    );
    assert.deepEqual(outcome.refusals, []);
    const references = server.asked.map(({ body }) => /<CallerReference>(.*?)</.exec(body)![1]);
    assert.equal(references.length, 4);
    assert.equal(new Set(references.slice(0, 3)).size, 1);
    assert.equal(new Set(references).size, 2);
  });
});

const REFUSALS: readonly (readonly [string, Told, RefusalReason])[] = [
  ['a key that is unknown', awsError(403, 'InvalidClientTokenId'), 'credentials'],
  ['a key that is over', awsError(403, 'ExpiredToken'), 'credentials'],
  ['a wrong secret', awsError(403, 'SignatureDoesNotMatch', `The secret ${SECRET}`), 'credentials'],
  ['a role without the right', awsError(403, 'AccessDenied'), 'credentials'],
  ['an unknown distribution', awsError(404, 'NoSuchDistribution'), 'unknown-zone'],
  ['too long a list', awsError(413, 'BatchTooLarge'), 'limit'],
  ['too many in progress', awsError(400, 'TooManyInvalidationsInProgress'), 'limit'],
  ['too many requests', awsError(400, 'Throttling', 'Rate exceeded'), 'limit'],
  ['a failure of its own', awsError(500, 'InternalError'), 'unreachable'],
  ['a cut connection', 'cut', 'unreachable'],
  ['another mistake', awsError(400, 'InvalidArgument'), 'other'],
];

describe('a refusal of CloudFront is told apart', () => {
  for (const [what, told, reason] of REFUSALS) {
    it(`${what} is « ${reason} »`, async () => {
      const outcome = await purge(() => told, { urls: ['/chine/'] });
      assert.deepEqual(
        outcome.refusals.map(refusal => ({ reason: refusal.reason, urls: refusal.urls })),
        [{ reason, urls: ['/chine/'] }],
        JSON.stringify(outcome),
      );
      assert.ok(server.asked.length > 0);
    });
  }

  it('nobody’s credentials are « credentials »', async () => {
    const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    const outcome = await purge(() => FINE, { urls: ['/chine/'] }, none);
    assert.equal(outcome.refusals[0]!.reason, 'credentials', JSON.stringify(outcome));
    assert.equal(server.asked.length, 0);
  });
});
