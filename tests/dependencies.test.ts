// The packages of production against docs/dependencies.md, and against the licences that it allows.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');

interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly engines?: { readonly node?: string };
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const jsonOf = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const { dependencies, optionalDependencies, devDependencies, engines } = jsonOf('package.json');
const direct: Readonly<Record<string, string>> = { ...dependencies, ...optionalDependencies };
const lockedIn = (file: string) => Object.entries<LockedPackage>(jsonOf(file).packages);
const locked = lockedIn('package-lock.json');
/** By their folders: all that an installation without development dependencies may hold, whatever the system. */
const production = new Map(locked.filter(([folder, { dev }]) => folder !== '' && dev !== true));

/** As the package itself says when it is installed; parts for other systems are not, and the lock file knows theirs. */
function licenceOf(folder: string): string {
  const file = join(folder, 'package.json');
  if (!existsSync(join(ROOT, file))) {
    assert.ok(production.get(folder)!.optional, `${folder} is not installed`);
    return production.get(folder)!.license ?? 'none';
  }
  const { license, licenses } = jsonOf(file);
  const said = license ?? licenses?.map((one: { type: string }) => one.type).join(' AND ') ?? 'none';
  return (typeof said === 'string' ? said : said.type).replace(/^\((.*)\)$/, '$1');
}

const page = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name, cells]) => {
  const [version, licence, released, size, script, purpose, replaced] = cells!
    .split('|')
    .map(cell => cell.trim());
  return { name: name!, version, licence, released, size, script, purpose, replaced };
});

const ALLOWED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PSF-2.0',
  'MIT AND Zlib',
];

/** Licences that ask more than the others, each with the packages that were looked at. */
const EXCEPTIONS: readonly { readonly licence: string; readonly packages: RegExp }[] = [
  { licence: 'OFL-1.1', packages: /^@fontsource-variable\/source-(?:sans-3|serif-4)$/ },
  { licence: 'Unlicense', packages: /^(?:isbot|postgres)$/ },
  { licence: 'MPL-2.0', packages: /^(?:exifreader|lightningcss(?:-[a-z0-9-]+)?)$/ },
  {
    licence: 'LGPL-3.0-or-later',
    packages: /^@img\/sharp-(?:libvips-[a-z0-9-]+|win32-(?:arm64|ia32|x64)|wasm32)$/,
  },
];

describe('the table of dependencies', () => {
  it('has the packages of package.json and no others, with their versions', () => {
    const listed = rows.map(({ name, version }) => `${name}@${version}`);
    assert.deepEqual(
      listed,
      Object.entries(direct).map(pair => pair.join('@')),
    );
  });

  it('has versions that are exact, and those that are locked', () => {
    for (const [name, version] of Object.entries(direct)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.equal(production.get(`node_modules/${name}`)?.version, version, name);
    }
  });

  it('has their licences, as the installed packages say', () => {
    for (const { name, licence } of rows) assert.equal(licence, licenceOf(`node_modules/${name}`), name);
  });

  it('says which have a program that would run at installation', () => {
    for (const { name, script } of rows) {
      const has = production.get(`node_modules/${name}`)?.hasInstallScript === true;
      assert.equal(script, has ? 'passed over' : 'none', name);
    }
  });

  it('leaves no cell empty, and dates each release', () => {
    for (const { name, released, size, purpose, replaced } of rows) {
      assert.match(released!, /^(?:≤ )?20\d\d-\d\d-\d\d$/, name);
      for (const cell of [size, purpose, replaced]) assert.ok(cell, name);
    }
  });
});

