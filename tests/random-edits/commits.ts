// Commits as people make them: one after the other, an older one as after a force-push, one taken up again, two merged.
import { join } from 'node:path';
import fc from 'fast-check';
import { git } from '../git-repository.ts';

/** What is built after a step: its commit, an older one as after a force-push, that one taken up again (a revert), both merged, or the files. */
export type Built = {
  readonly of: 'latest' | 'older' | 'reverted' | 'merged' | 'files';
  readonly back: number;
};

export const builds: fc.Arbitrary<Built> = fc.record({
  of: fc.constantFrom('latest', 'older', 'reverted', 'merged', 'files'),
  back: fc.nat(6),
});

function newCommit(dir: string, tree: string, parents: readonly string[]): string {
  return git(dir, ['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent]), '-m', 'Suite']);
}

/** The commit to build; null: the files. */
export function commitOf({ of, back }: Built, commits: readonly string[], dir: string): string | null {
  const latest = commits.at(-1)!;
  const older = commits.at(-1 - (back % commits.length))!;
  switch (of) {
    case 'files':
      return null;
    case 'latest':
      return latest;
    case 'older':
      return older;
    case 'reverted':
      return newCommit(dir, `${older}^{tree}`, [latest]);
    case 'merged':
      return newCommit(dir, mergedTree(dir, older, latest), [older, latest]);
  }
}

/** All files of both; where both have one, the latest wins. */
function mergedTree(dir: string, older: string, latest: string): string {
  const index = { GIT_INDEX_FILE: join(dir, '.git/merge-index') };
  git(dir, ['read-tree', older], index);
  const list = git(dir, ['ls-tree', '-r', '-z', latest]);
  git(dir, ['update-index', '-z', '--replace', '--index-info'], index, list);
  return git(dir, ['write-tree'], index);
}
