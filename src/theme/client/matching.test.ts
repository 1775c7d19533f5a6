import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded, matchOf, wordsOf } from './matching.ts';

test('accents, case and ligatures make no difference', () => {
  assert.equal(folded('ÉLECTIONS à Nîmes'), 'elections a nimes');
  assert.equal(folded('Œuvres'), 'oeuvres');
});

test('an apostrophe, a dash or a figure of any kind ends a word or begins one', () => {
  assert.deepEqual(wordsOf('L’Arc-en-ciel, 20 mai !'), ['l', 'arc', 'en', 'ciel', '20', 'mai']);
  assert.deepEqual(wordsOf(' … '), []);
});

test('every word must begin a word of the title or of the summary; the title counts more', () => {
  assert.equal(matchOf(['elect', 'nimes'], 'Élections à Nîmes', ''), 2);
  assert.equal(matchOf(['elect', 'maire'], 'Élections à Nîmes', 'Le maire est réélu.'), 1);
  assert.equal(matchOf(['elect', 'lyon'], 'Élections à Nîmes', 'Le maire est réélu.'), 0);
  assert.equal(matchOf(['lections'], 'Élections', ''), 0);
  assert.equal(matchOf([], 'Élections', ''), 0);
});
