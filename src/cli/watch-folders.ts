// Changes under some folders to one call, once they have come to rest.
import { type Dirent, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; a build begins this long after the last one, in ms. */
const REST = 60;

/**
 * Calls `onChange` after something under one of the folders changed. One watch a folder, none a file: an archive of
 * 100,000 articles stays cheap. (Node's own recursive watch holds one for every file on Linux.)
 */
export function watchFolders(folders: readonly string[], onChange: () => void): void {
  const watches = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  const follow = (folder: string): void => {
    if (watches.has(folder)) return;
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name !== null && isTransient(name)) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          for (const known of folders) followAll(known);
          onChange();
        }, REST);
      });
      watcher.on('error', () => forget(folder));
      watches.set(folder, watcher);
    } catch {
      forget(folder);
    }
  };
  const forget = (folder: string): void => {
    watches.get(folder)?.close();
    watches.delete(folder);
  };
  const followAll = (folder: string): void => {
    follow(folder);
    let items: Dirent[];
    try {
      items = readdirSync(folder, { withFileTypes: true });
    } catch {
      forget(folder);
      return;
    }
    for (const item of items) if (item.isDirectory()) followAll(join(folder, item.name));
  };
  for (const folder of folders) followAll(folder);
}

/** Files that text editors keep beside the one being written. */
function isTransient(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~');
}
