// When an article counts as old, month by month, so that a clock that runs does not rewrite the archive every hour.
import { calendarDay } from '../time/calendar-day.ts';
import type { Instant } from '../time/instant.ts';
import { readInstant } from '../time/read-instant.ts';

/**
 * The month `2013-05` a year before the one of `now`: every article of an earlier month is more than a year old.
 * Those of that month become so day by day: client code tells their readers until the month is over.
 */
export function ageingMonth(now: Instant, timeZone: string): string {
  const [year, month] = calendarDay(now, timeZone).split('-');
  return `${String(Number(year) - 1).padStart(4, '0')}-${month}`;
}

/** The instant from which an article of the day `2014-05-20` is of an earlier month than `ageingMonth` says. */
export function agesAt(day: string, timeZone: string): Instant {
  const [year, month] = day.split('-').map(Number) as [number, number, number];
  const first = month === 12 ? `${year + 2}-01-01` : `${year + 1}-${String(month + 1).padStart(2, '0')}-01`;
  return readInstant(first, timeZone) ?? Number.POSITIVE_INFINITY;
}
