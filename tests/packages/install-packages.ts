// The packages that a folder asks for: installed when they are missing or others than locked, and linked to where code looks for them.
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What npm calls the list of what it installed. It writes it last, so half an installation has none. */
const INSTALLED_LIST = 'node_modules/.package-lock.json';

const ASKED_FOR = ['package.json', 'package-lock.json', '.npmrc'];

/** Beside `node_modules`: what is being installed, or was when its process was killed. */
const HALF = 'half-';

/** No installation takes longer, in ms. */
const LONGEST = 3_600_000;

interface LockedPackage {
  readonly integrity?: string;
  readonly optional?: boolean;
}

/**
 * Installs what the lock file in `folder` lists into its `node_modules`, unless it is there, and links the packages that `folder` asks for
 * by name from `linkedIn`, so that code elsewhere finds these, and none that they brought along. Throws when npm fails.
 */
export function installPackages(folder: string, linkedIn: string): void {
  removeOldHalves(folder);
  if (!isInstalled(folder)) install(folder);
  linkPackages(folder, linkedIn);
}

/** Whether every locked package is there. Parts for other systems are not, and need not be. */
export function isInstalled(folder: string): boolean {
  const list = join(folder, INSTALLED_LIST);
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([path, { integrity, optional }]) =>
      path === '' ||
      (optional && !(path in installed)) ||
      (installed[path]?.integrity === integrity && existsSync(join(folder, path, 'package.json'))),
  );
}

function packagesOf(lockFile: string): Readonly<Record<string, LockedPackage>> {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** Into a folder of its own, and then in one go into its place: so nobody meets half of it, and two processes do not disturb each other. */
function install(folder: string): void {
  const half = mkdtempSync(join(folder, HALF));
  try {
    console.error('Installing what tests, benches and developers need (tests/packages)…');
    for (const name of ASKED_FOR) copyFileSync(join(folder, name), join(half, name));
    runNpm(half);
    // Another process may have been as quick.
    if (!isInstalled(folder)) replace(join(folder, 'node_modules'), half);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

function replace(place: string, half: string): void {
  if (existsSync(place)) renameSync(place, join(half, 'before'));
  try {
    renameSync(join(half, 'node_modules'), place);
  } catch (error) {
    if (!isInstalled(dirname(place))) throw error;
  }
}

function removeOldHalves(folder: string): void {
  for (const name of readdirSync(folder).filter(name => name.startsWith(HALF))) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.mtimeMs < Date.now() - LONGEST) rmSync(path, { recursive: true, force: true });
  }
}

/** What npm leaves out by wish of the environment (`NODE_ENV=production`, `npm_config_omit`) is meant for the site, and not for its tests. */
function runNpm(folder: string): void {
  const { npm_execpath: npm = '', npm_config_omit: _, NODE_ENV: __, ...env } = process.env;
  const words = ['ci', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  const options: SpawnSyncOptions = { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] };
  const { status, error } = /npm-cli\.[cm]?js$/.test(npm)
    ? spawnSync(process.execPath, [npm, ...words], options)
    : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
  if (status !== 0)
    throw new Error(`npm could not install the packages of tests/packages (status ${status}).`, {
      cause: error,
    });
}

function linkPackages(folder: string, linkedIn: string): void {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, 'node_modules', name);
    link(join(linkedIn, name), place, 'junction');
    const { bin } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const programs = typeof bin === 'string' ? { [name.replace(/.*\//, '')]: bin } : (bin ?? {});
    for (const [program, file] of Object.entries<string>(programs))
      link(join(linkedIn, '.bin', program), join(place, file), 'file');
  }
}

function link(path: string, target: string, type: 'junction' | 'file'): void {
  const wanted = relative(dirname(path), target);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() && resolve(dirname(path), readlinkSync(path)) === resolve(target)) return;
  // What an earlier installation put there under this name.
  if (found) rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  try {
    symlinkSync(process.platform === 'win32' ? resolve(target) : wanted, path, type);
  } catch (error) {
    // Another process may have been as quick.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
