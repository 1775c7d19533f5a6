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

test('the addresses of a body’s links are whole and in their order, those within the page and to mailboxes left out', () => {
  const addresses = (html: string, baseUrl = 'https://exemple.fr') =>
    filters.linkedAddresses(html, baseUrl).map(String);
  const html =
    '<p><a href="/chine/">La Chine</a>, <a href="#note-1" id="appel-1">1</a>, <a href="mailto:a@exemple.fr">à nous</a>, ' +
    '<a class="external" rel="external noopener" href="https://ailleurs.example/?a=1&amp;b=2">ailleurs</a>, ' +
    '<a href="//cdn.example/x">là</a>, <code>&lt;a href="/non/"&gt;</code></p><img src="/images/a.jpg" alt="">';
  assert.deepEqual(addresses(html), [
    'https://exemple.fr/chine/',
    'https://ailleurs.example/?a=1&amp;b=2',
    'https://cdn.example/x',
  ]);
  assert.deepEqual(addresses(html, 'https://exemple.fr/journal')[0], 'https://exemple.fr/journal/chine/');
  assert.deepEqual(addresses('<p>Rien.</p>'), []);
});
