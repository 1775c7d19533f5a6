// What the development server gives to the person at this machine, and to nobody else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../../tests/soak/how-many.ts';
import { ContentChanged } from '../../engine/reading/content-changed.ts';
import { type DevServer, startServer } from './dev-server.ts';

const SECRET = 'not of this site';
const HOME = '<html><head><title>Accueil</title></head></html>';

describe('the development server', () => {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'quotidien-dev-server-')));
  const dir = join(around, '_site');
  const troubles: string[] = [];
  let server: DevServer;
  before(async () => {
    const write = (path: string, text: string): void => {
      mkdirSync(join(around, path, '..'), { recursive: true });
      writeFileSync(join(around, path), text);
    };
    write('_site/index.html', HOME);
    write('_site/404.html', '<head></head>Page perdue');
    write('_site/chine/index.html', 'La Chine');
    write('_site/chine/port.html', 'Le port');
    write(
      '_site/chine/ssi.html',
      'Un <!--#include virtual="/furniture/jour.html" --> et <!--#include virtual="/secret" -->.',
    );
    write('_site/chine/esi.html', 'Un <esi:include src="/furniture/jour.html"/>.');
    write('_site/furniture/jour.html', 'mardi $& 20 mai');
    write('_site/assets/site.css', 'p { color: red }');
    write('_site/à la une %.txt', 'Un nom difficile');
    write('_site/.well-known/security.txt', 'Contact');
    write('_site-secret/x.txt', SECRET);
    write('secret.txt', SECRET);
    symlinkSync(join(around, 'secret.txt'), join(dir, 'lien.txt'));
    symlinkSync(join(around, '_site-secret'), join(dir, 'dossier'));
    symlinkSync(join(dir, 'chine'), join(dir, 'china'));
    symlinkSync('boucle', join(dir, 'boucle'));
    server = await startServer({
      dir,
      folder: () => '',
      host: 'localhost',
      port: 0,
      image: async url => {
        if (url === '/images/a.avif') return { type: 'image/avif', bytes: Buffer.from('une image') };
        if (url === '/images/changed.avif') throw new ContentChanged('a.jpg');
        if (url === '/images/broken.avif') throw new Error('no space left on device');
        return null;
      },
      onTrouble: line => troubles.push(line),
    });
  });
  after(async () => {
    await server.close();
    rmSync(around, { recursive: true });
  });

  /** Sends `text` and gives all that comes back until the other side ends, or has been silent for a while. */
  const say = (text: string | Buffer, silence = 1_000): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const socket = connect(server.port, '127.0.0.1');
    let heard = '';
    socket.setTimeout(silence, () => socket.destroy());
    socket.on('data', bytes => {
      heard += bytes.toString('latin1');
    });
    // A connection that is cut is an answer too.
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
    socket.write(text);
    return promise;
  };
  const lines = (target: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): string => {
    const all = { Host: `localhost:${server.port}`, Connection: 'close', ...headers };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${method} ${target} HTTP/1.1\r\n${head.join('')}\r\n`;
  };
  const ask = async (target: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
    const heard = await say(lines(target, headers, method));
    const [head = '', ...body] = heard.split('\r\n\r\n');
    return { status: Number(head.split(' ')[1]), head, body: body.join('\r\n\r\n') };
  };
  const statusOf = async (...asked: Parameters<typeof ask>): Promise<number> => (await ask(...asked)).status;

  it('listens on this machine alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap(addresses => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    // A server at every address would be at this one too, which is no name of localhost.
    for (const address of ['127.0.0.2', ...outside])
      assert.equal(await isReached(address, server.port), false, address);
    assert.equal(await isReached('127.0.0.1', server.port), true);
  });

  it('gives pages with the script that reloads them, and other files as they are', async () => {
    const home = await ask('/');
    assert.equal(home.status, 200);
    assert.match(
      home.body,
      /<script type="module" src="\/\.quotidien\/reload\.js\?build=[\w-]+"><\/script><\/head>/,
    );
    assert.match(home.head, /^Cache-Control: no-store\r?$/m);
    const sheet = await ask('/assets/site.css');
    assert.match(sheet.head, /^Content-Type: text\/css/m);
    assert.equal(sheet.body, 'p { color: red }');
    assert.equal((await ask('/.well-known/security.txt')).body, 'Contact');
    assert.equal((await ask('/%C3%A0%20la%20une%20%25.txt?x#y')).body, 'Un nom difficile');
  });

  it('gives a page that a script fetches as it is', async () => {
    const { body } = await ask('/', { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Site': 'same-origin' });
    assert.ok(body.includes(HOME));
  });

  it('gives the part of a film that a browser asks for', async () => {
    const { status, body } = await ask('/assets/site.css', { Range: 'bytes=4-8' });
    assert.deepEqual({ status, body }, { status: 206, body: 'color' });
    assert.equal(await statusOf('/assets/site.css', { Range: 'bytes=900-' }), 416);
  });

  it('sends from a folder without its slash to its page, and from a page with a slash to the page', async () => {
    const folder = await ask('/chine?a=b');
    assert.equal(folder.status, 302);
    assert.match(folder.head, /^Location: \/chine\/\?a=b\r?$/m);
    assert.match((await ask('/chine/port/')).head, /^Location: \/chine\/port\r?$/m);
    assert.match((await ask('/chine/port')).body, /Le port/);
  });

  it('puts parts of the furniture in, as the server or the cache of the published site does', async () => {
    assert.match((await ask('/chine/ssi.html')).body, /^Un mardi \$& 20 mai et \./);
    assert.match((await ask('/chine/esi.html')).body, /^Un mardi \$& 20 mai\./);
  });

  it('has the page for addresses that do not exist', async () => {
    const { status, body } = await ask('/nulle-part.html');
    assert.equal(status, 404);
    assert.match(body, /Page perdue/);
  });

  it('makes images when they are asked for, asks for patience while they change, and tells what failed', async () => {
    assert.equal((await ask('/images/a.avif?x')).body, 'une image');
    assert.equal(await statusOf('/images/changed.avif'), 503);
    assert.deepEqual(troubles, []);
    assert.equal(await statusOf('/images/broken.avif'), 500);
    assert.deepEqual(troubles.splice(0), [
      'La demande de «\u00a0/images/broken.avif\u00a0» a échoué\u00a0: Error: no space left on device.',
    ]);
  });

  for (const target of [
    ...[
      '/%',
      '/%ff',
      '/%00',
      '//',
      '//chine/',
      '/chine//',
      '/./chine/',
      '*',
      'http://localhost/',
      '/%5c..%5c',
    ],
    ...[
      '/..%2f_site-secret/x.txt',
      '/../_site-secret/x.txt',
      '/%2e%2e/_site-secret/x.txt',
      '/..%2fsecret.txt',
    ],
    ...['/lien.txt', '/dossier/x.txt', '/boucle', '/chine/..%2f..%2fsecret.txt', `/${'a'.repeat(5_000)}`],
    '//example.com/chine',
  ])
    it(`finds nothing at ${target.slice(0, 40)}`, async () => {
      const { status, body } = await ask(target);
      assert.equal(status, 404);
      assert.doesNotMatch(body, new RegExp(SECRET));
    });

  it('follows links that stay within the site', async () => {
    assert.match((await ask('/china/port.html')).body, /Le port/);
  });

  it('takes no pipe for a file', { skip: process.platform === 'win32' }, async () => {
    execFileSync('mkfifo', [join(dir, 'tuyau.html')]);
    assert.equal(await statusOf('/tuyau.html'), 404);
    rmSync(join(dir, 'tuyau.html'));
  });

  for (const host of ['localhost', 'LOCALHOST:8080', '127.0.0.1', '[::1]:8080', 'portail.localhost'])
    it(`answers to the host ${host}`, async () => assert.equal(await statusOf('/', { Host: host }), 200));

  for (const host of [
    ...['evil.example', 'localhost.evil.example', 'evil.example:8080', '192.168.1.7', '0.0.0.0', ''],
    ...['localhost@evil.example', 'evil.example#localhost', '127.0.0.1.evil.example', '[::1', 'localhost:x'],
  ])
    it(`refuses the host « ${host} »`, async () => assert.equal(await statusOf('/', { Host: host }), 403));

  it('refuses pages of other origins, the event stream too, and gives it to its own', async () => {
    const own = `http://localhost:${server.port}`;
    for (const target of ['/', '/.quotidien/builds']) {
      for (const origin of ['http://evil.example', 'null', `http://localhost:${server.port + 1}`, 'x'])
        assert.equal(await statusOf(target, { Origin: origin }), 403, origin);
      for (const site of ['cross-site', 'same-site'])
        assert.equal(
          await statusOf(target, { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors' }),
          403,
          site,
        );
      assert.equal(await statusOf(target, { Origin: own, 'Sec-Fetch-Site': 'same-origin' }), 200);
    }
  });

  it('follows a link of another site, but not into a frame of its own', async () => {
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    assert.equal(await statusOf('/', { ...link, 'Sec-Fetch-Dest': 'document' }), 200);
    assert.equal(await statusOf('/', { ...link, 'Sec-Fetch-Dest': 'iframe' }), 403);
  });

  it('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])
      assert.equal(await statusOf('/', {}, method), 405, method);
    const { status, body } = await ask('/', {}, 'HEAD');
    assert.deepEqual({ status, body }, { status: 200, body: '' });
  });

  it('tells pages that listen of each build', async () => {
    const heard = say(lines('/.quotidien/builds'), 300);
    await new Promise(resolve => setTimeout(resolve, 100));
    server.reload();
    const [first, second] = [...(await heard).matchAll(/(?<!problems\n)data: (\S+)/g)].map(
      ([, build]) => build,
    );
    assert.ok(first !== undefined && second !== undefined && first !== second);
    assert.match((await ask('/')).body, new RegExp(`build=${second}"`));
  });

  const UPGRADE = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
  };

  for (const [kind, frame] of Object.entries({
    bad: Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]),
    huge: Buffer.concat([
      Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      Buffer.alloc(2 ** 22),
    ]),
  }))
    it(`survives a ${kind} WebSocket frame`, async () => {
      await say(Buffer.concat([Buffer.from(lines('/', UPGRADE)), frame]), 200);
      assert.equal(await statusOf('/'), 200);
    });

  it('survives those who leave in the middle of an answer', async () => {
    for (let n = 0; n < 20; n++) {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(lines('/').repeat(20));
      await new Promise(resolve => setTimeout(resolve, n % 5));
      socket.resetAndDestroy();
    }
    assert.equal(await statusOf('/'), 200);
  });

  it('survives all that is sent to it, and gives nothing away', async () => {
    await fc.assert(
      fc.asyncProperty(strangeRequest(), async ({ method, target, headers, rest, isFriend }) => {
        const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
        const text = Buffer.from(`${method} ${target} HTTP/1.1\r\n${head}\r\n`, 'latin1');
        const heard = await say(Buffer.concat([text, rest]), 40);
        assert.doesNotMatch(heard, new RegExp(SECRET));
        assert.doesNotMatch(heard, /^HTTP\/1\.1 5/m, heard);
        if (!isFriend) assert.doesNotMatch(heard, /^HTTP\/1\.1 [23]/m, 'a stranger was answered');
        assert.equal(await statusOf('/'), 200);
        assert.deepEqual(troubles, []);
      }),
      howMany('requests of strangers'),
    );
  });
});

