// The name of a program to its path on this machine, or a reason to skip tests that need it, but never to skip them in CI.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian puts servers: not on everybody's path. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/sbin'];

export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...MORE_FOLDERS].filter(
    folder => folder !== '',
  );
  return folders.map(folder => join(folder, name)).find(canRun) ?? null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The value for a test's `skip`: in CI (`CI` is set) always false, so that a missing program fails the test there. */
export function programMissing(name: string): string | false {
  if (process.env.CI) return false;
  return findProgram(name) === null && `${name} is not installed (Debian package \`${name}\`)`;
}
