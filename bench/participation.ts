// `npm run bench:participation`: a table of how many comments and votes a second the service takes, over SQLite and PostgreSQL, and another program beside it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../tests/free-port.ts';
import { postgresForTest } from '../tests/participation/databases.ts';
import { listsOf } from '../tests/participation/lists-of-test.ts';
import { quickestFolder } from '../tests/quickest-folder.ts';
import { refuseTakenOptions } from '../tests/refuse-taken-options.ts';
import { thisMachine } from './machine.ts';
import { commentScript, voteScript, walineScript } from './participation-load.ts';
import { installWaline, WALINE_TABLES, walineEnvironment } from './peers/waline.ts';

const HELP = `npm run bench:participation -- [options]

Lets wrk (Debian's package) send comments and votes to the service on this machine, each from a network of its own, over SQLite and over
PostgreSQL (Debian's package; without it there are no such rows), and comments to Waline, another program, over PostgreSQL.

  --seconds N       how long each run sends (8)
  --connections N   how many senders at a time (16)
  --runs N          of each row, in turn (3)
  --in-memory       with the databases in memory, which never wait for a disk (they are on a disk)
  --only NAMES      rows whose names hold one of these: comments,votes,sqlite,postgresql,waline
  --keep            leave all of it in bench/.work/participation
  --help            this text
`;

const ROOT = join(import.meta.dirname, '..');
const WORK = join(import.meta.dirname, '.work/participation');

/** On a disk, and as sure as it is where a site runs: PostgreSQL waits for the disk, too. */
const SURE = '-c fsync=on -c synchronous_commit=on';

