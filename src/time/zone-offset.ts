// An instant and a time zone become the offset of that zone's clocks from UTC, with as few calls to the platform as possible.
import { IANAZone } from 'luxon';
import { DAY, MINUTE } from './durations.ts';
import type { Instant } from './instant.ts';

/**
 * Offsets at the start of UTC days, by zone, then by days since 1970. The platform takes 3 to 5 µs for one offset, the build
 * needs several for each article, and many articles have the same day.
 */
const cachedOffsets = new Map<string, Map<number, number>>();
const MAX_CACHED_DAYS = 50_000;

/**
 * Milliseconds by which clocks in `timeZone` (IANA name) are ahead of UTC at `instant`; NaN when there is no such zone.
 * Assumes that no zone changes its clocks twice, forth and back, within one UTC day.
 */
export function zoneOffset(instant: Instant, timeZone: string): number {
  const day = Math.floor(instant / DAY);
  const offset = offsetAtDayStart(day, timeZone);
  return offset === offsetAtDayStart(day + 1, timeZone) ? offset : platformOffset(instant, timeZone);
}

function offsetAtDayStart(day: number, timeZone: string): number {
  let days = cachedOffsets.get(timeZone);
  if (days === undefined || days.size >= MAX_CACHED_DAYS) {
    days = new Map();
    cachedOffsets.set(timeZone, days);
  }
  let offset = days.get(day);
  if (offset === undefined) {
    offset = platformOffset(day * DAY, timeZone);
    days.set(day, offset);
  }
  return offset;
}

function platformOffset(instant: Instant, timeZone: string): number {
  // Luxon gives minutes, with a fraction for historical local mean times.
  return Math.round(IANAZone.create(timeZone).offset(instant) * MINUTE);
}
