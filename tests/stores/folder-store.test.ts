// A folder of this machine as a store.
import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hashOf } from '../../src/hash/hash.ts';
import { filesStore } from '../../src/store/files-store.ts';
import { localFiles } from '../../src/store/local-files.ts';
import { STORE_FOLDER, StoreError, type StoreFailure } from '../../src/store/object-store.ts';
import { openWaitingReader } from '../../src/store/waiting-reader.ts';
import { PAGES, ROOT, versionOf } from './put-for-ever.ts';
import { keysIn, openTarget, PAGE, storeSuite } from './store-suite.ts';

storeSuite(
  'a folder as a store',
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'quotidien-store-'));
    return {
      open: () => openTarget(`file:${root}/site`),
      end: async () => rmSync(root, { recursive: true }),
    };
  },
  { conditions: true, many: 1_203 },
);

/** Each takes as long as Node to start. */
const KILLS = 3;

const LONG_AGO = new Date('2001-01-01T00:00:00Z');

const fails = (failure: StoreFailure) => (error: unknown) =>
  error instanceof StoreError && error.failure === failure;

describe('a folder as a store', () => {
  let root: string;
  let site: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'quotidien-store-'));
    site = join(root, 'site');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('has files where a server looks for them, and nothing else but a hidden folder that is empty', async () => {
    const store = await openTarget(`file:${site}`);
    await store.put('chine/index.html', Buffer.from('Chine'), PAGE);
    await store.put('index.html', Buffer.from('Une'), PAGE, { ifAbsent: true });
    const tag = (await store.look('index.html'))!.tag;
    await store.put('index.html', Buffer.from('La une'), PAGE, { ifTag: tag });
    await store.put('index.html', Buffer.from('refusée'), PAGE, { ifTag: tag });
    assert.equal(readFileSync(join(site, 'chine/index.html'), 'utf8'), 'Chine');
    assert.deepEqual(readdirSync(site).sort(), ['.quotidien', 'chine', 'index.html']);
    assert.deepEqual(readdirSync(join(site, STORE_FOLDER)), []);
  });

  it('is read at once, whole or in pieces, as it is read by turns', async () => {
    const store = await openTarget(`file:${site}`);
    await store.put('chine/index.html', Buffer.from('Chine'), PAGE);
    writeFileSync(join(root, 'elsewhere.html'), 'Ailleurs');
    symlinkSync(root, join(site, 'link'));
    symlinkSync(join(root, 'elsewhere.html'), join(site, 'link.html'));
    const reader = openWaitingReader(`file:${site}`);
    const keys = [
      'chine/index.html',
      'chine',
      'none.html',
      'chine/index.html/x',
      'link/elsewhere.html',
      'link.html',
    ];
    const byTurns = await Promise.all(keys.map(async key => (await store.read(key))?.bytes ?? null));
    assert.deepEqual(reader.read(keys), byTurns);
    assert.deepEqual(
      byTurns.map(bytes => bytes && String(bytes)),
      ['Chine', null, null, null, null, null],
    );
    const pieces = [
      { key: 'chine/index.html', at: 1, length: 3 },
      { key: 'chine/index.html', at: 3, length: 9 },
      { key: 'none.html', at: 0, length: 1 },
    ];
    assert.deepEqual(
      reader.read(pieces),
      await Promise.all(pieces.map(piece => store.readPiece(piece.key, piece))),
    );
    assert.throws(() => reader.read(['../elsewhere.html']), fails('other'));
    await reader.close();
  });

  it('moves a file that it is given, and leaves it where it does not put it', async () => {
    const file = join(root, 'attend');
    const given = (text: string) => {
      writeFileSync(file, text);
      return { path: file, givenHash: hashOf(text) };
    };
    const store = await openTarget(`file:${site}`);
    const tag = await store.put('chine/index.html', given('Chine'), PAGE);
    assert.ok(!existsSync(file));
    assert.deepEqual(await store.read('chine/index.html'), { bytes: Buffer.from('Chine'), tag });
    assert.equal(await store.put('chine/index.html', given('Autre'), PAGE, { ifAbsent: true }), null);
    assert.equal(readFileSync(file, 'utf8'), 'Autre');
    assert.ok(await store.put('chine/2.html', given('Deux'), PAGE, { ifAbsent: true }));
    assert.ok(await store.put('chine/index.html', given('Trois'), PAGE, { ifTag: tag! }));
    assert.equal(String((await store.read('chine/index.html'))!.bytes), 'Trois');
    assert.equal(String((await store.read('chine/2.html'))!.bytes), 'Deux');
    rmSync(file, { force: true });
    await assert.rejects(store.put('rien.html', { path: file, givenHash: hashOf('') }, PAGE), /ENOENT/);
    assert.equal(await store.look('rien.html'), null);
  });

  it('copies a file that it is given where that can’t be moved', async () => {
    mkdirSync(site);
    const access = { ...localFiles(`file:${site}`, site), take: async () => 'unable' as const };
    const store = filesStore({ place: `file:${site}`, access, atOnce: 4 });
    assert.equal(store.takesFiles, true);
    writeFileSync(join(root, 'attend'), 'Chine');
    const given = { path: join(root, 'attend'), givenHash: hashOf('Chine') };
    const tag = await store.put('index.html', given, PAGE);
    assert.deepEqual(await store.read('index.html'), { bytes: Buffer.from('Chine'), tag });
    assert.equal(store.takesFiles, false);
  });

  it('is made where its folder is missing, but not where that should be in is missing too', async () => {
    const store = await openTarget(`file:${root}/faute/site`);
    assert.equal(await store.read('a.html'), null);
    await assert.rejects(store.put('a.html', Buffer.from('a'), PAGE), fails('no-place'));
    assert.deepEqual(readdirSync(root), []);
  });

  it('removes folders that are left empty, so that a file may have their name', async () => {
    const store = await openTarget(`file:${site}`);
    await store.put('guide/ete/index.html', Buffer.from('a'), PAGE);
    await store.remove(['guide/ete/index.html']);
    await store.put('guide', Buffer.from('b'), PAGE);
    assert.deepEqual(await keysIn(store, ''), ['guide']);
  });

  it('says what stands in the way, and leaves it', async () => {
    const store = await openTarget(`file:${site}`);
    await store.put('guide', Buffer.from('a'), PAGE);
    await store.put('aide/index.html', Buffer.from('b'), PAGE);
    await assert.rejects(store.put('guide/index.html', Buffer.from('c'), PAGE), fails('other'));
    await assert.rejects(store.put('aide', Buffer.from('d'), PAGE), fails('other'));
    assert.deepEqual(await keysIn(store, ''), ['aide/index.html', 'guide']);
    assert.deepEqual(readdirSync(join(site, STORE_FOLDER)), []);
  });

  it('reads, writes and removes nothing behind a link, and replaces one by a file', async () => {
    const store = await openTarget(`file:${site}`);
    await store.put('index.html', Buffer.from('a'), PAGE);
    mkdirSync(join(root, 'ailleurs'));
    writeFileSync(join(root, 'ailleurs/secret.txt'), 'à quelqu’un d’autre');
    symlinkSync(join(root, 'ailleurs'), join(site, 'lien'));
    symlinkSync(join(root, 'ailleurs/secret.txt'), join(site, 'page.html'));
    assert.equal(await store.read('lien/secret.txt'), null);
    assert.equal(await store.read('page.html'), null);
    assert.equal(await store.look('lien/secret.txt'), null);
    assert.deepEqual(await keysIn(store, ''), ['index.html']);
    await store.remove(['lien/secret.txt']);
    await assert.rejects(store.put('lien/page.html', Buffer.from('b'), PAGE), fails('other'));
    await store.put('page.html', Buffer.from('c'), PAGE);
    assert.deepEqual(readdirSync(join(root, 'ailleurs')), ['secret.txt']);
    assert.equal(readFileSync(join(root, 'ailleurs/secret.txt'), 'utf8'), 'à quelqu’un d’autre');
  });

  it('may itself be a link: to the generation of a site that readers have', async () => {
    mkdirSync(join(root, 'generation-1'));
    symlinkSync('generation-1', site);
    const store = await openTarget(`file:${site}`);
    await store.put('index.html', Buffer.from('a'), PAGE);
    assert.ok(existsSync(join(root, 'generation-1/index.html')));
    assert.deepEqual(await keysIn(store, ''), ['index.html']);
  });

  it('waits for whoever changes an object, and goes on when that one died', async () => {
    const store = await openTarget(`file:${site}`);
    const tag = (await store.put('racine.json', Buffer.from('un'), PAGE))!;
    const lock = join(site, STORE_FOLDER, `lock-${hashOf('racine.json')}`);
    writeFileSync(lock, 'un autre');
    let isDone = false;
    const putting = store.put('racine.json', Buffer.from('deux'), PAGE, { ifTag: tag }).then(result => {
      isDone = true;
      return result;
    });
    await new Promise(resolve => setTimeout(resolve, 100));
    assert.equal(isDone, false);
    assert.equal((await store.read('racine.json'))!.bytes.toString(), 'un');
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(lock, longAgo, longAgo);
    assert.ok(await putting);
    assert.deepEqual(readdirSync(join(site, STORE_FOLDER)), []);
  });

  it('has whole objects wherever a publisher was killed, and takes new ones at once or after a lease', async () => {
    const pages = [...PAGES, ROOT, 'chine/vieux/index.html'];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const publisher = fork(join(import.meta.dirname, 'put-for-ever.ts'), [`file:${site}`]);
      await once(publisher, 'message');
      await new Promise(resolve => setTimeout(resolve, Math.random() * 30));
      publisher.kill('SIGKILL');
      await once(publisher, 'exit');
      const store = await openTarget(`file:${site}`);
      for (const key of pages) {
        const found = await store.read(key);
        // The last of them is removed and put again.
        if (found === null) assert.equal(key, 'chine/vieux/index.html');
        else
          assert.ok(
            found.bytes.equals(versionOf(found.bytes[0]! - 97)),
            `${key}: ${found.bytes.length} bytes`,
          );
      }
      for await (const { key } of store.list('')) assert.ok(pages.includes(key), key);
      const locks = readdirSync(join(site, STORE_FOLDER)).filter(name => name.startsWith('lock-'));
      for (const lock of locks) utimesSync(join(site, STORE_FOLDER, lock), LONG_AGO, LONG_AGO);
      const { tag } = (await store.look(ROOT))!;
      assert.ok(await store.put(ROOT, versionOf(kill), PAGE, { ifTag: tag }));
    }
  });

  it('puts into folders that somebody else removes as they are empty', async () => {
    const [one, other] = [await openTarget(`file:${site}`), await openTarget(`file:${site}`)];
    for (let round = 0; round < 50; round += 1) {
      await one.put('chine/2014/a.html', Buffer.from('a'), PAGE);
      await Promise.all([
        one.remove(['chine/2014/a.html']),
        other.put('chine/2014/b.html', Buffer.from('b'), PAGE),
        one.put('chine/2014/c.html', Buffer.from('c'), PAGE, { ifAbsent: true }),
      ]);
      assert.deepEqual(await keysIn(one, ''), ['chine/2014/b.html', 'chine/2014/c.html']);
      await Promise.all([one.remove(['chine/2014/b.html']), other.remove(['chine/2014/c.html'])]);
      assert.deepEqual(await keysIn(other, ''), []);
    }
  });

  it('is no file, and no link that leads nowhere', async () => {
    writeFileSync(join(root, 'fichier'), '');
    symlinkSync('nulle-part/site', join(root, 'lien'));
    for (const name of ['fichier', 'lien', 'fichier/site']) {
      const store = await openTarget(`file:${root}/${name}`);
      assert.equal(await store.read('a.html'), null);
      await assert.rejects(store.put('a.html', Buffer.from('a'), PAGE), fails('no-place'), name);
    }
  });

  it('tidies away what a killed publication left half written, once it is old', async () => {
    const left = join(site, STORE_FOLDER, 'moitie');
    mkdirSync(join(site, STORE_FOLDER), { recursive: true });
    writeFileSync(left, 'à moi');
    await (await openTarget(`file:${site}`)).put('a.html', Buffer.from('a'), PAGE);
    assert.ok(existsSync(left));
    utimesSync(left, LONG_AGO, LONG_AGO);
    await (await openTarget(`file:${site}`)).put('a.html', Buffer.from('a'), PAGE);
    assert.ok(!existsSync(left));
  });

  it('says that it may not write, where it may not', { skip: process.getuid?.() === 0 }, async () => {
    mkdirSync(site);
    chmodSync(site, 0o555);
    const store = await openTarget(`file:${site}`);
    await assert.rejects(store.put('a.html', Buffer.from('a'), PAGE), fails('refused'));
  });
});

