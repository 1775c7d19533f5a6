// An instant and a time zone become the distance of that zone's clocks from UTC, asked for as seldom as possible.
import { IANAZone } from 'luxon';
import type { Instant } from './instant.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Offsets at the beginning of days in UTC, by zone. One question to the platform costs 3 to 5 µs, an archive asks it
 * several times an article, and its articles share their days.
 */
const known = new Map<string, Map<number, number>>();
const MOST_DAYS_KEPT = 50_000;

/**
 * Milliseconds to add to `instant` for what clocks in `timeZone` (IANA name) show; NaN when it is no zone.
 * Supposes that no zone changes its clocks there and back within one day of UTC.
 */
export function zoneOffset(instant: Instant, timeZone: string): number {
  const day = Math.floor(instant / DAY_MS);
  const offset = offsetAtDayStart(day, timeZone);
  return offset === offsetAtDayStart(day + 1, timeZone) ? offset : askOffset(instant, timeZone);
}

function offsetAtDayStart(day: number, timeZone: string): number {
  let days = known.get(timeZone);
  if (days === undefined || days.size >= MOST_DAYS_KEPT) {
    days = new Map();
    known.set(timeZone, days);
  }
  let offset = days.get(day);
  if (offset === undefined) {
    offset = askOffset(day * DAY_MS, timeZone);
    days.set(day, offset);
  }
  return offset;
}

function askOffset(instant: Instant, timeZone: string): number {
  // Luxon gives minutes, with a fraction for the local mean times of old.
  return Math.round(IANAZone.create(timeZone).offset(instant) * MINUTE_MS);
}
