import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayInWords } from './edition-date.ts';
import { elapsed } from './elapsed-time.ts';
import { nearest, neighbour } from './scroll-list.ts';
import { tabAfter } from './tab-panels.ts';
import { photographAfter } from './viewer.ts';

test('a list at its end starts again, even if its last items are visible together', () => {
  assert.equal(neighbour(0, 1, 4, false), 1);
  assert.equal(neighbour(2, 1, 4, true), 0);
  assert.equal(neighbour(3, 1, 4, true), 0);
  assert.equal(neighbour(0, -1, 4, false), 3);
});

test('the current item is the one nearest to the edge', () => {
  assert.equal(nearest([0, 100, 250], 0), 0);
  assert.equal(nearest([0, 100, 250], 60), 1);
  assert.equal(nearest([0, 100, 250], 400), 2);
});

test('arrows go round the tabs; Home and End go to their ends; other keys do nothing', () => {
  assert.equal(tabAfter('ArrowRight', 1, 2), 0);
  assert.equal(tabAfter('ArrowLeft', 0, 2), 1);
  assert.equal(tabAfter('Home', 1, 2), 0);
  assert.equal(tabAfter('End', 0, 2), 1);
  assert.equal(tabAfter('Tab', 0, 2), null);
});

test('arrows go from photograph to photograph and stop at either end; Home and End go there', () => {
  assert.equal(photographAfter('ArrowRight', 1, 3), 2);
  assert.equal(photographAfter('ArrowRight', 2, 3), 2);
  assert.equal(photographAfter('ArrowLeft', 0, 3), 0);
  assert.equal(photographAfter('Home', 2, 3), 0);
  assert.equal(photographAfter('End', 0, 3), 2);
  assert.equal(photographAfter('Tab', 0, 3), null);
});

test('the day is that of the portal’s time zone, and the first of a month is written as in French', () => {
  const evening = Date.parse('2014-05-31T20:00:00Z');
  assert.equal(dayInWords(evening, 'fr', 'Asia/Shanghai', '1er'), 'dimanche 1er juin 2014');
  assert.equal(dayInWords(evening, 'fr', 'UTC', '1er'), 'samedi 31 mai 2014');
});

test('an article of today is so many minutes or hours old; one of yesterday or tomorrow has its date alone', () => {
  const noon = Date.parse('2014-05-20T12:00:00Z');
  const before = (minutes: number): string | null => elapsed(noon - minutes * 60_000, noon, 'fr');
  assert.deepEqual([0, 1, 12.9, 59.9, 60, 119, 1_439, 1_440, -1].map(before), [
    'il y a 1 minute',
    'il y a 1 minute',
    'il y a 12 minutes',
    'il y a 59 minutes',
    'il y a 1 heure',
    'il y a 1 heure',
    'il y a 23 heures',
    null,
    null,
  ]);
  assert.equal(elapsed(Number.NaN, noon, 'fr'), null);
});

test('client code contains no word of the interface: all texts come with the HTML', () => {
  for (const file of globSync('*.ts', { cwd: import.meta.dirname })) {
    if (file.endsWith('.test.ts')) continue;
    const code = readFileSync(`${import.meta.dirname}/${file}`, 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*/g,
      '',
    );
    const texts = code.match(/'[^'\n]*'|`[^`]*`/g) ?? [];
    const words = texts.filter(text => /^.{2,}[À-ÿ’«»]|[À-ÿ’«»].{2,}$|^.\p{Lu}\p{Ll}+ /u.test(text));
    assert.deepEqual(words, [], file);
  }
});
