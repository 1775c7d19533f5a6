// The machine's settings become a running Chromium for tests, or a reason to skip them, but never to skip them in CI.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Chromium without windows and what belongs to them (Debian has it): it does the same with a page in half of the processor's time. */
const SHELLS = ['chromium-headless-shell'];
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The path of Chromium: the variable `CHROMIUM`, or else the first program on the path; null: there is none. `names` are those that will do,
 * the best first.
 */
export function findChromium(names: readonly string[] = [...SHELLS, ...WHOLE]): string | null {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(canRun) ?? null;
}

/** The same of one that has windows, as readers do. */
export function findWholeChromium(): string | null {
  return findChromium(WHOLE);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The value for a test's `skip`: the reason why no browser can run here, or false. In CI (`CI` is set) it is always false,
 * so that a missing browser fails the test there instead of skipping it unnoticed.
 */
export function chromiumMissing(): string | false {
  if (process.env.CI) return false;
  return findChromium() === null && 'Chromium is not installed, and the variable CHROMIUM names none';
}

/** Starts Chromium; throws when there is none. The caller must close it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium on the path; install it or set CHROMIUM.');
  // Chromium's sandbox does not work for root, nor in most CI containers. The tests open our own pages only.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
