// HTML files in, what the Nu validator has against them out: for tests, which skip where it cannot run but never in CI.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const JAR = join(import.meta.dirname, '../packages/node_modules/vnu-jar/build/dist/vnu.jar');

/**
 * For a test's `skip`: why the validator cannot run here, or false. In CI (`CI` is set) always false, so that the test
 * fails there rather than pass unseen.
 */
export function validatorMissing(): string | false {
  if (process.env.CI) return false;
  if (!existsSync(JAR)) return 'the package vnu-jar is not installed';
  return spawnSync('java', ['-version']).status !== 0 && 'Java is not installed';
}

/** Errors and warnings of all `files`, one a line; empty when there are none. Throws when the validator does not run. */
export function validateHtml(files: readonly string[]): string {
  // Its guess at a page's language would have an English article's page be English, whose portal is French all the same.
  const { error, status, stdout, stderr } = spawnSync(
    'java',
    ['-jar', JAR, '--stdout', '--no-langdetect', ...files],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (error) throw new Error('Java does not run.', { cause: error });
  // 1: errors were found. Anything else but 0, or words on standard error: the validator itself failed.
  if (status !== 0 && !(status === 1 && stdout !== '')) throw new Error(`The validator failed: ${stderr}`);
  return stdout;
}
