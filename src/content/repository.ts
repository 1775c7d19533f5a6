// A folder where git runs to what is to be known of its repository.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobAlgorithm } from '../hash/blob-id.ts';
import { gitWords } from '../locale/git-words.ts';
import type { Git } from './git-command.ts';
import { GitFailure } from './git-failure.ts';

export interface Repository {
  /** From the root of the working tree to the folder where git runs: `site/`, or ''. */
  readonly prefix: string;
  readonly algorithm: BlobAlgorithm;
  readonly isShallow: boolean;
  /** The folder of its packs, from where git runs. */
  readonly packs: string;
}

/** @param asked what messages name. Throws `GitFailure`. */
export function lookAtRepository(git: Git, asked: string): Repository {
  const { ok, output, said } = git([
    'rev-parse',
    '--show-object-format',
    '--is-shallow-repository',
    '--show-prefix',
    '--git-path',
    'objects/pack',
  ]);
  if (!ok) {
    const message = /dubious ownership/.test(said)
      ? gitWords.notOurs(asked, /'([^']+)'/.exec(said)?.[1] ?? '*')
      : gitWords.noRepository(asked);
    throw new GitFailure(message, 'usage');
  }
  const [algorithm, isShallow, prefix = '', packs = ''] = output.toString().split('\n');
  return {
    prefix,
    algorithm: algorithm === 'sha256' ? 'sha256' : 'sha1',
    isShallow: isShallow === 'true',
    packs,
  };
}

/**
 * Whether the clone is known not to be partial, without a question to git: what a remote has promised to give later is noted beside each pack that
 * came from it (gitglossary(7), « promisor »). Of packs that lie elsewhere only git knows.
 */
export function holdsAllBlobs(packs: string): boolean {
  if (process.env.GIT_ALTERNATE_OBJECT_DIRECTORIES || existsSync(join(packs, '../info/alternates')))
    return false;
  try {
    return !readdirSync(packs).some(name => name.endsWith('.promisor'));
  } catch {
    return false;
  }
}

export function noCommitYet(git: Git): boolean {
  return !git(['rev-parse', '--verify', '--quiet', 'HEAD']).ok;
}
