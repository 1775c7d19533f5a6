// `npm run bench:most-read`: a table of how long our counting of readers and GoAccess take for the same access log, in turn.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseTakenOptions } from '../tests/refuse-taken-options.ts';
import { DAY_STARTS, writeAccessLog } from './access-log.ts';
import { thisMachine } from './machine.ts';
import { type Measure, measure } from './measure.ts';

const HELP = `npm run bench:most-read -- [options]

Makes the access log of a day and measures how long it takes to count who read what: by npm run most-read, and by GoAccess
(Debian's package; without it there is no such row).

  --lines N         of the log (1000000)
  --goaccess N      lines at its beginning that GoAccess reads; it takes some 40 s for a million (all)
  --runs N          of each (3)
  --seed S          another log (1)
  --keep            leave all of it in bench/.work/most-read
  --help            this text
`;

const ROOT = join(import.meta.dirname, '..');
const WORK = join(import.meta.dirname, '.work/most-read');
const LOG = join(WORK, 'access.log');
const SHORT_LOG = join(WORK, 'short.log');

const OPTIONS = {
  lines: { type: 'string', default: '1000000' },
  goaccess: { type: 'string' },
  runs: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const SITE = `name: Le Journal
description: De quoi compter.
baseUrl: https://portail.example
timeZone: Europe/Paris
`;

await main();

async function main(): Promise<void> {
  refuseTakenOptions(OPTIONS);
  const { values } = parseArgs({ options: OPTIONS });
  const [lines, runs] = [Number(values.lines), Number(values.runs)];
  const theirs = Math.min(lines, Number(values.goaccess ?? lines));
  if (values.help || !(lines >= 1) || !(runs >= 1) || !(theirs >= 1)) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(join(WORK, '_data'), { recursive: true });
  writeFileSync(join(WORK, '_data/site.yaml'), SITE);
  writeFileSync(join(WORK, '_data/sections.yaml'), '- { slug: chine, name: Chine }\n');
  writeAccessLog(LOG, lines, Number(values.seed));
  if (theirs < lines) writeAccessLog(SHORT_LOG, theirs, Number(values.seed));
  const { cores, cpu, node, date } = thisMachine();
  console.log(
    `${date}, ${cores} cores of ${cpu}, Node ${node}\nA log of ${count(lines)} lines, ${count(statSync(LOG).size / 1e6)} MB.\n`,
  );
  console.log(
    '| | lines | seconds | of processor time | lines a second | by processor time | peak memory |\n|---|--:|--:|--:|--:|--:|--:|',
  );
  const hasGoAccess = spawnSync('goaccess', ['--version']).status === 0;
  const results: { readonly name: string; readonly lines: number; readonly measures: Measure[] }[] = [
    { name: 'npm run most-read', lines, measures: [] },
    ...(hasGoAccess ? [{ name: 'GoAccess', lines: theirs, measures: [] }] : []),
  ];
  for (let run = 0; run < runs; run++) {
    results[0]!.measures.push(await ours());
    results[1]?.measures.push(await goAccess(theirs < lines ? SHORT_LOG : LOG));
  }
  for (const { name, lines: read, measures } of results) {
    const { ms, cpuMs, peakBytes } = measures.toSorted((a, b) => a.ms - b.ms)[
      Math.floor(measures.length / 2)
    ]!;
    const memory = peakBytes === null ? '–' : `${count(peakBytes / 1e6)} MB`;
    const [busy, byBusy] =
      cpuMs === null ? ['–', '–'] : [(cpuMs / 1000).toFixed(1), count((read / cpuMs) * 1000)];
    console.log(
      `| ${name} | ${count(read)} | ${(ms / 1000).toFixed(1)} | ${busy} | ${count((read / ms) * 1000)} | ${byBusy} | ${memory} |`,
    );
  }
  if (!values.keep) rmSync(WORK, { recursive: true, force: true });
}

/** The whole command, as cron runs it. */
function ours(): Promise<Measure> {
  const now = new Date(DAY_STARTS + 86_400_000).toISOString();
  const places = ['--data', join(WORK, '_data'), '--cache', join(WORK, '.cache')];
  return measure(
    process.execPath,
    [
      join(ROOT, 'bin/pinned-node.js'),
      join(ROOT, 'src/cli/most-read.ts'),
      ...places,
      '--now',
      now,
      '--quiet',
      LOG,
    ],
    ROOT,
  );
}

/** Its report as JSON, which is the least that it makes. */
function goAccess(log: string): Promise<Measure> {
  const output = join(WORK, 'goaccess.json');
  return measure('goaccess', [log, '--log-format=COMBINED', '--no-progress', '-o', output], WORK);
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}
