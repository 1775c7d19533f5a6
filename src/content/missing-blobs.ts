// Which blobs a partial clone lacks, and all of them brought at once: git itself would fetch them one by one as they are read.
import { gitWords } from '../locale/git-words.ts';
import type { Git } from './git-command.ts';
import { GitFailure } from './git-failure.ts';

/** Has the clone hold these blobs. Throws `GitFailure`. */
export type FetchMissing = (ids: readonly string[]) => void;

/** A clone that is not partial holds them all. @param onFetch is told before how many are fetched. */
export function missingFetcher(git: Git, onFetch: (blobs: number) => void): FetchMissing {
  let remote: string | null | undefined;
  const held = new Set<string>();
  return ids => {
    const unsure = ids.filter(id => !held.has(id));
    if (unsure.length === 0 || remote === null) return;
    remote ??= promisorRemote(git);
    if (remote === null) return;
    const missing = missingOf(git, unsure);
    if (missing.length > 0) {
      onFetch(missing.length);
      fetch(git, remote, missing);
    }
    for (const id of unsure) held.add(id);
  };
}

/** The remote that has promised what a partial clone lacks (gitglossary(7), « promisor »); null: the clone is whole. */
function promisorRemote(git: Git): string | null {
  const { output } = git([
    'config',
    '-z',
    '--get-regexp',
    '^(remote\\..*\\.promisor|extensions\\.partialclone)$',
  ]);
  const settings = output
    .toString()
    .split('\0')
    .filter(setting => setting !== '');
  if (settings.length === 0) return null;
  for (const setting of settings) {
    const [key = '', value = ''] = setting.split('\n');
    const [, name] = /^remote\.(.*)\.promisor$/.exec(key) ?? [];
    if (name !== undefined && value !== 'false') return name;
    if (name === undefined && value !== '') return value;
  }
  throw new GitFailure(gitWords.noRemote(), 'system');
}

/** `--missing=print` keeps git from fetching, `--ignore-missing` from stopping; a newer git prints `?` and the id of what it lacks. */
function missingOf(git: Git, ids: readonly string[]): readonly string[] {
  const { ok, output, said } = git(
    [
      'rev-list',
      '--objects',
      '--no-walk',
      '--missing=print',
      '--ignore-missing',
      '--no-object-names',
      '--stdin',
    ],
    { input: lines(ids) },
  );
  if (!ok) throw new GitFailure(gitWords.failed(said), 'system');
  const present = new Set(output.toString('latin1').split('\n'));
  return ids.filter(id => !present.has(id));
}

/** As git itself fetches what was promised to it, but all at once. */
function fetch(git: Git, remote: string, ids: readonly string[]): void {
  const { ok, said } = git(
    [
      ...['-c', 'fetch.negotiationAlgorithm=noop', '-c', 'maintenance.auto=false', '-c', 'gc.auto=0'],
      ...['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--recurse-submodules=no'],
      ...['--filter=blob:none', '--stdin', '--', remote],
    ],
    { input: lines(ids) },
  );
  if (!ok) throw new GitFailure(gitWords.notFetched(ids.length, said), 'system');
}

function lines(ids: readonly string[]): string {
  return ids.map(id => `${id}\n`).join('');
}
