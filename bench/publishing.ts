// `npm run bench:publishing`: a table of what a publication costs: the first one, one of a new article by a machine that begins with nothing, and
// one by a machine that published before.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseTakenOptions } from '../tests/refuse-taken-options.ts';
import { corpusFolders, writeCorpus, writeNewArticle } from './corpus.ts';
import { thisMachine } from './machine.ts';
import { type Measure, measure } from './measure.ts';
import { type Illustrate, illustrateAll, illustrator } from './small-photographs.ts';

const HELP = `npm run bench:publishing -- [options]

Makes a portal in a bare repository of git and measures how long it takes to publish it to a folder, with what is known of it beside it.

  --articles N      how many (10000)
  --runs N          of publications of one new article (3)
  --seed S          other articles (1)
  --photographs     a small photograph beside each article
  --keep            leave all of it in bench/.work/publishing
  --help            this text

The first publication is compared with rclone (Debian's package), which copies the finished site; without it there is no such row.
`;

const ROOT = join(import.meta.dirname, '..');
const WORK = join(import.meta.dirname, '.work/publishing');
const PROJECT = join(WORK, 'project');
const BARE = join(WORK, 'repository.git');
const CLONE = join(WORK, 'clone');
const SITE = join(WORK, 'site');

const OPTIONS = {
  articles: { type: 'string', default: '10000' },
  runs: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  photographs: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Commits are nobody's. */
const SOMEBODY = {
  GIT_AUTHOR_NAME: 'Bench',
  GIT_AUTHOR_EMAIL: 'bench@portail.example',
  GIT_COMMITTER_NAME: 'Bench',
  GIT_COMMITTER_EMAIL: 'bench@portail.example',
};

interface Traffic {
  readonly put: number;
  readonly removed: number;
  readonly bytesRead: number;
}

await main();

async function main(): Promise<void> {
  refuseTakenOptions(OPTIONS);
  const { values } = parseArgs({ options: OPTIONS });
  const [articles, runs] = [Number(values.articles), Number(values.runs)];
  if (values.help || !(articles >= 1) || !(runs >= 1)) {
    process.stdout.write(HELP);
    return;
  }
  rmSync(WORK, { recursive: true, force: true });
  say(`${articles} articles and their repository…`);
  writeCorpus(PROJECT, { articles, seed: Number(values.seed) });
  const illustrate = values.photographs ? await illustrator() : () => {};
  illustrateAll(join(corpusFolders(PROJECT).content, 'articles'), illustrate);
  git(PROJECT, 'init', '--quiet');
  commit('All');
  git(WORK, 'clone', '--quiet', '--bare', `file://${PROJECT}`, BARE);
  git(BARE, 'config', 'uploadpack.allowFilter', 'true');
  git(BARE, 'config', 'uploadpack.allowAnySHA1InWant', 'true');

  const { cores, cpu, node, date } = thisMachine();
  process.stdout.write(
    `\n${articles} articles${values.photographs ? ' with a small photograph each' : ''}, ${date}, ${cores} cores (${cpu}), Node ${node}\n\n` +
      '| work | time | of which the clone | processor time of the command | peak memory | objects put | read of the place and its state |\n|---|--:|--:|--:|--:|--:|--:|\n',
  );
  row('first publication', [await publishBare('cache')]);
  await copyWithRclone();
  const bare: Run[] = [];
  const warm: Run[] = [];
  for (let run = 1; run <= runs; run++) {
    addArticle(2 * run - 1, illustrate);
    bare.push(await publishBare(`bare-${run}`));
    addArticle(2 * run, illustrate);
    fetchInClone();
    const published = await publish('warm');
    // The first one finds out what it lacks.
    if (run > 1) warm.push(published);
  }
  row('one new article, a machine that begins with nothing', bare);
  if (warm.length > 0) row('one new article, a machine that published before', warm);
  if (!values.keep) rmSync(WORK, { recursive: true, force: true });
}

interface Run {
  readonly seconds: number;
  readonly cloneSeconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
  readonly traffic: Traffic | null;
}

/** As CI does: a clone without history and articles, and nothing else. */
async function publishBare(cache: string): Promise<Run> {
  rmSync(CLONE, { recursive: true, force: true });
  rmSync(join(WORK, cache), { recursive: true, force: true });
  const began = performance.now();
  git(
    WORK,
    'clone',
    '--quiet',
    '--depth',
    '1',
    '--filter=blob:none',
    '--no-checkout',
    `file://${BARE}`,
    CLONE,
  );
  git(CLONE, 'sparse-checkout', 'set', '--no-cone', '/*', '!/content/');
  git(CLONE, 'checkout', '--quiet');
  const cloneSeconds = (performance.now() - began) / 1000;
  const published = await publish(cache);
  return { ...published, seconds: published.seconds + cloneSeconds, cloneSeconds };
}

async function publish(cache: string): Promise<Run> {
  say('publishing…');
  execFileSync('sync');
  const options = {
    to: `file:${SITE}`,
    from: 'git',
    content: join(CLONE, 'content'),
    data: join(CLONE, '_data'),
    cache: join(WORK, cache),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const measured = await measure(
    process.execPath,
    ['bin/pinned-node.js', 'src/cli/publish.ts', ...args, '--quiet', '--json'],
    ROOT,
  );
  const { traffic } = JSON.parse(measured.stdout) as { traffic: Traffic };
  return { ...inRun(measured), traffic };
}

/** What a program does that only copies, when the site is finished. */
async function copyWithRclone(): Promise<void> {
  if (spawnSync('rclone', ['version']).error) return;
  execFileSync('sync');
  const copy = join(WORK, 'copy');
  const measured: Measure = await measure(
    'rclone',
    ['copy', '--transfers', '32', '--checkers', '32', SITE, copy],
    ROOT,
  );
  row('rclone, which copies that finished site', [{ ...inRun(measured), traffic: null }]);
}

function inRun({ ms, cpuMs, peakBytes }: Measure): Omit<Run, 'traffic'> {
  return {
    seconds: ms / 1000,
    cloneSeconds: 0,
    processorSeconds: (cpuMs ?? 0) / 1000,
    megabytes: (peakBytes ?? 0) / 1e6,
  };
}

function addArticle(number: number, illustrate: Illustrate): void {
  illustrate(writeNewArticle(PROJECT, number));
  commit(`Article ${number}`);
  git(PROJECT, 'push', '--quiet', BARE, 'HEAD');
}

function fetchInClone(): void {
  git(CLONE, 'fetch', '--quiet', '--depth', '1', '--filter=blob:none', 'origin');
  git(CLONE, 'checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
}

function commit(subject: string): void {
  git(PROJECT, 'add', '--all');
  git(PROJECT, 'commit', '--quiet', '--message', subject);
}

function git(folder: string, ...args: readonly string[]): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  execFileSync('git', args, {
    cwd: folder,
    env: { ...process.env, ...SOMEBODY },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Medians. */
function row(label: string, runs: readonly Run[]): void {
  const median = (of: (run: Run) => number): number =>
    runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
  const clone = median(run => run.cloneSeconds);
  const hasTraffic = runs.every(({ traffic }) => traffic !== null);
  const cells = [
    label,
    `${median(run => run.seconds).toFixed(2)} s`,
    clone === 0 ? '—' : `${clone.toFixed(2)} s`,
    `${median(run => run.processorSeconds).toFixed(2)} s`,
    `${Math.round(median(run => run.megabytes))} MB`,
    hasTraffic ? String(median(run => run.traffic!.put)) : '—',
    hasTraffic ? `${(median(run => run.traffic!.bytesRead) / 1e6).toFixed(1)} MB` : '—',
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
