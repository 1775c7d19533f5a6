// The packages of the tests, installed from a small registry of this test's own into folders of its own.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';

const WORK = mkdtempSync(join(tmpdir(), 'quotidien-packages-'));
const PROGRAM = join(WORK, 'install.ts');

/** By name and version: the archive as the registry has it. */
const archives = new Map<string, Buffer>();

/** What was asked of the registry. */
let asked: string[] = [];
/** Told of each archive that is asked for; whether it is left waiting. */
let onArchive: () => boolean = () => false;
const waiting: ServerResponse[] = [];

const registry = createServer((request, response) => {
  const path = decodeURIComponent(request.url!);
  asked.push(path);
  const archive = /^\/archives\/(.+)\.tgz$/.exec(path)?.[1];
  if (archive) {
    if (onArchive()) waiting.push(response);
    else response.end(archives.get(archive));
    return;
  }
  const name = path.slice(1);
  const { port } = registry.address() as AddressInfo;
  const versions = [...archives.keys()].filter(key => key.startsWith(`${name}@`));
  const facts = versions.map(key => {
    const version = key.slice(name.length + 1);
    const dist = { tarball: `http://localhost:${port}/archives/${key}.tgz`, integrity: integrityOf(key) };
    return [version, { name, version, dist }] as const;
  });
  response.setHeader('Content-Type', 'application/json');
  response.end(
    JSON.stringify({ name, 'dist-tags': { latest: facts[0]?.[0] }, versions: Object.fromEntries(facts) }),
  );
});

function integrityOf(key: string): string {
  return `sha512-${createHash('sha512').update(archives.get(key)!).digest('base64')}`;
}

function publish(name: string, version: string, more: object = {}): void {
  const folder = join(WORK, 'published', `${name}@${version}`, 'package');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, ...more }));
  writeFileSync(join(folder, 'program.js'), '#!/usr/bin/env node\n');
  const archive = execFileSync('tar', ['-cz', '-C', join(folder, '..'), 'package']);
  archives.set(`${name}@${version}`, archive);
}

before(async () => {
  writeFileSync(
    PROGRAM,
    `import { installPackages } from ${JSON.stringify(join(import.meta.dirname, 'install-packages.ts'))};\ninstallPackages(process.argv[2], process.argv[3]);\n`,
  );
  publish('deep', '1.0.0');
  publish('part', '1.0.0');
  publish('@house/tool', '1.0.0', { dependencies: { deep: '1.0.0' }, bin: './program.js' });
  publish('@house/tool', '2.0.0', {
    dependencies: { deep: '1.0.0' },
    scripts: { install: 'touch ran' },
    bin: { tool: 'program.js' },
  });
  registry.listen(0, 'localhost');
  await new Promise(resolve => registry.once('listening', resolve));
});
after(() => {
  registry.close();
  registry.closeAllConnections();
  rmSync(WORK, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
  onArchive = () => false;
});

let folders = 0;

/** A folder that asks for a version of `@house/tool`, which needs `deep` and, where it can be had, `part`. */
function project(version = '1.0.0'): string {
  const folder = join(WORK, `project-${++folders}`);
  mkdirSync(folder);
  ask(folder, version);
  return folder;
}

function ask(folder: string, version: string): void {
  const dependencies = { '@house/tool': version };
  const optionalDependencies = { part: '1.0.0' };
  const manifest = { name: 'asks', version: '1.0.0', dependencies, optionalDependencies };
  const locked = (name: string, version: string, more: object = {}) => ({
    [`node_modules/${name}`]: { version, integrity: integrityOf(`${name}@${version}`), ...more },
  });
  const packages = {
    '': manifest,
    ...locked('@house/tool', version, { dependencies: { deep: '1.0.0' } }),
    ...locked('deep', '1.0.0'),
    ...locked('part', '1.0.0', { optional: true }),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: 'asks', version: '1.0.0', lockfileVersion: 3, packages }),
  );
  writeFileSync(join(folder, '.npmrc'), 'fund=false\n');
}

/** The folder of which code finds the packages. */
const linksOf = (folder: string): string => join(folder, 'elsewhere/node_modules');

function start(folder: string, env: NodeJS.ProcessEnv = {}) {
  const { port } = registry.address() as AddressInfo;
  const npm = {
    npm_config_registry: `http://localhost:${port}/`,
    npm_config_cache: join(folder, 'npm-cache'),
  };
  return spawn(process.execPath, [PROGRAM, folder, linksOf(folder)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...npm, ...env },
  });
}

async function install(folder: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = start(folder, env);
  let said = '';
  child.stderr!.on('data', text => {
    said += text;
  });
  const status = await new Promise(resolve => child.on('close', resolve));
  assert.equal(status, 0, said);
}

