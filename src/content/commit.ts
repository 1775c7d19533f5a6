// A folder in a commit of git as a source of content: nothing of it needs to be checked out, nor a working tree to be there.
import { join, posix, relative, resolve } from 'node:path';
import { atHand } from '../cache/at-hand.ts';
import type { BlobAlgorithm } from '../hash/blob-id.ts';
import { gitWords } from '../locale/git-words.ts';
import type { Instant } from '../time/instant.ts';
import { openBlobFiles } from './blob-files.ts';
import type { ContentSource } from './content-source.ts';
import { folderForGit, type Git, gitIn } from './git-command.ts';
import { GitFailure } from './git-failure.ts';
import { type GitObject, objectIn } from './git-object.ts';
import { itemsOfTree, type TreeItem, treesOf } from './git-tree.ts';
import { holdsAllBlobs, lookAtRepository, noCommitYet, type Repository } from './repository.ts';

export interface CommitFolders {
  readonly contentDir: string;
  /** Bytes that are read stand there meanwhile. */
  readonly cacheDir: string;
  /** Is told before a partial clone fetches so many files. */
  readonly onFetch?: (files: number) => void;
}

/** Marks are ids. Throws `GitFailure`. */
export function openCommit(
  { contentDir, cacheDir, onFetch = () => {} }: CommitFolders,
  revision: string,
): ContentSource {
  const from = folderForGit(contentDir);
  const git = gitIn(from);
  const repository = lookAtRepository(git, contentDir);
  const path = posix.join(repository.prefix, relative(from, resolve(contentDir)).replaceAll('\\', '/'));
  const { root, commit } = objectsOf(
    git,
    { path: path === '.' ? '' : path.replace(/\/$/, ''), contentDir, revision },
    repository,
  );
  const algorithm: BlobAlgorithm = repository.algorithm;
  const folders = foldersBelow(git, root);
  const lacksNone = holdsAllBlobs(resolve(from, repository.packs));
  const blobs = openBlobFiles(git, { cacheDir, lacksNone, onFetch });

  const { itemAt } = folders;
  const idOf = (file: string): string | null => {
    const item = itemAt(file);
    return item?.kind === 'file' ? item.id : null;
  };
  function* idsOf(files: Iterable<string>): Generator<string, void> {
    for (const file of files) {
      const id = idOf(file);
      if (id !== null) yield id;
    }
  }
  // Whoever reads what is not there fails as on a disk.
  const nowhere = join(cacheDir, 'no-such-file');
  const kindOf = (file: string) => (file === '' ? 'folder' : (itemAt(file)?.kind ?? null));
  return {
    contentDir,
    id: root.id,
    commit: commit.id,
    committed: committedAt(commit),
    items: folder => folders.items(folder) ?? (kindOf(folder) === null ? 'missing' : 'no folder'),
    prepareWalk: folders.list,
    idOfFolder: folders.idOf,
    kindOf,
    isSame: (one, other) => one === other,
    // The items are those of the list.
    markOf: (_folder, item) => (item as TreeItem).id,
    marksAreIds: true,
    algorithm,
    prefetch: files => blobs.prefetch(idsOf(files)),
    placeOf(file) {
      const id = idOf(file);
      return id === null ? { path: nowhere, at: 0, length: null } : blobs.placeOf(id);
    },
    prefetchWhole: files => blobs.prefetchWhole(idsOf(files)),
    pathOf(file) {
      const id = idOf(file);
      return id === null ? nowhere : blobs.pathOf(id);
    },
    close: blobs.close,
  };
}

interface Wanted {
  /** From the root of the repository: `site/content`, or ''. */
  readonly path: string;
  readonly contentDir: string;
  readonly revision: string;
}

