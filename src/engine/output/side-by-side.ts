// Tasks that wait for a store, some of them at the same time.

export interface SideBySide {
  /** Begins a task now or when another one is done. */
  begin(task: () => Promise<void>): void;
  /** All are done. Throws what the first of them threw; those that had not begun are dropped then. */
  end(): Promise<void>;
}

export function sideBySide(most: number): SideBySide {
  let queue: (() => Promise<void>)[] = [];
  /** Those before it have begun: to take one from the front of a hundred thousand moves all others. */
  let at = 0;
  let running = 0;
  let failure: { readonly error: unknown } | null = null;
  let wake: (() => void) | null = null;
  const clear = (): void => {
    queue = [];
    at = 0;
  };
  const next = (): void => {
    while (running < most && failure === null) {
      const task = queue[at];
      if (task === undefined) {
        clear();
        break;
      }
      at++;
      running++;
      task()
        .catch(error => {
          failure ??= { error };
          clear();
        })
        .finally(() => {
          running--;
          next();
        });
    }
    if (running === 0 && at === queue.length) wake?.();
  };
  return {
    begin(task) {
      if (failure !== null) return;
      queue.push(task);
      next();
    },
    async end() {
      if (running > 0 || at < queue.length)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      wake = null;
      if (failure === null) return;
      const { error } = failure;
      failure = null;
      throw error;
    },
  };
}
