// Changes to builds: never two at once, and one more after a change that came meanwhile.

/** Milliseconds until a build that could not be is tried again. */
const PAUSE = 1_000;

/**
 * `build` says whether it has to be run again, though nothing may have changed. The function that comes back is called at each
 * change; it resolves when no build is left to do, and rejects only as `build` does.
 */
export function buildsInTurn(build: () => Promise<'done' | 'again'>, pause = PAUSE): () => Promise<void> {
  let isBuilding = false;
  let isAsked = false;
  return async () => {
    isAsked = true;
    if (isBuilding) return;
    isBuilding = true;
    try {
      while (isAsked) {
        isAsked = false;
        if ((await build()) === 'done') continue;
        isAsked = true;
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    } finally {
      isBuilding = false;
    }
  };
}
