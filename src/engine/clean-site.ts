// A built site and what builds remember, removed; nothing that is not ours.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { urlOf } from '../address/addresses.ts';
import { BLOBS_FOLDER } from '../content/blob-files.ts';
import { hasImageFacts, IMAGES_FOLDER, sizeOfImages } from '../images/image-cache.ts';
import { COUNTS_FOLDER } from '../most-read/hour-counts.ts';
import { PROOF_FOLDER } from '../proof/proof-folder.ts';
import { ASSETS_FOLDER } from './assets/asset-cache.ts';
import { DEV_FOLDER } from './dev-place.ts';
import { STAGING_FOLDER } from './eleventy/fixed-pages.ts';
import { memoryFiles } from './memory/memory-file.ts';
import { stampsFiles } from './output/folder-stamps.ts';
import { generationsOf } from './output/generations.ts';
import { openOutput } from './output/open-output.ts';
import { OWN_FOLDER } from './output/output.ts';
import { readListed, readSiteList } from './output/site-list.ts';
import { BODIES_FILE, TEMPLATES_FILE } from './rendering/kept-texts.ts';

/** Node's own cache of compiled code. */
export const CODE_FOLDER = 'code';

interface CleanedOutput {
  readonly removed: readonly string[];
  /** What stays in the output, since it is not ours. */
  readonly foreign: readonly string[];
}

export interface Cleaned extends CleanedOutput {
  /** The images that stay; null: there are none. */
  readonly kept: { readonly folder: string; readonly images: number; readonly bytes: number } | null;
}

/** Thrown for a cache folder that holds something else than what builds put there. */
export class ForeignCache extends Error {}

/**
 * Removes what exists of it. Images made of photographs stay unless `photographs` is set: they are right for ever, and making them anew can
 * take hours. Throws `ForeignOutput` or `ForeignCache` before it removes anything.
 */
export function cleanSite(outputDir: string, cacheDir: string, { photographs = false } = {}): Cleaned {
  if (!isOurCache(cacheDir)) throw new ForeignCache(cacheDir);
  const site = cleanOutput(outputDir);
  const size = sizeOfImages(cacheDir);
  const kept = photographs || size.bytes === 0 ? null : { folder: join(cacheDir, IMAGES_FOLDER), ...size };
  // Of the cache only what builds put there: its owner may keep other files in that folder.
  const found = ownPaths(cacheDir).filter(
    path => existsSync(path) && !(kept && basename(path) === IMAGES_FOLDER),
  );
  for (const path of found) rmSync(path, { recursive: true });
  if (existsSync(cacheDir) && readdirSync(cacheDir).length === 0) rmSync(cacheDir, { recursive: true });
  return { removed: [...site.removed, ...found], foreign: site.foreign, kept };
}

/** All that builds put into the cache, whether or not it is there. Counts of readers are no build’s, and no build could make them anew. */
function ownPaths(cacheDir: string): readonly string[] {
  const folders = [
    STAGING_FOLDER,
    DEV_FOLDER,
    CODE_FOLDER,
    ASSETS_FOLDER,
    IMAGES_FOLDER,
    BLOBS_FOLDER,
    PROOF_FOLDER,
  ];
  const names = [...folders, TEMPLATES_FILE, BODIES_FILE];
  return [...memoryFiles(cacheDir), ...stampsFiles(cacheDir), ...names.map(name => join(cacheDir, name))];
}

/** Folders named `images` or `assets` are in many places: what only builds write, or nothing else, has to be beside them. */
function isOurCache(cacheDir: string): boolean {
  if (!existsSync(cacheDir)) return true;
  const own = ownPaths(cacheDir);
  const isAlone = readdirSync(cacheDir).every(
    name => name === COUNTS_FOLDER || own.includes(join(cacheDir, name)),
  );
  return (
    isAlone ||
    [cacheDir, join(cacheDir, DEV_FOLDER)].some(dir => memoryFiles(dir).some(path => existsSync(path))) ||
    hasImageFacts(cacheDir)
  );
}

function cleanOutput(outputDir: string): CleanedOutput {
  const output = openOutput({ kind: 'folder', dir: outputDir });
  output.checkOurs();
  if (!existsSync(outputDir)) return { removed: [], foreign: [] };
  const generations = generationsOf(outputDir);
  // What is not ours there is shared with the one that is served.
  if (generations) rmSync(generations.idle, { recursive: true, force: true });
  const cleaned = cleanFolder(generations?.current ?? outputDir);
  if (generations && cleaned.foreign.length === 0) rmSync(outputDir);
  return { removed: cleaned.isRemoved ? [outputDir] : [], foreign: cleaned.foreign };
}

function cleanFolder(dir: string): { readonly isRemoved: boolean; readonly foreign: readonly string[] } {
  const output = openOutput({ kind: 'folder', dir });
  const listed = readListed(output, readSiteList(output));
  if (listed.everything) for (const path of output.paths()) output.remove(urlOf(path));
  else for (const url of listed.files.keys()) output.remove(url);
  output.publish([]);
  rmSync(join(dir, OWN_FOLDER), { recursive: true, force: true });
  const foreign = output.foreign(new Set());
  if (foreign.length === 0) rmSync(dir, { recursive: true });
  return { isRemoved: foreign.length === 0 || output.changes().removed.length > 0, foreign };
}
