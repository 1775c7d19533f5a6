// A folder with the good site in it, over which broken ones are laid and taken off again.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './broken-site.ts';

export const GOOD_SITE = join(import.meta.dirname, 'good-site');

/** Puts the good site's content and data into `root`, in place of what is there. */
export function layGoodSite(root: string): void {
  for (const folder of ['content', '_data']) {
    rmSync(join(root, folder), { recursive: true, force: true });
    cpSync(join(GOOD_SITE, folder), join(root, folder), { recursive: true });
  }
}

export function applyChanges(root: string, changes: readonly Change[]): void {
  for (const change of changes) {
    const path = join(root, change.path);
    if (change.kind === 'named') {
      writeFileSync(Buffer.concat([Buffer.from(`${path}/`), change.name]), change.content);
      continue;
    }
    rmSync(path, { recursive: true, force: true });
    if (change.kind === 'remove') continue;
    mkdirSync(change.kind === 'folder' ? path : dirname(path), { recursive: true });
    if (change.kind === 'file') writeFileSync(path, change.content);
    if (change.kind === 'pipe') execFileSync('mkfifo', [path]);
    if (change.kind === 'link') symlinkSync(change.target, path);
  }
}

/** All that is below `root` but the folders named in `but`: each path with what would show that it was touched. */
export function snapshot(root: string, but: readonly string[]): Readonly<Record<string, string>> {
  const seen: Record<string, string> = {};
  const walk = (folder: string): void => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (but.includes(path)) continue;
      if (name.includes('\ufffd')) {
        // Not to be looked at by this name.
        seen[path] = 'there';
        continue;
      }
      const stat = lstatSync(join(root, path), { bigint: true });
      if (stat.isDirectory()) {
        seen[`${path}/`] = `${stat.ino} ${stat.mtimeNs}`;
        walk(path);
      } else if (stat.isSymbolicLink()) seen[path] = `-> ${readlinkSync(join(root, path))}`;
      else seen[path] = `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
    }
  };
  walk('');
  return seen;
}

/** The text of a file of the good site. */
export function readGoodFile(path: string): string {
  return readFileSync(join(GOOD_SITE, path), 'utf8');
}
