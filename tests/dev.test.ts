// What an editor meets who leaves `npm run dev` on: it serves, builds again, says in French what is wrong, and never ends.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Dev, startDev } from './dev-process.ts';
import { quarters } from './media/sample-photographs.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

/** Holds the memory as another server's build does. */
function otherBuild(site: MiniSite): Disposable {
  const database = new DatabaseSync(join(site.dir, '.cache/dev/memory.sqlite'));
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  return { [Symbol.dispose]: () => database.close() };
}

const PAGE = '/chine/2014/05/20/port.html';
const FILE = 'content/articles/port.md';
const SERVED = 'Ctrl+C pour arrêter.';

describe('npm run dev', () => {
  let site: MiniSite;
  let dev: Dev;
  before(async () => {
    site = miniSite({
      [FILE]: article({ image: { src: 'port.jpg', alt: 'Le port.' } }),
      'content/articles/port.jpg': await quarters(1_200, 800).jpeg().toBuffer(),
    });
    dev = await startDev(site);
    await dev.says(SERVED);
  });
  after(async () => {
    await dev[Symbol.asyncDispose]();
    site[Symbol.dispose]();
  });

  const say = (title: string): void =>
    site.edit(FILE, text => text.replace(/title: .*/, `title: "${title}"`));

  it('serves the site to this machine alone, and shows what was written', async () => {
    assert.match(dev.printed(), new RegExp(`servi à http://localhost:${dev.port}/ `));
    assert.doesNotMatch(dev.printed(), /Attention/);
    for (const address of outsideAddresses()) assert.equal(await isReached(address, dev.port), false);
    say('Le port ferme');
    await dev.shows(PAGE, 'Le port ferme');
  });

  it('makes images when they are asked for', async () => {
    const image = /\/images\/[^" ,]+\.avif/.exec(await (await dev.get(PAGE)).text())![0];
    assert.ok(!site.holds(`.cache/dev/site${image}`));
    const answer = await dev.get(image);
    assert.equal(answer.headers.get('content-type'), 'image/avif');
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1', 4, 12), 'ftypavif');
  });

  it('survives what strangers send', async () => {
    const upgrade = `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`;
    const get = (target: string): string => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    for (const bytes of [
      ...[get('/%'), get('/%ff'), get('//'), get('/\0'), '\xff\xff\xff\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n'],
      `${upgrade}\xff\xff\xff\xff\xff`,
      `${upgrade}\x82\xff\x7f\xff\xff\xff\xff\xff\xff\xff${'x'.repeat(2 ** 20)}`,
    ]) {
      const socket = connect(dev.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.end(Buffer.from(bytes, 'latin1'));
      await new Promise(resolve => socket.once('close', resolve).resume());
      assert.equal((await dev.get('/')).status, 200);
    }
    assert.ok(dev.isRunning);
  });

  it('waits while another build holds the memory, says so once, and then builds', async () => {
    {
      using _ = otherBuild(site);
      say('Le port attend');
      await dev.says(
        'Une autre construction est en cours avec la même mémoire (--cache). Celle-ci commencera',
      );
      await sleep(1_500);
      assert.equal((await dev.get(PAGE)).status, 200);
      assert.equal(dev.printed().match(/Une autre construction/g)?.length, 1);
    }
    await dev.shows(PAGE, 'Le port attend');
  });

  it('goes on after problems of the content', async () => {
    site.edit(FILE, text => text.replace('"chine"', '"nulle-part"'));
    await dev.says('1 problème dans le contenu');
    site.edit(FILE, text => text.replace('"nulle-part"', '"chine"'));
    say('Le port rouvre');
    await dev.shows(PAGE, 'Le port rouvre');
  });

  it('goes on after a build that failed', async () => {
    // A folder where a file has to be stops any build that writes it.
    const inTheWay = join(site.dir, '.cache/dev/output-folders-since.json.new');
    mkdirSync(inTheWay);
    say('Le port échoue');
    await dev.says(/La construction a échoué\u00a0: .+\. Elle reprendra au prochain changement\./);
    rmSync(inTheWay, { recursive: true });
    say('Le port réussit');
    await dev.shows(PAGE, 'Le port réussit');
    assert.ok(dev.isRunning);
  });

  it('serves a site that moves into a folder below it, and says where', async () => {
    site.edit('_data/site.yaml', text => text.replace(/^(baseUrl: .*)$/m, '$1/journal'));
    await dev.says(`servi à http://localhost:${dev.port}/journal/ `);
    await dev.shows(`/journal${PAGE}`, '<a href="/journal/chine/">');
    assert.equal((await dev.get('/')).url, `${dev.origin}/journal/`);
    assert.equal((await dev.get(PAGE)).status, 404);
    const page = await (await dev.get(`/journal${PAGE}`)).text();
    const image = /<img src="(\/journal\/images\/[^"]*)"/.exec(page)![1]!;
    assert.equal((await dev.get(image)).status, 200);
    site.edit('_data/site.yaml', text => text.replace('/journal', ''));
    await dev.shows(PAGE, '<a href="/chine/">');
  });

  it('goes on when nobody reads what it prints', async () => {
    dev.closeTerminal();
    for (const title of ['Le port se tait', 'Le port parle']) {
      say(title);
      await dev.shows(PAGE, title);
    }
    assert.ok(dev.isRunning);
  });
});

