// The walk over a large archive, begun before the engine is even loaded; a small one is walked over sooner than a thread starts.
import { hasLargeMemory } from './memory/memory-file.ts';
import type { FoundFiles } from './reading/walk-content.ts';
import { walkInThread } from './reading/walk-in-thread.ts';

/** Nothing when the archive is small: then the build walks itself. */
export function beginWalk(folders: { readonly contentDir: string; readonly cacheDir: string }): {
  readonly walking?: Promise<FoundFiles>;
} {
  return hasLargeMemory(folders.cacheDir) ? { walking: walkInThread(folders.contentDir) } : {};
}
