// The folder of what builds remember becomes the old addresses of articles (`aliases`), as the last build or publication on this machine read them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { articleUrl } from '../address/addresses.ts';
import { oldAddressKey } from '../address/old-address.ts';
import { articlesByOldAddresses } from '../edition/article-at.ts';
import type { ReadEntry } from '../edition/entry.ts';
import type { MovedFolders } from '../site/moved-folders.ts';
import type { Site } from '../site/site.ts';
import { lookIntoMemory } from './memory/look-into-memory.ts';
import { memoryFile } from './memory/memory-file.ts';
import { codeFingerprints } from './plan/code-fingerprints.ts';
import { PUBLICATIONS_FOLDER } from './publications-folder.ts';
import { readingVersion } from './stages/open-memory.ts';

/**
 * @returns the present address of the article to which an old one leads; null: nobody here knows that it is an old one. Nothing is written, and no
 * build is kept waiting.
 */
export function rememberedOldAddresses(
  cacheDir: string,
  site: Site,
  { presentAddress }: MovedFolders,
): (url: string) => string | null {
  const folders = [cacheDir, ...publicationsIn(join(cacheDir, PUBLICATIONS_FOLDER))].filter(folder =>
    existsSync(memoryFile(folder)),
  );
  if (folders.length === 0) return () => null;
  const version = readingVersion(codeFingerprints(), site);
  const moved: ReadEntry[] = [];
  for (const folder of folders)
    lookIntoMemory(folder, version, ({ articles }) => {
      for (const entry of articles) if (entry.aliases.length > 0) moved.push(entry);
    });
  const byOld = articlesByOldAddresses(moved, presentAddress);
  return url => {
    const entry = byOld.size === 0 ? undefined : byOld.get(oldAddressKey(url));
    return entry === undefined ? null : articleUrl(entry);
  };
}

function publicationsIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : [];
}
