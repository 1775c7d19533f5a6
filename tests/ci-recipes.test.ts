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
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { load } from 'js-yaml';
import { publishWords } from '../src/locale/publish-words.ts';
import { DAY } from '../src/time/durations.ts';
import { commitContent, GIT_ENVIRONMENT, git, servePartialClones } from './git-repository.ts';
import { miniSite } from './mini-site.ts';
import { quickestFolder } from './quickest-folder.ts';
import { shareAssets } from './shared-folders.ts';

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

/** Of two years, so that few of them are beside a new one. */
const MONTHS = Array.from(
  { length: 24 },
  (_, at) => `${2012 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);

/** The project with some articles, committed. */
function makeRepository(): void {
  using site = miniSite(
    Object.fromEntries(
      MONTHS.map(month => [`content/articles/port-${month}.md`, article('Le port', `${month}-12`)]),
    ),
  );
  // Feeds hold whole texts: those of the newest few.
  site.edit('_data/site.yaml', text => `${text}feedLength: 3\nsocialCards: 0\n`);
  for (const name of ['src', 'bin', 'package.json', 'package-lock.json', '.eleventy.js', '.gitignore'])
    cpSync(join(ROOT, name), join(site.dir, name), { recursive: true });
  git(site.dir, ['init', '--quiet', '--initial-branch=main']);
  git(site.dir, ['add', '--all']);
  commit = commitContent(site.dir);
  remote = join(place, 'remote.git');
  git(site.dir, ['clone', '--quiet', '--bare', '.', remote]);
  servePartialClones(remote);
}

function article(title: string, day = '2014-05-20'): string {
  return `---\ntitle: ${title}\nsource: Xinhua\ndate: ${day}T09:00\nsection: chine\n---\n\nTexte.\n`;
}

/** Of this moment, as the pages that these runners publish are. */
function weatherNow(high: number): string {
  // Where the portal is, it may be tomorrow already.
  const days = [0, DAY].map(later => new Date(Date.now() + later).toISOString().slice(0, 10));
  const forecasts = days.map(day => ({ day, sky: 'clear', high, low: 5 }));
  const cities = [{ slug: 'beijing', name: 'Beijing', days: forecasts }];
  return JSON.stringify({ date: new Date().toISOString(), source: 'Météo', cities });
}

/** Somebody else pushes a new article. */
function push(name: string): void {
  const desk = mkdtempSync(join(place, 'desk-'));
  git(place, ['clone', '--quiet', remote, desk]);
  writeFileSync(join(desk, `content/articles/${name}.md`), article('Un article neuf'));
  commit = commitContent(desk);
  git(desk, ['push', '--quiet', 'origin', 'HEAD:main']);
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

/**
 * In the place of the one before, of which nothing is left but compiled code: that of another place would have to be compiled anew, which
 * takes most of a run.
 */
function newRunner(): Runner {
  const home = join(place, 'runner');
  rmSync(home, { recursive: true, force: true });
  const dir = join(home, 'work');
  const bin = join(home, 'bin');
  mkdirSync(dir, { recursive: true });
  npmWithOurPackages(bin);
  // What takes long to make, and has tests of its own.
  shareAssets(join(dir, '.cache'));
  return {
    dir,
    run([program, ...words], script, environment) {
      const { status, stdout, stderr } = spawnSync(program!, [...words, script], {
        cwd: dir,
        env: {
          PATH: `${bin}${delimiter}${process.env.PATH}`,
          HOME: home,
          NODE_COMPILE_CACHE: join(place, 'code'),
          ...environment,
        },
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

function gitlabEnvironment(target: string, source: string): Readonly<Record<string, string>> {
  return {
    CI_SERVER_URL: `file://${place}`,
    CI_PROJECT_PATH: 'remote',
    CI_COMMIT_SHA: commit,
    CI_JOB_TOKEN: TOKEN,
    CI_MERGE_REQUEST_IID: '7',
    CI_PIPELINE_SOURCE: source,
    TARGET: target,
  };
}

interface GitlabRun {
  /** Only the first lines of the job. */
  readonly lines?: number;
  /** `CI_PIPELINE_SOURCE`. */
  readonly source?: string;
}

function runOnGitlab(
  runner: Runner,
  name: string,
  target: string,
  { lines, source = 'push' }: GitlabRun = {},
): string {
  const { variables = {}, before_script: beforehand = [], script = [] } = gitlabJob(name);
  const given = gitlabEnvironment(target, source);
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
    git(dir, ['rev-list', '--objects', '--missing=print', 'HEAD'])
      .match(/^\?\w+$/gm)
      ?.map(line => line.slice(1)),
  );
  return git(dir, ['ls-tree', '-r', 'HEAD', 'content/'])
    .split('\n')
    .map(line => line.split(/\s+/))
    .filter(([, , id]) => !missing.has(id!))
    .map(([, , , file]) => file!);
}

