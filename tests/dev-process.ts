// The development server of a mini-site, as an editor starts it: what it prints, and what it answers.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PanelReport } from '../src/cli/dev-server/panel-report.ts';
import { freePort } from './free-port.ts';
import { AFTERNOON, type MiniSite } from './mini-site.ts';
import { shareAssets } from './shared-folders.ts';

const ROOT = join(import.meta.dirname, '..');

/** Milliseconds. A session begins in two seconds; a busy machine may take long. */
const PATIENCE = 90_000;

export interface Dev extends AsyncDisposable {
  readonly port: number;
  readonly origin: string;
  /** All that it has printed so far. */
  printed(): string;
  /** Resolves when it has printed the words. */
  says(words: string | RegExp): Promise<void>;
  /** Resolves with what pages are told is wrong as soon as it is as wanted. */
  tells(isWanted: (told: PanelReport | null) => boolean): Promise<PanelReport | null>;
  /** The page or file at an address. */
  get(url: string): Promise<Response>;
  /** Resolves when the page at the address holds the text. */
  shows(url: string, text: string): Promise<void>;
  readonly isRunning: boolean;
  /** From now on nobody reads what it prints. */
  closeTerminal(): void;
  /** What the command ends with. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Ends it, as a power cut does if nothing else is said. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** The command as an editor types it, in the folders of a site, on the afternoon of mini-sites. */
export function startDev(site: MiniSite, ...more: readonly string[]): Promise<Dev> {
  return startDevAt(site, ['--now', AFTERNOON], more);
}

/** The same while the machine's clock runs. */
export function startDevNow(site: MiniSite): Promise<Dev> {
  return startDevAt(site, [], []);
}

/** The same in a copy of the project that is an owner's own (`own-project.ts`). Resolves when the site is served. */
export async function startOwnDev(site: MiniSite): Promise<Dev> {
  const dev = await startIn(site.dir, site, ['--now', AFTERNOON]);
  await dev.says('Ctrl+C pour arrêter.');
  return dev;
}

function startDevAt(site: MiniSite, now: readonly string[], more: readonly string[]): Promise<Dev> {
  const folders = { content: 'content', data: '_data', cache: '.cache' };
  const typed = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, join(site.dir, folder)]);
  return startIn(ROOT, site, [...typed, ...now, ...more]);
}

async function startIn(cwd: string, site: MiniSite, typed: readonly string[]): Promise<Dev> {
  await shareAssets(join(site.dir, '.cache'));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['src/cli/dev.ts', '--workers', '1', '--port', String(port), ...typed],
    { cwd, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => (printed += text));
  const { promise: ended, resolve } = Promise.withResolvers<number | NodeJS.Signals | null>();
  child.once('close', (code, signal) => resolve(code ?? signal));
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    const end = performance.now() + PATIENCE;
    while (!(await isSo())) {
      assert.equal(child.exitCode, null, `it ended:\n${printed}`);
      assert.ok(performance.now() < end, `it only said:\n${printed}`);
      await sleep(20);
    }
  };
  const origin = `http://localhost:${port}`;
  const get = (url: string): Promise<Response> => fetch(`${origin}${url}`);
  return {
    port,
    origin,
    printed: () => printed,
    says: words => until(() => (typeof words === 'string' ? printed.includes(words) : words.test(printed))),
    async tells(isWanted) {
      let told: PanelReport | null = null;
      await until(async () => {
        const report = await reportTold(origin).catch(() => undefined);
        told = report ?? null;
        return report !== undefined && isWanted(told);
      });
      return told;
    },
    get,
    shows: (url, text) =>
      until(async () => {
        // Between two sessions nobody answers.
        const page = await get(url).catch(() => null);
        return page !== null && (await page.text()).includes(text);
      }),
    get isRunning() {
      return child.exitCode === null && child.signalCode === null;
    },
    closeTerminal() {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    ended,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await ended;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}

/** What a page that is opened now is told. */
async function reportTold(origin: string): Promise<PanelReport | null> {
  const leaving = new AbortController();
  const { body } = await fetch(`${origin}/.quotidien/builds`, { signal: leaving.signal });
  let text = '';
  try {
    for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const report = /^event: problems\ndata: (.*)\n\n/m.exec(text)?.[1];
      if (report !== undefined) return JSON.parse(report) as PanelReport | null;
    }
  } finally {
    leaving.abort();
  }
  throw new Error('the stream ended');
}
