import assert from 'node:assert/strict';
import { test } from 'node:test';
import { french, type NounForms } from './french.ts';

const words: readonly (readonly [string, string | NounForms])[] = Object.entries(french);
const texts = words.flatMap(([name, word]) =>
  (typeof word === 'string' ? [word] : [word.one, word.many]).map(text => ({ name, text })),
);

test('every word of the interface is typeset as in print', () => {
  for (const { name, text } of texts) {
    assert.doesNotMatch(text, /['"]/, `${name}: straight quotation mark in « ${text} »`);
    assert.doesNotMatch(text, /(?<!\u00a0):/, `${name}: a colon wants U+00A0 before it in « ${text} »`);
    assert.doesNotMatch(text, /(?<!\u202f)[;!?]/, `${name}: ; ! ? want U+202F before them in « ${text} »`);
    assert.doesNotMatch(text, /«(?!\u00a0)|(?<!\u00a0)»/, `${name}: « » want U+00A0 inside in « ${text} »`);
    assert.doesNotMatch(text, /\.\.\./, `${name}: three full stops instead of … in « ${text} »`);
  }
});

test('no word is empty, or begins or ends with an ordinary space', () => {
  for (const { name, text } of texts) assert.match(text, /^[^ \n](?:.*[^ \n])?$/, `${name}: « ${text} »`);
});

test('capitals have their accents', () => {
  for (const { name, text } of texts) {
    assert.doesNotMatch(text, /\bA (?!\p{Lu})|\bEdition|\bEtat|\bEvénement/u, `${name}: « ${text} »`);
  }
});
