// Addresses and hashes to files of the cache folder: what was made of photographs, and what is known of them, kept for ever.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Photograph } from './photograph.ts';
import type { PhotographReading } from './read-photograph.ts';
import { RECIPES } from './recipe.ts';

/** Of the cache; laid out as the addresses are. */
export const IMAGES_FOLDER = 'images';

/** Within it, a file a photograph. Addresses go by folders of two characters, so none is in the way. */
const FACTS_FOLDER = 'facts';

/** What an earlier build found out. */
export type KnownReading = PhotographReading;

/** Where the file of an address that begins with `/images/` is kept, if it is. */
export function imagePath(cacheDir: string, url: string): string {
  return join(cacheDir, url);
}

/** Whether the file of an address is there. An empty one, which a machine that lost its power can leave, is not. */
export function hasImage(cacheDir: string, url: string): boolean {
  const found = statSync(imagePath(cacheDir, url), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

/** Throws when the cache can't be written: pages are copied from there. */
export function putImage(cacheDir: string, url: string, bytes: Uint8Array): void {
  putFile(imagePath(cacheDir, url), bytes);
}

let halves = 0;

/** Written beside its place and renamed into it: no other build, nor the next after this one was killed, meets half of it. */
function putFile(path: string, bytes: Uint8Array | string): void {
  const half = `${path}.half-${process.pid}-${halves++}`;
  try {
    makeFolder(dirname(path));
    writeFileSync(half, bytes);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { recursive: true });
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function makeFolder(folder: string): void {
  // A file in its place can only be someone's mistake: the cache is nobody's to keep things in.
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) rmSync(folder);
  mkdirSync(folder, { recursive: true });
}

/** What is kept of a photograph. */
interface Facts {
  /** What read it: another reader might find something else. */
  readonly reader: string;
  readonly photograph: Photograph;
}

/** What is known of the bytes of this hash; null: nothing, or only what an older recipe or library read. */
export function readFacts(cacheDir: string, hash: string): KnownReading | null {
  try {
    const facts = JSON.parse(readFileSync(factsPath(cacheDir, hash), 'utf8')) as Facts;
    return facts.reader === reader() && facts.photograph.hash === hash
      ? { ok: true, photograph: facts.photograph }
      : null;
  } catch {
    return null;
  }
}

/**
 * Mistakes are not kept: their words name the file, which may be called otherwise next time, and a broken photograph is
 * mended before long. Nor is anything when the cache can't be written: then it is found out again.
 */
export function putFacts(cacheDir: string, hash: string, reading: KnownReading): void {
  if (!reading.ok) return;
  const facts: Facts = { reader: reader(), photograph: reading.photograph };
  try {
    putFile(factsPath(cacheDir, hash), JSON.stringify(facts));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function factsPath(cacheDir: string, hash: string): string {
  return join(cacheDir, IMAGES_FOLDER, FACTS_FOLDER, `${hash}.json`);
}

let readerName: string | null = null;

function reader(): string {
  if (readerName === null) {
    // The library itself is not loaded for this: most builds need nothing of it.
    const entry = createRequire(import.meta.url).resolve('sharp');
    const manifest = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
    readerName = `${RECIPES.photographs} sharp@${JSON.parse(manifest).version as string}`;
  }
  return readerName;
}

/**
 * Removes files that were made more than `olderThan` (ms) before `now` (ms since 1970) and are not in `keep`: addresses
 * of files, and hashes of photographs whose facts are wanted. Halves left by builds that were killed go as well.
 * Gives how many there were.
 */
export function sweepImages(
  cacheDir: string,
  keep: ReadonlySet<string>,
  olderThan: number,
  now: number,
): number {
  let removed = 0;
  for (const folder of namesIn(join(cacheDir, IMAGES_FOLDER))) {
    const inside = join(cacheDir, IMAGES_FOLDER, folder);
    for (const name of namesIn(inside)) {
      const kept =
        folder === FACTS_FOLDER ? name.replace(/\.json$/, '') : `/${IMAGES_FOLDER}/${folder}/${name}`;
      if (keep.has(kept) || !isOlder(join(inside, name), now - olderThan)) continue;
      rmSync(join(inside, name), { recursive: true, force: true });
      removed++;
    }
    removeIfEmpty(inside);
  }
  return removed;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isOlder(path: string, limit: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < limit;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something, or is no folder.
  }
}
