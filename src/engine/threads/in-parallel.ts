// A list of tasks that wait (for a disk, for another thread) to all of them done, some at the same time.

/** Runs at most `limit` at once, in the order of the list. When one fails no other is begun, and its error is thrown. */
export async function inParallel(tasks: readonly (() => Promise<unknown>)[], limit: number): Promise<void> {
  let next = 0;
  let failed = false;
  const run = async (): Promise<void> => {
    while (!failed && next < tasks.length) {
      try {
        await tasks[next++]!();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, run));
}
