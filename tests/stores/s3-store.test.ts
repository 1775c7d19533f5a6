// A bucket as a store: as a small one of ours has it, with all that goes wrong, and as one that others wrote.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import S3rver from '@20minutes/s3rver';
import fc from 'fast-check';
import {
  type ObjectStore,
  STORE_FOLDER,
  StoreError,
  type StoreFailure,
} from '../../src/store/object-store.ts';
import { readTarget, WrongTarget } from '../../src/store/read-target.ts';
import { type S3Pace, USUAL_PACE } from '../../src/store/s3-requests.ts';
import { openS3Store } from '../../src/store/s3-store.ts';
import { howMany } from '../soak/how-many.ts';
import { type Fault, type S3Server, type S3ServerOptions, startS3Server } from './s3-server.ts';
import { followTable, keysIn, operations, PAGE, storeSuite } from './store-suite.ts';

/** Nobody waits long for a store of this machine. */
const QUICK: S3Pace = {
  ...USUAL_PACE,
  retries: { budget: 6_000, firstWait: 5, longestWait: 50 },
  patience: 2_000,
};

async function open(target: string, pace = QUICK): Promise<ObjectStore> {
  const read = readTarget(target);
  assert.ok(!(read instanceof WrongTarget) && read.kind === 'bucket');
  return openS3Store(read, pace);
}

function useKeys({ accessKeyId, secretAccessKey }: S3Server['keys']): void {
  process.env.AWS_ACCESS_KEY_ID = accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = secretAccessKey;
}

/** What this machine's owner has set for buckets of their own is not asked. */
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
process.env.AWS_CONFIG_FILE = process.env.AWS_SHARED_CREDENTIALS_FILE = '/dev/null';
process.env.AWS_EC2_METADATA_DISABLED = 'true';

for (const conditions of [true, false]) {
  storeSuite(
    `a bucket that ${conditions ? 'heeds' : 'ignores'} conditions and ranges`,
    async () => {
      const server = await startS3Server({ conditions, ranges: conditions, pageSize: 50 });
      useKeys(server.keys);
      return {
        open: () => open(`s3://${server.bucket}/site?endpoint=${server.url}`),
        end: () => server.close(),
      };
    },
    { conditions, many: 120 },
  );
}

storeSuite(
  'a bucket of s3rver',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'quotidien-s3rver-'));
    const server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory,
      configureBuckets: [{ name: 'journal' }],
      // It takes the address of a bucket for one without its last slash. Our own server checks signatures.
      allowMismatchedSignatures: true,
    });
    const { port } = await server.run();
    useKeys({ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' });
    return {
      open: () => open(`s3://journal/site?endpoint=http://127.0.0.1:${port}`),
      async end() {
        server.httpServer.closeAllConnections();
        await server.close();
        rmSync(directory, { recursive: true });
      },
    };
  },
  // It writes into its files in place, lists folders as file systems do, escapes twice, and has no second page: that would take a cipher which is no longer known.
  { conditions: false, whole: false, ordered: false, escaped: false, many: 60 },
);

