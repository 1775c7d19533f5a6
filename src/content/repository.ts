// A folder where git runs to what is to be known of its repository.
import type { BlobAlgorithm } from '../hash/blob-id.ts';
import { gitWords } from '../locale/git-words.ts';
import type { Git } from './git-command.ts';
import { GitFailure } from './git-failure.ts';

export interface Repository {
  /** From the root of the working tree to the folder where git runs: `site/`, or ''. */
  readonly prefix: string;
  readonly algorithm: BlobAlgorithm;
  readonly isShallow: boolean;
}

/** @param asked what messages name. Throws `GitFailure`. */
export function lookAtRepository(git: Git, asked: string): Repository {
  const { ok, output, said } = git([
    'rev-parse',
    '--show-object-format',
    '--is-shallow-repository',
    '--show-prefix',
  ]);
  if (!ok) {
    const message = /dubious ownership/.test(said)
      ? gitWords.notOurs(asked, /'([^']+)'/.exec(said)?.[1] ?? '*')
      : gitWords.noRepository(asked);
    throw new GitFailure(message, 'usage');
  }
  const [algorithm, isShallow, prefix = ''] = output.toString().split('\n');
  return { prefix, algorithm: algorithm === 'sha256' ? 'sha256' : 'sha1', isShallow: isShallow === 'true' };
}

export function noCommitYet(git: Git): boolean {
  return !git(['rev-parse', '--verify', '--quiet', 'HEAD']).ok;
}
