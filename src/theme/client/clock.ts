// The current instant for client code, and actions at a later instant. Without JavaScript the page stays as of the last build.

/** Milliseconds since 1970. The site may stop the clock (`clock` in `_data/site`), as the demonstration does. */
export function now(): number {
  const { clock } = document.documentElement.dataset;
  return clock ? Date.parse(clock) : Date.now();
}

/** Browsers store the delay of a timer in 31 bits of milliseconds; a timer with a longer delay fires at once. */
const LONGEST = 24 * 3600 * 1000;

/** Limits how often the page looks at a clock that the site has stopped just before the instant. */
const SHORTEST = 1000;

/** Calls `act` once, at `instant`, or immediately if that has passed. */
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