describe('the whole production tree', () => {
  it('has no program that would run at installation but those that the page names', () => {
    const scripts = [...production].filter(([, { hasInstallScript }]) => hasInstallScript);
    const passedOver = rows.filter(({ script }) => script === 'passed over').map(({ name }) => name);
    assert.deepEqual(
      scripts.map(([folder]) => folder.replace(/.*node_modules\//, '')).sort(),
      passedOver.sort(),
    );
  });

  it('has licences that are allowed, or exceptions by name', () => {
    const wrong: string[] = [];
    for (const folder of production.keys()) {
      const name = folder.replace(/.*node_modules\//, '');
      const licence = licenceOf(folder);
      const parts = ALLOWED.includes(licence) ? [] : licence.split(' AND ');
      for (const part of parts.filter(part => !ALLOWED.includes(part)))
        if (!EXCEPTIONS.some(exception => exception.licence === part && exception.packages.test(name)))
          wrong.push(`${name}: ${licence}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('has the licences that the page gives, and needs every one of them', () => {
    const met = new Set(
      [...production.keys()].map(licenceOf).flatMap(licence => [licence, ...licence.split(' AND ')]),
    );
    const words = page.slice(page.indexOf('## Licences'));
    for (const licence of [...ALLOWED, ...EXCEPTIONS.map(({ licence }) => licence)]) {
      assert.ok(met.has(licence), `no package is under ${licence} any more`);
      assert.ok(words.includes(licence), licence);
    }
    assert.match(words, new RegExp(`may have these: ${ALLOWED.join(', ')}\\.`));
  });
});

describe('an installation', () => {
  const both = [...locked, ...lockedIn('tests/packages/package-lock.json')].filter(
    ([folder]) => folder !== '',
  );

  it('takes everything from the registry, as it was when it was locked', () => {
    for (const [folder, { integrity, resolved = '' }] of both) {
      assert.match(integrity ?? '', /^sha512-/, folder);
      assert.match(resolved, /^(?:https:\/\/[^/]+\/.+\.tgz)?$/, folder);
    }
  });

  it('runs no program of a package', () => {
    for (const file of ['.npmrc', 'tests/packages/.npmrc'])
      assert.match(readFileSync(join(ROOT, file), 'utf8'), /^ignore-scripts=true$/m, file);
  });

  it('warns of no version of Node that package.json allows', () => {
    // semver is npm's own reading of these ranges; sharp brings it along.
    const { subset } = createRequire(createRequire(import.meta.url).resolve('sharp'))('semver') as {
      subset(range: string, of: string): boolean;
    };
    // npm passes over an optional package that does not fit.
    for (const [folder, { engines: theirs, optional }] of production)
      if (!optional) assert.ok(subset(engines.node, theirs?.node ?? '*'), `${folder} needs ${theirs?.node}`);
    for (const version of ['20.19.0', '22.12.0', '24.0.0', '26.0.0'])
      assert.ok(subset(version, engines.node), version);
  });

  it('of a site has nothing that only tests, benches and developers need', () => {
    assert.equal(devDependencies, undefined);
    assert.deepEqual(
      locked.filter(([, { dev }]) => dev),
      [],
    );
  });
});

describe('the packages of the tests', () => {
  const manifest = jsonOf('tests/packages/package.json');
  const ofTests = new Map(lockedIn('tests/packages/package-lock.json'));

  it('have versions that are exact, and those that are locked', () => {
    for (const [name, version] of Object.entries<string>(manifest.dependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.equal(ofTests.get(`node_modules/${name}`)?.version, version, name);
    }
  });

  it('stand in no package’s way when they are linked beside those of a site', () => {
    for (const name of Object.keys(manifest.dependencies))
      assert.ok(!production.has(`node_modules/${name}`), name);
  });

  it('draw with the sharp that sites have, so that the bench compares programs', () => {
    assert.equal(ofTests.get('node_modules/sharp')?.version, direct.sharp);
  });

  it('are installed by every command that needs them', () => {
    const { scripts } = jsonOf('package.json');
    const first = 'node bin/pinned-node.js tests/packages/install.ts && ';
    for (const name of ['audit', 'soak', 'bench:photographs', 'format', 'lint', 'types'])
      assert.ok(scripts[name].startsWith(first), `npm run ${name}`);
    assert.ok(scripts.test.startsWith('npm run types && '), 'npm test');
  });
});
