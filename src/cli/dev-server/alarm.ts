// An instant of the machine's clock to one call when it has come, however long that takes and whatever the machine does meanwhile.
import { MINUTE } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';

export interface Alarm {
  /** Rings at this instant instead of the one before; null: not at all. */
  set(at: Instant | null): void;
}

/**
 * Looks at the clock at least once a minute: a machine that slept rings late by no more than that, and no timer is longer than Node's
 * can be. It keeps no process alive.
 */
export function alarm(ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  const wait = (at: Instant): void => {
    timer = setTimeout(() => look(at), Math.min(Math.max(at - Date.now(), 1), MINUTE));
    timer.unref();
  };
  // Timers may end a little early.
  const look = (at: Instant): void => (Date.now() >= at ? ring() : wait(at));
  return {
    set(at) {
      clearTimeout(timer);
      if (at !== null) wait(at);
    },
  };
}
