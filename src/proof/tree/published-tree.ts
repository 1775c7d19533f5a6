// The place of a site as it was typed, a folder or the target of a publication, to a folder that can be read by many at once.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { proofWords } from '../../locale/proof-words.ts';
import { openStore } from '../../store/open-store.ts';
import { readTarget, WrongTarget } from '../../store/read-target.ts';
import { PROOF_FOLDER } from '../proof-folder.ts';

export interface OpenedTree {
  readonly root: string;
  /** What was fetched goes. */
  close(): void;
}

/** Files of a bucket or a server at a time. */
const AT_ONCE = 8;

/** A folder is read where it lies; a bucket or a server is fetched into the cache first. Throws `StoreError` for what stands between. */
export async function openTreeToProve(place: string, cacheDir: string): Promise<OpenedTree | WrongTarget> {
  if (!/^(?:file|s3|ssh):/i.test(place)) return openFolder(place);
  const target = readTarget(place);
  if (target instanceof WrongTarget) return target;
  return target.kind === 'folder' ? openFolder(target.path) : await fetchTree(place, cacheDir);
}

function openFolder(path: string): OpenedTree | WrongTarget {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    return new WrongTarget(proofWords.usage.noTree(path));
  return { root: path, close() {} };
}

async function fetchTree(place: string, cacheDir: string): Promise<OpenedTree | WrongTarget> {
  const store = await openStore(place);
  if (store instanceof WrongTarget) return store;
  mkdirSync(join(cacheDir, PROOF_FOLDER), { recursive: true });
  const root = mkdtempSync(join(cacheDir, PROOF_FOLDER, 'tree-'));
  const close = (): void => rmSync(root, { recursive: true, force: true });
  const fetchOne = async (key: string): Promise<void> => {
    const path = join(root, key);
    // A key is somebody else's text: none leads out of the folder.
    if (!resolve(path).startsWith(resolve(root) + sep)) return;
    const found = await store.read(key);
    if (found === null) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, found.bytes);
  };
  try {
    const running = new Set<Promise<void>>();
    for await (const { key } of store.list('')) {
      if (key.split('/').some(part => part.startsWith('.') && part !== '.well-known') || key.endsWith('/'))
        continue;
      const one = fetchOne(key).finally(() => running.delete(one));
      running.add(one);
      if (running.size >= AT_ONCE) await Promise.race(running);
    }
    await Promise.all(running);
    return { root, close };
  } catch (error) {
    close();
    throw error;
  } finally {
    await store.close();
  }
}
