// The set of readings, which never grows beyond what it may hold.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { randomFrom } from '../../bench/random.ts';
import { mixed } from '../../src/most-read/byte-hash.ts';
import { Readings } from '../../src/most-read/readers.ts';
import { howMany } from '../soak/how-many.ts';

type Added = readonly [reader: number, subject: number, hour: number];

function setOf(added: readonly Added[], most: number): Readings {
  const set = new Readings(most);
  for (const [reader, subject, hour] of added) set.add(mixed(reader), mixed(reader ^ 0x5555), subject, hour);
  return set;
}

const countsOf = (set: Readings) =>
  [...set.counts((subject, hour) => subject * 256 + hour)].map(({ key, readers }) => ({
    subject: Math.floor(key / 256),
    hour: key % 256,
    readers,
  }));

describe('a set of readings', () => {
  it('is exact while all of them have room: each reader once a subject, in the first hour', () => {
    const added: Added[] = [
      [1, 7, 12],
      [1, 7, 10],
      [1, 7, 11],
      [2, 7, 11],
      [1, 8, 3],
    ];
    assert.deepEqual(countsOf(setOf(added, 100)), [
      { subject: 7, hour: 10, readers: 1 },
      { subject: 7, hour: 11, readers: 1 },
      { subject: 8, hour: 3, readers: 1 },
    ]);
  });

  it('holds the same in the end in whatever order it was filled, however often it was full', () => {
    const one = fc.tuple(fc.nat(200), fc.nat(3), fc.nat(2));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 300 }), fc.nat(), (added, seed) => {
        const random = randomFrom(seed);
        const other = added.map(each => ({ each, at: random() })).sort((a, b) => a.at - b.at);
        for (const most of [8, 50, 1000]) {
          const set = setOf(added, most);
          assert.ok(set.size <= most);
          assert.deepEqual(
            countsOf(set),
            countsOf(
              setOf(
                other.map(({ each }) => each),
                most,
              ),
            ),
          );
        }
      }),
      howMany('logs of readers'),
    );
  });

  it('is right by some hundredths when it holds a hundredth of the readings', () => {
    // A subject that 200,000 readers came to, one of 50,000, and 250,000 that one reader came to each.
    const added: Added[] = [];
    for (let reader = 0; reader < 200_000; reader++) added.push([reader * 7 + 1, 1, 0]);
    for (let reader = 0; reader < 50_000; reader++) added.push([reader * 13 + 5, 2, 0]);
    for (let reader = 0; reader < 250_000; reader++) added.push([reader * 3 + 2, 3 + reader, 0]);
    const set = setOf(added, 5_000);
    assert.ok(set.size <= 5_000 && set.size > 2_000, String(set.size));
    const counts = new Map(countsOf(set).map(({ subject, readers }) => [subject, readers]));
    // Four times the deviation √((2^n − 1) / readers) that the sample's level promises.
    for (const [subject, readers] of [
      [1, 200_000],
      [2, 50_000],
    ] as const) {
      const deviation = Math.sqrt((2 ** set.level - 1) / readers);
      const error = Math.abs(counts.get(subject)! - readers) / readers;
      assert.ok(error < 4 * deviation, `${subject}: ${error} of ${deviation}`);
      assert.ok(deviation < 0.06);
    }
  });
});