describe('npm run dev, when it begins,', () => {
  it('waits for the memory', async () => {
    using site = miniSite({ [FILE]: article() });
    mkdirSync(join(site.dir, '.cache/dev'), { recursive: true });
    const other = otherBuild(site);
    await using dev = await startDev(site);
    await dev.says('Une autre construction');
    other[Symbol.dispose]();
    await dev.says(SERVED);
  });

  it('leaves no process behind, whenever it is killed', async () => {
    using site = miniSite({ [FILE]: article() });
    for (const time of [20, 50, 80, 120, 200, 400, 900]) {
      const dev = await startDev(site);
      await sleep(time);
      // What it started holds its output open.
      await dev.kill();
    }
  });

  it('says with --host that others can read the site', async () => {
    using site = miniSite({ [FILE]: article() });
    await using dev = await startDev(site, '--host', '0.0.0.0');
    await dev.says('Attention\u00a0: avec «\u00a0--host 0.0.0.0\u00a0»');
    assert.match(dev.printed(), new RegExp(`servi à http://localhost:${dev.port}/ `));
    for (const address of outsideAddresses()) assert.equal(await isReached(address, dev.port), true);
  });

  for (const [typed, words] of Object.entries({
    '--host 203.0.113.9': '«\u00a0203.0.113.9\u00a0» n’est pas une adresse de cette machine.',
    '--host=': 'L’option «\u00a0--host\u00a0» demande une valeur.',
    '--port 0': '«\u00a00\u00a0» n’est pas un numéro de port',
  }))
    it(`refuses ${typed}`, async () => {
      using site = miniSite({ [FILE]: article() });
      await using dev = await startDev(site, ...typed.split(' '));
      while (dev.isRunning) await sleep(20);
      assert.ok(dev.printed().includes(words), dev.printed());
    });

  it('leaves alone the site that readers have, and its memory', async () => {
    using site = miniSite({ [FILE]: article() });
    await site.built();
    const known = (): readonly unknown[] => [
      site.tree(),
      readFileSync(join(site.dir, '.cache/memory.sqlite')),
    ];
    const before = known();
    await using dev = await startDev(site);
    await dev.says(SERVED);
    site.edit(FILE, text => text.replace('Le port rouvre', 'Le port ferme'));
    await dev.shows(PAGE, 'Le port ferme');
    assert.deepEqual(known(), before);
  });

  for (const cache of ['content/cache', '_data', '_site', '_site/chine/cache'])
    it(`refuses to have its own site in ${cache}`, async () => {
      using site = miniSite({ [FILE]: article() });
      await site.built();
      await using dev = await startDev(site, '--cache', join(site.dir, cache));
      while (dev.isRunning) await sleep(20);
      assert.match(
        dev.printed(),
        /^(?:Le site en cours d’écriture|La mémoire des constructions) ne peut pas aller dans/,
      );
    });

  it('refuses a port that is taken', async () => {
    using site = miniSite({ [FILE]: article() });
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await using dev = await startDev(site, '--port', String(port));
    while (dev.isRunning) await sleep(20);
    assert.match(dev.printed(), new RegExp(`Le port ${port} est déjà pris`));
    await new Promise(resolve => other.close(resolve));
  });
});

function outsideAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}

function isReached(address: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, address, () => resolve(true));
  socket.on('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
