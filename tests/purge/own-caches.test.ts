// Varnish and nginx themselves, with the settings that docs/purge.md gives: what is purged is new, and all else is still kept.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { PurgeOutcome, ToPurge } from '../../src/purge/purger.ts';
import { purgerFrom } from '../../src/purge/purger-from-environment.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { freePort } from '../free-port.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/purge.md'), 'utf8');
const PROGRAM_FOLDERS = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
const NGINX_MODULE = '/usr/lib/nginx/modules/ngx_http_cache_purge_module.so';

function programNamed(name: string): string | null {
  const paths = PROGRAM_FOLDERS.map(folder => join(folder, name));
  return paths.find(path => isProgram(path)) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const VARNISH = programNamed('varnishd');
const NGINX = existsSync(NGINX_MODULE) ? programNamed('nginx') : null;

/** For `skip`: in CI a missing program fails the test instead. */
const missing = (program: string | null, name: string): string | false =>
  !process.env.CI && program === null && `${name} is not installed`;

/** The first block of code of this kind after a heading. */
function snippet(heading: string, kind: string): string {
  const section = DOCS.split(/^## /m).find(text => text.startsWith(`${heading}\n`));
  const [, code] = new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(section ?? '') ?? [];
  assert.ok(code, `docs/purge.md gives no ${kind} for ${heading}`);
  return code;
}

let origin: Server;
/** Of all pages, until somebody publishes. */
let edition = 1;
const originPort = (): number => (origin.address() as AddressInfo).port;

before(async () => {
  origin = createServer((_, response) => {
    response.setHeader('cache-control', 'max-age=3600');
    response.setHeader('vary', 'Accept-Encoding');
    response.end(`edition ${edition}`);
  });
  origin.listen(0, '127.0.0.1');
  await once(origin, 'listening');
});
after(() => {
  origin.closeAllConnections();
  origin.close();
});

interface RunningCache {
  readonly port: number;
  stop(): Promise<void>;
}

/** Waits until the cache answers. */
async function started(program: ChildProcess, port: number, folder: string): Promise<RunningCache> {
  let said = '';
  program.stderr!.on('data', (piece: Buffer) => {
    said += piece;
  });
  for (let tries = 0; tries < 200; tries++) {
    assert.equal(program.exitCode, null, said);
    if ((await ask(port, '/').catch(() => null)) !== null) break;
    await wait(50);
  }
  return {
    port,
    async stop() {
      program.kill();
      if (program.exitCode === null && program.signalCode === null) await once(program, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startVarnish(vcl: string, environment: NodeJS.ProcessEnv = {}): Promise<RunningCache> {
  assert.ok(VARNISH, 'varnishd is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-varnish-'));
  const port = await freePort();
  writeFileSync(join(folder, 'site.vcl'), vcl.replace('.port = "8080"', `.port = "${originPort()}"`));
  const program = spawn(
    VARNISH,
    [
      '-j',
      'none',
      '-F',
      '-n',
      join(folder, 'work'),
      '-a',
      `127.0.0.1:${port}`,
      '-f',
      join(folder, 'site.vcl'),
      '-s',
      'malloc,16m',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } },
  );
  return started(program, port, folder);
}

async function startNginx(server: string): Promise<RunningCache> {
  assert.ok(NGINX, 'nginx with libnginx-mod-http-cache-purge is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-nginx-'));
  const port = await freePort();
  mkdirSync(join(folder, 'cache'));
  const site = server
    .replace('/var/cache/nginx/site', join(folder, 'cache'))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('127.0.0.1:8080', `127.0.0.1:${originPort()}`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `load_module ${NGINX_MODULE};
daemon off; worker_processes 1; ${process.getuid!() === 0 ? 'user root;' : ''}
error_log stderr; pid ${folder}/pid;
events {}
http { access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
${site} }`,
  );
  const program = spawn(NGINX, ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return started(program, port, folder);
}

/** What a reader is shown whose browser asks as browsers do, or as small programs do. */
async function ask(port: number, path: string, host = 'exemple.fr', encodings?: string): Promise<string> {
  const headers = { host, ...(encodings === undefined ? {} : { 'accept-encoding': encodings }) };
  const asked = request({ host: '127.0.0.1', port, path, headers, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  let text = '';
  for await (const piece of response) text += piece;
  return text;
}

/** Each kind of browser, since what they are sent may be kept apart. */
async function askInEveryWay(port: number, path: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const encodings of [undefined, 'gzip, deflate, br, zstd', 'identity'])
    texts.push(await ask(port, path, 'exemple.fr', encodings));
  return [...new Set(texts)];
}

async function purge(
  cdn: 'varnish' | 'nginx',
  { port }: RunningCache,
  toPurge: ToPurge,
  baseUrl = 'https://exemple.fr',
  token = '',
): Promise<PurgeOutcome> {
  const environment = { PURGE_URLS: `http://127.0.0.1:${port}`, PURGE_TOKEN: token };
  const made = purgerFrom({ cdn, environment, baseUrl, pace: hurriedPace() });
  assert.ok(made.ok);
  return made.purger.purge(toPurge);
}

/** Has pages kept as they are now, and then publishes new ones of all. */
async function keepAndPublish(
  port: number,
  pages: readonly (readonly [path: string, host?: string])[],
): Promise<void> {
  edition = 1;
  for (const [path, host] of pages) assert.equal(await ask(port, path, host), 'edition 1');
  edition = 2;
  for (const [path, host] of pages) assert.equal(await ask(port, path, host), 'edition 1', `${path} is kept`);
}

const KINDS = '/un/lecteurs.html';

const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `/chine/${at}.html`);

/** No folder holds more than one of these. */
const spread = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `/sujet-${at}/`);

describe('Varnish', { skip: missing(VARNISH, 'varnishd') }, () => {
  const vcl = snippet('Varnish', 'vcl');
  let varnish: RunningCache;
  before(async () => {
    varnish = await startVarnish(vcl);
  });
  after(() => varnish.stop());

  it('shows purged pages anew, whatever follows their question mark, and others as they were', async () => {
    const pages = [
      ['/un/'],
      ['/un/?utm_source=x'],
      ['/un/%C3%A9t%C3%A9.html'],
      ['/un/autre.html'],
      ['/un/', 'autre.fr'],
    ] as const;
    await keepAndPublish(varnish.port, pages);
    const outcome = await purge('varnish', varnish, { urls: ['/un/', '/un/été.html'] });
    assert.deepEqual(outcome, {
      cdn: 'varnish',
      scope: 'addresses',
      folders: [],
      purged: ['/un/', '/un/été.html'],
      refusals: [],
    });
    assert.equal(await ask(varnish.port, '/un/'), 'edition 2');
    assert.equal(await ask(varnish.port, '/un/?utm_source=x'), 'edition 2');
    assert.equal(await ask(varnish.port, '/un/%C3%A9t%C3%A9.html'), 'edition 2');
    assert.equal(await ask(varnish.port, '/un/autre.html'), 'edition 1');
    assert.equal(await ask(varnish.port, '/un/', 'autre.fr'), 'edition 1');
  });

  it('shows all of a site in a folder anew after a ban, and nothing else', async () => {
    const pages = [
      ['/le.journal/'],
      ['/le.journal/a/b.html'],
      ['/le-journal/'],
      ['/'],
      ['/le.journal/', 'autre.fr'],
    ] as const;
    await keepAndPublish(varnish.port, pages);
    const outcome = await purge('varnish', varnish, { urls: spread(401) }, 'https://exemple.fr/le.journal');
    assert.deepEqual([outcome.scope, outcome.purged.length, outcome.refusals], ['site', 401, []]);
    assert.equal(await ask(varnish.port, '/le.journal/'), 'edition 2');
    assert.equal(await ask(varnish.port, '/le.journal/a/b.html'), 'edition 2');
    assert.equal(await ask(varnish.port, '/le-journal/'), 'edition 1');
    assert.equal(await ask(varnish.port, '/le.journal/', 'autre.fr'), 'edition 1');
  });

  it('shows a folder anew after a ban, and nothing beside it', async () => {
    const pages = [['/chine/2014/05/a.html'], ['/chine/2014/05/'], ['/chine/2014/04/a.html'], ['/']] as const;
    await keepAndPublish(varnish.port, pages);
    const urls = Array.from({ length: 401 }, (_, at) => `/chine/2014/05/${at}.html`);
    const outcome = await purge('varnish', varnish, { urls });
    assert.deepEqual([outcome.scope, outcome.folders], ['folders', ['/chine/2014/05/']]);
    assert.equal(await ask(varnish.port, '/chine/2014/05/a.html'), 'edition 2');
    assert.equal(await ask(varnish.port, '/chine/2014/05/'), 'edition 2');
    assert.equal(await ask(varnish.port, '/chine/2014/04/a.html'), 'edition 1');
    assert.equal(await ask(varnish.port, '/'), 'edition 1');
  });

  it('shows a purged page anew to every kind of browser', async () => {
    edition = 1;
    assert.deepEqual(await askInEveryWay(varnish.port, KINDS), ['edition 1']);
    edition = 2;
    assert.deepEqual(await askInEveryWay(varnish.port, KINDS), ['edition 1']);
    await purge('varnish', varnish, { urls: [KINDS] });
    assert.deepEqual(await askInEveryWay(varnish.port, KINDS), ['edition 2']);
  });

  it('tells readers nothing of what a ban goes by', async () => {
    const asked = request({ host: '127.0.0.1', port: varnish.port, path: '/', agent: false });
    asked.end();
    const [response] = await once(asked, 'response');
    response.resume();
    assert.deepEqual(
      Object.keys(response.headers).filter(name => name.startsWith('x-ban')),
      [],
    );
  });

  it('refuses a machine that is not on its list', async () => {
    const strict = await startVarnish(vcl.replace('"127.0.0.1"; "::1"', '"192.0.2.1"'));
    try {
      for (const toPurge of [{ urls: ['/'] }, 'all'] as const) {
        const { refusals } = await purge('varnish', strict, toPurge);
        assert.equal(refusals[0]!.reason, 'credentials');
      }
    } finally {
      await strict.stop();
    }
  });

  it('refuses a wrong token, and takes the right one', async () => {
    const withToken = vcl.replace(/^( *)# (if \(req\.http\.Authorization)/m, '$1$2');
    assert.notEqual(withToken, vcl);
    const strict = await startVarnish(withToken, { PURGE_TOKEN: 'right-token' });
    try {
      const wrong = await purge('varnish', strict, { urls: ['/'] }, undefined, 'wrong-token');
      assert.equal(wrong.refusals[0]!.reason, 'credentials');
      assert.ok(!JSON.stringify(wrong).includes('wrong-token'));
      const right = await purge('varnish', strict, 'all', undefined, 'right-token');
      assert.deepEqual(right.refusals, []);
    } finally {
      await strict.stop();
    }
  });
});

describe('nginx', { skip: missing(NGINX, 'nginx with its module for purging') }, () => {
  const site = snippet('nginx', 'nginx');
  let nginx: RunningCache;
  before(async () => {
    nginx = await startNginx(site);
  });
  after(() => nginx.stop());
  beforeEach(() => {
    edition = 1;
  });

  it('shows purged pages anew, whatever follows their question mark, and others as they were', async () => {
    await keepAndPublish(nginx.port, [['/un/'], ['/un/%C3%A9t%C3%A9.html'], ['/un/autre.html']]);
    const outcome = await purge('nginx', nginx, { urls: ['/un/', '/un/été.html', '/jamais/vu.html'] });
    assert.deepEqual(outcome.refusals, []);
    assert.equal(await ask(nginx.port, '/un/?utm_source=x'), 'edition 2');
    assert.equal(await ask(nginx.port, '/un/%C3%A9t%C3%A9.html'), 'edition 2');
    assert.equal(await ask(nginx.port, '/un/autre.html'), 'edition 1');
  });

  it('shows a purged page anew to every kind of browser', async () => {
    assert.deepEqual(await askInEveryWay(nginx.port, KINDS), ['edition 1']);
    edition = 2;
    assert.deepEqual(await askInEveryWay(nginx.port, KINDS), ['edition 1']);
    await purge('nginx', nginx, { urls: [KINDS] });
    assert.deepEqual(await askInEveryWay(nginx.port, KINDS), ['edition 2']);
  });

  it('forgets many pages one by one', async () => {
    await keepAndPublish(nginx.port, [['/chine/0.html'], ['/chine/499.html'], ['/chine/500.html']]);
    const outcome = await purge('nginx', nginx, { urls: many(500) });
    assert.equal(outcome.purged.length, 500, JSON.stringify(outcome.refusals).slice(0, 300));
    assert.equal(await ask(nginx.port, '/chine/0.html'), 'edition 2');
    assert.equal(await ask(nginx.port, '/chine/499.html'), 'edition 2');
    assert.equal(await ask(nginx.port, '/chine/500.html'), 'edition 1');
  });

  it('refuses a machine that is not on its list', async () => {
    const strict = await startNginx(site.replace('allow 127.0.0.1', 'allow 192.0.2.1'));
    try {
      const { refusals } = await purge('nginx', strict, { urls: ['/'] });
      assert.equal(refusals[0]!.reason, 'credentials');
    } finally {
      await strict.stop();
    }
  });
});
