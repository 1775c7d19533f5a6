import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitOf } from './limit.ts';

/** Tasks that end when they are told to. */
function tasks(limit: ReturnType<typeof limitOf>, count: number) {
  const begun: number[] = [];
  const ends = Array.from({ length: count }, () => Promise.withResolvers<void>());
  const results = ends.map(({ promise }, index) =>
    limit.run(async () => {
      begun.push(index);
      await promise;
      return index;
    }),
  );
  return {
    begun,
    end: (index: number) => ends[index]!.resolve(),
    fail: (index: number) => ends[index]!.reject(new Error('non')),
    results,
  };
}

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('a limit', () => {
  it('begins as many as are allowed, and the next when one ends, well or not', async () => {
    const { begun, end, fail, results } = tasks(limitOf(2), 4);
    await settled();
    assert.deepEqual(begun, [0, 1]);
    end(1);
    await settled();
    assert.deepEqual(begun, [0, 1, 2]);
    fail(0);
    await assert.rejects(results[0]!, /non/);
    await settled();
    assert.deepEqual(begun, [0, 1, 2, 3]);
    end(2);
    end(3);
    assert.deepEqual(await Promise.all(results.slice(1)), [1, 2, 3]);
  });

  it('can be lowered, for those that wait, and raised again, but never to none', async () => {
    const limit = limitOf(3);
    const { begun, end } = tasks(limit, 8);
    await settled();
    limit.set(0);
    assert.equal(limit.atOnce, 1);
    end(0);
    end(1);
    await settled();
    assert.deepEqual(begun, [0, 1, 2]);
    end(2);
    await settled();
    assert.deepEqual(begun, [0, 1, 2, 3]);
    limit.set(4);
    await settled();
    assert.deepEqual(begun, [0, 1, 2, 3, 4, 5, 6]);
  });

  it('admits thousands in their order', async () => {
    const limit = limitOf(4);
    const order: number[] = [];
    await Promise.all(Array.from({ length: 10_000 }, (_, index) => limit.run(async () => order.push(index))));
    assert.equal(order.length, 10_000);
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
  });
});
