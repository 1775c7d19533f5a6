// Test files become how many of their cases passed and failed: round after round with fresh seeds, until the minutes are over.
import { type Outcome, runProperties } from './run-properties.ts';

/** Files at the same time: two cores then take half of the time, as in `npm test`. */
const LANES = 2;

/** Seeds of fast-check are whole numbers of 32 bits. */
export const MOST_SEED = 2 ** 31 - 1;

/** Milliseconds, for a round that ends when it is done. */
const NO_END = Number.MAX_SAFE_INTEGER;

export interface Soak {
  readonly files: readonly string[];
  /** null: one round. */
  readonly minutes: number | null;
  /** That of the first round; each round has the next one. */
  readonly seed: number;
}

export interface Cases {
  readonly passed: number;
  readonly failed: number;
}

/** `print` is given what came of each file, as text. */
export async function soak(
  { files, minutes, seed: firstSeed }: Soak,
  print: (text: string) => void,
): Promise<Cases> {
  const end = minutes === null ? NO_END : performance.now() + minutes * 60_000;
  const isOver = (): boolean => performance.now() >= end;
  let passed = 0;
  let failed = 0;
  let sound = files;
  for (let round = 0; sound.length > 0 && !(round > 0 && (minutes === null || isOver())); round++) {
    const seed = (firstSeed + round) % MOST_SEED;
    const waiting = [...sound];
    const run = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined && !isOver(); file = waiting.shift()) {
        const begun = performance.now();
        const outcome = await runProperties(file, { seed, time: end - begun });
        const cases = casesOf(outcome);
        passed += cases.passed;
        failed += cases.failed;
        // It would fail again.
        if (cases.failed > 0) sound = sound.filter(other => other !== file);
        print(told(file, seed, outcome, cases, performance.now() - begun));
      }
    };
    await Promise.all(Array.from({ length: LANES }, run));
  }
  return { passed, failed };
}

/** A property ends with its first case that fails; other tests of a file that fails count as one. */
function casesOf({ properties, passed }: Outcome): Cases {
  const all = properties.reduce((sum, { cases }) => sum + cases, 0);
  const failed = properties.filter(property => property.failed).length;
  return { passed: all - failed, failed: passed ? 0 : Math.max(failed, 1) };
}

function told(file: string, seed: number, outcome: Outcome, { passed, failed }: Cases, time: number): string {
  const { properties, output } = outcome;
  const tried = `${properties.length} ${properties.length === 1 ? 'property' : 'properties'}`;
  const line = `${file}: ${passed} cases of ${tried} passed, seed ${seed}, ${Math.round(time / 1000)} s\n`;
  if (failed === 0) return line;
  return [
    line,
    ...properties.filter(property => property.failed).map(({ property }) => `Failed: ${property}\n`),
    output,
    `To repeat it: npm run soak -- --only ${file} --seed ${seed}\n`,
  ].join('');
}
