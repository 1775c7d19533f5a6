// An instant becomes the day that the calendar of a place shows.
import type { Instant } from './instant.ts';
import { zoneOffset } from './zone-offset.ts';

/** The day of `instant` in `timeZone` (IANA name), for the years 0 to 9999: `2014-05-20`. */
export function calendarDay(instant: Instant, timeZone: string): string {
  return new Date(instant + zoneOffset(instant, timeZone)).toISOString().slice(0, 10);
}