/** The folder in the commit, and the commit, by one process. What is asked for goes through the input, where no revision is taken for an option. */
function objectsOf(
  git: Git,
  { path, contentDir, revision }: Wanted,
  { isShallow }: Repository,
): { readonly root: GitObject; readonly commit: GitObject } {
  const named = `${revision}^{commit}`;
  const { ok, output, said } = git(['cat-file', '--batch'], { input: `${named}\n${named}:${path}\n` });
  if (!ok) throw new GitFailure(gitWords.failed(said), 'system');
  const { object: commit, end } = objectIn(output, 0);
  if (commit?.type !== 'commit') {
    const isEmpty = revision === 'HEAD' && noCommitYet(git);
    throw new GitFailure(
      isEmpty ? gitWords.noCommitYet() : gitWords.unknownCommit(revision, isShallow),
      'usage',
    );
  }
  const { object: root } = objectIn(output, end);
  if (root?.type === 'tree') return { root, commit };
  throw new GitFailure(whyNoFolder(git, commit.id, { path, contentDir, revision }), 'usage');
}

/** In ms. Before its message a commit says who made it and when (git-commit-tree(1)); 0, as for git itself, of one that somebody wrote otherwise. */
function committedAt({ bytes }: GitObject): Instant {
  const [, seconds = 0] = /^committer .*> (\d+) [+-]\d+$/m.exec(bytes.toString('latin1')) ?? [];
  return Number(seconds) * 1000;
}

function whyNoFolder(git: Git, commit: string, { path, contentDir, revision }: Wanted): string {
  const mode = git(['ls-tree', '-z', '--full-tree', commit, '--', path]).output.toString().slice(0, 6);
  if (mode === '160000') return gitWords.submodule(contentDir);
  return mode === '' ? gitWords.notInCommit(contentDir, revision) : gitWords.noFolder(contentDir);
}

/** Of so many folders what is in them stands by its name: most builds ask in few of them, and those that go through all in one after the other. */
const FOLDERS_AT_HAND = 60;

interface Folders {
  /** The entries of a folder; null: there is no such folder. */
  items(folder: string): readonly TreeItem[] | null;
  itemAt(path: string): TreeItem | undefined;
  /** Of the tree that the folder is. */
  idOf(folder: string): string | null;
  list: ContentSource['prepareWalk'];
}

/** What is in the folders below a tree, listed when somebody asks for it: one process of git for each level of folders, however many these are. */
function foldersBelow(git: Git, root: GitObject): Folders {
  // As git has them: objects of ours would take more memory, and an archive has a million items.
  const trees = new Map<string, GitObject>([['', root]]);
  const load = (folders: readonly { readonly path: string; readonly id: string }[]): void => {
    const missing = folders.filter(({ path }) => !trees.has(path));
    treesOf(
      git,
      missing.map(({ id }) => id),
    ).forEach((tree, place) => {
      trees.set(missing[place]!.path, tree);
    });
  };
  const itemsOf = atHand((folder): readonly TreeItem[] | null => {
    const id = trees.has(folder) ? '' : idOf(folder);
    if (id === null) return null;
    load([{ path: folder, id }]);
    return itemsOfTree(trees.get(folder)!);
  }, FOLDERS_AT_HAND);
  const byName = atHand((folder): ReadonlyMap<string, TreeItem> | null => {
    const items = itemsOf(folder);
    return items === null ? null : new Map(items.map(item => [item.name, item]));
  }, FOLDERS_AT_HAND);
  const itemAt = (path: string): TreeItem | undefined => {
    const cut = path.lastIndexOf('/');
    return byName(path.slice(0, Math.max(0, cut)))?.get(path.slice(cut + 1));
  };
  const idOf = (folder: string): string | null => {
    if (folder === '') return root.id;
    const item = itemAt(folder);
    return item?.kind === 'folder' ? item.id : null;
  };
  return {
    items: itemsOf,
    itemAt,
    idOf,
    list(folders, passOver) {
      let level = folders.flatMap(path => {
        const id = idOf(path);
        return id === null ? [] : [{ path, id }];
      });
      while (level.length > 0) {
        load(level);
        level = level
          .flatMap(({ path }) =>
            itemsOfTree(trees.get(path)!).flatMap(({ name, kind, id }) =>
              kind === 'folder' ? [{ path: `${path}/${name}`, id }] : [],
            ),
          )
          .filter(({ path }) => !passOver(path));
      }
    },
  };
}
