// `npm run soak`: runs the properties of all tests again and again, with many cases and fresh seeds, until its minutes are over.
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseTakenOptions } from '../refuse-taken-options.ts';
import { MOST_SEED, type Soak, soak } from './rounds.ts';

const HELP = `npm run soak -- [options]

Runs what \`npm test\` has too few minutes for: each property of the tests with many cases, round after round.

  --minutes N   how long to go on; cases under way are finished (one round of all)
  --seed S      the seed of the first round; each round has the next one (a new seed each time)
  --only NAME   only test files with NAME in their path: killed, incremental, typography
  --help        this text

It ends with the number of cases that passed and of those that failed. Exit status: 0 none failed, 1 some failed, 2 wrong usage.
`;

const OPTIONS = {
  minutes: { type: 'string' },
  seed: { type: 'string' },
  only: { type: 'string', default: '' },
  help: { type: 'boolean', default: false },
} as const;

const ROOT = join(import.meta.dirname, '../..');

/** Whole builds first, as they find most. */
const ROOTS = ['tests', 'src'];

process.exitCode = await main(process.argv.slice(2));

async function main(typed: readonly string[]): Promise<number> {
  let options: Soak | null;
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
  const { passed, failed } = await soak(options, text => process.stdout.write(text));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** The options; null for `--help`. Throws on wrong usage. */
function readOptions(typed: readonly string[]): Soak | null {
  refuseTakenOptions(OPTIONS);
  const { values } = parseArgs({ args: [...typed], options: OPTIONS });
  if (values.help) return null;
  const { minutes, seed, only } = values;
  if (minutes !== undefined && !(Number(minutes) > 0))
    throw new Error(`--minutes is a number, not "${minutes}".`);
  if (seed !== undefined && !(/^\d+$/.test(seed) && Number(seed) <= MOST_SEED))
    throw new Error(`--seed is a whole number up to ${MOST_SEED}, not "${seed}".`);
  const files = propertyFiles(only);
  if (files.length === 0) throw new Error(`No test file with a property has "${only}" in its path.`);
  return {
    files,
    minutes: minutes === undefined ? null : Number(minutes),
    seed: seed === undefined ? randomInt(MOST_SEED) : Number(seed),
  };
}

/** All test files with a property, below the root of the repository, so that nobody has to list a new one. */
function propertyFiles(only: string): readonly string[] {
  return ROOTS.flatMap(root =>
    globSync(`${root}/**/*.test.ts`, { cwd: ROOT, exclude: ['**/node_modules'] }).sort(),
  )
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.includes(only) && hasProperty(join(ROOT, path)));
}

/** Itself, or in a suite beside it that several tests are made of. */
function hasProperty(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  if (/^import fc from 'fast-check';$/m.test(text) && text.includes('fc.assert(')) return true;
  return text
    .matchAll(/ from '\.\/([\w-]+-suite\.ts)';$/gm)
    .some(([, suite]) => hasProperty(join(dirname(path), suite!)));
}
