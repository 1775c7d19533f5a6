// Whatever becomes of its requests, a purge ends in time and leaves each address in one place: purged, as the network itself said, or refused.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { purgeInWords } from '../../src/cli/purge-in-words.ts';
import type { Exchange, NoReply, Reply, Request } from '../../src/purge/exchange.ts';
import { TIME_FOR_ALL } from '../../src/purge/make-purger.ts';
import { purgerFrom } from '../../src/purge/purger-from-environment.ts';
import { readerAddress } from '../../src/purge/reader-address.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { howMany } from '../soak/how-many.ts';

const BASE = 'https://exemple.fr/journal';
const SECRET = 'secret-0123456789';
const KEY = Buffer.alloc(32, 9).toString('base64');

const ENVIRONMENT = {
  CLOUDFLARE_ZONE_ID: 'zone1',
  CLOUDFLARE_API_TOKEN: SECRET,
  FASTLY_API_TOKEN: SECRET,
  PURGE_URLS: 'http://10.0.0.1:6081,http://10.0.0.2:6081',
  PURGE_TOKEN: SECRET,
  PURGE_WEBHOOK_URL: `https://exemple.org/${SECRET}`,
  PURGE_WEBHOOK_SECRET: `whsec_${KEY}`,
};

/** What each sends names its addresses in another way; every address of these has its number in it. */
const NUMBER = /page-(\d+)/g;

/** Of two folders, where one of them is told as a whole. */
const FOLDER = /month-\d\/(?!page)/g;
const FOLDER_OF = /month-\d\//;

interface Fault {
  readonly reply: Reply | NoReply;
  /** In ms. */
  readonly takes: number;
}

const fault: fc.Arbitrary<Fault> = fc.record({
  takes: fc.nat(15_000),
  reply: fc.oneof(
    fc.constantFrom<NoReply>({ cause: 'timeout' }, { cause: 'ECONNRESET' }, { cause: 'ENOTFOUND' }),
    fc.record({
      status: fc.constantFrom(200, 301, 400, 401, 403, 404, 405, 412, 413, 429, 500, 501, 503),
      headers: fc.constantFrom<Reply['headers']>(
        {},
        { 'retry-after': '7' },
        { 'retry-after': '99999999' },
        { 'retry-after': 'soon' },
        { 'retry-after': '-5' },
        { 'content-type': 'text/html' },
      ),
      text: fc.oneof(
        fc.constantFrom(
          '',
          SECRET,
          '{}',
          'null',
          '[]',
          '{"success":false}',
          '{"success":false,"errors":[null,7]}',
        ),
        fc.constant(`{"success":false,"errors":[{"code":971,"message":"${SECRET} ${KEY}"}]}`),
        fc.string({ unit: 'binary' }),
      ),
    }),
  ),
});

/** A reply by which each of them says that it is done. */
function done({ url, body = '' }: Request): Reply {
  const keys = /"surrogate_keys":(\[.*\])/.exec(body)?.[1];
  const json: object =
    keys === undefined
      ? { success: true, status: 'ok' }
      : Object.fromEntries((JSON.parse(keys) as string[]).map(key => [key, url]));
  return { status: 200, headers: {}, text: JSON.stringify(json) };
}

interface Case {
  readonly cdn: string;
  readonly service: boolean;
  readonly count: number;
  /** Whether two folders hold them, or each is beside the others. */
  readonly inFolders: boolean;
  /** In their order; what is asked after the last goes well. */
  readonly faults: readonly (Fault | null)[];
}

async function purgeAmongFaults({ cdn, service, count, inFolders, faults }: Case): Promise<void> {
  const pace = hurriedPace();
  const start = pace.now();
  const fine = new Set<string>();
  const fineFolders = new Set<string>();
  let asked = 0;
  let siteDone = false;
  const exchange: Exchange = async request => {
    const next = faults[asked++] ?? null;
    await pace.wait(next?.takes ?? 1);
    // The same pace is that of pauses: one thing at a time is slower than what is real, never faster.
    if (next !== null) return next.reply;
    const numbers = [...`${request.url} ${request.body ?? ''}`.matchAll(NUMBER)].map(([, number]) => number!);
    for (const number of numbers) fine.add(number);
    const folders = [...`${request.url} ${request.body ?? ''}`.matchAll(FOLDER)].map(([folder]) => folder);
    for (const folder of folders) fineFolders.add(folder);
    siteDone ||= numbers.length === 0 && folders.length === 0;
    return done(request);
  };
  const made = purgerFrom({
    cdn,
    environment: { ...ENVIRONMENT, ...(service ? { FASTLY_SERVICE_ID: 'S1' } : {}) },
    baseUrl: BASE,
    pace,
    exchange,
  });
  assert.ok(made.ok);
  const urls = Array.from({ length: count }, (_, at) =>
    inFolders ? `/month-${at % 2}/page-${at}.html` : `/page-${at}/`,
  );
  const outcome = await made.purger.purge({ urls });
  const placed = [...outcome.purged, ...outcome.refusals.flatMap(refusal => refusal.urls)];
  assert.deepEqual(placed.toSorted(), urls.toSorted(), 'each address is in one place');
  for (const url of outcome.purged)
    assert.ok(
      siteDone ||
        fine.has(/page-(\d+)/.exec(url)![1]!) ||
        fineFolders.has(FOLDER_OF.exec(url)?.[0] ?? '') ||
        isHarmless(cdn, faults),
      `${readerAddress(BASE, url)} was said to be done`,
    );
  // The last requests of all may have begun just before the end.
  assert.ok(pace.now() - start <= TIME_FOR_ALL + 16 * 15_000, 'it ends');
  const printed = JSON.stringify([outcome, purgeInWords(outcome)]);
  for (const secret of [SECRET, KEY]) assert.ok(!printed.includes(secret), printed);
}

/** Some of these faults are none to some: a status is all that they say. */
function isHarmless(cdn: string, faults: Case['faults']): boolean {
  const statuses = faults.flatMap(one => (one !== null && 'status' in one.reply ? [one.reply.status] : []));
  const fine: Readonly<Record<string, readonly number[]>> = {
    webhook: [200],
    varnish: [200],
    nginx: [200, 404, 412],
  };
  return statuses.some(status => fine[cdn]?.includes(status));
}

it('each address is purged or refused, and no secret told, whatever becomes of the requests', async () => {
  const anyCase: fc.Arbitrary<Case> = fc.record({
    cdn: fc.constantFrom('cloudflare', 'fastly', 'varnish', 'nginx', 'webhook'),
    service: fc.boolean(),
    inFolders: fc.boolean(),
    count: fc.oneof(fc.nat(30), fc.constantFrom(100, 101, 257, 400, 401, 1001)),
    faults: fc.array(fc.oneof(fault, fc.constant(null)), { maxLength: 40 }),
  });
  await fc.assert(fc.asyncProperty(anyCase, purgeAmongFaults), howMany('purges among faults'));
});
