// What takes long to make, and test after test would make again, to folders that all tests share: images, assets, the demonstration.
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { ASSETS_FOLDER } from '../src/engine/assets/asset-cache.ts';
import { themeAssets } from '../src/engine/assets/assets.ts';
import { THEME_DIR } from '../src/engine/rendering/templates.ts';
import { hashOf } from '../src/hash/hash.ts';
import { IMAGES_FOLDER } from '../src/images/image-cache.ts';
import { DAY } from '../src/time/durations.ts';

const ROOT = join(import.meta.dirname, '..');
const SHARED = join(ROOT, '.cache/tests');

/** A folder of another state of the code goes when it is older than this (ms); until then an edit may be taken back. */
const KEPT_FOR = 7 * DAY;

/** The hash of all files that match the patterns, but tests, and of the packages: what older code made is never taken for this one's. */
export function stateOf(...patterns: readonly string[]): string {
  const files = globSync(patterns, { cwd: ROOT, withFileTypes: true })
    .filter(file => file.isFile() && !file.name.endsWith('.test.ts'))
    .map(file => join(file.parentPath, file.name))
    .sort();
  const hashes = files.map(file => [file, hashOf(readFileSync(file))]);
  return hashOf(JSON.stringify([hashes, hashOf(readFileSync(join(ROOT, 'package-lock.json')))]));
}

/**
 * The folder `state` of the folder `kind`, with what `make` puts into it. It is made beside its place and renamed into it, so that
 * nobody meets half of it; of two processes that make it at the same time one keeps its own.
 */
export async function sharedFolder(
  kind: string,
  state: string,
  make: (folder: string) => Promise<unknown>,
): Promise<string> {
  const folder = join(SHARED, kind, state);
  if (existsSync(folder)) return folder;
  mkdirSync(join(SHARED, kind), { recursive: true });
  removeOld(join(SHARED, kind));
  const half = mkdtempSync(`${folder}.half-`);
  try {
    await make(half);
    renameSync(half, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found && found.mtimeMs < Date.now() - KEPT_FOR)
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** A cache folder of images alone, that whoever makes images may fill. */
export function imageCache(): Promise<string> {
  images ??= sharedFolder('images', stateOf('src/{images,map}/**/*.ts'), async folder =>
    mkdirSync(join(folder, IMAGES_FOLDER)),
  );
  return images;
}

let images: Promise<string> | null = null;

/** Builds with this cache take images from the shared folder, and leave theirs there. */
export async function shareImages(cacheDir: string): Promise<void> {
  const own = join(cacheDir, IMAGES_FOLDER);
  if (existsSync(own)) return;
  mkdirSync(cacheDir, { recursive: true });
  symlinkSync(join(await imageCache(), IMAGES_FOLDER), own);
}

/** Builds with this cache begin with the theme's style sheets, scripts and fonts, which take a second to make. */
export async function shareAssets(cacheDir: string): Promise<void> {
  const own = join(cacheDir, ASSETS_FOLDER);
  if (existsSync(own)) return;
  assets ??= sharedFolder('assets', stateOf('src/**'), folder => themeAssets(THEME_DIR, folder, ''));
  const shared = join(await assets, ASSETS_FOLDER);
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(shared)) copyFileSync(join(shared, name), join(own, name));
}

let assets: Promise<string> | null = null;
