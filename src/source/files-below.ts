// A folder to all that is below it, links followed, as those programs see it that read whole folders.
import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

export interface FileBelow {
  /** Below the folder, with `/` separators. */
  readonly file: string;
  readonly path: string;
  /** It, or what a link leads to; false: a pipe, a device, a link to nowhere. */
  readonly isFile: boolean;
}

/**
 * Everything but folders, in the order of names, each folder's together; nothing of a folder that can't be read. Hidden files, which
 * are programs' own, are passed over, and so are links back to a folder around them.
 */
export function filesBelow(root: string): readonly FileBelow[] {
  const real = realPath(root);
  return real === null ? [] : below({ path: root, file: '', real, around: new Set() });
}

interface Folder {
  readonly path: string;
  /** As of `FileBelow`, with a `/` at its end; the root's is ''. */
  readonly file: string;
  /** Its path without links. */
  readonly real: string;
  /** The same of the folders around it. */
  readonly around: ReadonlySet<string>;
}

function below(folder: Folder): readonly FileBelow[] {
  if (folder.around.has(folder.real)) return [];
  const around = new Set([...folder.around, folder.real]);
  return itemsOf(folder.path).flatMap((item): readonly FileBelow[] => {
    const { name } = item;
    if (name.startsWith('.')) return [];
    const file = folder.file + name;
    const path = join(folder.path, name);
    const found = item.isSymbolicLink() ? target(path) : item;
    if (!found?.isDirectory()) return [{ file, path, isFile: found?.isFile() ?? false }];
    const real = found === item ? join(folder.real, name) : realPath(path);
    return real === null ? [] : below({ path, file: `${file}/`, real, around });
  });
}

/** null: there is none, or nobody may look at it. */
function target(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function itemsOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
