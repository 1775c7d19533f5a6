// A list of stages hands on what each found out, and ends where one stops.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stopped, stages } from './stage.ts';

describe('a list of stages', () => {
  it('gives each stage what those before it found out', async () => {
    const list = stages<{ readonly a: number }>()
      .next(({ a }) => ({ b: a + 1 }))
      .next(async ({ a, b }) => ({ c: a + b }));
    assert.deepEqual(await list.run({ a: 1 }), { a: 1, b: 2, c: 3 });
  });

  it('ends with the problems of the stage that stops, and runs none after it', async () => {
    const problem = { file: 'a.md', line: 1, column: 1, rule: 'empty-body', message: 'Vide.' } as const;
    let ran = false;
    const list = stages<object>()
      .next(() => new Stopped([problem]) as Stopped | object)
      .next(() => {
        ran = true;
        return {};
      });
    const end = await list.run({});
    assert.ok(end instanceof Stopped);
    assert.deepEqual(end.problems, [problem]);
    assert.equal(ran, false);
  });

  it('can be begun from the same place twice, with other stages', async () => {
    const begun = stages<object>().next(() => ({ a: 1 }));
    assert.deepEqual(await begun.next(() => ({ b: 2 })).run({}), { a: 1, b: 2 });
    assert.deepEqual(await begun.next(() => ({ c: 3 })).run({}), { a: 1, c: 3 });
  });
});
