// `node bin/pinned-node.js src/cli/build.ts --full`: runs a program with the very Node that package.json pins, from any Node since 20.
// Plain JavaScript, as an older Node has to read it before a newer one is there.
import './code-cache.js';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Of what is wrong with the machine and not with what was typed or written. */
const STATUS = 3;

const PACKAGE_FILE = fileURLToPath(new URL('../package.json', import.meta.url));
const SYSTEM = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const NODE_PACKAGE = /^node-(?:bin-)?[a-z0-9]+-[a-z0-9]+$/;
const args = process.argv.slice(2);

const require = createRequire(PACKAGE_FILE);
const { dependencies = {}, optionalDependencies } = JSON.parse(readFileSync(PACKAGE_FILE, 'utf8'));
const pinned = readPinned();
const program = process.versions.node === pinned.version ? null : installedNode(pinned.name);
const missing = missingPackage();
if (missing !== null)
  stop(
    `Quotidien n’est pas entièrement installé (il manque ${missing})\u00a0: lancez «\u00a0npm ci --include=optional\u00a0», puis relancez la commande.`,
  );
else if (program !== null) runWith(program);
else if (isAtLeast(process.versions.node, pinned.version)) await runHere();
else if (pinned.name === null)
  stop(`Quotidien n’apporte pas Node.js pour ce système (${SYSTEM})\u00a0: ${installNode()}`);
else
  stop(
    `Node.js ${pinned.version} n’a pas été installé avec Quotidien (paquet facultatif ${pinned.name})\u00a0: lancez «\u00a0npm ci --include=optional\u00a0», puis relancez la commande.`,
  );

/**
 * The package of npm that holds Node for this system, null when there is none, and the version of all of them.
 * @returns {{ name: string | null, version: string }}
 */
function readPinned() {
  const packages = Object.entries(optionalDependencies).filter(([name]) => NODE_PACKAGE.test(name));
  const [name, version] = packages.find(([name]) => name.endsWith(`-${SYSTEM}`)) ?? [null, packages[0][1]];
  return { name, version };
}

/**
 * The path of the package's Node; null: it is not installed.
 * @param {string | null} name
 * @returns {string | null}
 */
function installedNode(name) {
  const file = name === null ? null : manifestOf(name);
  try {
    return file === null ? null : join(dirname(file), JSON.parse(readFileSync(file, 'utf8')).bin.node);
  } catch {
    return null;
  }
}

/**
 * Wherever npm put the package; null: it is not installed.
 * @param {string} name
 * @returns {string | null}
 */
function manifestOf(name) {
  const files = (require.resolve.paths(name) ?? []).map(folder => join(folder, name, 'package.json'));
  return files.find(file => existsSync(file)) ?? null;
}

/**
 * What would end a build in the words of a package. Native parts are optional packages as Node is, of which npm takes those that fit: they
 * are looked for where Node, too, was left out.
 * @returns {string | null}
 */
function missingPackage() {
  const leavesOut = pinned.name !== null && manifestOf(pinned.name) === null;
  for (const name of Object.keys(dependencies)) {
    const file = manifestOf(name);
    if (file === null) return `le paquet ${name}`;
    if (!leavesOut) continue;
    const parts = Object.keys(JSON.parse(readFileSync(file, 'utf8')).optionalDependencies ?? {});
    if (
      parts.length > 0 &&
      !parts.some(part => existsSync(join(dirname(file), 'node_modules', part)) || manifestOf(part))
    )
      return `la partie du paquet ${name} pour ce système`;
  }
  return null;
}

/** In this process where it can be: npm has put the pinned Node first on the path, so a second process would only cost time. */
async function runHere() {
  const [program] = args;
  // Only a new process understands Node's own options.
  if (program === undefined || program.startsWith('-')) return runWith(process.execPath);
  const path = resolve(program);
  process.argv.splice(1, 2, path);
  await import(pathToFileURL(path).href);
}

/**
 * As if the program had been started directly: same terminal, same signals, same exit status.
 * @param {string} node
 */
function runWith(node) {
  const child = spawn(node, args, { stdio: 'inherit' });
  // A terminal gives its interruption to both processes; handed over, it would arrive twice.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT');
  const handed = {
    SIGINT: interrupt,
    SIGTERM: () => child.kill('SIGTERM'),
    SIGHUP: () => child.kill('SIGHUP'),
  };
  for (const [signal, hand] of Object.entries(handed)) process.on(signal, hand);
  const keepNone = () => {
    for (const signal of Object.keys(handed)) process.removeAllListeners(signal);
  };
  child.on('error', ({ code }) => {
    keepNone();
    // Made for glibc, it does not start where there is musl alone.
    if (isAtLeast(process.versions.node, pinned.version) && node !== process.execPath) return runHere();
    stop(
      `Node.js ${pinned.version} ne démarre pas sur ce système (${SYSTEM}, ${code} pour ${node})\u00a0: ${installNode()}`,
    );
  });
  child.on('exit', (status, signal) => {
    if (signal === null) process.exit(status);
    keepNone();
    process.kill(process.pid, signal);
  });
}

/**
 * @param {string} version Of three numbers.
 * @param {string} least
 */
function isAtLeast(version, least) {
  const [numbers, others] = [version, least].map(text => text.split('.').map(Number));
  const different = numbers.findIndex((number, index) => number !== others[index]);
  return different === -1 || numbers[different] > others[different];
}

/** What then helps: this program takes a Node of the machine's own where it is new enough. */
function installNode() {
  return `installez Node.js ${pinned.version} ou plus récent, puis relancez la commande.`;
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence);
  process.exitCode = STATUS;
}
