// A folder as an output: addresses to files below it.
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { outputPath, urlOf } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import { type Content, ForeignOutput, MARK_URL, type Output, type Put } from './output.ts';

export function openFolderOutput(dir: string): Output {
  const put: string[] = [];
  const removed: string[] = [];
  const pathOf = (url: string): string => join(dir, outputPath(url));
  const adopt = ({ url, written }: Put): void => {
    if (written) put.push(url);
  };
  const remove = (url: string): void => {
    if (removeFile(dir, outputPath(url))) removed.push(url);
  };
  return {
    identity: () => folderIdentity(dir),
    prepare: () => mkdirSync(dir, { recursive: true }),
    holds: (url, bytesHash) => hashOfFile(pathOf(url)) === bytesHash,
    put(url, content, knownHash) {
      const result = { url, ...putFile(pathOf(url), content, knownHash) };
      adopt(result);
      return result;
    },
    adopt,
    remove,
    removeOthers(urls) {
      const kept = new Set<string>();
      for (const url of urls) kept.add(outputPath(url));
      for (const path of filesBelow(dir)) if (!kept.has(path)) remove(urlOf(path));
    },
    changes: () => ({ put, removed }),
  };
}

function folderIdentity(dir: string): string | null {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ForeignOutput(dir);
  }
  if (names.length > 0 && !names.includes(outputPath(MARK_URL))) throw new ForeignOutput(dir);
  const { ino, birthtimeNs } = statSync(dir, { bigint: true });
  return `${resolve(dir)} ${ino} ${birthtimeNs}`;
}

function putFile(path: string, content: Content, knownHash: string | null): Omit<Put, 'url'> {
  if (typeof content === 'object' && 'path' in content) {
    const bytesHash = content.hash;
    if (bytesHash === (knownHash ?? hashOfFile(path))) return { bytesHash, written: false };
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(content.path, path);
    return { bytesHash, written: true };
  }
  const bytesHash = hashOf(content);
  if (bytesHash === knownHash) return { bytesHash, written: false };
  if (knownHash === null && holdsBytes(path, content)) return { bytesHash, written: false };
  try {
    writeFileSync(path, content);
  } catch (error) {
    // A folder that is gone, or was never made: rarer, and dearer to find out, than a file in one that is there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return { bytesHash, written: true };
}

function holdsBytes(path: string, bytes: Uint8Array | string): boolean {
  try {
    return readFileSync(path).equals(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  } catch {
    return false;
  }
}

/** null: there is no such file, or it can't be read. */
function hashOfFile(path: string): string | null {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return null;
  }
}

/** Removes a file, then each folder above it that is left empty. Gives whether there was one. */
function removeFile(dir: string, name: string): boolean {
  const root = resolve(dir);
  const path = resolve(root, name);
  // Addresses come from checked content, but removal is the one act that could hurt: never outside.
  if (!path.startsWith(root + sep)) return false;
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  rmSync(path, { force: true });
  for (let above = dirname(path); above !== root; above = dirname(above)) {
    try {
      rmdirSync(above);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') break;
    }
  }
  return isThere;
}

/** Paths below the folder, with `/`. */
function* filesBelow(dir: string, folder = ''): Generator<string, void> {
  for (const item of readdirSync(join(dir, folder), { withFileTypes: true })) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.isDirectory()) yield* filesBelow(dir, path);
    else yield path;
  }
}
