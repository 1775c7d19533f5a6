// The time that a lock goes by, as an input.
import { setTimeout as sleep } from 'node:timers/promises';

export interface LockClock {
  /** This machine's, in ms; somebody may set it meanwhile. */
  now(): number;
  /** In ms, whatever the clock is set to; it may stand still while the machine does. */
  passed(): number;
  sleep(ms: number): Promise<void>;
  /** Again and again; gives what ends it. */
  every(ms: number, act: () => void): () => void;
}

export const MACHINE_CLOCK: LockClock = {
  now: Date.now,
  passed: () => performance.now(),
  sleep: ms => sleep(ms),
  every(ms, act) {
    const timer = setInterval(act, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};
