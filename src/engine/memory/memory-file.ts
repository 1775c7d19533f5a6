// Whether the memory is a large one, found out before anything large is loaded.
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Raise it when the tables change: a memory of another version is thrown away. */
export const MEMORY_VERSION = 30;

/** That of thousands of articles, in bytes. It takes long to read: work that needs none of it is worth a thread meanwhile. */
const LARGE = 8 * 1024 * 1024;

export function memoryFile(cacheDir: string): string {
  return join(cacheDir, 'memory.sqlite');
}

/** The memory with what SQLite may keep beside it. */
export function memoryFiles(cacheDir: string): readonly string[] {
  return ['', '-journal', '-wal', '-shm'].map(suffix => memoryFile(cacheDir) + suffix);
}

export function hasLargeMemory(cacheDir: string): boolean {
  return (statSync(memoryFile(cacheDir), { throwIfNoEntry: false })?.size ?? 0) > LARGE;
}
