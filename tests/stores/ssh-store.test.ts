// A folder of a server as a store, by SSH: Debian's own server, on this machine.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  type ObjectStore,
  STORE_FOLDER,
  StoreError,
  type StoreFailure,
} from '../../src/store/object-store.ts';
import { type SshServer, type SshServerOptions, sshMissing, startSshServer } from './ssh-server.ts';
import { keysIn, openTarget, PAGE, storeSuite } from './store-suite.ts';

const addressOf = ({ user, port, folder }: SshServer, path = 'site'): string =>
  `ssh://${user}@127.0.0.1:${port}${folder}/${path}`;

storeSuite(
  'a server as a store',
  async () => {
    const server = await startSshServer();
    return { open: () => openTarget(addressOf(server)), end: () => server.close() };
  },
  { conditions: true, many: 150, skip: sshMissing() },
);

describe('a server as a store', { skip: sshMissing() }, () => {
  /** As servers usually are. */
  let server: SshServer;
  let sites = 0;
  /** The folder of one test. */
  let site: string;
  const stores: ObjectStore[] = [];
  const special: SshServer[] = [];
  before(async () => {
    server = await startSshServer();
  });
  after(() => server?.close());
  beforeEach(() => {
    site = `site-${sites++}`;
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const each of special.splice(0)) await each.close();
  });

  async function start(address = addressOf(server, site)): Promise<ObjectStore> {
    const store = await openTarget(address);
    stores.push(store);
    return store;
  }
  async function startSpecial(options: SshServerOptions): Promise<ObjectStore> {
    const other = await startSshServer(options);
    special.push(other);
    return start(addressOf(other));
  }

  const put = (store: ObjectStore, key: string, text = key) => store.put(key, Buffer.from(text), PAGE);
  const fails =
    (failure: StoreFailure, detail = /./) =>
    (error: unknown): boolean => {
      assert.ok(error instanceof StoreError, String(error));
      assert.equal(error.failure, failure, error.detail);
      assert.match(error.detail, detail);
      return true;
    };

  it('has files where its own server looks for them, which may read them', async () => {
    const store = await start();
    await put(store, 'chine/index.html');
    const path = join(server.folder, site, 'chine/index.html');
    assert.equal(readFileSync(path, 'utf8'), 'chine/index.html');
    assert.deepEqual(readdirSync(join(server.folder, site, STORE_FOLDER)), []);
  });

  it('has one connection for all that is put at a time', async () => {
    const connections = () => server.log().match(/Accepted publickey/g)?.length ?? 0;
    const before = connections();
    const store = await start();
    await Promise.all(Array.from({ length: 100 }, (_, index) => put(store, `${index}.html`)));
    assert.equal((await keysIn(store, '')).length, 100);
    assert.equal(connections(), before + 1);
  });

  it('may be below the user’s home', async () => {
    const name = `quotidien-test-${process.pid}`;
    const home = process.env.HOME!;
    const store = await start(`ssh://${server.user}@127.0.0.1:${server.port}/~/${name}`);
    try {
      await put(store, 'a.html');
      assert.ok(existsSync(join(home, name, 'a.html')));
    } finally {
      rmSync(join(home, name), { recursive: true, force: true });
    }
  });

  it('reads, writes and removes nothing behind a link, and may itself be one', async () => {
    const store = await start();
    const generation = join(server.folder, 'generation-1');
    mkdirSync(generation);
    symlinkSync('generation-1', join(server.folder, site));
    await put(store, 'index.html');
    mkdirSync(join(server.folder, 'ailleurs'));
    writeFileSync(join(server.folder, 'ailleurs/secret.txt'), 'à quelqu’un d’autre');
    symlinkSync('../ailleurs', join(generation, 'lien'));
    assert.equal(await store.read('lien/secret.txt'), null);
    await store.remove(['lien/secret.txt']);
    await assert.rejects(put(store, 'lien/page.html'), fails('other', /lien/));
    assert.deepEqual(await keysIn(store, ''), ['index.html']);
    assert.deepEqual(readdirSync(join(server.folder, 'ailleurs')), ['secret.txt']);
  });

  it('says what stands in the way, and leaves it', async () => {
    const store = await start();
    await put(store, 'guide');
    await put(store, 'aide/index.html');
    await assert.rejects(put(store, 'guide/index.html'), fails('other', /un dossier là où/));
    await assert.rejects(put(store, 'aide'), fails('other', /à la place/));
    assert.deepEqual(await keysIn(store, ''), ['aide/index.html', 'guide']);
  });

  it('says that the folder in which it should be is missing', async () => {
    const store = await start(addressOf(server, 'faute/site'));
    assert.equal(await store.read('a.html'), null);
    await assert.rejects(put(store, 'a.html'), fails('no-place'));
  });

  it('says that this user may not write there', { skip: process.getuid?.() === 0 }, async () => {
    mkdirSync(join(server.folder, site), { mode: 0o555 });
    const store = await start();
    await assert.rejects(put(store, 'a.html'), fails('refused'));
    assert.equal(await store.read('a.html'), null);
  });

  it('says that it does not let this user in', async () => {
    await assert.rejects(
      put(await startSpecial({ lets: false }), 'a.html'),
      fails('refused', /Permission denied/),
    );
  });

  it('says that it is not known', async () => {
    await assert.rejects(
      put(await startSpecial({ known: false }), 'a.html'),
      fails('refused', /Host key verification/),
    );
  });

  it('says that nobody listens, or that nobody has that name', async () => {
    await assert.rejects(
      put(await start('ssh://127.0.0.1:9/srv/site'), 'a.html'),
      fails('unreachable', /refused/),
    );
    await assert.rejects(
      put(await start('ssh://nobody.invalid/srv/site'), 'a.html'),
      fails('unreachable', /resolve/),
    );
  });

  it('says that it has no SFTP, or something else in its place', async () => {
    await assert.rejects(
      put(await startSpecial({ subsystem: '/bin/false' }), 'a.html'),
      fails('unreachable'),
    );
    await assert.rejects(
      put(await startSpecial({ subsystem: '/bin/echo Bienvenue sur notre serveur' }), 'a.html'),
      fails('other', /Bienvenue/),
    );
  });

  it('keeps conditions by locks where files have one name only', async () => {
    const store = await startSpecial({ subsystem: 'internal-sftp -P hardlink' });
    const tags = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        store.put('a.html', Buffer.from(`${index}`), PAGE, { ifAbsent: true }),
      ),
    );
    const [tag, ...others] = tags.filter(each => each !== null);
    assert.deepEqual(others, []);
    const changed = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        store.put('a.html', Buffer.from(`${index} bis`), PAGE, { ifTag: tag! }),
      ),
    );
    assert.equal(changed.filter(each => each !== null).length, 1);
  });

  it('says that it can’t replace a file at once', async () => {
    const store = await startSpecial({ subsystem: 'internal-sftp -P posix-rename' });
    await assert.rejects(put(store, 'a.html'), fails('other', /posix-rename/));
  });

  it('says that the line was cut, of all that was under way and of all that comes after', async () => {
    const store = await start();
    await put(store, 'page.html', 'Hier');
    const large = Buffer.alloc(20_000_000, 97);
    const putting = Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => store.put(`${index}.html`, large, PAGE)),
    );
    setTimeout(() => server.cut(), 30);
    const results = await putting;
    assert.ok(results.some(({ status }) => status === 'rejected'));
    await assert.rejects(store.read('page.html'), fails('unreachable'));
    // What was not whole is not there.
    const again = await start();
    for (const key of await keysIn(again, ''))
      assert.equal((await again.look(key))!.size, key === 'page.html' ? 4 : large.length);
  });

  /** A disk of its own for a test; false: nothing may be mounted here. */
  function mount(options: string): boolean {
    const disk = join(server.folder, site);
    mkdirSync(disk);
    return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0;
  }

  async function unmount(store: ObjectStore): Promise<void> {
    await store.close();
    spawnSync('umount', [join(server.folder, site)]);
  }

  it('says that its disk is full, and keeps what it had', async t => {
    if (!mount('size=1m')) {
      t.skip('nothing may be mounted here');
      return;
    }
    const store = await start();
    try {
      await put(store, 'page.html', 'Hier');
      await assert.rejects(store.put('page.html', Buffer.alloc(2_000_000), PAGE), fails('full'));
      assert.equal((await store.read('page.html'))!.bytes.toString(), 'Hier');
      assert.deepEqual(readdirSync(join(server.folder, site, STORE_FOLDER)), []);
      assert.ok(await put(store, 'page.html', 'Aujourd’hui'));
    } finally {
      await unmount(store);
    }
  });

  it('says that it can’t put a file where another disk is, and leaves what is there', async t => {
    if (!mount('size=1m')) {
      t.skip('nothing may be mounted here');
      return;
    }
    // The disk is a folder of the place.
    const store = await start(addressOf(server, '.'));
    try {
      writeFileSync(join(server.folder, site, 'page.html'), 'Hier');
      await assert.rejects(put(store, `${site}/page.html`), fails('other', /Failure/));
      assert.equal((await store.read(`${site}/page.html`))!.bytes.toString(), 'Hier');
    } finally {
      await unmount(store);
    }
  });

  it('says that its disk may only be read', async t => {
    if (!mount('ro')) {
      t.skip('nothing may be mounted here');
      return;
    }
    const store = await start();
    try {
      await assert.rejects(put(store, 'page.html'), fails('refused'));
      assert.deepEqual(await keysIn(store, ''), []);
    } finally {
      await unmount(store);
    }
  });
});
