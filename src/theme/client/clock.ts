// The instant that the page takes for now. Without it, what the build knew of time stays as it was.

/** Milliseconds since 1970. A demonstration stands still. */
export function now(): number {
  const { clock } = document.documentElement.dataset;
  return clock ? Date.parse(clock) : Date.now();
}

/** Timers count 31 bits of milliseconds; a longer one would go off at once. */
const LONGEST = 24 * 3600 * 1000;

/** So that a clock that stands still just before an instant is not asked all the time. */
const SHORTEST = 1000;

/** Does `act` once, at an instant: now, if it has passed. */
export function at(instant: number, act: () => void): void {
  let timer: ReturnType<typeof setTimeout>;
  const check = (): void => {
    clearTimeout(timer);
    const left = instant - now();
    if (left <= 0) {
      document.removeEventListener('visibilitychange', check);
      act();
    } else timer = setTimeout(check, Math.min(Math.max(left, SHORTEST), LONGEST));
  };
  // Timers stop while a device sleeps.
  document.addEventListener('visibilitychange', check);
  check();
}
