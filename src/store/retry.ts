// What failed for a moment is tried again, each time after a longer wait, until it has taken too long.
import { setTimeout as sleep } from 'node:timers/promises';

export interface RetryPolicy {
  /** From the first try until no other is begun, in ms. A large file may take as long for one: three are tried in any case. */
  readonly budget: number;
  /** The first wait is no longer than that, and each may be twice as long as the one before, in ms. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Is told why something is going to be tried again. */
  readonly onRetry?: (reason: Error) => void;
}

/** What an error means: it is final, and so is thrown, or what was tried may go well another time. `last` is thrown when there is none. */
export type Judgement = { readonly final: Error } | { readonly last: Error };

const TRIES_IN_ANY_CASE = 3;

/** `stopped` ends waiting with its reason. */
export async function withRetries<T>(
  { budget, firstWait, longestWait, onRetry }: RetryPolicy,
  stopped: AbortSignal,
  judge: (error: unknown) => Judgement,
  action: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  for (let tries = 1; ; tries += 1) {
    stopped.throwIfAborted();
    try {
      return await action();
    } catch (error) {
      stopped.throwIfAborted();
      const judgement = judge(error);
      if ('final' in judgement) throw judgement.final;
      // « Full jitter »: clients that were refused together do not come back together.
      const wait = Math.random() * Math.min(longestWait, firstWait * 2 ** (tries - 1));
      const isOver = performance.now() - begun + wait > budget;
      if (isOver && tries >= TRIES_IN_ANY_CASE) throw judgement.last;
      onRetry?.(judgement.last);
      await sleep(wait, undefined, { signal: stopped }).catch(() => stopped.throwIfAborted());
    }
  }
}