function assertFetched(dir: string): void {
  assert.equal(git(dir, ['rev-parse', 'HEAD']), commit);
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
    env: { PATH: process.env.PATH, ...GIT_ENVIRONMENT, GIT_TERMINAL_PROMPT: '0', ...environment },
    encoding: 'utf8',
  });
}

before(() => {
  place = mkdtempSync(join(quickestFolder(), 'quotidien-ci-'));
  makeRepository();
});
after(() => rmSync(place, { recursive: true, force: true }));

describe('a clone for publishing', () => {
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
    runOnGitlab(runner, 'publish', '', { lines });
    assertFetched(runner.dir);
    const filled = credentials(runner.dir, { CI_JOB_TOKEN: TOKEN });
    assert.match(filled, new RegExp(`^username=gitlab-ci-token\npassword=${TOKEN}$`, 'm'));
  });
});

/** The recipes, one after the other, publish one site, each from machines that know nothing. */
describe('a site that recipes publish', () => {
  const online = (path: string): string => join(place, 'online', path);
  const target = (): string => `file:${join(place, 'online')}`;
  const pageOf = (name: string): string => online(`chine/2014/05/20/${name}.html`);

  it('is there after a push to GitHub', () => {
    const runner = newRunner();
    runOnGithub(runner, { name: 'push' }, target());
    assert.ok(existsSync(online('chine/2012/01/12/port-2012-01.html')));
    assert.ok(!existsSync(join(runner.dir, 'content')));
  });

  it('is left as it is by a schedule where nothing is due', () => {
    const before = statSync(online('index.html')).mtimeMs;
    const runner = newRunner();
    const printed = runOnGithub(runner, { name: 'schedule' }, target());
    assert.ok(printed.includes(publishWords.nothingDue), printed);
    assert.equal(statSync(online('index.html')).mtimeMs, before);
    assert.deepEqual(contentHeld(runner.dir), []);
  });

  it('has newer weather after a schedule, with the articles that it had, on GitHub as on GitLab', () => {
    const snapshots = join(place, 'online.state/snapshots');
    mkdirSync(snapshots, { recursive: true });
    const schedules = [
      () => runOnGithub(newRunner(), { name: 'schedule' }, target()),
      () => runOnGitlab(newRunner(), 'publish', target(), { source: 'schedule' }),
    ];
    schedules.forEach((schedule, at) => {
      writeFileSync(join(snapshots, 'weather.json'), weatherNow(20 + at));
      const printed = schedule();
      assert.match(printed, /Publié\s:/);
      assert.ok(readFileSync(online('meteo/index.html'), 'utf8').includes(`${20 + at}℃`));
    });
  });

  it('has what was pushed to GitLab, for which few articles are read', () => {
    push('quai');
    const runner = newRunner();
    runOnGitlab(runner, 'publish', target());
    assert.ok(existsSync(pageOf('quai')));
    const held = contentHeld(runner.dir);
    assert.ok(held.includes('content/articles/quai.md'));
    assert.ok(held.length < MONTHS.length, held.join(' '));
  });

  it('has a preview of a pull request until that is closed', () => {
    push('digue');
    const runner = newRunner();
    runOnGithub(runner, { name: 'pull_request', action: 'synchronize' }, target());
    const preview = online('apercus/pr-7/chine/2014/05/20/digue.html');
    assert.ok(existsSync(preview));
    assert.ok(!existsSync(pageOf('digue')));
    runOnGithub(runner, { name: 'pull_request', action: 'closed' }, target());
    assert.ok(!existsSync(preview));
  });

  it('has a preview of a merge request until GitLab stops its environment', () => {
    const runner = newRunner();
    runOnGitlab(runner, 'preview', target());
    const preview = online('apercus/mr-7/chine/2014/05/20/digue.html');
    assert.ok(existsSync(preview));
    runOnGitlab(runner, 'remove-preview', target());
    assert.ok(!existsSync(preview));
    assert.ok(!existsSync(pageOf('digue')));
  });

  it('has what was pushed once cron has come by, which then has nothing to do', () => {
    const runner = newRunner();
    const folder = join(runner.dir, 'work');
    const environment = { REPOSITORY: `file://${remote}`, TARGET: target(), FOLDER: folder };
    const byCron = (): string => runner.run(['sh'], join(RECIPES, 'publish.sh'), environment);
    assert.equal(byCron(), '', 'cron would send a message');
    assert.ok(existsSync(pageOf('digue')));
    assert.ok(!existsSync(join(folder, 'content')));
    const before = statSync(online('index.html')).mtimeMs;
    assert.equal(byCron(), '');
    assert.equal(statSync(online('index.html')).mtimeMs, before);
  });
});