const versionIn = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'node_modules/@house/tool/package.json'), 'utf8')).version;

function assertWhole(folder: string, version: string): void {
  assert.equal(versionIn(folder), version);
  for (const name of ['deep', 'part'])
    assert.ok(existsSync(join(folder, 'node_modules', name, 'package.json')), name);
  assert.deepEqual(
    readdirSync(folder).filter(name => name.startsWith('half-')),
    [],
  );
}

describe('the packages of the tests', () => {
  it('are installed where they are asked for, and linked to where code looks, but not what they brought along', async () => {
    const folder = project();
    await install(folder);
    assertWhole(folder, '1.0.0');
    const links = linksOf(folder);
    assert.deepEqual(readdirSync(links).sort(), ['.bin', '@house']);
    assert.equal(versionIn(join(links, '..')), '1.0.0');
    assert.equal(basename(readlinkSync(join(links, '.bin/tool'))), 'program.js');
    assert.ok(existsSync(join(links, '.bin/tool')));
  });

  it('are not asked for again when they are there', async () => {
    const folder = project();
    await install(folder);
    asked = [];
    await install(folder);
    assert.deepEqual(asked, []);
  });

  it('are linked again when the site’s packages were installed anew', async () => {
    const folder = project();
    await install(folder);
    rmSync(linksOf(folder), { recursive: true });
    await install(folder);
    assert.equal(versionIn(join(linksOf(folder), '..')), '1.0.0');
  });

  it('take the place of those of an older state of the code', async () => {
    const folder = project();
    mkdirSync(join(linksOf(folder), '@house/tool'), { recursive: true });
    writeFileSync(join(linksOf(folder), '@house/tool/package.json'), '{"version":"0.1.0"}');
    await install(folder);
    assert.equal(versionIn(join(linksOf(folder), '..')), '1.0.0');
  });

  it('are installed anew when others are locked, and run no program of theirs', async () => {
    const folder = project();
    await install(folder);
    ask(folder, '2.0.0');
    await install(folder);
    assertWhole(folder, '2.0.0');
    assert.ok(!existsSync(join(folder, 'node_modules/@house/tool/ran')));
  });

  it('are whole whatever the environment leaves out of a site', async () => {
    const folder = project();
    await install(folder, { NODE_ENV: 'production', npm_config_omit: 'dev\n\noptional' });
    assertWhole(folder, '1.0.0');
  });

  it('are mended when one of them is gone', async () => {
    const folder = project();
    await install(folder);
    rmSync(join(folder, 'node_modules/deep'), { recursive: true });
    await install(folder);
    assertWhole(folder, '1.0.0');
  });

  it('are installed again after an installation that was killed, whose rest goes when nobody can need it any more', async () => {
    const folder = project();
    const killed = new Promise<void>(resolve => {
      onArchive = () => {
        process.kill(-child.pid!, 'SIGKILL');
        resolve();
        return true;
      };
    });
    const child = start(folder);
    await killed;
    onArchive = () => false;
    for (const response of waiting.splice(0)) response.destroy();
    assert.ok(!existsSync(join(folder, 'node_modules')));
    await install(folder);
    const [half] = readdirSync(folder).filter(name => name.startsWith('half-'));
    assert.ok(half);
    utimesSync(join(folder, half), 0, 0);
    await install(folder);
    assertWhole(folder, '1.0.0');
  });

  it('are whole when two commands install them at once', async () => {
    const folder = project();
    // Each has begun before either is done.
    onArchive = () => asked.filter(path => path.startsWith('/archives/')).length < 4;
    const both = Promise.all([install(folder), install(folder)]);
    while (asked.filter(path => path.startsWith('/archives/')).length < 4)
      await new Promise(resolve => setTimeout(resolve, 20));
    onArchive = () => false;
    for (const response of waiting.splice(0)) {
      const archive = /^\/archives\/(.+)\.tgz$/.exec(decodeURIComponent(response.req.url!))![1]!;
      response.end(archives.get(archive));
    }
    await both;
    assertWhole(folder, '1.0.0');
  });

  it('leave what is there as it is when npm fails, and say so', async () => {
    const folder = project();
    await install(folder);
    ask(folder, '2.0.0');
    onArchive = () => false;
    archives.set('@house/tool@2.0.0', Buffer.from('damaged'));
    try {
      await assert.rejects(install(folder), /npm could not install the packages of tests\/packages/);
      assertWhole(folder, '1.0.0');
    } finally {
      publish('@house/tool', '2.0.0');
    }
  });
});
