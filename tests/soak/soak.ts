// `npm run soak`: runs the properties of all tests again and again, with many cases and fresh seeds, until its minutes are over.
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, runProperties } from './run-properties.ts';

const HELP = `npm run soak -- [options]

Runs what \`npm test\` has too few minutes for: each property of the tests with many cases, round after round.

  --minutes N   how long to go on; cases under way are finished (one round of all)
  --seed S      the seed of the first round; each round has the next one (a new seed each time)
  --only NAME   only test files with NAME in their path: killed, incremental, typography
  --help        this text

It ends with the number of cases that passed and of those that failed. Exit status: 0 none failed, 1 some failed, 2 wrong usage.
`;

const ROOT = join(import.meta.dirname, '../..');

/** Files at the same time: with two cores they take half of the time, as in \`npm test\`. */
const LANES = 2;

/** Seeds of fast-check are whole numbers of 32 bits. */
const MOST_SEED = 2 ** 31 - 1;

/** Milliseconds; for a round that ends when it is done. */
const NO_END = Number.MAX_SAFE_INTEGER;

/** Whole builds first, as they find most. */
const ROOTS = ['tests', 'src'];

interface Options {
  readonly minutes: number | null;
  readonly seed: number;
  readonly only: string;
}

interface Cases {
  readonly passed: number;
  readonly failed: number;
}

process.exitCode = await main(process.argv.slice(2));

async function main(typed: readonly string[]): Promise<number> {
  let options: Options | null;
  try {
    options = readOptions(typed);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  const { passed, failed } = await soak(options);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** The options; null for `--help`. Throws on wrong usage. */
function readOptions(typed: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...typed],
    options: {
      minutes: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { minutes, seed, only } = values;
  if (minutes !== undefined && !(Number(minutes) > 0))
    throw new Error(`--minutes is a number, not "${minutes}".`);
  if (seed !== undefined && !(/^\d+$/.test(seed) && Number(seed) <= MOST_SEED))
    throw new Error(`--seed is a whole number up to ${MOST_SEED}, not "${seed}".`);
  if (propertyFiles(only).length === 0)
    throw new Error(`No test file with a property has "${only}" in its path.`);
  return {
    minutes: minutes === undefined ? null : Number(minutes),
    seed: seed === undefined ? randomInt(MOST_SEED) : Number(seed),
    only,
  };
}

/** All test files with a property, below the root of the repository, so that nobody has to list a new one. */
function propertyFiles(only: string): readonly string[] {
  return ROOTS.flatMap(root => globSync(`${root}/**/*.test.ts`, { cwd: ROOT }).sort())
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.includes(only) && /\bfc\.assert\(/.test(readFileSync(join(ROOT, path), 'utf8')));
}

async function soak({ minutes, seed: firstSeed, only }: Options): Promise<Cases> {
  const end = minutes === null ? NO_END : performance.now() + minutes * 60_000;
  const isOver = (): boolean => performance.now() >= end;
  let passed = 0;
  let failed = 0;
  // One that failed would fail again, and is left out of later rounds.
  let files = propertyFiles(only);
  for (let round = 0; files.length > 0 && !(round > 0 && (minutes === null || isOver())); round++) {
    const seed = (firstSeed + round) % MOST_SEED;
    const waiting = [...files];
    const good: string[] = [];
    const lane = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined && !isOver(); file = waiting.shift()) {
        const begun = performance.now();
        const outcome = await runProperties(file, { seed, time: end - begun });
        const cases = casesOf(outcome);
        passed += cases.passed;
        failed += cases.failed;
        if (cases.failed === 0) good.push(file);
        process.stdout.write(told(file, seed, outcome, cases, performance.now() - begun));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    files = files.filter(file => good.includes(file));
  }
  return { passed, failed };
}

/** A property ends with its first case that fails; a test without a property that fails counts as a case. */
function casesOf({ properties, passed }: Outcome): Cases {
  const all = properties.reduce((sum, { cases }) => sum + cases, 0);
  const failed = properties.filter(property => property.failed).length;
  return { passed: all - failed, failed: passed ? 0 : Math.max(failed, 1) };
}

/** What is printed of a file in a round. */
function told(file: string, seed: number, outcome: Outcome, { passed, failed }: Cases, time: number): string {
  const names = failed === 0 ? [] : outcome.properties.filter(property => property.failed);
  const line = `${file}: ${passed} cases of ${outcome.properties.length} properties passed, seed ${seed}, ${Math.round(time / 1000)} s\n`;
  if (failed === 0) return line;
  return [
    line,
    ...names.map(({ property }) => `Failed: ${property}\n`),
    outcome.output,
    `To repeat it: npm run soak -- --only ${file} --seed ${seed}\n`,
  ].join('');
}
