// `npm run bench`: a table of how long Quotidien, Hugo and Eleventy take to build the same portal, in turn on one machine.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { refuseTakenOptions } from '../tests/refuse-taken-options.ts';
import { writeCorpus } from './corpus.ts';
import { hugoVersion } from './hugo.ts';
import { thisMachine } from './machine.ts';
import { markdown, rowsOf } from './report.ts';
import { isInstalled, OURS, type Sample, SUBJECT_NAMES, type SubjectName, subject } from './subjects.ts';

const HELP = `npm run bench -- [options]

Writes a portal of made-up articles and measures how long each program takes to build it.

  --articles N   how many articles (2000)
  --runs R       how many times each build is run (3); the table shows medians
  --only LIST    only these of: ${SUBJECT_NAMES.join(',')}
  --seed S       another corpus (1)
  --hugo PATH    another Hugo than the one on the path, as a newer one
  --json         end with one line of JSON
  --keep         leave corpus and sites in bench/.work/bench
  --help         this text

Eleventy is left out above 50,000 articles unless --only names it. Without Hugo the rest is measured.
`;

/** Above this number of articles Eleventy takes many minutes, so it runs only if `--only` names it. */
const ELEVENTY_UP_TO = 50_000;
/** Milliseconds. A build reads a file again if the file changed less than two seconds before the last build. A real archive is older. */
const AGE_MS = 2_500;

const WORK = join(import.meta.dirname, '.work/bench');

const OPTIONS = {
  articles: { type: 'string', default: '2000' },
  runs: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  only: { type: 'string' },
  hugo: { type: 'string' },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await main();

async function main(): Promise<void> {
  const options = readOptions();
  if (options === null) return;
  const { articles, runs, seed, only } = options;
  const chosen = chooseSubjects(only, articles);
  const corpus = { articles, seed };

  say(`Writing ${articles} articles…`);
  rmSync(WORK, { recursive: true, force: true });
  writeCorpus(join(WORK, 'corpus'), corpus);
  const subjects = chosen.map(name => subject(name, WORK, corpus));
  for (const { prepare } of subjects) await prepare();
  await setTimeout(AGE_MS);

  const samples: Sample[] = [];
  for (let run = 1; run <= runs; run++) {
    for (const { label, buildAll, buildChanges } of subjects) {
      say(`Run ${run} of ${runs}: ${label}…`);
      samples.push(await buildAll(), ...(await buildChanges(run)));
    }
  }

  const labels = new Map<string, string>([
    [OURS.full, 'Quotidien, full build'],
    [OURS.new, 'Quotidien, one new article'],
    [OURS.same, 'Quotidien, nothing changed'],
    ...subjects
      .filter(({ name }) => name !== 'ours')
      .map(({ name, label }): [string, string] => [name, label]),
  ]);
  const rows = rowsOf(samples, labels, OURS.full, ['hugo', 'eleventy']);
  const report = { articles, seed, runs, machine: thisMachine(), hugo: hugoVersion(), rows };
  process.stdout.write(`\n${markdown(report)}`);
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  if (!options.keep) rmSync(WORK, { recursive: true, force: true });
}

interface Options {
  readonly articles: number;
  readonly runs: number;
  readonly seed: number;
  readonly only: readonly SubjectName[] | null;
  readonly json: boolean;
  readonly keep: boolean;
}

/** The options of the command line. Null for `--help` and for wrong usage, after it has printed the text and set the exit status. */
function readOptions(): Options | null {
  try {
    refuseTakenOptions(OPTIONS);
    const { values } = parseArgs({ options: OPTIONS });
    if (values.help) {
      process.stdout.write(HELP);
      return null;
    }
    if (values.hugo !== undefined) process.env.HUGO = values.hugo;
    return {
      articles: wholeNumber('articles', values.articles, 1, 2_000_000),
      // `writeNewArticle` gives each run's article its own minute, and the clock stops 90 minutes after the first.
      runs: wholeNumber('runs', values.runs, 1, 60),
      seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
      only: values.only === undefined ? null : values.only.split(',').map(subjectName),
      json: values.json,
      keep: values.keep,
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    process.exitCode = 2;
    return null;
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Error(`--${name} is a whole number from ${least} to ${most}, not "${text}".`);
}

function subjectName(text: string): SubjectName {
  const name = SUBJECT_NAMES.find(known => known === text.trim());
  if (name) return name;
  throw new Error(`--only knows ${SUBJECT_NAMES.join(', ')}, not "${text}".`);
}

/** The programs to measure, in the order in which they run. It tells the user which ones it leaves out. */
function chooseSubjects(only: readonly SubjectName[] | null, articles: number): readonly SubjectName[] {
  return SUBJECT_NAMES.filter(name => {
    if (only !== null && !only.includes(name)) return false;
    if (!isInstalled(name)) {
      say('Hugo is not installed (Debian package `hugo`): left out.');
      return false;
    }
    if (name === 'eleventy' && only === null && articles > ELEVENTY_UP_TO) {
      say(`Eleventy is left out above ${ELEVENTY_UP_TO} articles; --only eleventy asks for it.`);
      return false;
    }
    return true;
  });
}

/** Progress goes to standard error, so that standard output contains the table only. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
