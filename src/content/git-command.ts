// A command of git in a repository to what it prints.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gitWords } from '../locale/git-words.ts';
import { systemWords } from '../locale/system-words.ts';
import { GitFailure } from './git-failure.ts';

export interface GitOutcome {
  readonly ok: boolean;
  readonly output: Buffer;
  /** Its last complaint, fit to be printed: without names and passwords in addresses. */
  readonly said: string;
}

export interface GitCommand {
  readonly input?: string | Buffer;
  /** A file that is open, which takes what the command prints. */
  readonly outputTo?: number;
}

/** Runs git in the folder and waits for its end. Throws `GitFailure` where there is no git. */
export type Git = (args: readonly string[], command?: GitCommand) => GitOutcome;

/** `folder` exists. */
export function gitIn(folder: string): Git {
  const env = environment();
  return (args, { input, outputTo } = {}) => {
    // Replaced objects (git-replace(1)) would have other bytes than their ids say.
    const done = spawnSync('git', ['--no-replace-objects', ...args], {
      cwd: folder,
      env,
      // An empty input is not none: git must not wait for a terminal.
      input: input ?? '',
      stdio: ['pipe', outputTo ?? 'pipe', 'pipe'],
      maxBuffer: Number.POSITIVE_INFINITY,
    });
    const { code } = (done.error ?? {}) as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new GitFailure(existsSync(folder) ? gitWords.noGit() : gitWords.noRepository(folder), 'system');
    // Whoever ends the command by its terminal ends git, too.
    if (done.signal === 'SIGINT' || done.signal === 'SIGTERM')
      throw new GitFailure(systemWords.interrupted, 'system');
    // It may end before it has read all that it was given.
    if (done.error && code !== 'EPIPE') throw done.error;
    return {
      ok: done.status === 0,
      output: done.stdout ?? Buffer.alloc(0),
      said: complaint(String(done.stderr)),
    };
  };
}

/**
 * Where git has to run to be asked about a path, which need not exist: in the nearest folder that does. With `GIT_DIR` it takes the folder
 * where it runs for the root of the working tree (git(1)): that is the one where the command was typed.
 */
export function folderForGit(path: string): string {
  return process.env.GIT_DIR ? process.cwd() : nearestFolder(resolve(path));
}

function nearestFolder(whole: string): string {
  const isFolder = statSync(whole, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder || dirname(whole) === whole ? whole : nearestFolder(dirname(whole));
}

/** Variables of git's that name a place, and may do so from where the command was typed. */
const PLACES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY'];

function environment(): NodeJS.ProcessEnv {
  // Messages are told apart by their English words; what Git LFS need not bring for a checkout is brought where it is read.
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LFS_SKIP_SMUDGE: '0',
  };
  for (const name of PLACES) if (env[name]) env[name] = resolve(env[name]);
  return env;
}

function complaint(printed: string): string {
  const lines = printed.split('\n').filter(line => line.trim() !== '');
  const last = lines.findLast(line => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? '';
  return withoutSecrets(last.replace(/^(?:fatal|error): /, '').trim());
}

/** `https://name:token@host/` without what stands before the `@`, and without what follows `?`. */
export function withoutSecrets(text: string): string {
  return text.replace(/(:\/\/)[^\s/'"]*@/g, '$1').replace(/(:\/\/[^\s'"?]*)\?[^\s'"]*/g, '$1');
}
