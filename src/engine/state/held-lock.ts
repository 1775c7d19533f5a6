// A lock that a publisher holds: it says again and again that it lives, and finds out when somebody else took over.
import type { LockClock } from './lock-clock.ts';

export interface LockSettings {
  readonly owner: string;
  /** For how long (ms) a publisher that says nothing keeps others waiting. */
  readonly lease: number;
  /** Is told of whom it waits for, once of each. */
  readonly onWait: (owner: string) => void;
  readonly clock: LockClock;
}

export interface PublicationLock {
  /** Addresses that publishers were about to change when they were cut off. */
  readonly suspects: readonly string[];
  /** Where it is written down, and a text that is in no other. */
  readonly key: string;
  readonly id: string;
  /** All that this publisher or those before it may have changed; '*' stands for every address. */
  announced(): readonly string[];
  /** Writes down what is going to change. Throws `LockLost`. */
  announce(addresses: readonly string[]): Promise<void>;
  /** Throws `LockLost` when somebody else took over, since this publisher was silent for too long. */
  check(): Promise<void>;
  /** The same, but asks only if it has been silent for so long that somebody may have. */
  checkAfterSilence(): Promise<void>;
  /** Lets others publish; once. What was announced is as it should be, unless `keepSuspects`. */
  release(keepSuspects: boolean): Promise<void>;
}

/** Somebody else publishes now. */
export class LockLost extends Error {}

/** How often (in parts of the lease) a publisher says that it lives. */
export const BEATS = 4;

export interface HeldObject {
  readonly key: string;
  readonly id: string;
  /** Says that the publisher lives. Throws `LockLost`. */
  write(addresses: readonly string[]): Promise<void>;
  /** Lets others publish; what is left are addresses that nobody has looked at. */
  end(left: readonly string[]): Promise<void>;
}

export function heldLock(
  { lease, clock }: LockSettings,
  suspects: readonly string[],
  { key, id, write, end }: HeldObject,
): PublicationLock {
  let addresses = suspects;
  let lost: LockLost | null = null;
  let isReleased = false;
  let heard = { now: clock.now(), passed: clock.passed() };
  // One write after the other, since each follows from the one before.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
  const isSilent = (): boolean =>
    Math.max(clock.now() - heard.now, clock.passed() - heard.passed) > lease / 2;
  const say = (isNeeded: () => boolean = () => true): Promise<void> =>
    inTurn(async () => {
      if (lost !== null) throw lost;
      // Another one may have said it while this one waited.
      if (isReleased || !isNeeded()) return;
      const begun = { now: clock.now(), passed: clock.passed() };
      try {
        await write(addresses);
      } catch (error) {
        if (error instanceof LockLost) lost = error;
        throw error;
      }
      heard = begun;
    });
  // A store that does not answer now may answer at the next beat; a lock that is lost shows when it is asked for.
  let isBeating = false;
  const endBeats = clock.every(lease / BEATS, () => {
    if (isBeating) return;
    isBeating = true;
    void say()
      .catch(() => {})
      .finally(() => {
        isBeating = false;
      });
  });
  return {
    suspects,
    key,
    id,
    announced: () => addresses,
    async announce(more) {
      addresses = [...new Set([...addresses, ...more])];
      await say();
    },
    check: () => say(),
    async checkAfterSilence() {
      if (lost !== null || isSilent()) await say(isSilent);
    },
    async release(keepSuspects) {
      endBeats();
      await inTurn(async () => {
        if (isReleased || lost !== null) return;
        isReleased = true;
        await end(keepSuspects ? addresses : []);
      });
    },
  };
}
