// Asks for the flashes of the moment while a page is open and in sight, ever more seldom as long as they stay the same. Without
// JavaScript the page shows those of the last build.
import { now } from './clock.ts';
import { part, parts } from './element.ts';
import { contentOf, fetchedFragment } from './fragment.ts';
import { isInUse } from './motion.ts';

/** Milliseconds. Caches keep pages for a minute, so to ask more often would be in vain. */
const SHORTEST = 60_000;
const LONGEST = 16 * SHORTEST;

let isBegun = false;

/** One for a page, whichever ticker stands in it. */
export function refreshTicker({ dataset: { source } }: HTMLElement): void {
  if (isBegun || source === undefined) return;
  isBegun = true;
  let pause = SHORTEST;
  let due = Date.now() + pause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  const wait = (): void => {
    clearTimeout(timer);
    if (!document.hidden && !isAsking) timer = setTimeout(ask, Math.max(0, due - Date.now()));
  };
  const ask = async (): Promise<void> => {
    isAsking = true;
    const text = navigator.onLine ? await fetchedFragment(source, 'no-cache') : null;
    isAsking = false;
    pause = text !== null && showFlashes(text) ? SHORTEST : Math.min(2 * pause, LONGEST);
    due = Date.now() + pause;
    wait();
  };
  document.addEventListener('visibilitychange', wait);
  wait();
}

/** Whether the flashes are others than before. A reader who has the ticker in hand keeps it until the next time. */
function showFlashes(text: string): boolean {
  const ticker = part(document, 'news-ticker');
  const fresh = part(contentOf(text), 'news-ticker');
  // A page of the host's, or of a network that wants a password, has no ticker and is not empty.
  if (!ticker || (!fresh && text.trim() !== '')) return false;
  const coming = fresh ? flashesOf(fresh) : [];
  const isSame = keyOf(coming) === keyOf(flashesOf(ticker));
  if (isSame || isInUse(ticker, part(ticker, '.pause'))) return false;
  if (fresh && coming.length > 0) ticker.replaceWith(fresh);
  else hideTicker(ticker);
  return true;
}

/** Those that have not ended. */
function flashesOf(ticker: HTMLElement): readonly HTMLElement[] {
  return parts(ticker, '[data-until]').filter(({ dataset }) => Date.parse(dataset.until!) > now());
}

function keyOf(flashes: readonly HTMLElement[]): string {
  return flashes.map(({ outerHTML }) => outerHTML).join('\n');
}

/** Its place stays, so that nothing moves under a reader's eyes, and the next flash has one. */
export function hideTicker(ticker: HTMLElement): void {
  part(ticker, '.ticker-items')?.replaceChildren();
  ticker.style.visibility = 'hidden';
}
