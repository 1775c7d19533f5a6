// A repository of git in a test, whatever the settings of the machine's user.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const WHO = ['AUTHOR', 'COMMITTER'].flatMap(role => [
  [`GIT_${role}_NAME`, 'Lin Wei'],
  [`GIT_${role}_EMAIL`, 'lin@portail.example'],
]);

/** No setting of the user's or of the machine's counts. */
export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(WHO),
  GIT_AUTHOR_DATE: '2014-05-20T14:00:00+08:00',
  GIT_COMMITTER_DATE: '2014-05-20T14:00:00+08:00',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'protocol.file.allow',
  GIT_CONFIG_VALUE_0: 'always',
};

/** Runs git in the folder and gives what it prints; it may not fail. */
export function git(dir: string, args: readonly string[], more: NodeJS.ProcessEnv = {}, input = ''): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: dir,
    env: { ...process.env, ...GIT_ENVIRONMENT, ...more },
    encoding: 'utf8',
    input,
  });
  assert.equal(status, 0, `git ${args.join(' ')}\n${stderr}`);
  return stdout.trim();
}

/** All of `content` as it is, in a new commit. */
export function commitContent(dir: string, subject = 'Contenu', more: NodeJS.ProcessEnv = {}): string {
  git(dir, ['add', '--all', '--', 'content']);
  git(dir, ['commit', '--quiet', '--allow-empty', '-m', subject], more);
  return git(dir, ['rev-parse', 'HEAD']);
}

/** Lets clones be partial, and ask for whatever is in the repository. */
export function servePartialClones(dir: string): void {
  git(dir, ['config', 'uploadpack.allowFilter', 'true']);
  git(dir, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
}
