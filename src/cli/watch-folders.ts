// Changes under some folders to one call, once they have come to rest.
import { type Dirent, type FSWatcher, readdirSync, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Editors write a file in several steps; a build begins this long after the last one, in ms. */
const REST = 60;

/** In ms: a program that never stops writing must not keep what others wrote from being built. */
const LONGEST_UNREST = 2_000;

/**
 * A system that has to tell of more changes at a time than it can hold (Linux: 16,384, inotify(7)) leaves some out, and with them
 * folders that came anew. After so many, all folders are looked for again.
 */
const MANY = 4_000;

export interface WatchOptions {
  /** Called after something under one of the folders changed. */
  readonly onChange: () => void;
  /** Called once when the system can't watch a folder, as when it has too many of them. */
  readonly onTrouble: (error: NodeJS.ErrnoException) => void;
}

/**
 * Watches the folders and all below, whichever of them goes or comes: one that was removed and put back, as `git checkout` does, is
 * another folder to the system. One watch a folder, none a file: an archive of 100,000 articles stays cheap. (Node's own
 * recursive watch holds one for every file on Linux.)
 * @returns what ends it.
 */
export function watchFolders(folders: readonly string[], { onChange, onTrouble }: WatchOptions): () => void {
  let events = 0;
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  let isTold = false;
  const tell = (error: NodeJS.ErrnoException): void => {
    if (!isTold) onTrouble(error);
    isTold = true;
  };
  const rest = (): void => {
    timer = undefined;
    if (events >= MANY) for (const tree of trees) tree.renew();
    events = 0;
    onChange();
  };
  const note = (): void => {
    if (timer === undefined) since = performance.now();
    events++;
    clearTimeout(timer);
    timer = setTimeout(rest, Math.min(REST, Math.max(0, since + LONGEST_UNREST - performance.now())));
  };
  const trees = folders.map(folder => watchTree(resolve(folder), note, tell));
  return () => {
    clearTimeout(timer);
    for (const tree of trees) tree.close();
  };
}

interface WatchedTree {
  /** Looks for all folders again. */
  renew(): void;
  close(): void;
}

type Tell = (error: NodeJS.ErrnoException) => void;

/** Every folder is watched before it is read, so that nothing can come between unseen. */
function watchTree(root: string, onEvent: () => void, tell: Tell): WatchedTree {
  const watches = new Map<string, FSWatcher>();

  const forget = (folder: string): void => {
    for (const [path, watcher] of watches) {
      if (path !== folder && !path.startsWith(`${folder}/`) && !path.startsWith(`${folder}\\`)) continue;
      watcher.close();
      watches.delete(path);
    }
  };
  const follow = (folder: string, around: ReadonlySet<string> = new Set()): void => {
    const real = realPath(folder);
    // A link to a folder around it has no end.
    if (real === null || around.has(real)) return;
    if (!watches.has(folder)) {
      const watcher = tryToWatch(folder, (type, name) => take(folder, type, name), tell);
      if (watcher === null) return;
      watcher.on('error', () => forget(folder));
      watches.set(folder, watcher);
    }
    const within = new Set([...around, real]);
    for (const item of itemsOf(folder)) {
      if (isTransient(item.name)) continue;
      const path = join(folder, item.name);
      if (item.isDirectory() || (item.isSymbolicLink() && isFolder(path))) follow(path, within);
    }
  };
  const renewAt = (folder: string): void => {
    if (watches.has(folder)) forget(folder);
    if (isFolder(folder)) follow(folder);
  };
  const take = (folder: string, type: string, name: string | null): void => {
    if (name === null) renewAt(folder);
    else {
      if (isTransient(name)) return;
      if (type === 'rename') {
        renewAt(join(folder, name));
        // So a folder tells that it is itself gone, or has another name.
        if (name === basename(folder)) renewAt(folder);
      }
    }
    onEvent();
  };

  let anchor: FSWatcher | null = null;
  /** Above the tree, the nearest folder that exists is watched for the next one on the way down. */
  const drop = (): void => {
    anchor?.close();
    const [above, next] = nearestAbove(root);
    anchor = tryToWatch(
      above,
      (type, name) => {
        const isItself = name === basename(above) && type === 'rename';
        if (name !== null && name !== next && !isItself) return;
        if (type !== 'rename') return;
        drop();
        renewAt(root);
        onEvent();
      },
      tell,
    );
    anchor?.on('error', () => {});
    // It may have come while nobody was watching.
    if (nearestAbove(root)[0] !== above) drop();
  };
  drop();
  follow(root);
  return {
    renew() {
      drop();
      forget(root);
      follow(root);
    },
    close() {
      anchor?.close();
      forget(root);
    },
  };
}

type Take = (type: string, name: string | null) => void;

/** null: it is not there, or the system can't; the latter is told. */
function tryToWatch(folder: string, take: Take, tell: Tell): FSWatcher | null {
  try {
    return watch(folder, take);
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    if (failure.code !== 'ENOENT' && failure.code !== 'ENOTDIR') tell(failure);
    return null;
  }
}

/** The nearest folder above `path` that exists, and the name in it that leads to `path`. */
function nearestAbove(path: string): readonly [string, string] {
  const above = dirname(path);
  return above === path || isFolder(above) ? [above, basename(path)] : nearestAbove(above);
}

function itemsOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
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

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Files that text editors keep beside the one being written. */
function isTransient(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~');
}
