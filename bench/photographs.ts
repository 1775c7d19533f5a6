// `npm run bench:photographs`: a table of how long Quotidien takes to build a portal with photographs, and how long eleventy-img takes
// to make the same photographs' images.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { refuseTakenOptions } from '../tests/refuse-taken-options.ts';
import { thisMachine } from './machine.ts';
import { type Measure, measure } from './measure.ts';
import { type PhotographCorpus, writePhotographCorpus } from './photograph-corpus.ts';

const HELP = `npm run bench:photographs -- [options]

Makes photographs of 12 megapixels and measures how long each program takes to make a site's images of them.

  --photographs N   how many (50)
  --seed S          others (1)
  --only LIST       only these of: ours,eleventy-img
  --keep            leave corpus and sites in bench/.work/photographs; the next run takes the corpus as it is
  --help            this text
`;

const ROOT = join(import.meta.dirname, '..');
const WORK = join(import.meta.dirname, '.work/photographs');

/** Milliseconds. A build reads a file again if the file changed less than two seconds before the last build. */
const AGE_MS = 2_500;

const OPTIONS = {
  photographs: { type: 'string', default: '50' },
  seed: { type: 'string', default: '1' },
  only: { type: 'string', default: 'ours,eleventy-img' },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await main();

async function main(): Promise<void> {
  refuseTakenOptions(OPTIONS);
  const { values } = parseArgs({ options: OPTIONS });
  const count = Number(values.photographs);
  if (values.help || !(count >= 1)) {
    process.stdout.write(HELP);
    return;
  }
  const corpus = await writePhotographCorpus(join(WORK, 'corpus'), count, Number(values.seed), done => {
    if (done % 50 === 0) say(`${done} photographs of ${count}…`);
  });
  await setTimeout(AGE_MS);
  const { cores, cpu, node, date } = thisMachine();
  process.stdout.write(
    `\n${count} photographs of 12 megapixels, ${date}, ${cores} cores (${cpu}), Node ${node}\n\n` +
      '| work | time | peak memory | files made | photographs decoded |\n|---|--:|--:|--:|--:|\n',
  );
  if (values.only.includes('ours')) await measureOurs(corpus);
  if (values.only.includes('eleventy-img')) await measureEleventyImg(corpus);
  if (!values.keep) rmSync(WORK, { recursive: true, force: true });
}

async function measureOurs({ illustrated, plain }: PhotographCorpus): Promise<void> {
  for (const root of [illustrated, plain])
    for (const folder of ['_site', '.cache']) rmSync(join(root, folder), { recursive: true, force: true });
  const build = async (label: string, root: string): Promise<void> => {
    say(`${label}…`);
    const folders = { content: 'content', data: '_data', output: '_site', cache: '.cache' };
    const args = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, join(root, folder)]);
    execFileSync('sync');
    const measured = await measure(
      process.execPath,
      ['bin/pinned-node.js', 'src/cli/build.ts', ...args, '--quiet', '--json'],
      ROOT,
    );
    const { images } = JSON.parse(measured.stdout) as { images: { made: number; decoded: number } };
    row(label, measured, images.made, String(images.decoded));
  };
  await build('Quotidien, full build', illustrated);
  await build('Quotidien, second build', illustrated);
  await build('Quotidien, third build', illustrated);
  await build('the same portal without photographs, full build', plain);
  await build('the same portal without photographs, second build', plain);
  await build('the same portal without photographs, third build', plain);
}

async function measureEleventyImg({ photographs }: PhotographCorpus): Promise<void> {
  const output = join(WORK, 'eleventy-img');
  rmSync(output, { recursive: true, force: true });
  for (const label of ['eleventy-img, first run', 'eleventy-img, second run']) {
    say(`${label}…`);
    execFileSync('sync');
    const before = filesIn(output);
    const args = ['bench/peers/eleventy-img/make.ts', photographs, output, String(availableParallelism())];
    const measured = await measure(process.execPath, args, ROOT);
    row(label, measured, filesIn(output) - before, '—');
  }
}

function filesIn(dir: string): number {
  try {
    return readdirSync(dir).length;
  } catch {
    return 0;
  }
}

function row(label: string, { ms, peakBytes }: Measure, files: number, decoded: string): void {
  const memory = peakBytes === null ? '—' : `${Math.round(peakBytes / 1e6)} MB`;
  process.stdout.write(`| ${label} | ${(ms / 1000).toFixed(2)} s | ${memory} | ${files} | ${decoded} |\n`);
}

/** Progress goes to standard error, so that standard output contains the table only. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
