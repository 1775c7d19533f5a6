// The walk over a large archive, and over the folders of its site, begun before the engine is even loaded; small ones are walked over sooner than a thread starts.
import { hasLargeMemory } from './memory/memory-file.ts';
import { type WalkedFolders, type Walks, walkInThread } from './walk-in-thread.ts';

/** Nothing when the archive is small: then the build walks itself. */
export function beginWalk(folders: WalkedFolders): Partial<Walks> {
  return hasLargeMemory(folders.cacheDir) ? walkInThread(folders) : {};
}
