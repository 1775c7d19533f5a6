// Articles that stand as they were published, though a photograph of theirs is gone: those of which an image is needed that nobody can make.
import { readFileSync } from 'node:fs';
import type { ContentSource } from '../../content/content-source.ts';
import { hashOf } from '../../hash/hash.ts';
import { hasImage } from '../../images/image-cache.ts';
import { factsHash } from '../../media/media-facts.ts';
import type { DerivedFiles } from '../../pages/derived-files.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';

interface Folders {
  readonly source: ContentSource;
  readonly cacheDir: string;
}

/** @param stands whether the output holds the file of an address. */
export function lackingImages(
  standIns: ReadonlyMap<string, Pick<KeptVersion, 'entry'>>,
  files: DerivedFiles,
  stands: (url: string) => boolean,
  { source, cacheDir }: Folders,
): ReadonlySet<string> {
  const users = articlesByLostFile(standIns, source);
  const lacking = new Set<string>();
  if (users.size === 0) return lacking;
  for (const [url, made] of files) {
    if (made.kind !== 'photograph' && made.kind !== 'copy') continue;
    const hash = made.kind === 'copy' ? made.hash : made.photograph.hash;
    const ofFile = users.get(keyOf(made.file, hash));
    if (ofFile === undefined || stands(url)) continue;
    if (made.kind === 'photograph' && hasImage(cacheDir, url)) continue;
    for (const article of ofFile) lacking.add(article);
  }
  return lacking;
}

/** The articles by those of their files that are no longer what they were. */
function articlesByLostFile(
  standIns: ReadonlyMap<string, Pick<KeptVersion, 'entry'>>,
  source: ContentSource,
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  source.prefetchWhole([...standIns.values()].flatMap(({ entry }) => entry.media.map(({ file }) => file)));
  for (const [article, { entry }] of standIns)
    for (const { file, facts } of entry.media) {
      const hash = factsHash(facts);
      if (isAsItWas(source.pathOf(file), hash)) continue;
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
