// A machine in, a running Chromium out: for tests, which skip where there is none but never in CI.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The program that the variable `CHROMIUM` names, or else the first one on the path; null: there is none. */
export function findChromium(): string | null {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return NAMES.flatMap(name => folders.map(folder => join(folder, name))).find(canRun) ?? null;
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
 * For a test's `skip`: why no browser can run here, or false. In CI (`CI` is set) always false, so that the test fails
 * there rather than pass unseen.
 */
export function chromiumMissing(): string | false {
  if (process.env.CI) return false;
  return findChromium() === null && 'Chromium is not installed, and the variable CHROMIUM names none';
}

/** Throws when there is no Chromium. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium on the path; install it or set CHROMIUM.');
  // Root may not use the sandbox, nor may most containers of CI; the pages are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
