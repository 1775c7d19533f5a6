// The stamps of a site's folders, kept beside the memory: they tell where somebody else added, removed or renamed files.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './output.ts';
import { standing } from './standing.ts';

/** What became of the folders since their stamps were kept. */
export interface FoldersLook {
  /** Names the stamps: the memory knows by it that they are of its own build. */
  readonly key: string;
  /** How many folders were kept. */
  readonly size: number;
  /** Those that are gone, or in which names changed, below the output; '' is the output itself. */
  readonly changed: readonly string[];
}

/** Folders, and for each of them its stamp: two numbers, inode and time of change. Tens of thousands are read in some milliseconds. */
interface FolderStamps {
  readonly folders: readonly string[];
  readonly stamps: Float64Array;
}

/**
 * The folders that changed since, in a file of their own: a build touches some dozens, and writing tens of thousands again would take longer than all
 * else that it writes.
 */
interface Since {
  readonly key: string;
  /** null: the folder is gone. */
  readonly stamps: Map<string, Stamp | null>;
}

/** The same as JSON data. */
interface KeptSince {
  /** The key of the base. */
  readonly base: string;
  readonly key: string;
  readonly stamps: readonly (readonly [folder: string, stamp: Stamp | null])[];
}

/** With more of them the base is written anew. */
const MOST_SINCE = 2000;

/** Of a UUID. */
const KEY_LENGTH = 36;

/** No name holds it. */
const BETWEEN = '\0';

/** Folders with a clock of whole seconds may change again within the same one, unseen (ms). */
const TICK = 2000;

/** Instead of a time: the folder may still have been changing. */
const CHANGING = 0;

/** The files in which they are kept. */
export function stampsFiles(cacheDir: string): readonly string[] {
  return [stampsFile(cacheDir), sinceFile(cacheDir)];
}

function stampsFile(cacheDir: string): string {
  return join(cacheDir, 'output-folders');
}

function sinceFile(cacheDir: string): string {
  return join(cacheDir, 'output-folders-since.json');
}

/** null: nothing was kept. */
export function lookAtFolders(place: {
  readonly cacheDir: string;
  readonly outputDir: string;
}): FoldersLook | null {
  const kept = readStamps(place.cacheDir);
  if (kept === null) return null;
  const { base, since } = kept;
  const isAsKept = (folder: string, ino: number, time: number): boolean => {
    const found = folderAt(place.outputDir, folder);
    return time !== CHANGING && found?.ino === ino && found.mtimeMs === time;
  };
  const changed: string[] = [];
  let size = 0;
  for (const [at, folder] of base.folders.entries()) {
    if (since.stamps.has(folder)) continue;
    size += 1;
    if (!isAsKept(folder, base.stamps[2 * at]!, base.stamps[2 * at + 1]!)) changed.push(folder);
  }
  for (const [folder, stamp] of since.stamps) {
    if (stamp === null) continue;
    size += 1;
    if (!isAsKept(folder, ...stamp)) changed.push(folder);
  }
  return { key: since.key, size, changed };
}

/** Keeps the stamps of `touched`, and those of before of all other folders; gives the key. */
export function updateStamps(cacheDir: string, outputDir: string, touched: Iterable<string>): string {
  const baseKey = readBaseKey(cacheDir);
  const looked = lookAgain(outputDir, touched);
  if (baseKey === null) return keepStamps(cacheDir, looked);
  const { stamps } = readSince(cacheDir, baseKey);
  for (const [folder, stamp] of looked) stamps.set(folder, stamp);
  if (stamps.size > MOST_SINCE) return restamp(cacheDir, outputDir, stamps.keys());
  const key: string = randomUUID();
  writeWhole(
    sinceFile(cacheDir),
    JSON.stringify({ base: baseKey, key, stamps: [...stamps] } satisfies KeptSince),
  );
  return key;
}

/** Keeps the stamps of `folders` and of no others; gives the key. */
export function replaceStamps(cacheDir: string, outputDir: string, folders: Iterable<string>): string {
  return keepStamps(cacheDir, lookAgain(outputDir, folders));
}

