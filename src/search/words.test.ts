import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded } from './fold.ts';
import { wordsIn } from './words.ts';

const read = (text: string): string =>
  wordsIn(text)
    .map(({ word }) => word)
    .join(' ');

test('accents, capitals, ligatures and letters of neighbours make no difference', () => {
  assert.equal(folded('ŒUVRES d’été à Nîmes'), 'oeuvres d’ete a nimes');
  assert.equal(
    folded('Lech Wałęsa, Ærø, Đà Nẵng, Straße, Þingvellir, ﬁn'),
    'lech walesa, aero, da nang, strasse, thingvellir, fin',
  );
  assert.equal(folded('co\u00ADopé\u200Bration'), 'cooperation');
  assert.equal(folded('E\u0301cole'), 'ecole');
});

test('an apostrophe or a dash ends a word, but for one that is no word without it', () => {
  assert.equal(read("L’Arc-en-ciel, l'eau d’ici"), 'l arc en ciel l eau d ici');
  assert.equal(read("Aujourd’hui, aujourd'hui"), 'aujourdhui aujourdhui');
  assert.equal(read(' … « » !'), '');
});

test('a number is one word, in groups or not', () => {
  for (const typed of ['10000', '10 000', '10\u00A0000', '10\u202F000', '10.000'])
    assert.equal(read(typed), '10000', typed);
  assert.equal(read('2\u202F077 places, 1 234 567 voix'), '2077 places 1234567 voix');
  assert.equal(read('20.05.2014'), '20 05 2014');
  assert.equal(read('en 2014 300 navires'), 'en 2014 300 navires');
  assert.equal(read('les 12 3456'), 'les 12 3456');
  assert.equal(read('2,5 millions'), '2 5 millions');
});

test('an hour is one word, however it is typed or printed', () => {
  for (const typed of ['13h43', '13 h 43', '13\u00A0h\u00A043', '13H43', '13:43', '13 heures 43'])
    assert.equal(read(typed), '13h43', typed);
  for (const typed of ['8h05', '08h05', '8 h 05', '08:05']) assert.equal(read(typed), '8h05', typed);
  for (const typed of ['17h', '17 h', '17 heures']) assert.equal(read(typed), '17h', typed);
  assert.equal(read('72 heures de transit'), '72h de transit');
});

test('an ordinal is one word, however it is typed or printed', () => {
  for (const typed of ['XXIème', 'XXIe', 'XXIÈME', 'XXIeme', 'xxieme'])
    assert.equal(read(typed), 'xxie', typed);
  assert.equal(read('la vie, la vie civile, LA VIE CIVILE'), 'la vie la vie civile la vie civile');
  assert.equal(read('XXième'), 'xxe');
  assert.equal(read('67ème 67e 67eme 67è'), '67e 67e 67e 67e');
  assert.equal(read('1er 1re 1ère'), '1e 1e 1e');
});

test('indices and powers are figures', () => {
  assert.equal(read('CO₂ CO2 co2, 3 m²'), 'co2 co2 co2 3 m2');
});

test('each word is known by its place in the text', () => {
  const text = 'À 13 h 43, l’été';
  assert.deepEqual(
    wordsIn(text).map(({ at, length }) => text.slice(at, at + length)),
    ['À', '13 h 43', 'l', 'été'],
  );
});
