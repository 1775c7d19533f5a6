// A site in a bucket: what is published there is what a clean build makes, whatever the bucket can and whatever happens on the way.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { holdsTexts } from './holds-texts.ts';
import { article, reportOf } from './mini-site.ts';
import { newPublishedSite, type PublishedSite, type Sent } from './publication/published-site.ts';
import { type ApartOptions, type ServerApart, startServerApart } from './stores/s3-server-apart.ts';
import { assertSameTree, type Tree } from './tree.ts';

const PORT = 'content/articles/port.md';
const GARE = 'content/articles/gare.md';

const KEPT = { ...process.env };
after(() => {
  for (const name of Object.keys(process.env)) if (!(name in KEPT)) delete process.env[name];
  Object.assign(process.env, KEPT);
});

interface InBucket extends Disposable {
  readonly online: PublishedSite;
  readonly server: ServerApart;
  sent(changes?: Parameters<PublishedSite['sent']>[0]): Promise<Sent>;
  assertClean(): Promise<void>;
}

async function portalInBucket(options: ApartOptions): Promise<InBucket> {
  const server = await startServerApart(options);
  after(() => server.close());
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  process.env.AWS_CONFIG_FILE = process.env.AWS_SHARED_CREDENTIALS_FILE = '/dev/null';
  process.env.AWS_EC2_METADATA_DISABLED = 'true';
  process.env.AWS_ACCESS_KEY_ID = server.keys.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = server.keys.secretAccessKey;
  const online = newPublishedSite({
    [PORT]: article({}, 'Le port est ouvert.'),
    [GARE]: article({ title: 'La gare', section: 'monde', date: '2014-05-19T10:00' }),
  });
  const places = ['site', 'site.state'].map(
    prefix => `s3://${server.bucket}/${prefix}?endpoint=${server.url}&region=eu-west-3`,
  );
  const asked = { target: places[0]!, stateTarget: places[1]!, lease: 200 };
  return {
    online,
    server,
    sent: (changes = {}) => online.sent({ ...asked, ...changes }),
    async assertClean() {
      const clean = await online.site.cleanBuild();
      reportOf(clean.outcome);
      assertSameTree(await siteIn(server), clean.tree);
    },
    [Symbol.dispose]: () => online.site[Symbol.dispose](),
  };
}

/** What readers find. */
async function siteIn(server: ServerApart): Promise<Tree> {
  const ours = [...(await server.objects())].filter(
    ([key]) => key.startsWith('site/') && !key.startsWith('site/.quotidien/'),
  );
  return new Map(ours.map(([key, { bytes }]) => [key.slice('site/'.length), Buffer.from(bytes)]));
}

/** How many pages of the site itself were read. */
async function pagesRead(server: ServerApart): Promise<number> {
  return (await server.reads()).filter(key => /^site\/(?!\.quotidien).*\.html$/.test(key)).length;
}

const BUCKETS: Readonly<Record<string, ApartOptions>> = {
  'that heeds conditions': {},
  'whose tags tell nothing of the bytes': { md5Tags: false },
  'that knows no conditions': { conditions: false },
  'that lists little at a time, and is throttled': {
    pageSize: 7,
    throttled: 9,
  },
};

describe('a bucket', () => {
  for (const [name, options] of Object.entries(BUCKETS))
    it(`${name} holds what a clean build makes, and gets no more than what changed`, async () => {
      using portal = await portalInBucket(options);
      const { online, server, sent, assertClean } = portal;
      await sent();
      await assertClean();
      online.changeMachine();
      assert.deepEqual((await sent()).put, []);
      online.site.edit(PORT, text => text.replace('ouvert', 'fermé'));
      online.changeMachine();
      const { put } = await sent();
      assert.deepEqual(
        put.filter(url => !holdsTexts(url)),
        ['/chine/2014/05/20/port.html'],
      );
      await assertClean();
      await meddle(server, 'site/chine/index.html');
      await server.delete('site/flux.xml');
      const repaired = await sent({ verify: true });
      assert.deepEqual(repaired.put, ['/chine/', '/flux.xml']);
      assert.deepEqual([...repaired.published.overwritten].sort(), ['/chine/', '/flux.xml']);
      await assertClean();
      for (const key of (await server.objects()).keys())
        if (key.startsWith('site.state/')) await server.delete(key);
      online.changeMachine();
      await meddle(server, 'site/monde/index.html');
      const before = await pagesRead(server);
      assert.deepEqual((await sent({ forceState: true })).put, ['/monde/']);
      if (options.md5Tags !== false) assert.ok((await pagesRead(server)) - before <= 1);
      await assertClean();
    });
});

