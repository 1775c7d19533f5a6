// The program that runs all others with the pinned Node: in small projects of its own, with the Node of these tests as « the machine's ».
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');
const WORK = mkdtempSync(join(tmpdir(), 'quotidien-node-'));
after(() => rmSync(WORK, { recursive: true }));

const SYSTEM = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const LATER = '999.0.0';
const packageOf = (dir: string) => JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
const ours = packageOf(ROOT);
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));

let projects = 0;

/** A project that pins a version for this system, or for others only, with the launcher and programs that say who runs them. */
function project({
  version,
  system = SYSTEM,
  node,
  dependencies,
}: {
  version: string;
  system?: string;
  node?: string;
  dependencies?: Readonly<Record<string, string>>;
}) {
  const dir = join(WORK, `${++projects}`);
  const name = `node-${system}`;
  mkdirSync(join(dir, 'node_modules', name, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'bin'), join(dir, 'bin'), { recursive: true });
  writeFileSync(
    join(dir, 'package.json'),
    JSON.stringify({
      type: 'module',
      dependencies,
      optionalDependencies: { 'an-owners': '1.0.0', [name]: version },
    }),
  );
  writeFileSync(
    join(dir, 'who.ts'),
    'const words: readonly string[] = process.argv.slice(1);\nconsole.log(JSON.stringify({ words, parent: process.ppid, by: process.argv0 }));\nprocess.exitCode = 7;\n',
  );
  writeFileSync(
    join(dir, 'wait.ts'),
    "process.on('SIGTERM', () => process.exit(9));\nsetTimeout(() => {}, 60_000);\nconsole.log('ready');\n",
  );
  writeFileSync(
    join(dir, 'killed.ts'),
    "process.kill(process.pid, 'SIGKILL');\nsetTimeout(() => {}, 9999);\n",
  );
  if (node !== undefined) {
    writeFileSync(
      join(dir, 'node_modules', name, 'package.json'),
      JSON.stringify({ name, version, bin: { node: 'bin/node' } }),
    );
    symlinkSync(node, join(dir, 'node_modules', name, 'bin/node'));
  }
  return dir;
}

function run(dir: string, ...words: readonly string[]) {
  return runIn(process.env, dir, words);
}

/** Without what these tests have set for themselves. */
function runWithoutFolder(dir: string, ...words: readonly string[]) {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  return runIn(env, dir, words);
}

function runIn(env: NodeJS.ProcessEnv, dir: string, words: readonly string[]) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dir, 'bin/pinned-node.js'), ...words],
    { cwd: dir, encoding: 'utf8', env },
  );
  return { status, signal, stdout, stderr };
}