describe('a site that no build has made yet', () => {
  it('has a page that says so in French, and that reloads itself after the first build', async () => {
    const dir = join(tmpdir(), 'quotidien-dev-server-nowhere');
    const server = await startServer({
      dir,
      folder: () => '',
      host: 'localhost',
      port: 0,
      image: async () => null,
      onTrouble: () => {},
    });
    try {
      const response = await fetch(`http://127.0.0.1:${server.port}/`);
      assert.equal(response.status, 404);
      assert.match(await response.text(), /reload\.js[\s\S]*<h1>Page introuvable<\/h1>/);
    } finally {
      await server.close();
    }
  });
});

describe('a site in a folder of its host', () => {
  it('is served below that folder, to which all lead who have forgotten it', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'quotidien-dev-server-'));
    writeFileSync(join(dir, 'index.html'), HOME);
    writeFileSync(join(dir, '404.html'), '<!DOCTYPE html><head></head><h1>Introuvable</h1>');
    mkdirSync(join(dir, 'chine'));
    writeFileSync(join(dir, 'chine/index.html'), 'Chine');
    let folder = '/journal';
    const asked: string[] = [];
    const server = await startServer({
      dir,
      folder: () => folder,
      host: 'localhost',
      port: 0,
      image: async url => {
        asked.push(url);
        return null;
      },
      onTrouble: assert.fail,
    });
    const get = async (path: string): Promise<string> => {
      const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual' });
      const to = response.headers.get('location');
      return to ?? `${response.status} ${(await response.text()).replace(/.*<\/head>|<[^>]*>/gs, '')}`;
    };
    try {
      for (const forgotten of ['/', '/?a=1', '/journal', '/journal?a=1'])
        assert.equal(await get(forgotten), '/journal/', forgotten);
      assert.match(await get('/journal/'), /^200 /);
      assert.equal(await get('/journal/chine/?a=1'), '200 Chine');
      assert.equal(await get('/journal/chine?a=1'), '/journal/chine/?a=1');
      for (const beside of ['/chine/', '/journaliste/', '/index.html', '/journal/journal/', '/Journal/'])
        assert.equal(await get(beside), '404 Introuvable', beside);
      await get('/journal/images/a.avif');
      assert.equal(asked.at(-1), '/images/a.avif');
      folder = '';
      assert.equal(await get('/chine/'), '200 Chine');
      assert.equal(await get('/journal/chine/'), '404 Introuvable');
    } finally {
      await server.close();
      rmSync(dir, { recursive: true });
    }
  });
});