describe('headers in a bucket', () => {
  const WAYS: Readonly<Record<string, ApartOptions>> = {
    'copied in place': {},
    'of which tags tell nothing of the bytes': { md5Tags: false },
    'that can’t copy an object onto itself': { copies: false },
  };
  for (const [name, options] of Object.entries(WAYS))
    it(`are those of today when an owner’s settings change, of files whose bytes stay, too: ${name}`, async () => {
      using portal = await portalInBucket(options);
      const { online, server, sent } = portal;
      online.site.edit(GARE, text => text.replace('---\n', '---\naliases: [/vieille-gare/]\n'));
      await sent();
      const before = await headersIn(server);
      online.site.edit('_data/site.yaml', text => `${text}participation: https://avis.example\n`);
      const { changes } = okay(await sent({ isRehearsal: true }));
      assert.deepEqual(await headersIn(server), before);
      const { put, published } = await sent();
      const renewed = okay({ published }).changes.renewed;
      // Pages have the policy within; feeds, of which no byte changes, beside them alone.
      assert.ok(renewed.includes('/flux.xml'), renewed.join(' '));
      assert.deepEqual(
        renewed.filter(url => put.includes(url)),
        [],
      );
      assert.deepEqual([...changes.renewed].sort(), [...renewed].sort());
      using fresh = await portalInBucket({});
      for (const file of [GARE, '_data/site.yaml']) fresh.online.site.write(file, online.site.read(file));
      await fresh.sent();
      assert.deepEqual(await headersIn(server), await headersIn(fresh.server));
      const again = await sent();
      assert.deepEqual([again.put, okay(again).changes.renewed], [[], []]);
      // Tags are those that the bucket has now: nobody else has changed anything.
      online.site.edit(PORT, text => text.replace('ouvert', 'fermé'));
      assert.deepEqual((await sent()).published.overwritten, []);
    });

  it('that somebody else changed are mended where one compares, and those only', async () => {
    using portal = await portalInBucket({});
    const { server, sent } = portal;
    await sent();
    const right = await headersIn(server);
    const key = 'site/chine/index.html';
    const page = (await server.objects()).get(key)!;
    await server.set(key, { ...page, headers: { 'content-type': 'text/plain' } });
    assert.deepEqual(okay(await sent()).changes.renewed, []);
    const mended = await sent({ verify: true });
    assert.deepEqual([mended.put, okay(mended).changes.renewed], [[], ['/chine/']]);
    assert.deepEqual(await headersIn(server), right);
    portal.online.changeMachine();
    for (const each of (await server.objects()).keys())
      if (each.startsWith('site.state/')) await server.delete(each);
    await server.set(key, { ...page, headers: { 'content-type': 'text/plain' } });
    assert.deepEqual(okay(await sent({ forceState: true })).changes.renewed, ['/chine/']);
    assert.deepEqual(await headersIn(server), right);
  });
});

describe('a file that its owner put into the bucket by hand', () => {
  it('stays where a publication begins to have one of its own there, from any machine, until it is removed', async () => {
    using portal = await portalInBucket({});
    const { online, server, sent } = portal;
    await sent();
    const robots = (await server.objects()).get('site/robots.txt')!;
    await server.set('site/_headers', { ...robots, bytes: Buffer.from('/*\n  X-Robots-Tag: noindex\n') });
    online.site.edit('_data/site.yaml', text => `${text}host: netlify\n`);
    for (const act of [() => {}, () => online.changeMachine()]) {
      act();
      const { published, put } = await sent();
      assert.deepEqual(okay({ published }).report.taken, ['_headers']);
      assert.ok(!put.includes('/_headers'));
      assert.match(Buffer.from((await server.objects()).get('site/_headers')!.bytes).toString(), /noindex/);
    }
    await server.delete('site/_headers');
    assert.deepEqual((await sent()).put, ['/_headers']);
    await portal.assertClean();
  });
});

function okay({ published }: Pick<Sent, 'published'>) {
  return published.outcome.ok ? published.outcome : assert.fail();
}

/** What browsers are told of each file that readers find. */
async function headersIn(server: ServerApart): Promise<Readonly<Record<string, unknown>>> {
  const ours = [...(await server.objects())].filter(
    ([key]) => key.startsWith('site/') && !key.startsWith('site/.quotidien/'),
  );
  return Object.fromEntries(
    ours.map(([key, { headers }]) => [key, Object.fromEntries(Object.entries(headers).sort())]).sort(),
  );
}

async function meddle(server: ServerApart, key: string): Promise<void> {
  const found = (await server.objects()).get(key);
  assert.ok(found);
  const etag = '"00000000000000000000000000000000"';
  await server.set(key, { ...found, bytes: Buffer.from('Autre chose.'), etag });
}
