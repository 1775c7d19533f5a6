// The path of a file as somebody typed it to the commits that changed it, under all its names.
import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { gitWords } from '../locale/git-words.ts';
import { historyWords } from '../locale/history-words.ts';
import { folderForGit, gitIn } from './git-command.ts';
import { GitFailure } from './git-failure.ts';
import { lookAtRepository, noCommitYet } from './repository.ts';

export interface FileChange {
  /** As short as the repository allows. */
  readonly commit: string;
  /** When its author made it, in ms since 1970. */
  readonly instant: number;
  readonly author: string;
  readonly subject: string;
  /** What the file was called then, from the root of the repository. */
  readonly name: string;
}

export interface FileHistory {
  /** Newest first; none: the file is in no commit yet. */
  readonly changes: readonly FileChange[];
  /** Whether older commits may be missing from this clone. */
  readonly isShallow: boolean;
}

/** Between the commits that git prints, and between what it prints of each: no name and no subject holds them. */
const BETWEEN_COMMITS = '\x1e';
const BETWEEN_FIELDS = '\x1f';

/** The file need not be there any more, nor be checked out. Throws `GitFailure`. */
export function fileHistory(typed: string): FileHistory {
  if (statSync(typed, { throwIfNoEntry: false })?.isDirectory())
    throw new GitFailure(historyWords.folder(typed), 'usage');
  const folder = folderForGit(dirname(typed));
  const git = gitIn(folder);
  const { isShallow } = lookAtRepository(git, typed);
  const { ok, output, said } = git([
    ...['--literal-pathspecs', '-c', 'core.quotePath=false', '-c', 'log.showSignature=false'],
    ...['log', '--follow', '--name-only', '--no-color', '--encoding=UTF-8'],
    '--format=%x1e%h%x1f%at%x1f%aN%x1f%s',
    ...['--', relative(folder, resolve(typed))],
  ]);
  if (!ok && noCommitYet(git)) throw new GitFailure(gitWords.noCommitYet(), 'usage');
  if (!ok && /outside repository/.test(said)) throw new GitFailure(gitWords.noRepository(typed), 'usage');
  if (!ok) throw new GitFailure(gitWords.failed(said), 'system');
  const changes = output.toString().split(BETWEEN_COMMITS).slice(1).map(changeIn);
  if (changes.length === 0 && !existsSync(typed))
    throw new GitFailure(historyWords.unknown(typed, isShallow), 'usage');
  return { changes, isShallow };
}

function changeIn(printed: string): FileChange {
  const [commit = '', seconds = '', author = '', rest = ''] = printed.split(BETWEEN_FIELDS);
  const [subject = '', , name = ''] = rest.split('\n');
  return { commit, instant: Number(seconds) * 1000, author, subject, name };
}
