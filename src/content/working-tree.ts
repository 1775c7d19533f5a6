// A folder on disk as a source of content.
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BlobAlgorithm } from '../hash/blob-id.ts';
import type { ContentItem, ContentSource, ItemKind, NoListing } from './content-source.ts';

/**
 * A file that changed less than this before it was looked at may change again within the same tick of the file system's
 * clock, unseen; its stamp is left empty so that the next build reads it again. (git calls such entries « racily clean ».)
 */
const RACY_NS = 2_000_000_000n;

/** Marks are stamps: size, inode and time of change, or '' while a file may still be changing. */
export function workingTree(contentDir: string): ContentSource {
  let algorithm: BlobAlgorithm | null = null;
  const at = (path: string): string => join(contentDir, path);
  return {
    contentDir,
    id: null,
    commit: null,
    committed: null,
    items(folder) {
      try {
        return readdirSync(at(folder), { withFileTypes: true }).map(
          (item): ContentItem => ({ name: item.name, kind: kindOf(item) }),
        );
      } catch (error) {
        return whyNone(error as NodeJS.ErrnoException);
      }
    },
    prepareWalk() {},
    idOfFolder: () => null,
    kindOf(path) {
      try {
        return kindOf(lstatSync(at(path)));
      } catch {
        return null;
      }
    },
    isSame(one, other) {
      const inode = (path: string) => statSync(at(path), { throwIfNoEntry: false })?.ino;
      return inode(one) === inode(other);
    },
    markOf(folder, { name }) {
      const found = lstatSync(`${contentDir}/${folder}/${name}`, { bigint: true, throwIfNoEntry: false });
      if (!found) return null;
      const { size, ino, ctimeNs } = found;
      const now = BigInt(Date.now()) * 1_000_000n;
      return now - ctimeNs < RACY_NS ? '' : `${size}-${ino}-${ctimeNs}`;
    },
    marksAreIds: false,
    get algorithm() {
      algorithm ??= algorithmOf(resolve(contentDir));
      return algorithm;
    },
    prefetch() {},
    placeOf: file => ({ path: at(file), at: 0, length: null }),
    prefetchWhole() {},
    pathOf: at,
    close() {},
  };
}

function kindOf(item: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): ItemKind {
  if (item.isFile()) return 'file';
  if (item.isDirectory()) return 'folder';
  return item.isSymbolicLink() ? 'link' : 'other';
}

function whyNone({ code }: NodeJS.ErrnoException): NoListing {
  if (code === 'ENOENT') return 'missing';
  return code === 'ENOTDIR' ? 'no folder' : 'unreadable';
}

/**
 * What names files in the repository that the folder is in, so that a commit there names them alike. The settings of git say it
 * (`extensions.objectFormat`, git-config(1)); without them it is SHA-1.
 */
function algorithmOf(folder: string): BlobAlgorithm {
  const repository = join(folder, '.git');
  if (!existsSync(repository)) return dirname(folder) === folder ? 'sha1' : algorithmOf(dirname(folder));
  try {
    return /^\s*objectformat\s*=\s*"?sha256/im.test(readFileSync(configOf(repository), 'utf8'))
      ? 'sha256'
      : 'sha1';
  } catch {
    return 'sha1';
  }
}

/** Of a submodule, or of one of several working trees, `.git` is a file that says where the repository is (gitrepository-layout(5)). */
function configOf(repository: string): string {
  if (lstatSync(repository).isDirectory()) return join(repository, 'config');
  const [, named = ''] = /^gitdir: (.*)$/m.exec(readFileSync(repository, 'utf8')) ?? [];
  const folder = resolve(dirname(repository), named);
  const common = join(folder, 'commondir');
  return join(existsSync(common) ? resolve(folder, readFileSync(common, 'utf8').trim()) : folder, 'config');
}