/** A file system of its own, as small as a test wants it: only an administrator of Linux may mount one. */
function mountable(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['-V']).status === 0;
}

describe('a folder on a disk of its own', { skip: !mountable() }, () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'quotidien-disk-'));
  });
  afterEach(() => {
    spawnSync('umount', [root]);
    rmSync(root, { recursive: true, force: true });
  });

  it('that is full keeps what it had, and takes more when there is room again', async t => {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', root]).status !== 0) {
      t.skip('nothing may be mounted here');
      return;
    }
    const store = await openTarget(`file:${root}/site`);
    await store.put('page.html', Buffer.from('Hier'), PAGE);
    await assert.rejects(store.put('page.html', Buffer.alloc(2_000_000), PAGE), fails('full'));
    assert.equal((await store.read('page.html'))!.bytes.toString(), 'Hier');
    assert.deepEqual(readdirSync(join(root, 'site', STORE_FOLDER)), []);
    assert.ok(await store.put('page.html', Buffer.from('Aujourd’hui'), PAGE));
  });

  it('that may only be read refuses', async t => {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', root]).status !== 0) {
      t.skip('nothing may be mounted here');
      return;
    }
    const store = await openTarget(`file:${root}/site`);
    await assert.rejects(store.put('page.html', Buffer.from('a'), PAGE), fails('refused'));
    assert.equal(await store.look('page.html'), null);
  });
});
