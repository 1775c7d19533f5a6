// Requests to a bucket: a few at a time, fewer when it has too many, each in time, again when that may help.
import { setMaxListeners } from 'node:events';
import type { S3Client } from '@aws-sdk/client-s3';
import { storeWords } from '../locale/store-words.ts';
import { limitOf } from './limit.ts';
import { StoreError } from './object-store.ts';
import { type RetryPolicy, withRetries } from './retry.ts';
import { isThrottled, judgeS3Error } from './s3-failure.ts';

export interface S3Pace {
  readonly retries: RetryPolicy;
  /** Requests at a time, as long as the store takes them. */
  readonly atOnce: number;
  /** Until the answer to a request without bytes is there, in ms. */
  readonly patience: number;
}

export const USUAL_PACE: S3Pace = {
  retries: { budget: 60_000, firstWait: 200, longestWait: 10_000 },
  atOnce: 16,
  patience: 20_000,
};

/** A line that is slower than that is as good as cut, in bytes per ms. */
const SLOWEST = 20;

/** Of one try. */
export interface Attempt {
  /** Ends it: in time, or when the store is closed. */
  readonly signal: AbortSignal;
  /** So many bytes are on their way: it may take as long from now on. */
  expect(bytes: number): void;
  /** Ends it for a reason of this machine's, which is thrown as it is. */
  fail(error: Error): void;
}

export interface S3Requests {
  /** A `StoreError` that the action throws is final. */
  run<T>(action: (attempt: Attempt) => Promise<T>): Promise<T>;
  close(): void;
}

/** This machine's reason to end a try. */
class Ours {
  readonly error: Error;
  constructor(error: Error) {
    this.error = error;
  }
}

export function s3Requests(place: string, client: S3Client, pace: S3Pace): S3Requests {
  const limit = limitOf(pace.atOnce);
  const closed = new AbortController();
  // Each request under way listens to it, and those that wait to be tried again.
  setMaxListeners(0, closed.signal);
  let allowed = pace.atOnce;
  let slowedAt = Number.NEGATIVE_INFINITY;

  /** Half as many when the store has too many, once for all that it refuses together; one more for each round that goes well. */
  const slowDown = (): void => {
    const now = performance.now();
    if (now - slowedAt < pace.retries.firstWait) return;
    slowedAt = now;
    allowed = Math.max(1, allowed / 2);
    limit.set(Math.floor(allowed));
  };
  const speedUp = (): void => {
    if (allowed >= pace.atOnce) return;
    allowed = Math.min(pace.atOnce, allowed + 1 / allowed);
    limit.set(Math.floor(allowed));
  };

  const once = async <T>(action: (attempt: Attempt) => Promise<T>): Promise<T> => {
    const control = new AbortController();
    const { signal } = control;
    const close = (): void => control.abort(closed.signal.reason);
    const endLate = (): void =>
      control.abort(Object.assign(new Error(storeWords.details.late), { name: 'TimeoutError' }));
    let timer = setTimeout(endLate, pace.patience);
    const expect = (bytes: number): void => {
      clearTimeout(timer);
      timer = setTimeout(endLate, pace.patience + bytes / SLOWEST);
    };
    closed.signal.addEventListener('abort', close);
    try {
      const result = await action({ signal, expect, fail: error => control.abort(new Ours(error)) });
      speedUp();
      return result;
    } catch (error) {
      if (isThrottled(error)) slowDown();
      throw signal.aborted ? signal.reason : error;
    } finally {
      clearTimeout(timer);
      closed.signal.removeEventListener('abort', close);
    }
  };

  return {
    async run(action) {
      const secrets = await secretsOf(client);
      return limit.run(() =>
        withRetries(
          pace.retries,
          closed.signal,
          error => (error instanceof Ours ? { final: error.error } : judgeS3Error(place, error, secrets)),
          () => once(action),
        ),
      );
    },
    close() {
      closed.abort(new StoreError('other', place, storeWords.details.closed));
      client.destroy();
    },
  };
}

/** What must not be said; none when there are none, which the request itself then finds out. */
async function secretsOf(client: S3Client): Promise<readonly string[]> {
  try {
    const { accessKeyId, secretAccessKey, sessionToken = '' } = await client.config.credentials();
    return [accessKeyId, secretAccessKey, sessionToken];
  } catch {
    return [];
  }
}