describe('the pinned Node', () => {
  it('is that of these tests, and the same for every system', () => {
    const versions = Object.entries<string>(ours.optionalDependencies);
    assert.ok(versions.length >= 5);
    for (const [name, version] of versions) {
      assert.match(name, /^node-(?:bin-)?(?:linux|darwin|win)-(?:x64|arm64)$/);
      assert.equal(version, process.versions.node);
    }
  });

  it('comes, like all else, without a program that runs at installation', () => {
    assert.match(readFileSync(join(ROOT, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
    for (const name of Object.keys(ours.optionalDependencies))
      assert.equal(lock.packages[`node_modules/${name}`].hasInstallScript, undefined);
  });

  it('runs every command of package.json that is a program of ours', () => {
    for (const [name, script] of Object.entries<string>(ours.scripts))
      for (const part of script.split('&&'))
        assert.doesNotMatch(part, /^\s*node (?!bin\/pinned-node\.js )/, `npm run ${name}`);
  });
});

describe('the program that runs others with the pinned Node', () => {
  it('runs them in its own process when that is the pinned Node already', () => {
    const dir = project({ version: process.versions.node });
    const { status, stdout, stderr } = run(dir, 'who.ts', '--full', 'a b');
    assert.equal(stderr, '');
    assert.equal(status, 7);
    const { words, parent } = JSON.parse(stdout);
    assert.deepEqual(words, [join(dir, 'who.ts'), '--full', 'a b']);
    assert.equal(parent, process.pid);
  });

  it('runs them with the Node of the system’s package when it is another, and hands the exit status on', () => {
    const dir = project({ version: LATER, node: process.execPath });
    const { status, stdout } = run(dir, 'who.ts', '--full', 'a b');
    assert.equal(status, 7);
    const { words, parent, by } = JSON.parse(stdout);
    assert.deepEqual(words.slice(1), ['--full', 'a b']);
    assert.notEqual(parent, process.pid);
    assert.equal(by, join(dir, `node_modules/node-${SYSTEM}/bin/node`));
  });

  it('hands Node’s own options on', () => {
    for (const version of [LATER, process.versions.node])
      assert.deepEqual(run(project({ version, node: process.execPath }), '--print', '6 * 7'), {
        status: 0,
        signal: null,
        stdout: '42\n',
        stderr: '',
      });
  });

  it('hands a signal on, and waits until the other has ended', async () => {
    const dir = project({ version: LATER, node: process.execPath });
    const child = spawn(process.execPath, [join(dir, 'bin/pinned-node.js'), 'wait.ts'], {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => child.kill('SIGTERM'));
    const status = await new Promise(resolve => child.on('exit', resolve));
    assert.equal(status, 9);
  });

  it('ends by the signal by which the other ended', () => {
    const { status, signal } = run(project({ version: LATER, node: process.execPath }), 'killed.ts');
    assert.deepEqual([status, signal], [null, 'SIGKILL']);
  });

  it('takes a newer Node of the machine where no package is for its system, or the package’s does not start', () => {
    const broken = project({ version: '20.0.0', node: '/nowhere/node' });
    for (const dir of [project({ version: '20.0.0', system: 'mars-x64' }), broken])
      assert.equal(run(dir, 'who.ts').status, 7);
  });

  it('says in one French sentence what to do when there is none', () => {
    const cases = [
      [
        project({ version: LATER, system: 'mars-x64' }),
        `Quotidien n’apporte pas Node.js pour ce système (${SYSTEM})\u00a0: installez Node.js 999.0.0 ou plus récent, puis relancez la commande.\n`,
      ],
      [
        project({ version: LATER }),
        `Node.js 999.0.0 n’a pas été installé avec Quotidien (paquet facultatif node-${SYSTEM})\u00a0: lancez «\u00a0npm ci --include=optional\u00a0», puis relancez la commande.\n`,
      ],
    ] as const;
    for (const [dir, sentence] of cases)
      assert.deepEqual(run(dir, 'who.ts'), { status: 3, signal: null, stdout: '', stderr: sentence });
    const broken = project({ version: LATER, node: '/nowhere/node' });
    const { status, stderr } = run(broken, 'who.ts');
    assert.equal(status, 3);
    assert.match(
      stderr,
      /^Node\.js 999\.0\.0 ne démarre pas sur ce système \([a-z0-9-]+, ENOENT pour \S+\)\u00a0: installez Node\.js 999\.0\.0 ou plus récent, puis relancez la commande\.\n$/,
    );
  });
});

describe('a project of which something was not installed', () => {
  /** With a package that has native parts for some systems. */
  function withParts(version: string, ...folders: readonly string[]): string {
    const dir = project({ version, dependencies: { drawing: '1.0.0' } });
    for (const folder of folders) {
      mkdirSync(join(dir, 'node_modules', folder), { recursive: true });
      const optionalDependencies = folder === 'drawing' ? { '@drawing/mars-x64': '1.0.0' } : undefined;
      writeFileSync(
        join(dir, 'node_modules', folder, 'package.json'),
        JSON.stringify({ name: folder, optionalDependencies }),
      );
    }
    return dir;
  }

  const sentence = (what: string): string =>
    `Quotidien n’est pas entièrement installé (il manque ${what})\u00a0: lancez «\u00a0npm ci --include=optional\u00a0», puis relancez la commande.\n`;

  it('is told by one French sentence, whatever the machine’s Node', () => {
    for (const version of [LATER, '20.0.0', process.versions.node])
      assert.deepEqual(run(withParts(version), 'who.ts'), {
        status: 3,
        signal: null,
        stdout: '',
        stderr: sentence('le paquet drawing'),
      });
  });

  it('is told where the part for this system was left out with Node, and the machine’s own would do', () => {
    const { status, stdout, stderr } = run(withParts('20.0.0', 'drawing'), 'who.ts');
    assert.deepEqual(
      [status, stdout, stderr],
      [3, '', sentence('la partie du paquet drawing pour ce système')],
    );
  });

  it('runs when all of it is there, wherever npm put the part', () => {
    for (const part of ['@drawing/mars-x64', 'drawing/node_modules/@drawing/mars-x64'])
      assert.equal(run(withParts('20.0.0', 'drawing', part), 'who.ts').status, 7, part);
  });
});

describe('compiled code', () => {
  const SAY_FOLDER = "import { getCompileCacheDir } from 'node:module'; console.log(getCompileCacheDir());";

  it('is kept for a command, its threads and its processes in one folder', () => {
    const dir = project({ version: process.versions.node });
    writeFileSync(
      join(dir, 'folders.ts'),
      `import { spawnSync } from 'node:child_process';
      import { Worker } from 'node:worker_threads';
      ${SAY_FOLDER}
      const run = ['--input-type=module', '--eval', ${JSON.stringify(SAY_FOLDER)}];
      spawnSync(process.execPath, run, { stdio: 'inherit' });
      new Worker(new URL(${JSON.stringify(`data:text/javascript,${SAY_FOLDER}`)}));`,
    );
    const { stdout } = runWithoutFolder(dir, 'folders.ts');
    const folders = stdout.trim().split('\n');
    assert.equal(folders.length, 3);
    assert.match(folders[0]!, /\.cache.code/);
    assert.equal(new Set(folders).size, 1);
  });

  it('has no types taken away from it a second time, not even from the program itself', () => {
    const dir = project({ version: process.versions.node });
    writeFileSync(
      join(dir, 'stripped.ts'),
      "const isStripper = (name: string): boolean => name.includes('amaro');\nconsole.log((process as unknown as { moduleLoadList: string[] }).moduleLoadList.some(isStripper));\n",
    );
    const runs = [1, 2].map(() => runWithoutFolder(dir, 'stripped.ts').stdout.trim());
    assert.deepEqual(runs, ['true', 'false']);
  });
});
