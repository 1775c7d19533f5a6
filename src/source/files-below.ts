// A folder to all that is below it, links followed, as those programs see it that read whole folders.
import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

export interface FileBelow {
  /** Below the folder, with `/` separators. */
  readonly file: string;
  readonly path: string;
  /** Of what a link leads to; null: a link to nowhere. */
  readonly stat: Stats | null;
}

/**
 * Everything but folders, in the order of names, each folder's together; nothing of a folder that can't be read. Hidden files, which
 * are programs' own, are passed over, and so are links back to a folder around them.
 */
export function filesBelow(root: string): readonly FileBelow[] {
  return below(root, '', new Set());
}

function below(root: string, folder: string, seen: ReadonlySet<string>): readonly FileBelow[] {
  const here = join(root, folder);
  let names: readonly string[];
  let around: ReadonlySet<string>;
  try {
    const real = realpathSync(here);
    if (seen.has(real)) return [];
    around = new Set([...seen, real]);
    names = readdirSync(here).sort();
  } catch {
    return [];
  }
  return names.flatMap((name): readonly FileBelow[] => {
    if (name.startsWith('.')) return [];
    const file = folder === '' ? name : `${folder}/${name}`;
    const path = join(here, name);
    const stat = statOf(path);
    return stat?.isDirectory() ? below(root, file, around) : [{ file, path, stat }];
  });
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
