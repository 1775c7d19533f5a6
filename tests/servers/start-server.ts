// Lines that `npm run host` or our documentation gives, and a folder, become nginx, Caddy or Apache, serving it on this machine as an owner's server would; of
// Varnish the folder is another such server.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../../src/engine/host-snippet.ts';
import { freePort } from '../free-port.ts';
import { findProgram } from './programs.ts';

export interface RunningServer extends AsyncDisposable {
  /** `http://127.0.0.1:12345` */
  readonly origin: string;
}

/** Ms. */
const PATIENCE = 30_000;

/** Those that Debian enables, and that of SSI. */
const APACHE_MODULES = ['mpm_event', 'authz_core', 'dir', 'filter', 'mime', 'include'];

interface Settings {
  readonly name: string;
  readonly text: string;
  readonly args: (file: string, dir: string) => readonly string[];
}

/** By their names among Debian's programs. */
export type Program = Server | 'apache2' | 'varnishd';

const SETTINGS: Readonly<Record<Program, (port: number, root: string, dir: string) => Settings>> = {
  nginx: (port, root, dir) => ({
    name: 'nginx.conf',
    // Whoever runs the tests may read the site; the temporary folders are its own.
    text: `
user root;
daemon off;
pid ${dir}/nginx.pid;
error_log stderr warn;
events {}
http {
    access_log off;
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${dir}/${name};`).join('\n    ')}
    include ${dir}/beside;
    server {
        listen 127.0.0.1:${port};
        server_name portail.example;
        root ${root};
        include ${dir}/quotidien;
    }
}
`,
    args: (file, folder) => ['-p', folder, '-c', file, '-e', 'stderr'],
  }),
  caddy: (port, root, dir) => ({
    name: 'Caddyfile',
    text: `
{
    admin off
    auto_https off
}
http://127.0.0.1:${port} {
    root * ${root}
    import ${dir}/quotidien
}
`,
    args: file => ['run', '--config', file, '--adapter', 'caddyfile'],
  }),
  apache2: (port, root, dir) => ({
    name: 'apache2.conf',
    text: `
ServerRoot ${dir}
PidFile ${dir}/apache2.pid
Mutex file:${dir}
ErrorLog ${dir}/errors
LogLevel crit
Listen 127.0.0.1:${port}
ServerName portail.example
${APACHE_MODULES.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${root}
Include ${dir}/quotidien
`,
    args: file => ['-DFOREGROUND', '-f', file],
  }),
  varnishd: (port, _origin, dir) => ({
    name: 'empty',
    text: '',
    args: () => [
      ...['-j', 'none', '-F', '-n', join(dir, 'work'), '-a', `127.0.0.1:${port}`],
      ...['-f', join(dir, 'quotidien'), '-s', 'malloc,16m'],
    ],
  }),
};

/**
 * @param root of Varnish, which has its origin in `snippet`, none.
 * @param beside of nginx, what stands beside the site: groups of servers.
 */
export async function startServer(
  server: Program,
  root: string,
  snippet: string,
  beside = '',
): Promise<RunningServer> {
  const program = findProgram(server);
  assert.ok(program !== null, `${server} is not installed`);
  const dir = mkdtempSync(join(tmpdir(), `quotidien-${server}-`));
  const port = await freePort();
  const { name, text, args } = SETTINGS[server](port, root, dir);
  writeFileSync(join(dir, 'quotidien'), snippet);
  writeFileSync(join(dir, 'beside'), beside);
  writeFileSync(join(dir, name), text);
  const child = spawn(program, args(join(dir, name), dir), {
    env: { ...process.env, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  const ended = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true });
  };
  for (const until = Date.now() + PATIENCE; ; await wait(20)) {
    if (child.exitCode !== null) {
      rmSync(dir, { recursive: true });
      assert.fail(`${server} does not start:\n${said}`);
    }
    if (await answers(origin)) break;
    if (Date.now() > until) {
      await stop();
      assert.fail(`${server} does not answer:\n${said}`);
    }
  }
  return { origin, [Symbol.asyncDispose]: stop };
}

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, { redirect: 'manual' });
    return true;
  } catch {
    return false;
  }
}
