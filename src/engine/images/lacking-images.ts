// Articles that stand as they were published, though a photograph of theirs is gone: those of which an image is needed that nobody can make.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../hash/hash.ts';
import { hasImage } from '../../images/image-cache.ts';
import { factsHash } from '../../media/media-facts.ts';
import type { DerivedFiles } from '../../pages/derived-files.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';

interface Folders {
  readonly contentDir: string;
  readonly cacheDir: string;
}

/** @param stands whether the output holds the file of an address. */
export function lackingImages(
  standIns: ReadonlyMap<string, Pick<KeptVersion, 'entry'>>,
  files: DerivedFiles,
  stands: (url: string) => boolean,
  { contentDir, cacheDir }: Folders,
): ReadonlySet<string> {
  const users = articlesByLostFile(standIns, contentDir);
  const lacking = new Set<string>();
  if (users.size === 0) return lacking;
  for (const [url, source] of files) {
    if (source.kind !== 'photograph' && source.kind !== 'copy') continue;
    const hash = source.kind === 'copy' ? source.hash : source.photograph.hash;
    const ofFile = users.get(keyOf(source.file, hash));
    if (ofFile === undefined || stands(url)) continue;
    if (source.kind === 'photograph' && hasImage(cacheDir, url)) continue;
    for (const article of ofFile) lacking.add(article);
  }
  return lacking;
}

/** The articles by those of their files that are no longer what they were. */
function articlesByLostFile(
  standIns: ReadonlyMap<string, Pick<KeptVersion, 'entry'>>,
  contentDir: string,
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [article, { entry }] of standIns)
    for (const { file, facts } of entry.media) {
      const hash = factsHash(facts);
      if (isAsItWas(join(contentDir, file), hash)) continue;
      const key = keyOf(file, hash);
      users.set(key, [...(users.get(key) ?? []), article]);
    }
  return users;
}

function isAsItWas(path: string, hash: string): boolean {
  try {
    return hashOf(readFileSync(path)) === hash;
  } catch {
    return false;
  }
}

function keyOf(file: string, hash: string): string {
  return `${hash} ${file}`;
}
