// Tasks that wait for a store, some of them at the same time.

export interface SideBySide {
  /** Begins a task now or when another one is done. */
  begin(task: () => Promise<void>): void;
  /** All are done. Throws what the first of them threw; those that had not begun are dropped then. */
  end(): Promise<void>;
}

export function sideBySide(most: number): SideBySide {
  const queue: (() => Promise<void>)[] = [];
  let running = 0;
  let failure: { readonly error: unknown } | null = null;
  let wake: (() => void) | null = null;
  const next = (): void => {
    while (running < most && failure === null) {
      const task = queue.shift();
      if (task === undefined) break;
      running++;
      task()
        .catch(error => {
          failure ??= { error };
          queue.length = 0;
        })
        .finally(() => {
          running--;
          next();
        });
    }
    if (running === 0 && queue.length === 0) wake?.();
  };
  return {
    begin(task) {
      if (failure !== null) return;
      queue.push(task);
      next();
    },
    async end() {
      if (running > 0 || queue.length > 0)
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
