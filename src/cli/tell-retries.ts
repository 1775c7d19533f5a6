// A store that does not answer as it should is named when it is tried again, and not only when all tries are over.
import { storeWords } from '../locale/store-words.ts';
import { StoreError } from '../store/object-store.ts';

/** Many requests are under way at once, and are refused together, in ms. */
const SILENCE = 15_000;

/** For `openStore`. */
export function tellRetries(): (reason: Error) => void {
  let told = Number.NEGATIVE_INFINITY;
  return reason => {
    const now = performance.now();
    if (!(reason instanceof StoreError) || now - told < SILENCE) return;
    told = now;
    console.error(storeWords.triesAgain(reason.place, reason.detail));
  };
}
