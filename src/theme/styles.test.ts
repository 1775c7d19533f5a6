import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const sheets = globSync('styles/*.css', { cwd: import.meta.dirname })
  .sort()
  .map(file => ({ file, css: readFileSync(`${import.meta.dirname}/${file}`, 'utf8') }));
const all = sheets.map(({ css }) => css).join('');

test('all styles together travel in less than a small picture: 8 kB, compressed', () => {
  const bytes = brotliCompressSync(all).length;
  assert.ok(bytes <= 8000, `${bytes} bytes`);
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
  // The two families are made of `fonts.ts`.
  const set = new Set(['--serif', '--sans', ...[...all.matchAll(/(--[\w-]+):/g)].map(match => match[1]!)]);
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]!));
  assert.deepEqual([...used].sort(), [...set].sort());
});

test('no style fetches anything', () => {
  assert.doesNotMatch(all, /url\(|@import|@font-face/);
});
