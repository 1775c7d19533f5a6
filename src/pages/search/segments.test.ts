import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsOf, someEntry } from '../../../tests/some-entries.ts';
import type { Entry } from '../../edition/entry.ts';
import { segmentsOf } from './segments.ts';

let last = 0;
/** So many articles of a day. */
function ofDay(day: string, count: number): readonly Entry[] {
  return Array.from({ length: count }, () => {
    last++;
    // The last one is the newest of its day.
    return someEntry({ day, file: `${last}.md`, slug: `${last}`, date: Date.parse(day) - last });
  });
}

/** Days are newest first. */
const segments = (...days: readonly (readonly Entry[])[]) => segmentsOf({ published: monthsOf(days.flat()) });
const sizes = (...days: readonly (readonly Entry[])[]): string =>
  segments(...days)
    .map(({ name, entries }) => `${name} ${entries.length}`)
    .join(', ');

test('closed years, the newest year, its newest month and its newest days are segments', () => {
  const days = [
    ofDay('2014-05-20', 5),
    ofDay('2014-05-19', 100),
    ofDay('2014-05-18', 100),
    ofDay('2014-05-17', 100),
    ofDay('2014-04-30', 7),
    ofDay('2014-01-01', 1),
    ofDay('2013-12-31', 2),
    ofDay('2012-02-29', 3),
  ];
  assert.equal(sizes(...days), 'recents 105, 2014-05 200, 2014 8, 2013 2, 2012 3');
  assert.equal(segments().length, 0);
});

test('a new article of the newest day changes the newest segment alone, whatever it holds', () => {
  const older = [ofDay('2014-05-19', 127), ofDay('2014-05-18', 300), ofDay('2013-05-18', 3)];
  const before = segments(ofDay('2014-05-20', 500), ...older);
  const day = ofDay('2014-05-20', 501);
  const after = segments(day, ...older);
  assert.deepEqual(
    after.map(({ name, version }, place) => [name, version === before[place]!.version]),
    [
      ['recents', false],
      ['2014-05', true],
      ['2013', true],
    ],
  );
  assert.equal(after[0]!.buckets, 1);
  // The newest comes last: it moves none of the others.
  assert.equal(after[0]!.entries.at(-1), day[0]);
});

test('days leave the newest segment when they are many, and only when a newer one has come', () => {
  const full = ofDay('2014-05-19', 128);
  assert.equal(sizes(full), 'recents 128');
  assert.equal(sizes(ofDay('2014-05-20', 1), full), 'recents 1, 2014-05 128');
  assert.equal(sizes(ofDay('2014-05-20', 1), full.slice(1)), 'recents 128');
  const month = [ofDay('2014-05-20', 127), ofDay('2014-05-19', 127), ofDay('2014-05-18', 1)];
  assert.equal(sizes(ofDay('2014-05-21', 1), ...month), 'recents 128, 2014-05 128');
});

test('the first article of a month closes the month before, and of a year the year', () => {
  const december = [ofDay('2013-12-31', 10), ofDay('2013-11-30', 10)];
  assert.equal(sizes(...december), 'recents 10, 2013 10');
  assert.equal(sizes(ofDay('2014-01-01', 1), ...december), 'recents 1, 2013 20');
});
