// A copy of the project with packages of its own, as a new owner has it: installed by the machine's own Node and npm, without what tests bring.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** What an owner replaces, or never starts. */
const OTHERS = /^(?:bench|content|tests|_data|docs\/pictures)\//;

export interface InstalledProject extends Disposable {
  readonly dir: string;
  /** Of the machine: it starts all commands. */
  readonly nodeVersion: string;
  /** Runs `npm run …`; its status and all that it printed. */
  npmRun(...words: readonly string[]): { readonly status: number | null; readonly printed: string };
  /** Starts `npm run …`, which goes on. */
  npmStart(...words: readonly string[]): ChildProcess;
}

/** `npm ci` with `NODE_ENV=production`. `files` are the owner's content and data. */
export function installProject(files: Readonly<Record<string, string>>): InstalledProject {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-desk-'));
  const env = machineEnvironment();
  for (const file of projectFiles()) cpSync(join(ROOT, file), join(dir, file));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  const run: (...words: readonly string[]) => ReturnType<InstalledProject['npmRun']> = (...words) => {
    const { status, stdout, stderr } = spawnSync('npm', words, { cwd: dir, env, encoding: 'utf8' });
    return { status, printed: stdout + stderr };
  };
  const { status, printed } = run('ci', '--prefer-offline', '--no-audit', '--no-fund');
  assert.equal(status, 0, printed);
  assert.doesNotMatch(printed, /EBADENGINE/);
  return {
    dir,
    nodeVersion: execFileSync('node', ['--version'], { cwd: dir, env, encoding: 'utf8' }).trim(),
    npmRun: (...words) => run('run', '--silent', ...words),
    npmStart: (...words) =>
      spawn('npm', ['run', '--silent', ...words], {
        cwd: dir,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        // `npm` and what it starts end together.
        detached: true,
      }),
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function projectFiles(): readonly string[] {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const deleted = new Set(gitList('ls-files', '-z', '--deleted'));
  return gitList(...listed).filter(file => !OTHERS.test(file) && !deleted.has(file));
}

function gitList(...words: readonly string[]): readonly string[] {
  return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
}

/** Tests are run by the Node that the project brings, whose folder npm puts before all others; an owner has the machine's. */
function machineEnvironment(): NodeJS.ProcessEnv {
  const PATH = process.env
    .PATH!.split(delimiter)
    .filter(folder => !folder.split(sep).includes('node_modules'))
    .join(delimiter);
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_|CI$)/i.test(name));
  return { ...Object.fromEntries(inherited), PATH, NODE_ENV: 'production' };
}