const OPTIONS = {
  seconds: { type: 'string', default: '8' },
  connections: { type: 'string', default: '16' },
  runs: { type: 'string', default: '3' },
  'in-memory': { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** The folder of the databases. */
let databases = tmpdir();

/** Of one run. Times of an answer in ms. */
interface Run {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the service for each, in ms. */
  readonly processor: number;
  /** Bytes. */
  readonly peak: number;
  /** Answers that say no. */
  readonly refused: number;
}

interface Subject {
  readonly name: string;
  readonly script: string;
  start(): Promise<Started>;
}

interface Started {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

await main();

async function main(): Promise<void> {
  refuseTakenOptions(OPTIONS);
  const { values } = parseArgs({ options: OPTIONS });
  const [seconds, connections, runs] = [values.seconds, values.connections, values.runs].map(Number);
  if (values.help || !(seconds! >= 1) || !(connections! >= 1) || !(runs! >= 1)) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (spawnSync('wrk', ['--version']).error !== undefined)
    throw new Error('wrk is not on this machine (Debian: apt-get install wrk).');
  if (values['in-memory']) databases = quickestFolder();
  // What is installed there is no part of the measurement.
  mkdirSync(WORK, { recursive: true });
  const wanted = values.only.split(',').filter(name => name !== '');
  const pages = await servedLists();
  const hasPostgres = existsSync('/usr/lib/postgresql');
  const subjects: Subject[] = [
    {
      name: 'comments, SQLite',
      script: commentScript(pages.origin),
      start: () => ours(pages.origin, 'sqlite'),
    },
    { name: 'votes, SQLite', script: voteScript(pages.origin), start: () => ours(pages.origin, 'sqlite') },
  ];
  if (hasPostgres)
    subjects.push(
      {
        name: 'comments, PostgreSQL',
        script: commentScript(pages.origin),
        start: () => ours(pages.origin, 'postgresql'),
      },
      {
        name: 'votes, PostgreSQL',
        script: voteScript(pages.origin),
        start: () => ours(pages.origin, 'postgresql'),
      },
    );
  const isWanted = ({ name }: { readonly name: string }): boolean =>
    wanted.length === 0 || wanted.some(part => name.toLowerCase().includes(part));
  const peer = { name: 'Waline: comments, PostgreSQL', script: walineScript() };
  if (hasPostgres && isWanted(peer) && installWaline(WORK))
    subjects.push({ ...peer, start: () => waline(pages.origin) });

  const { cores, cpu, node, date } = thisMachine();
  console.log(
    `${date}, ${cores} cores of ${cpu}, Node ${node}; ${connections} connections, ${seconds} s, medians of ${runs} runs in turn\n`,
  );
  console.log(
    '| | a second | p50 | p99 | processor time for each | peak memory | refused |\n|---|--:|--:|--:|--:|--:|--:|',
  );
  const chosen = subjects.filter(isWanted);
  const found = new Map<string, Run[]>(chosen.map(({ name }) => [name, []]));
  for (let run = 0; run < runs!; run++)
    for (const subject of chosen)
      found.get(subject.name)!.push(await measured(subject, seconds!, connections!));
  for (const [name, all] of found) {
    const of = (field: keyof Run): number => median(all.map(run => run[field]));
    console.log(
      `| ${name} | ${of('perSecond').toFixed(0)} | ${of('p50').toFixed(1)} ms | ${of('p99').toFixed(1)} ms | ${of('processor').toFixed(2)} ms | ${(of('peak') / 1e6).toFixed(0)} MB | ${of('refused')} |`,
    );
  }
  pages.close();
  if (!values.keep) rmSync(WORK, { recursive: true, force: true });
}

async function measured(subject: Subject, seconds: number, connections: number): Promise<Run> {
  const started = await subject.start();
  try {
    const script = join(WORK, 'load.lua');
    writeFileSync(script, subject.script);
    // What is loaded once is no part of a comment.
    await load(started.origin, script, 1, connections, 1);
    const before = processorTime(started.pid);
    const { requests, ms, p50, p99, refused } = await load(started.origin, script, seconds, connections, 2);
    const processor = (processorTime(started.pid) - before) / requests;
    const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${started.pid}/status`, 'utf8'))![1]);
    return { perSecond: (requests / ms) * 1000, p50, p99, processor, peak: peak * 1024, refused };
  } finally {
    await started.stop();
  }
}

interface Load {
  readonly requests: number;
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
}

/** @param round so that a second load sends other words than the first. */
async function load(
  origin: string,
  script: string,
  seconds: number,
  connections: number,
  round: number,
): Promise<Load> {
  const child = spawn(
    'wrk',
    [
      ...['--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`],
      ...['--timeout', '20s', '--script', script, origin, '--', String(round)],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', text => (said += text));
  await once(child, 'close');
  const line = /^\{.*\}$/m.exec(said);
  if (line === null) throw new Error(`wrk only said:\n${said}`);
  return JSON.parse(line[0]) as Load;
}

/** Of a process and all its threads so far, in ms: proc_pid_stat(5) gives ticks of 10 ms. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What a site's lists say of its articles and polls. */
async function servedLists(): Promise<{ readonly origin: string; close(): void }> {
  const files: Readonly<Record<string, string>> = {
    ...listsOf(5_000),
    // Waline asks at every request where else one can sign in.
    '/oauth': '{"services":[]}',
  };
  const server = createServer((request, response) => {
    const text = files[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/json' }).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function ours(site: string, kind: 'sqlite' | 'postgresql'): Promise<Started> {
  const database = kind === 'postgresql' ? await postgresForTest(SURE, databases) : null;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const file = join(databases, 'avis-bench.sqlite');
  const child = spawn(
    process.execPath,
    [join(ROOT, 'bin/pinned-node.js'), join(ROOT, 'src/cli/participation.ts')],
    {
      cwd: WORK,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PARTICIPATION_SITE: site,
        PARTICIPATION_URL: origin,
        PARTICIPATION_PORT: String(port),
        PARTICIPATION_FILE: file,
        // The load says of each sender in which network they are, as a proxy does.
        PARTICIPATION_PROXIES: '127.0.0.1',
        ...database?.environment,
      },
    },
  );
  return await startedWhen(child, `${origin}/sante`, async () => await database?.[Symbol.asyncDispose]());
}

async function waline(site: string): Promise<Started> {
  const database = await postgresForTest(SURE, databases);
  const tables = database.open();
  await tables.together(async ({ rows }) => {
    for (const statement of WALINE_TABLES) await rows(statement);
  });
  await tables.close();
  const port = await freePort();
  const child = spawn(process.execPath, ['vanilla.js', String(port)], {
    cwd: join(WORK, 'waline/node_modules/@waline/vercel'),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...walineEnvironment(database.environment.DATABASE_URL!, site) },
  });
  const origin = `http://127.0.0.1:${port}`;
  return await startedWhen(child, `${origin}/api/comment?type=count&url=/a`, () =>
    Promise.resolve(database[Symbol.asyncDispose]()),
  );
}

async function startedWhen(
  child: ChildProcess,
  question: string,
  after: () => Promise<unknown>,
): Promise<Started> {
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', text => (said += text));
  for (let tries = 0; ; tries++) {
    const answer = await fetch(question).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) break;
    if (child.exitCode !== null || tries > 1_200) throw new Error(`${question} is not answered:\n${said}`);
    await wait(100);
  }
  return {
    origin: new URL(question).origin,
    pid: child.pid!,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await after();
      for (const end of ['', '-wal', '-shm'])
        rmSync(join(databases, `avis-bench.sqlite${end}`), { force: true });
    },
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
