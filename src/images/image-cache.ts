// Addresses and hashes become files of the cache folder: the images that were made, and the facts known of each photograph.
import {
  existsSync,
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

/** The folder within the cache. The paths in it are the addresses of the images. */
export const IMAGES_FOLDER = 'images';

/** The folder within it that holds one file for each photograph. Folders of addresses have two characters, so the names cannot clash. */
const FACTS_FOLDER = 'facts';

/** What an earlier build found out about a photograph. */
export type KnownReading = PhotographReading;

/** The path in the cache of an image whose address begins with `/images/`, whether or not the file exists. */
export function imagePath(cacheDir: string, url: string): string {
  return join(cacheDir, url);
}

/** Whether the cache holds the image. An empty file, which a power failure can leave behind, does not count. */
export function hasImage(cacheDir: string, url: string): boolean {
  const found = statSync(imagePath(cacheDir, url), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

/** Writes an image into the cache. Throws when that fails: a build copies its images from there. */
export function putImage(cacheDir: string, url: string, bytes: Uint8Array): void {
  putFile(imagePath(cacheDir, url), bytes);
}

let halves = 0;

/** Writes the file beside its place and renames it, so that no build ever finds half a file, even after this one was killed. */
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
  // A file in place of the folder is a mistake, and may be deleted: nobody keeps files of their own in the cache.
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) rmSync(folder);
  mkdirSync(folder, { recursive: true });
}

/** The file kept for a photograph. */
interface Facts {
  /** Names the code that looked at the photograph: other code might find other facts. */
  readonly reader: string;
  readonly photograph: Photograph;
}

/** The facts kept for the photograph with this hash; null when there are none, or when an older recipe or library found them. */
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
 * Keeps the facts of a photograph. Mistakes are not kept: their messages name the file, which may have another name next
 * time, and a broken photograph is soon replaced. When the cache can't be written nothing is kept, and the next build looks
 * at the photograph again.
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
    // Most builds need only sharp's version, so sharp itself is not loaded.
    const entry = createRequire(import.meta.url).resolve('sharp');
    const manifest = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
    readerName = `${RECIPES.photographs} sharp@${JSON.parse(manifest).version as string}`;
  }
  return readerName;
}

/** How many images the cache holds, and how many bytes they and the facts take. */
export function sizeOfImages(cacheDir: string): { readonly images: number; readonly bytes: number } {
  let images = 0;
  let bytes = 0;
  for (const folder of namesIn(join(cacheDir, IMAGES_FOLDER)))
    for (const name of namesIn(join(cacheDir, IMAGES_FOLDER, folder))) {
      if (folder !== FACTS_FOLDER) images++;
      bytes += statSync(join(cacheDir, IMAGES_FOLDER, folder, name), { throwIfNoEntry: false })?.size ?? 0;
    }
  return { images, bytes };
}

/** Whether anything was ever noted there of a photograph: only a cache of images has such a folder. */
export function hasImageFacts(cacheDir: string): boolean {
  return existsSync(join(cacheDir, IMAGES_FOLDER, FACTS_FOLDER));
}

/**
 * Removes the files that were made more than `olderThan` (ms) before `now` (ms since 1970), unless `keep` has them. `keep`
 * holds addresses of images, and hashes of photographs whose facts are still needed. Half-written files of killed builds go
 * too. Returns the number of removed files.
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

/** Within the images of the cache. */
const SWEPT = 'swept.txt';

/** Whether the cache was last swept longer than `ms` before `now` (ms since 1970), or never; then it counts as swept from now on. */
export function isSweepDue(cacheDir: string, ms: number, now: number): boolean {
  const path = join(cacheDir, IMAGES_FOLDER, SWEPT);
  const last = Number(readIfThere(path) ?? 'never');
  // A clock that goes back is no reason to wait.
  if (last <= now && now - last < ms) return false;
  putFile(path, String(now));
  return true;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
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
    // The folder is not empty, or it is a file.
  }
}
