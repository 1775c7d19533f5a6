// The output folder: whether it is ours, whether it is still the one we wrote, and the removal of what is gone.
import { readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { outputPath } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';

/** In every site of ours, so that nobody's other folder is taken for one and swept. */
export const MARK = 'next-change.json';

/** The folder holds something and it is not a site of ours: nothing in it is touched. */
export class ForeignFolder extends Error {}

/**
 * A text that names this very folder: another one when it was removed and made anew, or restored from a copy.
 * null when there is none. Throws `ForeignFolder`.
 */
export function folderIdentity(outputDir: string): string | null {
  let names: string[];
  try {
    names = readdirSync(outputDir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ForeignFolder(outputDir);
  }
  if (names.length > 0 && !names.includes(MARK)) throw new ForeignFolder(outputDir);
  const { ino, birthtimeNs } = statSync(outputDir, { bigint: true });
  return `${resolve(outputDir)} ${ino} ${birthtimeNs}`;
}

/** Whether the file of an address holds the bytes of this hash. */
export function holdsHash(outputDir: string, url: string, bytesHash: string): boolean {
  try {
    return hashOf(readFileSync(join(outputDir, outputPath(url)))) === bytesHash;
  } catch {
    return false;
  }
}

/** Removes the file of an address, then each folder above it that is left empty. */
export function removeOutput(outputDir: string, url: string): void {
  const root = resolve(outputDir);
  const path = resolve(root, outputPath(url));
  // Addresses come from checked content, but removal is the one act that could hurt: never outside.
  if (!path.startsWith(root + sep)) return;
  rmSync(path, { force: true });
  for (let dir = dirname(path); dir !== root; dir = dirname(dir)) {
    try {
      rmdirSync(dir);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}

/** Removes every file that is not at one of `paths` (below the output folder, with `/`). Gives how many there were. */
export function sweep(outputDir: string, paths: ReadonlySet<string>): number {
  let removed = 0;
  const walk = (folder: string): boolean => {
    let empty = true;
    for (const item of readdirSync(join(outputDir, folder), { withFileTypes: true })) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory()) {
        if (walk(path)) rmdirSync(join(outputDir, path));
        else empty = false;
      } else if (paths.has(path)) empty = false;
      else {
        rmSync(join(outputDir, path));
        removed++;
      }
    }
    return empty;
  };
  walk('');
  return removed;
}
