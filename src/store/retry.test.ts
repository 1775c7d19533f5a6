import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withRetries } from './retry.ts';

const QUICK = { budget: 60_000, firstWait: 1, longestWait: 2 };
const neverStopped = new AbortController().signal;
const passing = (error: unknown) => ({ last: error as Error });

describe('what is tried again', () => {
  it('tells why something is tried again, and nothing of what went well or is over', async () => {
    const told: string[] = [];
    const policy = { ...QUICK, onRetry: ({ message }: Error) => told.push(message) };
    let tries = 0;
    const action = async (): Promise<number> => {
      tries += 1;
      if (tries < 3) throw new Error(`essai ${tries}`);
      return tries;
    };
    assert.equal(await withRetries(policy, neverStopped, passing, action), 3);
    assert.equal(told.length, 2);
    const over = { ...policy, budget: 0 };
    tries = -9;
    await assert.rejects(withRetries(over, neverStopped, passing, action));
    assert.equal(told.length, 4);
  });

  it('goes well in the end, and is not tried any more', async () => {
    let tries = 0;
    const result = await withRetries(QUICK, neverStopped, passing, async () => {
      tries += 1;
      if (tries < 5) throw new Error('pas encore');
      return 'fait';
    });
    assert.deepEqual([result, tries], ['fait', 5]);
  });

  it('is not, where the error is final', async () => {
    let tries = 0;
    const action = async (): Promise<never> => {
      tries += 1;
      throw new Error('refusé');
    };
    const final = new Error('définitif');
    await assert.rejects(
      withRetries(QUICK, neverStopped, () => ({ final }), action),
      final,
    );
    assert.equal(tries, 1);
  });

  it('is so three times, even where the first took all the time that there is', async () => {
    let tries = 0;
    const action = async (): Promise<never> => {
      tries += 1;
      throw new Error(`essai ${tries}`);
    };
    const slow = { ...QUICK, budget: 0 };
    await assert.rejects(withRetries(slow, neverStopped, passing, action), /essai 3/);
  });

  it('ends while it waits, with the reason why it is stopped', async () => {
    const stop = new AbortController();
    const reason = new Error('fermé');
    const waiting = withRetries(
      { ...QUICK, firstWait: 1e7, longestWait: 1e7 },
      stop.signal,
      passing,
      async () => {
        setImmediate(() => stop.abort(reason));
        throw new Error('pas encore');
      },
    );
    await assert.rejects(waiting, reason);
  });
});
