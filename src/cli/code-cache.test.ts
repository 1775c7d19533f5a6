// The code that a command keeps compiled, for its threads as for itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const SAY_FOLDER = "import { getCompileCacheDir } from 'node:module'; console.log(getCompileCacheDir());";

/** Prints the folder of compiled code of the command, then of a thread. */
const PROGRAM = `
import { Worker } from 'node:worker_threads';
await import(${JSON.stringify(import.meta.resolve('./code-cache.ts'))});
${SAY_FOLDER}
new Worker(new URL(${JSON.stringify(`data:text/javascript,${SAY_FOLDER}`)}));
`;

test('threads of a command take compiled code from where the command does', () => {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const options = { encoding: 'utf8', env } as const;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], options);
  const [command, thread] = stdout.trim().split('\n');
  assert.match(command ?? '', /\.cache.code/);
  assert.equal(thread, command);
});
