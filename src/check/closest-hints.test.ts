import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closestHints } from './closest-hints.ts';

const topics = Array.from({ length: 15_000 }, (_, index) => `sujet-${index}`);

test('a mistyped name among thousands is understood, however often it comes', () => {
  const hintFor = closestHints(topics);
  for (let time = 0; time < 1000; time++) assert.match(hintFor('sujte-14000'), /sujet-14000/);
});

test('thousands of names that are all unknown are compared with no more than some of the known', () => {
  let read = 0;
  const counted = topics.map(name => ({
    [Symbol.toPrimitive]: () => name,
    slice(from: number, to: number) {
      read++;
      return name.slice(from, to);
    },
  }));
  const hintFor = closestHints(counted as unknown as string[]);
  for (let unknown = 0; unknown < 20_000; unknown++) hintFor(`autre-${unknown}`);
  assert.ok(read > 0 && read <= 500_000, `${read}`);
});