describe('a bucket as a store', () => {
  const servers: S3Server[] = [];
  const stores: ObjectStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const server of servers.splice(0)) await server.close();
  });

  async function start(options: S3ServerOptions = {}, pace?: S3Pace, settings = '') {
    const server = await startS3Server(options);
    servers.push(server);
    useKeys(server.keys);
    const store = await open(`s3://${server.bucket}/site?endpoint=${server.url}${settings}`, pace);
    stores.push(store);
    return { server, store };
  }

  const put = (store: ObjectStore, key: string, text: string) => store.put(key, Buffer.from(text), PAGE);
  const text = async (store: ObjectStore, key: string) => (await store.read(key))?.bytes.toString();

  const fails =
    (failure: StoreFailure, detail = /./) =>
    (error: unknown): boolean => {
      assert.ok(error instanceof StoreError, String(error));
      assert.deepEqual([error.failure, error.cause], [failure, undefined], error.detail);
      assert.match(error.detail, detail);
      return true;
    };

  it('keeps what browsers are told of an object', async () => {
    const { server, store } = await start();
    await store.put('a.html', Buffer.from('a'), {
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'max-age=60, stale-while-revalidate=86400',
      redirectTo: '/chine/',
      others: { 'surrogate-key': 'une chine', 'content-language': 'fr', author: 'Zoé' },
    });
    assert.deepEqual(server.objects.get('site/a.html')!.headers, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'max-age=60, stale-while-revalidate=86400',
      'x-amz-website-redirect-location': '/chine/',
      'x-amz-meta-surrogate-key': 'une chine',
      'content-language': 'fr',
      'x-amz-meta-author': 'Zo%C3%A9',
    });
  });

  it('tells browsers of an object otherwise, without its bytes, as long as it is that version', async () => {
    const { server, store } = await start();
    const kept = store.keptHeaders!;
    const key = 'été 2014/a+b.html';
    const before = {
      contentType: 'text/html',
      cacheControl: 'no-store',
      others: { 'x-frame-options': 'DENY' },
    };
    const tag = (await store.put(key, Buffer.from('a'), before))!;
    assert.equal(await kept.areAs(key, before), true);
    const now = {
      ...before,
      cacheControl: 'max-age=60',
      redirectTo: '/b/',
      others: { 'content-language': 'fr' },
    };
    assert.equal(await kept.areAs(key, now), false);
    const received = server.received();
    assert.equal(await kept.replace(key, now, tag), tag);
    assert.equal(server.received(), received);
    assert.deepEqual(server.objects.get(`site/${key}`)!.headers, {
      'content-type': 'text/html',
      'cache-control': 'max-age=60',
      'x-amz-website-redirect-location': '/b/',
      'content-language': 'fr',
    });
    assert.equal(await kept.areAs(key, now), true);
    assert.equal(await kept.replace(key, before, '"00000000000000000000000000000000"'), null);
    assert.equal(await kept.replace('nulle-part', before, null), null);
    assert.equal(await kept.areAs('nulle-part', before), null);
    assert.equal(await kept.areAs(key, now), true);
    assert.deepEqual((await store.read(key))?.bytes.toString(), 'a');
  });

  it('does without redirects where they are refused, and asks no second time', async () => {
    const { server, store } = await start({
      fault: ({ headers }) =>
        headers['x-amz-website-redirect-location'] ? { status: 501, code: 'NotImplemented' } : null,
    });
    for (const key of ['a.html', 'b.html'])
      assert.ok(await store.put(key, Buffer.from('a'), { ...PAGE, redirectTo: '/chine/' }));
    assert.equal(server.requests.length, 3);
    assert.equal(server.objects.size, 2);
  });

  it('is below its prefix, and touches nothing beside it', async () => {
    const { server, store } = await start();
    const beside = await open(`s3://${server.bucket}/site-etat?endpoint=${server.url}`);
    stores.push(beside);
    await put(store, 'a.html', 'a');
    await put(beside, 'racine.json', '{}');
    assert.deepEqual(await keysIn(store, ''), ['a.html']);
    await store.remove(['racine.json', 'site-etat/racine.json']);
    assert.deepEqual([...server.objects.keys()], ['site/a.html', 'site-etat/racine.json']);
  });

  it('may be the whole bucket', async () => {
    const { server } = await start();
    const whole = await open(`s3://${server.bucket}?endpoint=${server.url}`);
    stores.push(whole);
    await put(whole, 'a.html', 'a');
    assert.deepEqual([...server.objects.keys()], ['a.html']);
    assert.deepEqual(await keysIn(whole, ''), ['a.html']);
  });

  it('lists and removes thousands, as many at a time as stores allow', async () => {
    const { server, store } = await start();
    const page = { bytes: Buffer.from('a'), etag: '"a"', written: 0, headers: {} };
    const keys = Array.from({ length: 2_345 }, (_, index) => `${10_000 + index}.html`);
    for (const key of keys) server.objects.set(`site/${key}`, page);
    assert.deepEqual(await keysIn(store, ''), keys);
    await store.remove(keys);
    assert.equal(server.objects.size, 0);
    assert.equal(server.requests.length, 3 + 3);
  });

  it('gives the same tag of a store that leaves the quotes out', async () => {
    const { server, store } = await start({ quotedTags: false });
    const tag = await put(store, 'a.html', 'a');
    assert.match(tag!, /^"[0-9a-f]{32}"$/);
    assert.deepEqual(
      (await Array.fromAsync(store.list(''))).map(each => each.tag),
      [tag],
    );
    assert.equal((await store.look('a.html'))!.tag, tag);
    assert.ok(await store.put('a.html', Buffer.from('b'), PAGE, { ifTag: tag! }));
    assert.equal(server.objects.get('site/a.html')!.bytes.toString(), 'b');
  });

  it('takes its endpoint and region from the environment', async () => {
    const { server } = await start();
    process.env.AWS_ENDPOINT_URL_S3 = server.url;
    process.env.AWS_REGION = 'fr-par';
    try {
      const store = await open(`s3://${server.bucket}/site`);
      stores.push(store);
      await put(store, 'a.html', 'a');
      assert.match(server.requests.at(-1)!.headers.authorization!, /\/fr-par\/s3\//);
      assert.ok(server.objects.has('site/a.html'));
    } finally {
      delete process.env.AWS_ENDPOINT_URL_S3;
      delete process.env.AWS_REGION;
    }
  });

  it('asks once, and writes nothing, to know that a store heeds conditions which was tried before', async () => {
    const { server, store } = await start();
    assert.equal(await store.hasConditions(), true);
    const again = await open(store.place);
    stores.push(again);
    const before = [...server.objects];
    assert.deepEqual(await Promise.all([again.hasConditions(), again.hasConditions()]), [true, true]);
    assert.deepEqual([...server.objects], before);
    const tried = server.requests.filter(({ key }) => key.includes(STORE_FOLDER));
    assert.equal(tried.length, 3 + 2);
  });

  it('does not believe in conditions that are not implemented', async () => {
    const notImplemented = { status: 501, code: 'NotImplemented' };
    const { store } = await start({
      fault: ({ headers }) => (headers['if-match'] || headers['if-none-match'] ? notImplemented : null),
    });
    assert.equal(await store.hasConditions(), false);
    assert.ok(await store.put('a.html', Buffer.from('a'), PAGE, { ifAbsent: true }));
    assert.equal(await store.put('a.html', Buffer.from('b'), PAGE, { ifAbsent: true }), null);
  });

  describe('where something fails for a moment', () => {
    /** The first `times` requests for pages. */
    const first = (times: number, fault: Fault) => {
      let count = 0;
      return ({ key }: { readonly key: string }): Fault | null =>
        key.endsWith('.html') && count++ < times ? fault : null;
    };
    const PASSING: Readonly<Record<string, Fault>> = {
      'asks to slow down': { status: 503, code: 'SlowDown' },
      'asks to slow down by 429': { status: 429, code: 'TooManyRequests' },
      'has an error of its own': { status: 500, code: 'InternalError' },
      'has a gateway that waits for it': { status: 504, code: 'GatewayTimeout' },
      'did not get all in time': { status: 400, code: 'RequestTimeout' },
      'did not get all': { status: 400, code: 'IncompleteBody' },
      'got other bytes': { status: 400, code: 'BadDigest' },
      'cuts the connection before it did anything': { cut: 'before' },
      'cuts the connection when it has done it': { cut: 'after' },
      'does not answer in time': { after: 1_000 },
    };
    const QUICK_FAULTS: readonly Fault[] = [
      ...Object.values(PASSING).filter(fault => !('after' in fault)),
      { cut: 'within' },
    ];
    for (const [what, fault] of Object.entries(PASSING)) {
      it(`puts, reads, looks and removes all the same in one that ${what}`, async () => {
        const pace = 'after' in fault ? { ...QUICK, patience: 200 } : QUICK;
        const putting = await start({ fault: first(2, fault) }, pace);
        const tag = await put(putting.store, 'a.html', 'a');
        assert.equal(putting.server.objects.get('site/a.html')!.etag, tag);
        assert.ok(putting.server.requests.length >= 3);
        const reading = await start({ fault: first(6, fault) }, pace);
        reading.server.objects.set('site/a.html', putting.server.objects.get('site/a.html')!);
        assert.equal(await text(reading.store, 'a.html'), 'a');
        const looking = await start({ fault: first(2, fault) }, pace);
        looking.server.objects.set('site/a.html', putting.server.objects.get('site/a.html')!);
        assert.equal((await looking.store.look('a.html'))!.tag, tag);
        const removing = await start({ fault: first(2, fault) }, pace);
        removing.server.objects.set('site/a.html', putting.server.objects.get('site/a.html')!);
        await removing.store.remove(['a.html', 'b.html']);
        assert.equal(removing.server.objects.size, 0);
      });
    }

    it('holds after any changes what a table of them holds, whatever fails meanwhile', async () => {
      const faults = fc.infiniteStream(
        fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...QUICK_FAULTS)),
      );
      let cases = 0;
      let failing: Iterator<Fault | null> = [].values();
      const pace = { ...QUICK, retries: { ...QUICK.retries, budget: 60_000 } };
      const { store } = await start({ fault: () => failing.next().value ?? null }, pace);
      await store.hasConditions();
      await fc.assert(
        fc.asyncProperty(operations, faults, async (all, stream) => {
          failing = stream;
          // Of two that put the same bytes both may be told that they did.
          const different = all.map((each, index) => ({
            ...each,
            content: Buffer.concat([each.content, Buffer.from(`${index}`)]),
          }));
          await followTable(store, prefix => keysIn(store, prefix), `cas-${cases++}/`, different);
        }),
        howMany('changes of a store'),
      );
    });

    it('never gives half of an object', async () => {
      const { server, store } = await start({ fault: first(2, { cut: 'within' }) });
      await put(store, 'b.txt', 'x'.repeat(100_000));
      server.objects.set('site/a.html', server.objects.get('site/b.txt')!);
      assert.equal((await text(store, 'a.html'))!.length, 100_000);
      assert.equal(server.requests.length, 4);
    });

    it('lists all when a page of the list is missing at first', async () => {
      const lists = ({ query, before }: { query: URLSearchParams; before: number }): Fault | null =>
        query.has('list-type') && before % 2 === 1 ? { status: 503, code: 'SlowDown' } : null;
      const { server, store } = await start({ pageSize: 7, fault: lists });
      const page = { bytes: Buffer.from('a'), etag: '"a"', written: 0, headers: {} };
      for (let index = 10; index < 99; index += 1) server.objects.set(`site/${index}`, page);
      assert.equal((await keysIn(store, '')).length, 89);
    });

    it('sends a large file again from its beginning', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'quotidien-s3-'));
      const path = join(folder, 'film.html');
      writeFileSync(path, 'un film'.repeat(500_000));
      const { server, store } = await start({ fault: first(2, { cut: 'before' }) });
      await store.put('film.html', { path }, PAGE);
      assert.equal(server.objects.get('site/film.html')!.bytes.toString(), 'un film'.repeat(500_000));
      rmSync(folder, { recursive: true });
    });

    it('says of a file that changed meanwhile that it did, and puts nothing of it', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'quotidien-s3-'));
      const path = join(folder, 'film.html');
      for (const other of ['', 'un film', 'un autre', 'un film de plus'.repeat(100_000)]) {
        writeFileSync(path, 'un frlm');
        const cutOnce = first(1, { cut: 'before' });
        const { server, store } = await start({
          fault(request) {
            writeFileSync(path, other);
            return cutOnce(request);
          },
        });
        await assert.rejects(store.put('film.html', { path }, PAGE), /a changé pendant l’envoi/);
        assert.equal(server.objects.size, 0);
      }
      rmSync(folder, { recursive: true });
    });

    it('knows its own version when the answer was lost, whatever the store’s tags are', async () => {
      for (const md5Tags of [true, false]) {
        const { server, store } = await start({ md5Tags, fault: first(1, { cut: 'after' }) });
        const tag = await store.put('a.html', Buffer.from('a'), PAGE, { ifAbsent: true });
        assert.equal(server.objects.get('site/a.html')!.etag, tag);
        assert.equal(await store.put('a.html', Buffer.from('b'), PAGE, { ifAbsent: true }), null);
      }
    });

    it('knows that it changed a version when the answer was lost', async () => {
      let lose = false;
      const { server, store } = await start({
        fault: ({ key }) => {
          const isLost = lose && key === 'site/a.html';
          lose = false;
          return isLost ? { cut: 'after' } : null;
        },
      });
      const first = await put(store, 'a.html', 'a');
      await store.hasConditions();
      lose = true;
      const second = await store.put('a.html', Buffer.from('b'), PAGE, { ifTag: first! });
      assert.equal(server.objects.get('site/a.html')!.etag, second);
      assert.notEqual(second, null);
    });

    it('does not take another’s version for its own when it was only asked to slow down', async () => {
      const { server, store } = await start({ fault: first(1, { status: 503, code: 'SlowDown' }) });
      await put(store, 'b.txt', 'a');
      server.objects.set('site/a.html', server.objects.get('site/b.txt')!);
      assert.equal(await store.put('a.html', Buffer.from('a'), PAGE, { ifAbsent: true }), null);
    });

    it('tries again what two conditions left undecided', async () => {
      const { store } = await start({
        fault: first(2, { status: 409, code: 'ConditionalRequestConflict' }),
      });
      assert.ok(await store.put('a.html', Buffer.from('a'), PAGE, { ifAbsent: true }));
    });

    it('knows a refusal that is called a conflict', async () => {
      const { store } = await start({ fault: first(1, { status: 409, code: 'ObjectAlreadyExists' }) });
      assert.equal(await store.put('a.html', Buffer.from('a'), PAGE, { ifAbsent: true }), null);
    });

    it('removes what was not removed at first, and only that', async () => {
      let refusals = 0;
      const { server, store } = await start({
        fault: ({ method, key }) =>
          method === 'DELETE' && key === 'site/7.html' && refusals++ < 2
            ? { status: 503, code: 'SlowDown' }
            : null,
      });
      await Promise.all(Array.from({ length: 10 }, (_, index) => put(store, `${index}.html`, 'a')));
      await store.remove(Array.from({ length: 10 }, (_, index) => `${index}.html`));
      assert.equal(server.objects.size, 0);
      assert.equal(server.requests.filter(({ method }) => method === 'POST').length, 3);
    });

    it('asks fewer things at a time of one that asks to slow down', async () => {
      let atOnce = 0;
      let refused = 0;
      const pace = { ...QUICK, retries: { ...QUICK.retries, budget: 30_000 } };
      const options: S3ServerOptions = {
        fault: ({ key }) => {
          if (!key.endsWith('.html')) return null;
          atOnce += 1;
          setTimeout(() => {
            atOnce -= 1;
          }, 4);
          if (atOnce <= 3) return { after: 3 };
          refused += 1;
          return { status: 503, code: 'SlowDown' };
        },
      };
      const { server, store } = await start(options, pace);
      await Promise.all(Array.from({ length: 120 }, (_, index) => put(store, `${index}.html`, 'a')));
      assert.equal(server.objects.size, 120);
      assert.ok(server.mostAtOnce() <= USUAL_PACE.atOnce, `${server.mostAtOnce()} at once`);
      assert.ok(refused < 120, `${refused} of ${server.requests.length} were refused`);
    });
  });

  describe('where it can’t go on', () => {
    const always = (status: number, code: string, message?: string): S3ServerOptions => ({
      fault: () => ({ status, code, ...(message === undefined ? {} : { message }) }),
    });
    const FINAL: readonly (readonly [what: string, options: S3ServerOptions, failure: StoreFailure])[] = [
      ['credentials expired', always(400, 'ExpiredToken'), 'refused'],
      ['a right is missing', always(403, 'AccessDenied'), 'refused'],
      ['the disk of the store is full', always(507, 'XMinioStorageFull'), 'full'],
      ['the quota is used up', always(403, 'QuotaExceeded'), 'full'],
      ['the clock of the store is an hour ahead', { ahead: 3_600_000 }, 'clock'],
      ['the clock of the store is an hour behind', { ahead: -3_600_000 }, 'clock'],
      ['something is not allowed', always(405, 'MethodNotAllowed'), 'other'],
    ];
    for (const [what, options, failure] of FINAL) {
      it(`says at once that ${what}`, async () => {
        const { server, store } = await start(options);
        await assert.rejects(put(store, 'a.html', 'a'), fails(failure));
        await assert.rejects(store.read('a.html'), fails(failure));
        await assert.rejects(store.look('a.html'), fails(failure));
        await assert.rejects(store.remove(['a.html']), fails(failure));
        await assert.rejects(keysIn(store, ''), fails(failure));
        await assert.rejects(store.put('a.html', Buffer.from('a'), PAGE, { ifAbsent: true }));
        // Whatever HEAD does not say, GET is asked for.
        assert.ok(server.requests.length <= 10, `${server.requests.length} requests`);
        assert.equal(server.objects.size, 0);
      });
    }

    it('says which keys it does not take, and says them to nobody', async () => {
      const { server, store } = await start();
      process.env.AWS_SECRET_ACCESS_KEY = 'AnotherSecret';
      const wrong = await open(store.place);
      await assert.rejects(put(wrong, 'a.html', 'a'), fails('refused', /^SignatureDoesNotMatch/));
      process.env.AWS_ACCESS_KEY_ID = 'AKIDUNKNOWN';
      const unknown = await open(store.place);
      stores.push(wrong, unknown);
      await assert.rejects(put(unknown, 'a.html', 'a'), fails('refused', /^InvalidAccessKeyId/));
      assert.equal(server.requests.length, 2);
    });

    it('says nothing of a secret that the store repeats', async () => {
      const { server, store } = await start({
        fault: () => ({
          status: 403,
          code: 'SignatureDoesNotMatch',
          message: `${server.keys.accessKeyId} signs with ${server.keys.secretAccessKey}`,
        }),
      });
      await assert.rejects(put(store, 'a.html', 'a'), (error: unknown) => {
        const { message, detail } = error as StoreError;
        assert.equal(detail, 'SignatureDoesNotMatch\u00a0: … signs with …');
        return fails('refused')(error) && !message.includes(server.keys.secretAccessKey);
      });
    });

    it('says that there are no keys', async () => {
      const { store: other } = await start();
      delete process.env.AWS_ACCESS_KEY_ID;
      delete process.env.AWS_SECRET_ACCESS_KEY;
      const store = await open(other.place);
      stores.push(store);
      await assert.rejects(put(store, 'a.html', 'a'), fails('refused'));
    });

    it('says that the bucket is missing, whatever is asked first', async () => {
      const { server } = await start();
      const ask: readonly ((store: ObjectStore) => Promise<unknown>)[] = [
        store => put(store, 'a.html', 'a'),
        store => store.read('a.html'),
        store => store.look('a.html'),
        store => store.remove(['a.html']),
        store => keysIn(store, ''),
        store => store.hasConditions(),
      ];
      for (const each of ask) {
        const store = await open(`s3://autre-journal/site?endpoint=${server.url}`);
        stores.push(store);
        await assert.rejects(each(store), fails('no-place', /^NoSuchBucket/));
      }
    });

    it('says that something else answers in its place: another service, or a portal that asks for a name', async () => {
      const page = '<html><head><title>Portail</title></head><body>Connectez-vous</body></html>';
      let status = 0;
      const portal = createServer((request, response) => {
        request.resume();
        response.writeHead(status, { 'content-type': 'text/html' });
        response.end(request.method === 'HEAD' ? undefined : page);
      });
      portal.listen(0, '127.0.0.1');
      await once(portal, 'listening');
      useKeys({ accessKeyId: 'AKIDTESTS', secretAccessKey: 'secret' });
      const { port } = portal.address() as AddressInfo;
      const store = await open(`s3://journal/site?endpoint=http://127.0.0.1:${port}`);
      stores.push(store);
      for (status of [200, 302, 404]) {
        const isOther = fails('other', new RegExp(`HTTP ${status}.* n’est pas celle d’un compartiment`));
        await assert.rejects(put(store, 'a.html', 'a'), isOther);
        await assert.rejects(store.read('a.html'), isOther);
        await assert.rejects(store.look('a.html'), isOther);
        await assert.rejects(keysIn(store, ''), isOther);
        if (status !== 200) await assert.rejects(store.remove(['a.html']), isOther);
        assert.equal(await store.hasConditions(), false);
      }
      portal.closeAllConnections();
      portal.close();
    });

    it('gives up one that never answers, when the time is over', async () => {
      const pace = { ...QUICK, retries: { ...QUICK.retries, budget: 400 }, patience: 150 };
      const { store } = await start({ fault: () => ({ after: 60_000 }) }, pace);
      await assert.rejects(put(store, 'a.html', 'a'), fails('unreachable'));
    });

    it('gives up one that asks to slow down for ever', async () => {
      const pace = { ...QUICK, retries: { ...QUICK.retries, budget: 200 } };
      const { server, store } = await start(always(503, 'SlowDown'), pace);
      await assert.rejects(put(store, 'a.html', 'a'), fails('unreachable', /^SlowDown/));
      assert.ok(server.requests.length > 3, `${server.requests.length} tries`);
    });

    it('says that nobody listens, or that nobody has that name', async () => {
      const pace = { ...QUICK, retries: { ...QUICK.retries, budget: 100 } };
      const { server } = await start();
      await server.close();
      servers.pop();
      const silent = await open(`s3://journal/site?endpoint=${server.url}`, pace);
      const nobody = await open('s3://journal/site?endpoint=http://nobody.invalid', pace);
      stores.push(silent, nobody);
      await assert.rejects(silent.read('a.html'), fails('unreachable', /ECONNREFUSED/));
      await assert.rejects(nobody.read('a.html'), fails('unreachable'));
    });

    it('says that some could not be removed, and removes the others', async () => {
      const { server, store } = await start({
        fault: ({ method, key }) =>
          method === 'DELETE' && key.endsWith('/b.html') ? { status: 403, code: 'AccessDenied' } : null,
      });
      for (const name of ['a', 'b', 'c']) await put(store, `${name}.html`, name);
      await assert.rejects(store.remove(['a.html', 'b.html', 'c.html']), fails('refused', /b\.html/));
      assert.deepEqual([...server.objects.keys()], ['site/b.html']);
    });

    it('ends what is under way and what waits when it is closed', async () => {
      const { store } = await start({ fault: () => ({ after: 60_000 }) }, { ...QUICK, patience: 50_000 });
      const waiting = Promise.allSettled(
        Array.from({ length: 40 }, (_, index) => put(store, `${index}`, 'a')),
      );
      setTimeout(() => store.close(), 50);
      assert.ok((await waiting).every(({ status }) => status === 'rejected'));
    });
  });
});
