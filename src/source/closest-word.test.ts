import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closestWord } from './closest-word.ts';

const fields = ['title', 'source', 'date', 'section', 'summary', 'topics'];

test('a typing mistake is understood', () => {
  assert.equal(closestWord('titel', fields), 'title');
  assert.equal(closestWord('Title', fields), 'title');
  assert.equal(closestWord('sumary', fields), 'summary');
  assert.equal(closestWord('sectoin', fields), 'section');
  assert.equal(closestWord('dates', fields), 'date');
  assert.equal(closestWord('économie', ['economie', 'monde']), 'economie');
});

test('nothing is suggested for a word that resembles none', () => {
  assert.equal(closestWord('météo', fields), null);
  assert.equal(closestWord('', fields), null);
  assert.equal(closestWord('x'.repeat(100_000), fields), null);
});

test('of two words at the same distance, the first is suggested', () => {
  assert.equal(closestWord('b', ['a', 'c']), 'a');
});
