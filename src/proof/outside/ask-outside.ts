// The addresses of other sites to which pages link, to whether something is there: each host is asked for one address after the other, and what it said is kept for days.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pace } from '../../asking/pace.ts';
import { isWorthAnotherTry, pauseAskedFor } from '../../asking/retry-after.ts';
import { proofWords } from '../../locale/proof-words.ts';
import { DAY, HOUR } from '../../time/durations.ts';
import { PROOF_FOLDER } from '../proof-folder.ts';
import type { AskOutside } from '../prove.ts';

const words = proofWords.found.externalLink;

export interface OutsideTools {
  readonly cacheDir: string;
  readonly fetch: typeof fetch;
  readonly pace: Pace;
}

/** What a host said of an address, or why it said nothing, and when, in ms. */
interface Answer {
  readonly at: number;
  readonly status: number | null;
  readonly reason?: string;
}

/** Hosts at a time; of each one question at a time. */
const HOSTS_AT_ONCE = 8;
/** Between two questions to one host, in ms. */
const PAUSE = 1000;
/** Of one question, in ms. */
const TIME_LIMIT = 20_000;
/** A host that asks for a longer pause is left alone, in ms. */
const LONGEST_PAUSE = 60_000;
const MOST_TRIES = 3;
/** What is there stays there for a while; what is not may come back. */
const KEPT_GOOD = 7 * DAY;
const KEPT_BAD = HOUR;

/** A host that does not want to be asked so by a program says 403 or the like, and may have the page all the same. */
const SAYS_NOTHING = new Set([401, 403, 405, 406, 429, 451, 501, 503, 999]);

const CACHE_FILE = `${PROOF_FOLDER}/outside.json`;

const HEADERS = { 'user-agent': 'Quotidien (proof of links)', accept: 'text/html,*/*;q=0.8' };

export function politeAsker({ cacheDir, fetch, pace }: OutsideTools): AskOutside {
  return async (urls, tell) => {
    const known = readKnown(join(cacheDir, CACHE_FILE));
    const hosts = new Map<string, string[]>();
    for (const url of urls) {
      const { host } = new URL(url);
      const ofHost = hosts.get(host);
      if (ofHost === undefined) hosts.set(host, [url]);
      else ofHost.push(url);
    }
    const waiting = [...hosts.values()];
    const askHosts = async (): Promise<void> => {
      for (let ofHost = waiting.shift(); ofHost !== undefined; ofHost = waiting.shift())
        await askHost(ofHost, known, { fetch, pace });
    };
    await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, askHosts));
    mkdirSync(join(cacheDir, PROOF_FOLDER), { recursive: true });
    writeKnown(join(cacheDir, CACHE_FILE), known);
    for (const url of urls) {
      tell.looked();
      const { status, reason } = known.get(url)!;
      if (status === null) tell.found(url, words.silent(url, reason ?? ''));
      else if (status >= 400 && !SAYS_NOTHING.has(status)) tell.found(url, words.gone(url, status));
    }
  };
}

async function askHost(
  urls: readonly string[],
  known: Map<string, Answer>,
  { fetch, pace }: Pick<OutsideTools, 'fetch' | 'pace'>,
): Promise<void> {
  let isFirst = true;
  for (const url of urls) {
    const before = known.get(url);
    if (before !== undefined && isFresh(before, pace.now())) continue;
    if (!isFirst) await pace.wait(PAUSE);
    isFirst = false;
    known.set(url, await askFor(url, fetch, pace));
  }
}

function isFresh({ at, status }: Answer, now: number): boolean {
  return now - at < (status !== null && status < 400 ? KEPT_GOOD : KEPT_BAD) && at <= now;
}

/** HEAD first, which costs the host nothing; GET where that is not understood. */
async function askFor(url: string, fetch: OutsideTools['fetch'], pace: Pace): Promise<Answer> {
  let method: 'HEAD' | 'GET' = 'HEAD';
  for (let tries = 1; ; tries++) {
    let pause = PAUSE * 2 ** tries;
    let answer: Answer;
    let again: boolean;
    try {
      const response = await fetch(url, {
        method,
        headers: HEADERS,
        redirect: 'follow',
        signal: AbortSignal.timeout(TIME_LIMIT),
      });
      await response.body?.cancel();
      const { status } = response;
      answer = { at: pace.now(), status };
      again = isWorthAnotherTry(status);
      pause = pauseAskedFor(response.headers.get('retry-after') ?? undefined, pace.now()) ?? pause;
      if (method === 'HEAD' && status >= 400 && !again) {
        method = 'GET';
        await pace.wait(PAUSE);
        continue;
      }
    } catch (error) {
      answer = { at: pace.now(), status: null, reason: reasonOf(error as Error) };
      again = true;
    }
    if (!again || tries >= MOST_TRIES || pause > LONGEST_PAUSE) return answer;
    await pace.wait(pause);
  }
}

/** `fetch` hides it one deeper: `ENOTFOUND`. */
function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError') return 'délai dépassé';
  return ((error.cause ?? error) as NodeJS.ErrnoException).code ?? error.name;
}

/** A cache that cannot be read is none. */
function readKnown(file: string): Map<string, Answer> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(read)) return new Map();
    return new Map(
      (read as readonly (readonly [string, Answer])[]).filter(
        one => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1]?.at === 'number',
      ),
    );
  } catch {
    return new Map();
  }
}

function writeKnown(file: string, known: ReadonlyMap<string, Answer>): void {
  const half = `${file}.half-${process.pid}`;
  writeFileSync(half, JSON.stringify([...known].sort(([a], [b]) => (a < b ? -1 : 1))));
  renameSync(half, file);
}
