// The house's rules about its files, read from the files themselves.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');

/** From left to right: a room imports itself and rooms to its left. */
const ROOMS = [
  'locale',
  'hash',
  'cache',
  'store',
  'snapshots',
  'address',
  'asking',
  'purge',
  'ping',
  'problem',
  'time',
  'source',
  'content',
  'typography',
  'search',
  'images',
  'map',
  'media',
  'article',
  'comment',
  'participation',
  'site',
  'weather',
  'most-read',
  'votes',
  'proof',
  'edition',
  'check',
  'host',
  'pages',
  'theme',
  'engine',
  'cli',
];

/** The engine's own rooms, from left to right. Its stages, and what stands beside them, may import all of these. */
const ENGINE_ROOMS = [
  'threads',
  'reading',
  'moving',
  'memory',
  'state',
  'edition',
  'assets',
  'plan',
  'images',
  'rendering',
  'eleventy',
  'output',
  'report',
];

const ABOVE_ENGINE_ROOMS = ENGINE_ROOMS.length;

const FORBIDDEN_NAMES = /^(?:index|utils?|helpers?|misc|commons?)\.ts$/;

const files = globSync(['src/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts'], {
  cwd: ROOT,
  exclude: ['**/node_modules', 'tests/packages/half-*', 'bench/.work'],
})
  .map(path => path.replaceAll('\\', '/'))
  .sort();

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** `engine` of `src/engine/plan/plan.ts`; null for files above all rooms (`.eleventy.js`, `bench`, `tests`). */
function roomOf(file: string): string | null {
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** Of `src/engine/plan/plan.ts` the place of `plan` in the order; of what stands beside the engine's rooms, above all. */
function engineRoomOf(file: string): number | null {
  const [, room] = /^src\/engine\/(?:([^/]+)\/)?[^/]+$/.exec(file) ?? [];
  if (!file.startsWith('src/engine/')) return null;
  const place = ENGINE_ROOMS.indexOf(room ?? '');
  return place === -1 ? ABOVE_ENGINE_ROOMS : place;
}

/** The project's own files that `file` imports, types included, or starts as a thread; with the line of each. */
function importsOf(file: string): readonly { readonly target: string; readonly line: number }[] {
  const text = textOf(file);
  const specifiers = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)(['"])(\.{1,2}\/[^'"]+\.[jt]s)\1/g;
  return [...text.matchAll(specifiers)].map(match => ({
    target: relative(ROOT, join(ROOT, dirname(file), match[2]!)).replaceAll('\\', '/'),
    line: text.slice(0, match.index).split('\n').length,
  }));
}

describe('the rooms of the house', () => {
  it('are those that this test knows', () => {
    const rooms = new Set(files.map(roomOf).filter(room => room !== null));
    const unknown = [...rooms].filter(room => !ROOMS.includes(room));
    assert.deepEqual(unknown, [], 'a new room: give it its place in the order of this test');
  });

  it('import only themselves and rooms to their left', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      // Tests stand outside: those of a room may show it with what is made of it.
      if (room === null || file.endsWith('.test.ts')) continue;
      for (const { target, line } of importsOf(file)) {
        const other = roomOf(target);
        if (other === null) wrong.push(`${file}:${line} imports ${target}, which is in no room`);
        else if (ROOMS.indexOf(other) > ROOMS.indexOf(room))
          wrong.push(
            `${file}:${line} imports ${target}: « ${other} » is to the right of « ${room} ». ` +
              `Move what both need into « ${room} » or a room to its left, or have « ${other} » hand it over.`,
          );
      }
    }
    assert.equal(wrong.join('\n'), '');
  });

  it('of the engine import only themselves and rooms to their left; its stages put them together', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = engineRoomOf(file);
      if (room === null || file.endsWith('.test.ts')) continue;
      for (const { target, line } of importsOf(file)) {
        const other = engineRoomOf(target);
        if (other !== null && other > room)
          wrong.push(
            `${file}:${line} imports ${target}, which stands to its right. ` +
              'Have a stage hand over what is needed, or move what both need to the left.',
          );
      }
    }
    assert.equal(wrong.join('\n'), '');
  });

  it('need each other in no circle of files', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) {
        circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file) || !files.includes(file)) return;
      // Types are gone when the program runs, so they make no circle.
      const text = textOf(file).replace(/\b(?:import|export) type [^;]*;/g, '');
      const named = importsOf(file).filter(({ target }) => text.includes(basename(target)));
      for (const { target } of named) visit(target, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    assert.equal(circles.join('\n'), '');
  });

  it('are entered by files that say what they hold', () => {
    const wrong = files.filter(file => FORBIDDEN_NAMES.test(basename(file)));
    assert.deepEqual(wrong, [], 'name the file after the one thing that it makes');
  });
});

/** The packages that `file` imports, or loads as they are, with the line of each; types are loaded by nobody. */
function packagesOf(file: string): readonly { readonly name: string; readonly line: number }[] {
  const text = textOf(file);
  const specifiers = /(?:^import\s[^'"`;]*|^export\s[^'"`;]*\bfrom\s|\bimport\()'([@a-z][^':]*)'/gm;
  return [...text.matchAll(specifiers)]
    .filter(([words]) => !/^import type\b/.test(words))
    .map(match => ({
      name: /^(?:@[^/]+\/)?[^/]+/.exec(match[1]!)![0],
      line: text.slice(0, match.index).split('\n').length,
    }));
}

describe('the packages that a file imports', () => {
  const askedFor = (file: string): readonly string[] => Object.keys(JSON.parse(textOf(file)).dependencies);
  const ofSites = askedFor('package.json');
  const ofTests = askedFor('tests/packages/package.json');

  it('are asked for by name: what builds a site needs none of those of the tests', () => {
    const wrong: string[] = [];
    let met = 0;
    for (const file of [...files, '.eleventy.js', 'bin/pinned-node.js', 'bin/code-cache.js']) {
      const forTests = file.endsWith('.test.ts') || /^(?:tests|bench)\//.test(file);
      const allowed = forTests ? [...ofSites, ...ofTests] : ofSites;
      for (const { name, line } of packagesOf(file)) {
        met++;
        if (!allowed.includes(name)) wrong.push(`${file}:${line} imports ${name}`);
      }
    }
    assert.ok(met > 100, `only ${met} imports of packages`);
    assert.deepEqual(wrong, [], 'ask for it in package.json, or in tests/packages/package.json');
  });
});

describe('a file', () => {
  it('begins with a comment that says what it turns into what', () => {
    // A test says it in the names of its cases.
    const sources = files.filter(file => !file.endsWith('.test.ts'));
    const silent = sources.filter(file => !/^(?:#!.*\n)?\/[/*]\*? ?\S.{15}/.test(textOf(file)));
    assert.deepEqual(silent, [], 'say in a line or two what the file turns into what');
  });

  it('names what it exports', () => {
    // Declarations of other people’s packages say what those export.
    const wrong = files.filter(file => !file.endsWith('.d.ts') && /^export default\b/m.test(textOf(file)));
    assert.deepEqual(wrong, [], 'export it by its name');
  });
});
