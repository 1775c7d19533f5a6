// Counts of hours from run to run, and the order that they give.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  COUNTS_FOLDER,
  type HourCounts,
  joinHours,
  NO_COUNTS,
  readHourCounts,
  writeHourCounts,
} from '../../src/most-read/hour-counts.ts';
import { rankArticles } from '../../src/most-read/rank-articles.ts';
import { HOUR } from '../../src/time/durations.ts';
import { howMany } from '../soak/how-many.ts';

const dir = mkdtempSync(join(tmpdir(), 'quotidien-hours-'));
after(() => rmSync(dir, { recursive: true, force: true }));

const counts = (
  hours: Readonly<Record<number, readonly [number, Readonly<Record<string, number>>]>>,
  newest = 0,
): HourCounts => ({
  newest,
  hours: new Map(
    Object.entries(hours).map(([hour, [lines, readers]]) => [
      Number(hour),
      { lines, readers: new Map(Object.entries(readers)) },
    ]),
  ),
});

describe('the hours of two runs', () => {
  it('are each that of the run that read more of it, so that no line is counted twice', () => {
    const before = counts({ 5: [100, { a: 3 }], 6: [100, { a: 5 }] }, 6.5 * HOUR);
    // The log was rotated at half past six, and goes on.
    const now = counts({ 6: [40, { a: 2, b: 1 }], 7: [10, { b: 1 }] }, 7.2 * HOUR);
    const joined = joinHours(before, now, 0);
    assert.deepEqual(
      joined,
      counts({ 5: [100, { a: 3 }], 6: [100, { a: 5 }], 7: [10, { b: 1 }] }, 7.2 * HOUR),
    );
    assert.deepEqual(joinHours(joined, now, 0), joined);
  });

  it('are the later one’s where both read as much', () => {
    const joined = joinHours(counts({ 5: [10, { a: 1 }] }), counts({ 5: [10, { b: 1 }] }), 0);
    assert.deepEqual(joined, counts({ 5: [10, { b: 1 }] }));
  });

  it('are forgotten when they are of no more use', () => {
    const joined = joinHours(counts({ 3: [9, { a: 1 }], 4: [9, {}], 5: [9, {}] }), NO_COUNTS, 4 * HOUR);
    assert.deepEqual([...joined.hours.keys()], [4, 5]);
  });
});

describe('the file of counts', () => {
  it('says after a run what it was told', async () => {
    const told = counts({ 5: [10, { '/a': 2, '/b': 1 }], 6: [0, {}] }, 12345);
    await writeHourCounts(dir, told);
    assert.deepEqual(await readHourCounts(dir), told);
    assert.deepEqual(readdirSync(join(dir, COUNTS_FOLDER)), ['hours.json']);
  });

  it('is as if it were not there when it is damaged, and is made anew', async () => {
    const place = mkdtempSync(join(dir, 'damaged-'));
    assert.deepEqual(await readHourCounts(place), NO_COUNTS);
    mkdirSync(join(place, COUNTS_FOLDER));
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '{"version":2,"newest":0,"hours":{}}',
      '{"version":1,"newest":0,"hours":{"x":{}}}',
      '{"version":1,"newest":0,"hours":{"5":{"lines":-1,"readers":{}}}}',
    ];
    for (const text of texts) {
      writeFileSync(join(place, COUNTS_FOLDER, 'hours.json'), text);
      assert.deepEqual(await readHourCounts(place), NO_COUNTS, text);
    }
    await writeHourCounts(place, counts({ 5: [1, { a: 1 }] }));
    assert.equal((await readHourCounts(place)).hours.size, 1);
  });

  it('may say that no line was ever met', async () => {
    const place = mkdtempSync(join(dir, 'none-'));
    await writeHourCounts(place, NO_COUNTS);
    assert.deepEqual(
      await readHourCounts(place),
      NO_COUNTS,
      readFileSync(join(place, COUNTS_FOLDER, 'hours.json'), 'utf8'),
    );
  });
});

describe('the order of articles', () => {
  const same = (address: string): string => address;
  const rank = (
    hours: Readonly<Record<number, Readonly<Record<string, number>>>>,
    date: number,
    ranking = { window: 24, halfLife: 6 },
    present = same,
  ) =>
    rankArticles(
      Object.entries(hours).map(([hour, readers]) => [Number(hour), new Map(Object.entries(readers))]),
      date * HOUR,
      ranking,
      present,
    );

  it('is that of their readers, of whom one counts half as much when they came a half-life before another', () => {
    // Hours end at 100 and 94: those of the earlier count half.
    assert.deepEqual(rank({ 93: { a: 21, b: 19 }, 99: { c: 10 } }, 100), ['a', 'c', 'b']);
    assert.deepEqual(rank({ 93: { a: 21 }, 99: { c: 10 } }, 100, { window: 24, halfLife: 3 }), ['c', 'a']);
  });

  it('is that of letters among those with as many', () => {
    assert.deepEqual(rank({ 99: { b: 1, a: 1, c: 1 } }, 100), ['a', 'b', 'c']);
  });

  it('has none whose readers all came before the window', () => {
    assert.deepEqual(rank({ 75: { a: 9 }, 76: { b: 1 } }, 100), ['b']);
    assert.deepEqual(rank({ 75: { a: 9 } }, 100), []);
  });

  it('has those whose readers came in this very hour, or by a clock that is ahead', () => {
    assert.deepEqual(rank({ 100: { a: 1 }, 101: { b: 2 } }, 100.2), ['b', 'a']);
  });

  it('has an article that moved once, with the readers of both addresses', () => {
    const moved = (address: string): string => address.replace('old', 'new');
    assert.deepEqual(rank({ 99: { 'old/a': 2, b: 3, 'new/a': 2 } }, 100, undefined, moved), ['new/a', 'b']);
  });

  it('has a hundred at most, and hangs not on the order in which hours and articles are told', () => {
    const readers = fc.dictionary(fc.constantFrom(...'abcdef'), fc.integer({ min: 1, max: 5 }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 70, max: 101 }), readers), { maxLength: 8 }), told => {
        const hours = [...new Map(told)];
        const listed = (each: typeof hours) =>
          rankArticles(
            each.map(([hour, of]) => [hour, new Map(Object.entries(of))]),
            100 * HOUR,
            { window: 24, halfLife: 6 },
            same,
          );
        assert.deepEqual(listed(hours.toReversed()), listed(hours));
      }),
      howMany('logs of readers'),
    );
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`/${index}`, index + 1]));
    assert.equal(rank({ 99: many }, 100).length, 100);
  });
});
