// The recipes of docs/ci, taken out of their files as they are written and run in a shell, against a bare repository and a store on this machine.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { load } from 'js-yaml';
import { miniSite } from './mini-site.ts';

const ROOT = join(import.meta.dirname, '..');
const RECIPES = join(ROOT, 'docs/ci');
const textOf = (name: string): string => readFileSync(join(RECIPES, name), 'utf8');

const TOKEN = 'token-of-the-job-0123';

interface GithubStep {
  readonly name: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface GithubJob {
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly GithubStep[];
}

interface GithubRecipe {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, GithubJob>>;
}

interface GitlabJob {
  readonly extends?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly rules?: readonly { readonly if: string }[];
}

const github = load(textOf('github.yml')) as GithubRecipe;
const gitlab = load(textOf('gitlab-ci.yml')) as Readonly<Record<string, GitlabJob>>;
const githubJob = github.jobs.publish!;
const gitlabJob = (name: string): GitlabJob => ({ ...gitlab['.with-site'], ...gitlab[name] });

/** What each runs in a shell. */
const allOfGithub = (): readonly string[] => githubJob.steps.flatMap(({ run }) => run ?? []);
const allOfGitlab = (): readonly string[] =>
  Object.values(gitlab).flatMap(({ before_script: beforehand = [], script = [] }) => [
    ...beforehand,
    ...script,
  ]);

const EXPRESSION = /\$\{\{ *(.*?) *\}\}/g;

describe('the recipes for CI', () => {
  it('are all tested here', () => {
    assert.deepEqual(readdirSync(RECIPES).sort(), ['github.yml', 'gitlab-ci.yml', 'publish.sh']);
  });

  it('put nothing into a shell that somebody else may have written', () => {
    const runs = allOfGithub();
    assert.ok(runs.length >= 3);
    for (const run of runs) assert.doesNotMatch(run, /\$\{\{/, 'an expression in a script');
  });

  it('give secrets to the step that needs them alone, and print none', () => {
    const secret = /\bsecrets\./;
    for (const step of githubJob.steps) {
      const has = secret.test(JSON.stringify(step));
      assert.equal(has, step.name === 'Publish', step.name);
    }
    assert.doesNotMatch(JSON.stringify(githubJob.env), secret);
    const scripts = [...allOfGithub(), ...allOfGitlab(), textOf('publish.sh')];
    for (const script of scripts) {
      assert.doesNotMatch(script, /\bset -[a-z]*x|\bprintenv\b|(?:^|[;|]) *env *(?:$|[;|])|GIT_TRACE/m);
      for (const [line] of script.matchAll(/.*\b(?:echo|printf)\b.*/g))
        assert.ok(
          !/(?:KEY|TOKEN|SECRET)/.test(line) || /\| ssh-add|credential\.helper/.test(line),
          `prints a secret: ${line}`,
        );
    }
  });

  it('run on pushes, on a schedule and for each request to merge', () => {
    assert.deepEqual(Object.keys(github.on), ['push', 'schedule', 'pull_request', 'workflow_dispatch']);
    assert.deepEqual(github.permissions, { contents: 'read' });
    const rules = ['publish', 'preview', 'remove-preview'].map(name => gitlab[name]!.rules![0]!.if);
    assert.deepEqual(rules, [
      '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
      '$CI_PIPELINE_SOURCE == "merge_request_event"',
      '$CI_PIPELINE_SOURCE == "merge_request_event"',
    ]);
  });
});

/** A runner's machine: it has git, npm and what a recipe is given. */
interface Runner {
  readonly dir: string;
  /** Runs a script as CI does; the environment is whole. */
  run(shell: readonly string[], script: string, environment: Readonly<Record<string, string>>): string;
}

let place: string;
let remote: string;
let commit: string;
let runners = 0;

const git = (dir: string, ...words: readonly string[]): string =>
  execFileSync('git', ['-C', dir, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** The project with three articles, committed. */
function makeRepository(): void {
  using site = miniSite({
    'content/articles/port.md': article('Le port'),
    'content/articles/quai.md': article('Le quai'),
    'content/articles/digue.md': article('La digue'),
  });
  for (const name of ['src', 'bin', 'package.json', 'package-lock.json', '.eleventy.js', '.gitignore'])
    cpSync(join(ROOT, name), join(site.dir, name), { recursive: true });
  git(site.dir, 'init', '--quiet', '--initial-branch=main');
  git(site.dir, 'add', '--all');
  commitAll(site.dir);
  commit = git(site.dir, 'rev-parse', 'HEAD');
  remote = join(place, 'remote.git');
  git(site.dir, 'clone', '--quiet', '--bare', '.', remote);
  // As hosts of code have it.
  git(remote, 'config', 'uploadpack.allowFilter', 'true');
  git(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
}

function commitAll(dir: string): void {
  const who = ['-c', 'user.name=Lin Wei', '-c', 'user.email=lin@exemple.fr'];
  git(dir, ...who, 'commit', '--quiet', '--all', '--message', 'Un article');
}

function article(title: string): string {
  return `---\ntitle: ${title}\nsource: Xinhua\ndate: 2014-05-20T09:00\nsection: chine\n---\n\nTexte.\n`;
}

/** `npm ci` would install the very packages that lie here; all else is npm's. */
function npmWithOurPackages(bin: string): void {
  const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  mkdirSync(bin, { recursive: true });
  const script = `#!/bin/sh
if [ "$1" = ci ]; then ln -sfn '${join(ROOT, 'node_modules')}' node_modules; exit; fi
exec '${npm}' "$@"
`;
  writeFileSync(join(bin, 'npm'), script);
  chmodSync(join(bin, 'npm'), 0o755);
}

function newRunner(): Runner {
  const home = join(place, `runner-${++runners}`);
  const dir = join(home, 'work');
  const bin = join(home, 'bin');
  mkdirSync(dir, { recursive: true });
  npmWithOurPackages(bin);
  return {
    dir,
    run([program, ...words], script, environment) {
      const { status, stdout, stderr } = spawnSync(program!, [...words, script], {
        cwd: dir,
        env: { PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: home, ...environment },
        encoding: 'utf8',
        timeout: 120_000,
      });
      const printed = `${stdout}${stderr}`;
      assert.equal(status, 0, printed);
      assert.ok(!printed.includes(TOKEN), printed);
      return printed;
    },
  };
}

/** As GitHub runs a step without a `shell`. */
const BASH_OF_GITHUB = ['bash', '-e', '-c'];
/** As GitLab's runner runs all lines of a job, in images that have bash. */
const BASH_OF_GITLAB = ['bash', '-e', '-o', 'pipefail', '-c'];

interface GithubEvent {
  readonly name: 'push' | 'schedule' | 'pull_request';
  readonly action?: 'synchronize' | 'closed';
}

/** What the recipe's expressions stand for here. One that is not in the list is empty, as an unset variable is; its name is looked at. */
function githubValue(
  expression: string,
  { name, action = '' as never }: GithubEvent,
  target: string,
): string {
  const known: Readonly<Record<string, string>> = {
    'github.server_url': `file://${place}`,
    'github.repository': 'remote',
    'github.event.pull_request.head.sha || github.sha': commit,
    'github.token': TOKEN,
    'github.event_name': name,
    'github.event.action': action,
    'github.event.pull_request.number': name === 'pull_request' ? '7' : '',
    'vars.TARGET': target,
    "vars.AWS_REGION || 'us-east-1'": 'us-east-1',
  };
  if (expression in known) return known[expression]!;
  assert.match(expression, /^(?:vars|secrets)\.[A-Z0-9_]+$/);
  return '';
}

function githubEnvironment(
  env: Readonly<Record<string, string>> | undefined,
  event: GithubEvent,
  target: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env ?? {}).map(([name, value]) => [
      name,
      value.replace(EXPRESSION, (_, expression: string) => githubValue(expression, event, target)),
    ]),
  );
}

/** Runs the job's own steps; `steps` keeps to those of these names. */
function runOnGithub(runner: Runner, event: GithubEvent, target: string, steps?: readonly string[]): string {
  return githubJob.steps
    .filter(({ run, name }) => run !== undefined && (steps?.includes(name) ?? true))
    .map(({ run, env }) =>
      runner.run(BASH_OF_GITHUB, run!, {
        ...githubEnvironment(githubJob.env, event, target),
        ...githubEnvironment(env, event, target),
      }),
    )
    .join('');
}

function gitlabEnvironment(target: string): Readonly<Record<string, string>> {
  return {
    CI_SERVER_URL: `file://${place}`,
    CI_PROJECT_PATH: 'remote',
    CI_COMMIT_SHA: commit,
    CI_JOB_TOKEN: TOKEN,
    CI_MERGE_REQUEST_IID: '7',
    TARGET: target,
  };
}

function runOnGitlab(runner: Runner, name: string, target: string, lines?: number): string {
  const { variables = {}, before_script: beforehand = [], script = [] } = gitlabJob(name);
  const given = gitlabEnvironment(target);
  const own = Object.fromEntries(
    Object.entries(variables).map(([variable, value]) => [
      variable,
      value.replace(/\$([A-Z_]+)/g, (_, inner: string) => given[inner] ?? ''),
    ]),
  );
  const all = [...beforehand, ...script].slice(0, lines);
  return runner.run(BASH_OF_GITLAB, all.join('\n'), { ...given, ...own });
}

/** The content's files that the clone holds. */
function contentHeld(dir: string): readonly string[] {
  const missing = new Set(
    git(dir, 'rev-list', '--objects', '--missing=print', 'HEAD')
      .match(/^\?\w+$/gm)
      ?.map(line => line.slice(1)),
  );
  return git(dir, 'ls-tree', '-r', 'HEAD', 'content/')
    .split('\n')
    .map(line => line.split(/\s+/))
    .filter(([, , id]) => !missing.has(id!))
    .map(([, , , file]) => file!);
}

function assertFetched(dir: string): void {
  assert.equal(git(dir, 'rev-parse', 'HEAD'), commit);
  assert.deepEqual(contentHeld(dir), []);
  assert.ok(!existsSync(join(dir, 'content')));
  assert.ok(existsSync(join(dir, '_data/site.yaml')));
  assert.ok(existsSync(join(dir, 'src/theme/layouts/base.njk')));
  const kept = spawnSync('grep', ['-rlF', TOKEN, '.'], { cwd: dir, encoding: 'utf8' }).stdout;
  assert.equal(kept, '', 'the token lies on the disk');
}

/** What git would be told by the helper that the recipe has set. */
function credentials(dir: string, environment: Readonly<Record<string, string>>): string {
  return execFileSync('git', ['-C', dir, 'credential', 'fill'], {
    input: 'protocol=https\nhost=exemple.fr\n\n',
    env: { PATH: process.env.PATH, GIT_TERMINAL_PROMPT: '0', ...environment },
    encoding: 'utf8',
  });
}

describe('a clone for publishing', () => {
  before(() => {
    place = mkdtempSync(join(tmpdir(), 'quotidien-ci-'));
    makeRepository();
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  it('has no article, and GitHub’s token from the environment alone', () => {
    const runner = newRunner();
    runOnGithub(runner, { name: 'push' }, '', ['Fetch all but the content']);
    assertFetched(runner.dir);
    const filled = credentials(runner.dir, { GITHUB_TOKEN: TOKEN });
    assert.match(filled, new RegExp(`^username=x-access-token\npassword=${TOKEN}$`, 'm'));
  });

  it('has no article, and GitLab’s token from the environment alone', () => {
    const runner = newRunner();
    const lines = gitlabJob('publish').before_script!.findIndex(line => line.startsWith('npm ci'));
    runOnGitlab(runner, 'publish', '', lines);
    assertFetched(runner.dir);
    const filled = credentials(runner.dir, { CI_JOB_TOKEN: TOKEN });
    assert.match(filled, new RegExp(`^username=gitlab-ci-token\npassword=${TOKEN}$`, 'm'));
  });
});
