// An instant becomes its calendar day in a time zone.
import { DAY } from './durations.ts';
import type { Instant } from './instant.ts';
import { zoneOffset } from './zone-offset.ts';

/**
 * Days as text, by their number of days since 1970. An archive has many articles on one day, and formatting a date is the
 * slowest step of this function.
 */
const formattedDays = new Map<number, string>();
const MAX_CACHED_DAYS = 50_000;

/** The day of `instant` in `timeZone` (IANA name), for the years 0 to 9999: `2014-05-20`. */
export function calendarDay(instant: Instant, timeZone: string): string {
  const number = Math.floor((instant + zoneOffset(instant, timeZone)) / DAY);
  let day = formattedDays.get(number);
  if (day === undefined) {
    if (formattedDays.size >= MAX_CACHED_DAYS) formattedDays.clear();
    day = new Date(number * DAY).toISOString().slice(0, 10);
    formattedDays.set(number, day);
  }
  return day;
}
