// A built site and what builds remember, removed; nothing that is not ours.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { IMAGES_FOLDER } from '../images/image-cache.ts';
import { ASSETS_FOLDER } from './assets/asset-cache.ts';
import { STAGING_FOLDER } from './eleventy/fixed-pages.ts';
import { memoryFiles } from './memory/memory-file.ts';
import { openOutput } from './output/open-output.ts';

/** Node's own cache of compiled code. */
export const CODE_FOLDER = 'code';

/** Removes what exists of it, and gives the paths. Throws `ForeignOutput` before it removes anything. */
export function cleanSite(outputDir: string, cacheDir: string): readonly string[] {
  const isBuilt = openOutput({ kind: 'folder', dir: outputDir }).identity() !== null;
  // Of the cache only what builds put there: its owner may keep other files in that folder.
  const ours = [STAGING_FOLDER, CODE_FOLDER, ASSETS_FOLDER, IMAGES_FOLDER].map(name => join(cacheDir, name));
  const removed = [
    ...(isBuilt ? [outputDir] : []),
    ...[...memoryFiles(cacheDir), ...ours].filter(path => existsSync(path)),
  ];
  for (const path of removed) rmSync(path, { recursive: true });
  if (existsSync(cacheDir) && readdirSync(cacheDir).length === 0) rmSync(cacheDir, { recursive: true });
  return removed;
}
