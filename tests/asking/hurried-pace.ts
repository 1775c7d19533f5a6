// Time for tests of what asks others: pauses take none, and are counted.
import type { Pace } from '../../src/asking/pace.ts';

export interface HurriedPace extends Pace {
  /** Each pause, in ms. */
  readonly pauses: readonly number[];
}

/** Begins at `start` (ms); each look at the clock takes `perLook` ms. */
export function hurriedPace(start = Date.UTC(2014, 4, 20, 7, 30), perLook = 0): HurriedPace {
  const pauses: number[] = [];
  let now = start;
  return {
    pauses,
    now() {
      now += perLook;
      return now;
    },
    async wait(ms) {
      pauses.push(ms);
      now += ms;
    },
    random: () => 0.5,
  };
}
