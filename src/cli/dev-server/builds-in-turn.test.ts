// In which order changes are built.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { buildsInTurn } from './builds-in-turn.ts';

describe('builds', () => {
  it('never overlap, and one more follows the changes that came meanwhile', async () => {
    let running = 0;
    let begun = 0;
    const build = buildsInTurn(async () => {
      begun++;
      running++;
      assert.equal(running, 1);
      await turn();
      running--;
      return 'done';
    });
    await Promise.all([build(), build(), build()]);
    assert.equal(begun, 2);
    await build();
    assert.equal(begun, 3);
  });

  it('are tried again until they are done', async () => {
    const outcomes = ['again', 'again', 'done', 'done'] as const;
    let begun = 0;
    const build = buildsInTurn(async () => outcomes[begun++]!, 1);
    await build();
    assert.equal(begun, 3);
  });

  it('go on after one that threw', async () => {
    let begun = 0;
    const build = buildsInTurn(async () => {
      begun++;
      if (begun === 1) throw new Error('once');
      return 'done';
    });
    await assert.rejects(build(), /once/);
    await build();
    assert.equal(begun, 2);
  });
});
