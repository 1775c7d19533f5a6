// What was asked for by `--from` to the source of content that it names.
import { type CommitFolders, openCommit } from './commit.ts';
import type { ContentSource } from './content-source.ts';
import { workingTree } from './working-tree.ts';

export interface ContentOptions extends CommitFolders {
  /** The commit as git understands its name; null: the files as they lie there. */
  readonly commit?: string | null;
}

/** Throws `GitFailure`. */
export function openContent({ commit = null, ...folders }: ContentOptions): ContentSource {
  return commit === null ? workingTree(folders.contentDir) : openCommit(folders, commit);
}
