// `npm run bench:flash`: a table of what a new flash costs: one that is an article of its own, and one that an article of before gets, with the
// furniture in the newest articles and in none.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { refuseTakenOptions } from '../tests/refuse-taken-options.ts';
import { CLOCK, corpusFolders, isoDate, writeCorpus, writeNewArticle } from './corpus.ts';
import { thisMachine } from './machine.ts';
import { type Measure, measure } from './measure.ts';

const HELP = `npm run bench:flash -- [options]

Writes a portal of made-up articles, builds it, and measures what a new flash costs.

  --articles N      how many articles (10000)
  --runs R          of each kind of flash (3); the table shows medians
  --seed S          another corpus (1)
  --keep            leave corpus and site in bench/.work/flash
  --resume          go on with the corpus and the site that --keep left, if the code is the same
  --help            this text
`;

const ROOT = join(import.meta.dirname, '..');
const WORK = join(import.meta.dirname, '.work/flash');
const CORPUS = join(WORK, 'corpus');

/** Milliseconds. A build reads a file again if the file changed less than two seconds before the last build. */
const AGE_MS = 2_500;

/** How many of the newest articles carry the furniture: as sites do that say nothing, and as few as can be. */
const CARRIERS = [500, 0] as const;

const OPTIONS = {
  articles: { type: 'string', default: '10000' },
  runs: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  keep: { type: 'boolean', default: false },
  resume: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const FLASH = `flash:\n  text: Un flash de plus\n  until: ${isoDate(CLOCK + 6 * 3_600_000)}\n`;

interface Run extends Measure {
  readonly written: number;
}

await main();

async function main(): Promise<void> {
  refuseTakenOptions(OPTIONS);
  const { values } = parseArgs({ options: OPTIONS });
  const [articles, runs] = [Number(values.articles), Number(values.runs)];
  if (values.help || !(articles >= 1000) || !(runs >= 1 && runs <= 30)) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const isThere = values.resume && existsSync(join(WORK, 'site'));
  if (!isThere) {
    rmSync(WORK, { recursive: true, force: true });
    say(`Writing ${articles} articles…`);
    writeCorpus(CORPUS, { articles, seed: Number(values.seed) });
    await setTimeout(AGE_MS);
  }
  const { cores, cpu, node, date } = thisMachine();
  process.stdout.write(
    `\n${articles} articles, ${date}, ${cores} cores (${cpu}), Node ${node}\n\n` +
      '| articles with furniture | what is new | time | of processor time | peak memory | files written |\n|--:|---|--:|--:|--:|--:|\n',
  );
  for (const carriers of CARRIERS) {
    setCarriers(carriers);
    say('Building…');
    await build();
    row(carriers, 'a flash that is an article of its own', await runsOf(runs, newFlash));
    row(carriers, 'a flash of an article that was there', await runsOf(runs, olderFlash));
    row(carriers, 'an article that is no flash', await runsOf(runs, newArticle));
  }
  if (!values.keep) rmSync(WORK, { recursive: true, force: true });
}

/** Each run begins with the site without the change. */
async function runsOf(runs: number, change: (run: number) => () => void): Promise<readonly Run[]> {
  const measured: Run[] = [];
  for (let run = 1; run <= runs; run++) {
    const undo = change(run);
    try {
      measured.push(await build());
    } finally {
      undo();
    }
    await build();
  }
  return measured;
}

function newArticle(run: number): () => void {
  const file = writeNewArticle(CORPUS, run);
  return () => rmSync(file);
}

function newFlash(run: number): () => void {
  const file = writeNewArticle(CORPUS, run);
  addFlash(file);
  return () => rmSync(file);
}

/** Of the last month some article that has none. */
function olderFlash(run: number): () => void {
  const folder = join(corpusFolders(CORPUS).content, 'articles/2014/04');
  const files = readdirSync(folder).sort();
  const file = join(folder, files[(run * 37) % files.length]!);
  const text = readFileSync(file, 'utf8');
  addFlash(file);
  return () => writeFileSync(file, text);
}

function addFlash(file: string): void {
  const text = readFileSync(file, 'utf8').replace(/^flash: true\n/m, '');
  writeFileSync(file, text.replace('\n---\n', `\n${FLASH}---\n`));
}

function setCarriers(carriers: number): void {
  const file = join(corpusFolders(CORPUS).data, 'site.yaml');
  const text = readFileSync(file, 'utf8').replace(
    /^furnitureArticles: .*$/m,
    `furnitureArticles: ${carriers}`,
  );
  writeFileSync(file, text);
}

async function build(): Promise<Run> {
  execFileSync('sync');
  const { content, data } = corpusFolders(CORPUS);
  const folders = { content, data, output: join(WORK, 'site'), cache: join(WORK, 'cache') };
  const args = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder]);
  const measured = await measure(
    process.execPath,
    ['bin/pinned-node.js', 'src/cli/build.ts', ...args, '--json', '--quiet'],
    ROOT,
  );
  const { pages } = JSON.parse(measured.stdout.trim().split('\n').at(-1)!) as {
    pages: { readonly written: number };
  };
  return { ...measured, written: pages.written };
}

/** Medians. */
function row(carriers: number, label: string, runs: readonly Run[]): void {
  const median = (of: (run: Run) => number | null): number =>
    runs.map(run => of(run) ?? Number.NaN).sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
  const cells = [
    String(carriers),
    label,
    `${(median(({ ms }) => ms) / 1000).toFixed(2)} s`,
    `${(median(({ cpuMs }) => cpuMs) / 1000).toFixed(2)} s`,
    `${Math.round(median(({ peakBytes }) => peakBytes) / 1e6)} MB`,
    String(median(({ written }) => written)),
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
