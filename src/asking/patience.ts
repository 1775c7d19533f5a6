// A request that may succeed later is made again, with pauses that grow and vary, within a time that is given.
import type { Pace } from './pace.ts';

/** What may be asked again: `notBefore` is in ms from now. */
export type Tried =
  | { readonly ok: true }
  | { readonly ok: false; readonly again: boolean; readonly notBefore?: number };

const MOST_TRIES = 6;
/** In ms. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20_000;

/**
 * The last answer to `ask`. No pause ends after the instant `until` (ms).
 * Pauses have any length up to one that doubles, so that many that were turned away together do not come back together.
 */
export async function askPatiently<Answer extends Tried>(
  ask: () => Promise<Answer>,
  pace: Pace,
  until: number,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.ok || !answer.again || tries === MOST_TRIES) return answer;
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries);
    const pause = (answer.notBefore ?? 0) + pace.random() * longest;
    if (pace.now() + pause > until) return answer;
    await pace.wait(pause);
  }
}
