import assert from 'node:assert/strict';
import { test } from 'node:test';
import { french } from '../locale/french.ts';
import { filters } from './filters.ts';

for (const [count, text] of [
  [0, '0\u00a0article'],
  [1, '1\u00a0article'],
  [2, '2\u00a0articles'],
  [999, '999\u00a0articles'],
  [2077, '2\u202f077\u00a0articles'],
  [1234567, '1\u202f234\u202f567\u00a0articles'],
] as const) {
  test(`a reader sees « ${text} » for ${count}`, () => {
    assert.equal(filters.counted(count, french.articles), text);
  });
}

test('a label agrees with how many things it names', () => {
  assert.equal(filters.agreeing(1, french.topics), 'Sujet');
  assert.equal(filters.agreeing(3, french.topics), 'Sujets');
});

test('a picture is HTML, and decoration unless it is described', () => {
  const drawing = { src: '/dessin.svg', width: 96, height: 64, sources: [], sizes: '', tone: null };
  assert.match(
    String(filters.picture(drawing, 'late')),
    /^<img src="\/dessin\.svg" alt="" width="96" height="64"/,
  );
  assert.match(String(filters.picture(drawing, 'now', 'Un « port »')), / alt="Un « port »"/);
});

test('what is in another language says so, and from where it is read', () => {
  assert.equal(String(filters.language(null)), '');
  assert.equal(String(filters.language('en')), ' lang="en"');
  for (const lang of ['ar', 'he', 'fa', 'ur', 'ar-EG', 'fa-AF', 'ku-Arab', 'uz-Arab-AF'])
    assert.equal(String(filters.language(lang)), ` lang="${lang}" dir="rtl"`);
  for (const lang of ['ar-Latn', 'zh-Hans', 'pt-BR', 'fr', 'arn', 'sd-Deva'])
    assert.equal(String(filters.language(lang)), ` lang="${lang}"`);
});

test('the portal’s words within it are in the portal’s language and direction', () => {
  assert.equal(String(filters.languageWithin('fr', null)), '');
  assert.equal(String(filters.languageWithin('fr', 'en')), ' lang="fr"');
  assert.equal(String(filters.languageWithin('fr', 'ar')), ' lang="fr" dir="ltr"');
});