describe('a server for others', () => {
  it('answers to addresses and to the name that it was given, and still not to strangers', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'quotidien-dev-server-'));
    writeFileSync(join(dir, 'index.html'), HOME);
    const server = await startServer({
      dir,
      folder: () => '',
      host: '0.0.0.0',
      port: 0,
      image: async () => null,
      onTrouble: () => {},
    });
    try {
      const statusFor = (host: string): Promise<string> =>
        new Promise(resolve => {
          const socket = connect(server.port, '127.0.0.1');
          socket.once('data', data => resolve(data.toString().split(' ')[1]!));
          socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
        });
      assert.equal(await statusFor('192.168.1.7:8080'), '200');
      assert.equal(await statusFor('[fe80::1]'), '200');
      assert.equal(await statusFor('evil.example'), '403');
    } finally {
      await server.close();
      rmSync(dir, { recursive: true });
    }
  });
});

function isReached(address: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, address, () => resolve(true));
  socket.on('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

interface StrangeRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  /** What follows the headers. */
  readonly rest: Buffer;
  /** Neither host nor origin is another’s. */
  readonly isFriend: boolean;
}

function strangeRequest(): fc.Arbitrary<StrangeRequest> {
  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '%',
      '%ff',
      '%00',
      '%0d%0a',
      '?',
      '#',
      ';',
      '~',
    ),
    fc.constantFrom('_site-secret', '_site', 'secret.txt', 'x.txt', 'lien.txt', 'dossier', 'china', 'boucle'),
    fc.constantFrom(
      'chine',
      'port',
      '.html',
      'index.html',
      'assets/site.css',
      'images/a.avif',
      'images/changed',
    ),
    fc.constantFrom('.quotidien/builds', '.quotidien/reload.js', 'http://evil.example/', '\xe9', '\xff', 'é'),
    fc.string({ maxLength: 6 }),
  );
  const composed = fc
    .tuple(fc.constantFrom('/', '/', '/', '/', '', '//', '*'), fc.array(piece, { maxLength: 8 }))
    .map(([start, pieces]) => start + pieces.join(''));
  const outside = fc.constantFrom(
    '/lien.txt',
    '/dossier/x.txt',
    '/..%2f_site-secret/x.txt',
    '/%2e%2e/secret.txt',
  );
  const target = fc.oneof({ weight: 5, arbitrary: composed }, { weight: 1, arbitrary: outside });
  const method = fc.oneof(
    { weight: 8, arbitrary: fc.constant('GET') },
    {
      weight: 3,
      arbitrary: fc.constantFrom('HEAD', 'POST', 'CONNECT', 'OPTIONS', 'TRACE', 'QUERY', 'get', ''),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  );
  const friendly = fc.constantFrom('localhost', 'localhost:8080', '127.0.0.1', '[::1]');
  const foreign = fc.oneof(
    fc.constantFrom(
      'evil.example',
      'localhost.evil.example',
      '10.0.0.1',
      '',
      '[',
      'localhost:99999',
      'a@localhost',
    ),
    fc.string({ minLength: 1, maxLength: 9 }).map(name => `${name}.example`),
  );
  const origin = fc.constantFrom('http://evil.example', 'null', 'http://', 'https://localhost.evil.example');
  const other = fc.oneof(
    fc.constantFrom<readonly [string, string]>(
      ['Range', 'bytes=0-0,2-3'],
      ['Range', 'bytes=-99999999999999999999'],
      ['If-None-Match', '*'],
      ['If-Modified-Since', 'never'],
      ['If-Match', '"x"'],
      ['If-Range', '"x"'],
      ['Expect', '100-continue'],
      ['Expect', 'miracles'],
      ['Upgrade', 'websocket'],
      ['Upgrade', 'h2c'],
      ['Connection', 'Upgrade'],
      ['Sec-WebSocket-Key', 'AAAAAAAAAAAAAAAAAAAAAA=='],
      ['Sec-WebSocket-Version', '13'],
      ['Content-Length', '5'],
      ['Content-Length', '-1'],
      ['Content-Length', '99999999999999999999'],
      ['Transfer-Encoding', 'chunked'],
      ['Sec-Fetch-Mode', 'navigate'],
      ['X-Long', 'x'.repeat(20_000)],
    ),
    fc.tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 20 })),
  );
  const others = fc.array(other, { maxLength: 4 });
  const rest = fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes));
  const from = fc.oneof(
    { weight: 3, arbitrary: friendly.map(host => ({ host, isFriend: true, own: [] as [string, string][] })) },
    { weight: 1, arbitrary: foreign.map(host => ({ host, isFriend: false, own: [] as [string, string][] })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(friendly, origin)
        .map(([host, name]) => ({ host, isFriend: false, own: [['Origin', name]] as [string, string][] })),
    },
  );
  return fc
    .record({ method, target, from, others, rest })
    .map(({ from: { host, own, isFriend }, others: more, ...sent }) => ({
      ...sent,
      isFriend,
      headers: [['Host', host], ['Connection', 'close'], ...own, ...more],
    }));
}
