// Whether a clone holds a commit, without asking its remote for it, as git by itself does in a partial clone.
import { folderForGit, gitIn } from './git-command.ts';

/** @param id the whole id of a commit. False also where there is no repository. Throws `GitFailure` where there is no git. */
export function hasCommit(contentDir: string, id: string): boolean {
  const git = gitIn(folderForGit(contentDir));
  // With `--missing` git fetches nothing (git-rev-list(1)).
  return git(['rev-list', '--missing=print', '--max-count=1', id]).ok;
}
