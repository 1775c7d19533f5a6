// Whether the memory is a large one, found out before anything large is loaded.
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** That of thousands of articles, in bytes. It takes long to read: work that needs none of it is worth a thread meanwhile. */
const LARGE = 8 * 1024 * 1024;

export function memoryFile(cacheDir: string): string {
  return join(cacheDir, 'memory.sqlite');
}

export function hasLargeMemory(cacheDir: string): boolean {
  return (statSync(memoryFile(cacheDir), { throwIfNoEntry: false })?.size ?? 0) > LARGE;
}
