// The files of comments that came from here: where each is, and how another gets its place.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ULID } from './ulid.ts';

/** Per id, where its file is: an article that moved has taken its comments along. */
export async function exportedFiles(contentDir: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const path of await filesBelow(join(contentDir, 'comments'))) {
    const id = basename(path).replace(/\.ya?ml$/, '');
    if (ULID.test(id)) files.set(id, `comments/${path.replaceAll('\\', '/')}`);
  }
  return files;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Whoever reads meanwhile, or after the command was killed, meets the whole file or none. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = join(dirname(path), `.${basename(path)}.half`);
  try {
    await writeFile(half, text);
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
}
