// A test file and a seed become what came of the file's properties, in a process of its own.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { SOAK_ORDER, type SoakOrder } from './how-many.ts';
import type { PropertyTold } from './within-soak.ts';

const ROOT = join(import.meta.dirname, '../..');
const WITHIN = pathToFileURL(join(import.meta.dirname, 'within-soak.ts')).href;

export interface Outcome {
  readonly properties: readonly PropertyTold[];
  /** All tests of the file passed, those without a property too. */
  readonly passed: boolean;
  /** What the test runner printed. */
  readonly output: string;
}

/** Runs the tests of `file`. Each property has the cases that follow from the seed, as many as fit into the time. */
export async function runProperties(file: string, order: SoakOrder): Promise<Outcome> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = fork(file, [], {
    cwd: ROOT,
    execArgv: ['--import', WITHIN],
    env: { ...env, [SOAK_ORDER]: JSON.stringify(order) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const properties: PropertyTold[] = [];
  child.on('message', told => properties.push(told as PropertyTold));
  const ended = Promise.withResolvers<boolean>();
  child.on('error', ended.reject);
  child.on('close', status => ended.resolve(status === 0));
  const [passed, printed, errors] = await Promise.all([
    ended.promise,
    text(child.stdout!),
    text(child.stderr!),
  ]);
  return { properties, passed, output: printed + errors };
}
