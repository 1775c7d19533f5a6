// Many tasks to a few at a time, in the order in which they came.

export interface Limit {
  /** Runs a task when it is its turn. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /** From now on so many at a time, but one at least. */
  set(atOnce: number): void;
  readonly atOnce: number;
}

export function limitOf(first: number): Limit {
  let waiting: (() => void)[] = [];
  /** Of those in `waiting`; taking each out at the front would cost as much as all that wait. */
  let admitted = 0;
  let atOnce = first;
  let running = 0;
  const admit = (): void => {
    while (running < atOnce && admitted < waiting.length) {
      running += 1;
      waiting[admitted++]!();
    }
    if (admitted > waiting.length / 2) {
      waiting = waiting.slice(admitted);
      admitted = 0;
    }
  };
  return {
    get atOnce() {
      return atOnce;
    },
    set(count) {
      atOnce = Math.max(1, count);
      admit();
    },
    async run(task) {
      await new Promise<void>(resolve => {
        waiting.push(resolve);
        admit();
      });
      try {
        return await task();
      } finally {
        running -= 1;
        admit();
      }
    },
  };
}