/** Keeps the stamps of `touched` and of all folders of before, as they are now in another folder of the same names; gives the key. */
export function restamp(cacheDir: string, outputDir: string, touched: Iterable<string>): string {
  const kept = readStamps(cacheDir);
  const before = kept === null ? [] : [...kept.base.folders, ...kept.since.stamps.keys()];
  return replaceStamps(cacheDir, outputDir, [...before, ...touched]);
}

type Stamp = readonly [ino: number, time: number];

/** Of folders and all those above them: whatever made or removed one changed that. null: it is gone. */
function lookAgain(outputDir: string, folders: Iterable<string>): ReadonlyMap<string, Stamp | null> {
  const now = Date.now();
  const looked = new Map<string, Stamp | null>();
  const look = (folder: string): void => {
    const found = folderAt(outputDir, folder);
    const isRacy = found !== null && found.mtimeMs % 1000 === 0 && now - found.mtimeMs < TICK;
    looked.set(folder, found && [found.ino, isRacy ? CHANGING : found.mtimeMs]);
  };
  look('');
  for (const folder of folders)
    for (let above = folder; !looked.has(above); above = folderOf(above)) look(above);
  return looked;
}

function keepStamps(cacheDir: string, looked: ReadonlyMap<string, Stamp | null>): string {
  const folders: string[] = [];
  const numbers: number[] = [];
  for (const [folder, stamp] of looked) {
    if (stamp === null) continue;
    folders.push(folder);
    numbers.push(...stamp);
  }
  const key: string = randomUUID();
  const stamps = Float64Array.from([folders.length, ...numbers]);
  const names = Buffer.from(folders.join(BETWEEN));
  rmSync(sinceFile(cacheDir), { force: true });
  writeWhole(stampsFile(cacheDir), Buffer.concat([Buffer.from(key), Buffer.from(stamps.buffer), names]));
  return key;
}

function writeWhole(file: string, bytes: string | Uint8Array): void {
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

interface Kept {
  readonly base: FolderStamps;
  readonly since: Since;
}

/** null: there are none, or they are none of ours. */
function readStamps(cacheDir: string): Kept | null {
  try {
    const bytes = readFileSync(stampsFile(cacheDir));
    const key = bytes.toString('utf8', 0, KEY_LENGTH);
    const count = bytes.readDoubleLE(KEY_LENGTH);
    const start = KEY_LENGTH + 8;
    const names = bytes.toString('utf8', start + 16 * count);
    const folders = count === 0 ? [] : names.split(BETWEEN);
    if (folders.length !== count) return null;
    // A copy, since numbers have to be aligned.
    const stamps = new Float64Array(new Uint8Array(bytes.subarray(start, start + 16 * count)).buffer);
    return { base: { folders, stamps }, since: readSince(cacheDir, key) };
  } catch {
    return null;
  }
}

function readBaseKey(cacheDir: string): string | null {
  try {
    const file = openSync(stampsFile(cacheDir), 'r');
    try {
      const bytes = Buffer.alloc(KEY_LENGTH);
      return readSync(file, bytes) === KEY_LENGTH ? bytes.toString() : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/** What changed since the base with this key was kept; nothing when what is there belongs to another one. */
function readSince(cacheDir: string, baseKey: string): Since {
  try {
    const { base, key, stamps } = JSON.parse(readFileSync(sinceFile(cacheDir), 'utf8')) as KeptSince;
    if (base === baseKey) return { key, stamps: new Map(stamps) };
  } catch {
    // There is none.
  }
  return { key: baseKey, stamps: new Map() };
}

/** null: there is no such folder. */
function folderAt(
  outputDir: string,
  folder: string,
): { readonly ino: number; readonly mtimeMs: number } | null {
  // The output itself may be a link.
  const found =
    folder === '' ? statSync(outputDir, { throwIfNoEntry: false }) : standing(`${outputDir}/${folder}`);
  return found?.isDirectory() ? found : null;
}
