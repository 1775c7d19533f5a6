// Which articles open the home page.
import { HOUR } from '../time/durations.ts';
import type { Entry } from './entry.ts';
import { firstForReaders, firstOf } from './entry-list.ts';

/** Only articles this close to the newest one compete, so that an old urgent article gives way. */
const WINDOW = 36 * HOUR;

/** How many articles stand beside the lead. */
const HEADLINES = 4;

/**
 * The lead, then the headlines beside it: by priority, then in reading order, among the articles of the 36 hours before
 * the newest one. Measured from the newest article and not from the clock, so a quiet night changes nothing.
 */
export function leadAndHeadlines(current: Iterable<Entry>): readonly Entry[] {
  // What the newsroom sees ahead of readers opens the page as well, and moves no window.
  const newest = firstForReaders(current) ?? firstOf(current, 1)[0];
  if (!newest) return [];
  const best: Entry[] = [];
  for (const entry of current) {
    if (entry.date <= newest.date - WINDOW) break;
    let at = best.length;
    while (at > 0 && best[at - 1]!.priority < entry.priority) at--;
    best.splice(at, 0, entry);
    if (best.length > HEADLINES + 1) best.pop();
  }
  return best;
}
