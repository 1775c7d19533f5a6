// `npm run participation` as a process of its own, and the site whose lists it reads.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { quickestFolder } from '../quickest-folder.ts';

const COMMAND = join(import.meta.dirname, '../../src/cli/participation.ts');

export interface RunningServiceOfTest extends AsyncDisposable {
  readonly origin: string;
  readonly site: string;
  readonly dir: string;
  readonly environment: Readonly<Record<string, string>>;
  process: ChildProcess;
  /** What the process wrote: its log. */
  output: string;
  start(): Promise<void>;
  /** @returns the exit status, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
  form(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** The command with an act, over the same database. */
  act(...words: readonly string[]): {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
}

/** @param files what the site answers, by address. */
export async function runningService(
  files: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<RunningServiceOfTest> {
  const dir = mkdtempSync(join(quickestFolder(), 'quotidien-service-'));
  const pages = createServer((request, response) => {
    const text = files[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  }).listen(0, '127.0.0.1');
  await once(pages, 'listening');
  const site = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = {
    PARTICIPATION_SITE: site,
    PARTICIPATION_LISTS: site,
    PARTICIPATION_URL: origin,
    PARTICIPATION_PORT: String(port),
    PARTICIPATION_FILE: join(dir, 'avis.sqlite'),
    ...more,
  };
  const env = { ...process.env, ...environment };
  const running: RunningServiceOfTest = {
    origin,
    site,
    dir,
    environment,
    process: undefined as never,
    output: '',
    async start() {
      running.process = spawn(process.execPath, [COMMAND], {
        env,
        cwd: dir,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      running.process.stdout!.on('data', data => (running.output += data));
      running.process.stderr!.on('data', data => {
        running.output += data;
        if (running.output.includes('écoute sur')) resolve();
      });
      running.process.once('exit', () => reject(new Error(running.output)));
      await promise;
    },
    async end(signal) {
      const { exitCode, signalCode } = running.process;
      if (exitCode !== null || signalCode !== null) return exitCode ?? signalCode!;
      const ended = once(running.process, 'exit');
      running.process.kill(signal);
      const [status, by] = (await ended) as [number | null, string | null];
      return status ?? by!;
    },
    form: (path, fields) =>
      fetch(origin + path, {
        method: 'POST',
        redirect: 'manual',
        // While a command runs nobody here would see the service end a connection that is kept.
        headers: {
          origin: site,
          'content-type': 'application/x-www-form-urlencoded',
          connection: 'close',
        },
        body: new URLSearchParams(fields),
      }),
    act: (...words) => spawnSync(process.execPath, [COMMAND, ...words], { env, cwd: dir, encoding: 'utf8' }),
    async [Symbol.asyncDispose]() {
      if (running.process?.exitCode === null && running.process.signalCode === null)
        await running.end('SIGKILL');
      pages.closeAllConnections();
      pages.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return running;
}
