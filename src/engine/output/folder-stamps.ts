// The stamps of a site's folders, kept beside the memory: they tell where somebody else added, removed or renamed files.
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
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
  readonly key: string;
  readonly folders: readonly string[];
  readonly stamps: Float64Array;
}

/** No name holds it. */
const BETWEEN = '\0';

/** Folders with a clock of whole seconds may change again within the same one, unseen (ms). */
const TICK = 2000;

/** Instead of a time: the folder may still have been changing. */
const CHANGING = 0;

export function stampsFile(cacheDir: string): string {
  return join(cacheDir, 'output-folders');
}

/** null: nothing was kept. */
export function lookAtFolders(place: {
  readonly cacheDir: string;
  readonly outputDir: string;
}): FoldersLook | null {
  const kept = readStamps(place.cacheDir);
  if (kept === null) return null;
  const { key, folders, stamps } = kept;
  const changed = folders.filter((folder, at) => {
    const time = stamps[2 * at + 1]!;
    const found = folderAt(place.outputDir, folder);
    return time === CHANGING || found === null || found.ino !== stamps[2 * at] || found.mtimeMs !== time;
  });
  return { key, size: folders.length, changed };
}

/** Keeps the stamps of `touched`, and those of before of all other folders; gives the key. */
export function updateStamps(cacheDir: string, outputDir: string, touched: Iterable<string>): string {
  const kept = readStamps(cacheDir);
  const looked = lookAgain(outputDir, touched);
  const folders: string[] = [];
  const numbers: number[] = [];
  for (const [at, folder] of (kept?.folders ?? []).entries()) {
    if (looked.has(folder)) continue;
    folders.push(folder);
    numbers.push(kept!.stamps[2 * at]!, kept!.stamps[2 * at + 1]!);
  }
  return keepStamps(cacheDir, folders, numbers, looked);
}

/** Keeps the stamps of `folders` and of no others; gives the key. */
export function replaceStamps(cacheDir: string, outputDir: string, folders: Iterable<string>): string {
  return keepStamps(cacheDir, [], [], lookAgain(outputDir, folders));
}

/** Keeps the stamps of `touched` and of all folders of before, as they are now in another folder of the same names; gives the key. */
export function restamp(cacheDir: string, outputDir: string, touched: Iterable<string>): string {
  return replaceStamps(cacheDir, outputDir, [...(readStamps(cacheDir)?.folders ?? []), ...touched]);
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

function keepStamps(
  cacheDir: string,
  folders: string[],
  numbers: number[],
  looked: ReadonlyMap<string, Stamp | null>,
): string {
  for (const [folder, stamp] of looked) {
    if (stamp === null) continue;
    folders.push(folder);
    numbers.push(...stamp);
  }
  const key: string = randomUUID();
  const file = stampsFile(cacheDir);
  const stamps = Float64Array.from([folders.length, ...numbers]);
  const names = Buffer.from([key, ...folders].join(BETWEEN));
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(stamps.buffer), names]));
  renameSync(`${file}.new`, file);
  return key;
}

/** null: there are none, or they are none of ours. */
function readStamps(cacheDir: string): FolderStamps | null {
  try {
    const bytes = readFileSync(stampsFile(cacheDir));
    const count = bytes.readDoubleLE(0);
    const numbers = bytes.subarray(8, 8 + 16 * count);
    const [key, ...folders] = bytes.toString('utf8', 8 + 16 * count).split(BETWEEN);
    if (folders.length !== count) return null;
    // A copy, since numbers have to be aligned.
    return { key: key!, folders, stamps: new Float64Array(new Uint8Array(numbers).buffer) };
  } catch {
    return null;
  }
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
