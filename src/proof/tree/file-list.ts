// A folder to the files that a web server would give of it, with their addresses; a link that leads back up is followed once.
import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface TreeFile {
  /** Within the tree, with `/`: `chine/index.html`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Sorted by path. What begins with a dot is no part of a site, but for `.well-known` (RFC 8615). */
export function listFiles(root: string): readonly TreeFile[] {
  const files: TreeFile[] = [];
  const visit = (folder: string, above: ReadonlySet<string>): void => {
    const here = realpathSync(join(root, folder));
    // A link to a folder in which it stands, whatever stands between.
    if (above.has(here)) return;
    const within = new Set(above).add(here);
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') && entry.name !== '.well-known') continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kindOf(join(root, path), entry);
      if (kind === 'folder') visit(path, within);
      else if (kind !== null) files.push({ path, size: kind });
    }
  };
  visit('', new Set());
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The size of a file; null for what is neither a file nor a folder, and for a link that leads nowhere. */
function kindOf(path: string, entry: Dirent): 'folder' | number | null {
  if (entry.isDirectory()) return 'folder';
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? found.size : null;
}
