// An instant becomes the day that the calendar of a place shows.
import type { Instant } from './instant.ts';
import { zoneOffset } from './zone-offset.ts';

const DAY_MS = 86_400_000;

/** By days since 1970: an archive has many articles a day, and writing a date out costs more than all else here. */
const written = new Map<number, string>();
const MOST_KEPT = 50_000;

/** The day of `instant` in `timeZone` (IANA name), for the years 0 to 9999: `2014-05-20`. */
export function calendarDay(instant: Instant, timeZone: string): string {
  const number = Math.floor((instant + zoneOffset(instant, timeZone)) / DAY_MS);
  let day = written.get(number);
  if (day === undefined) {
    if (written.size >= MOST_KEPT) written.clear();
    day = new Date(number * DAY_MS).toISOString().slice(0, 10);
    written.set(number, day);
  }
  return day;
}
