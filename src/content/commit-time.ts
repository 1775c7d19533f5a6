// When a commit was made, by which an older one is told from a newer one where a shallow clone knows no history.
import { gitWords } from '../locale/git-words.ts';
import { folderForGit, gitIn } from './git-command.ts';
import { GitFailure } from './git-failure.ts';

/** In ms. @param id of a commit that the clone holds. Throws `GitFailure`. */
export function commitTime(contentDir: string, id: string): number {
  const { ok, output, said } = gitIn(folderForGit(contentDir))(['show', '--no-patch', '--format=%ct', id]);
  const seconds = Number(output.toString().trim());
  if (!ok || !Number.isSafeInteger(seconds)) throw new GitFailure(gitWords.failed(said), 'system');
  return seconds * 1000;
}
