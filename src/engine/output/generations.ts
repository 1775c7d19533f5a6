// Two whole generations of a site behind a link, which switches from one to the other at once: what `_site` is after `--swap`.
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { outputPath } from '../../address/addresses.ts';
import { removeFile } from './folder-files.ts';
import { folderOf, OutputBlocked, OWN_FOLDER } from './output.ts';
import { CONTENTS_URL, EVERYTHING, PENDING_URL } from './site-list.ts';
import { standing } from './standing.ts';

export interface Generations {
  /** What a server serves: a link to one of them. */
  readonly link: string;
  readonly current: string;
  readonly idle: string;
}

/** How a generation differs from the other one, as that was just before. */
interface GenerationChanges {
  /** The bytes of the other one's list of lists. */
  readonly from: string | null;
  /** Paths below the site. */
  readonly put: readonly string[];
  readonly removed: readonly string[];
  /** What was not ours in it. */
  readonly foreign: readonly string[];
}

const CHANGES_FILE = `${OWN_FOLDER}/changes.json`;
const CONTENTS_FILE = outputPath(CONTENTS_URL);
const PENDING_FILE = outputPath(PENDING_URL);
/** Where a file is linked before it is renamed into its place. */
const LINKED_FILE = `${OWN_FOLDER}/linked`;

/** null: the folder is no link to one of two generations. */
export function generationsOf(dir: string): Generations | null {
  for (let path = resolve(dir); standing(path)?.isSymbolicLink(); path = targetOf(path)) {
    const [first, second] = generationNames(path);
    const current = targetOf(path);
    if (current === first) return { link: path, current, idle: second };
    if (current === second) return { link: path, current, idle: first };
  }
  return null;
}

function targetOf(link: string): string {
  return resolve(dirname(link), readlinkSync(link));
}

/** Puts a link in the place of a folder, unless there is one; what it held is the first generation. A link that is gone comes back. Throws `OutputBlocked`. */
export function beginGenerations(dir: string): void {
  if (generationsOf(dir) !== null) return;
  // A folder of the name of a link leads elsewhere: there the generations are.
  const link = existsSync(dir) ? realpathSync(dir) : resolve(dir);
  const names = generationNames(link);
  const left = standing(link) === undefined ? lastGeneration(names) : undefined;
  const first = left ?? names.find(path => standing(path) === undefined);
  if (first === undefined) throw new OutputBlocked(names[0]);
  if (standing(link) === undefined) mkdirSync(first, { recursive: true });
  // For the blink of an eye there is no site: a folder can't be exchanged for a link in one step.
  else renameSync(link, first);
  symlinkSync(basename(first), link, 'dir');
}

function generationNames(link: string): readonly [string, string] {
  return [`${link}.1`, `${link}.2`];
}

/** The one that was served last, as far as it can be told; undefined: there is none. What was being worked at comes last. */
function lastGeneration(names: readonly [string, string]): string | undefined {
  const ours = names.filter(path => standing(join(path, OWN_FOLDER)) !== undefined);
  const [one, other] = ours.filter(path => standing(join(path, PENDING_FILE)) === undefined);
  if (one === undefined || other === undefined) return one ?? ours[0];
  return isJustBefore(one, other) ? other : one;
}

/**
 * Makes the idle generation what the current one is: by the list of what that changed, or, when that list is not about this one, as
 * a whole. Files are shared by hard links. `foreign` is what is not ours in the current one.
 */
export function bringUp({ current, idle }: Generations, foreign: readonly string[]): void {
  const changes = readChanges(current);
  if (changes === null || !isJustBefore(idle, current) || standing(join(idle, PENDING_FILE)) !== undefined) {
    rmSync(idle, { recursive: true, force: true });
    beginUpdate(idle);
    shareAll(current, idle, '');
    return;
  }
  beginUpdate(idle);
  for (const path of changes.removed) removeFile(idle, path);
  for (const path of changes.put) if (standing(join(current, path))?.isFile()) shareFile(current, idle, path);
  // Both had the same of it then.
  for (const path of changes.foreign) rmSync(join(idle, path), { recursive: true, force: true });
  for (const path of foreign) {
    if (path.endsWith('/')) shareAll(current, idle, path.slice(0, -1));
    else shareFile(current, idle, path);
  }
}

/** Whether what a generation says of its changes is about this one. Of two that say nothing of themselves nobody knows. */
function isJustBefore(older: string, newer: string): boolean {
  const from = readChanges(newer)?.from ?? null;
  return from !== null && readText(join(older, CONTENTS_FILE)) === from;
}

/** While it is worked at, whoever finds it can't rely on it. */
function beginUpdate(idle: string): void {
  mkdirSync(join(idle, OWN_FOLDER), { recursive: true });
  writeNew(idle, PENDING_FILE, JSON.stringify([EVERYTHING]));
}

/** Says how the idle generation differs from the current one now, and makes it that which is served. */
export function switchGenerations(
  { link, current, idle }: Generations,
  changes: Omit<GenerationChanges, 'from'>,
): void {
  const from = readText(join(current, CONTENTS_FILE));
  writeNew(idle, CHANGES_FILE, JSON.stringify({ from, ...changes } satisfies GenerationChanges));
  rmSync(join(idle, PENDING_FILE), { force: true });
  const next = `${link}.new`;
  rmSync(next, { force: true });
  symlinkSync(basename(idle), next, 'dir');
  renameSync(next, link);
}

/** Never written into a file that stands there: the other generation may share its bytes. */
function writeNew(dir: string, path: string, text: string): void {
  rmSync(join(dir, LINKED_FILE), { force: true });
  writeFileSync(join(dir, LINKED_FILE), text);
  renameSync(join(dir, LINKED_FILE), join(dir, path));
}

function shareFile(from: string, to: string, path: string): void {
  const shared = join(to, LINKED_FILE);
  rmSync(shared, { force: true });
  share(join(from, path), shared);
  mkdirSync(join(to, folderOf(path)), { recursive: true });
  renameSync(shared, join(to, path));
}

function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Not every file system has hard links, and none has endlessly many of one file.
    if (!['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP', 'ENOSYS'].includes(code)) throw error;
    copyFileSync(from, to);
  }
}

/** All of a folder that the other generation lacks, what is written down of it included, but for what is only its own. */
function shareAll(from: string, to: string, folder: string): void {
  mkdirSync(join(to, folder), { recursive: true });
  for (const item of readdirSync(join(from, folder), { withFileTypes: true })) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (OF_ONE_ALONE.has(path)) continue;
    if (item.isDirectory()) shareAll(from, to, path);
    else share(join(from, path), join(to, path));
  }
}

const OF_ONE_ALONE = new Set([CHANGES_FILE, PENDING_FILE, LINKED_FILE, `${OWN_FOLDER}/waiting`]);

function readChanges(dir: string): GenerationChanges | null {
  const text = readText(join(dir, CHANGES_FILE));
  try {
    return text === null ? null : (JSON.parse(text) as GenerationChanges);
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
