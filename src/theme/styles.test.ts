import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

interface Sheet {
  readonly file: string;
  readonly css: string;
}

function sheetsIn(folder: string): readonly Sheet[] {
  return globSync(`${folder}/*.css`, { cwd: import.meta.dirname })
    .sort()
    .map(file => ({ file, css: readFileSync(`${import.meta.dirname}/${file}`, 'utf8') }));
}

/** On every page. */
const everywhere = sheetsIn('styles');
/** On the home page besides. */
const home = sheetsIn('styles/home');
/** On articles and other texts besides. */
const article = sheetsIn('styles/article');
/** On sections, special pages, topics and authors besides. */
const reading = sheetsIn('styles/reading');
/** On pages without furniture besides. */
const fragments = sheetsIn('styles/fragments');
/** On `/style/` besides. */
const guide = sheetsIn('styles/guide');
/** Of feeds alone, when a browser shows them. */
const feed = sheetsIn('styles/feed');
/** Fetched when a reader opens a photograph. */
const viewer = sheetsIn('styles/viewer');
const sheets = [...everywhere, ...home, ...article, ...reading, ...fragments, ...guide, ...feed, ...viewer];
const all = textOf(sheets);

function textOf(some: readonly Sheet[]): string {
  return some.map(({ css }) => css).join('');
}

test('the styles of any page travel in less than a small picture: 8 kB, compressed', () => {
  for (const [page, sheets] of Object.entries({ home, article: [...article, ...fragments] })) {
    const bytes = brotliCompressSync(textOf([...everywhere, ...sheets])).length;
    assert.ok(bytes <= 8000, `${page}: ${bytes} bytes`);
  }
  const viewerBytes = brotliCompressSync(textOf(viewer)).length;
  assert.ok(viewerBytes <= 1000, `the viewer: ${viewerBytes} bytes`);
});

test('style sheets can be joined in any order: each says what it is for, then names the layers in their order', () => {
  for (const { file, css } of sheets) {
    assert.match(css, /^\/\* .*?\*\/\n@layer tokens, base, layout, pieces, print;\n@layer \w+ \{\n/s, file);
  }
});

test('a site owner finds every colour in tokens.css', () => {
  for (const { file, css } of sheets) {
    if (file.endsWith('tokens.css')) continue;
    assert.doesNotMatch(css, /#[\da-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(/i, file);
  }
});

test('every token that is used is set, and every token that is set is used', () => {
  // The family is made of `fonts.ts`, the ground of a photograph of `tones.ts`.
  const set = new Set(['--serif', '--tone', ...[...all.matchAll(/(--[\w-]+):/g)].map(match => match[1]!)]);
  // Locator maps are files of their own, and take the colours of the page that shows them.
  const maps = globSync('../map/*.ts', { cwd: import.meta.dirname }).map(file =>
    readFileSync(`${import.meta.dirname}/${file}`, 'utf8'),
  );
  const used = new Set(
    [...all.matchAll(/var\((--[\w-]+)/g), ...maps.join('').matchAll(/(--map-\w+)/g)].map(match => match[1]!),
  );
  assert.deepEqual([...used].sort(), [...set].sort());
});

test('no style fetches anything', () => {
  assert.doesNotMatch(all, /url\(|@import|@font-face/);
});
