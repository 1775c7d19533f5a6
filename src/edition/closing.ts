// When articles stop taking comments by their age: at a midnight of the portal's, so that the clock changes a page once, and a day's pages together.
import { calendarDay } from '../time/calendar-day.ts';
import { DAY } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { readInstant } from '../time/read-instant.ts';

/**
 * The first day whose articles take comments at `now`: those of earlier days are closed.
 * @param days after its own on which an article takes them, whole; null: for ever.
 * @returns '': those of all days do.
 */
export function oldestOpenDay(now: Instant, days: number | null, timeZone: string): string {
  return days === null ? '' : dayAfter(calendarDay(now, timeZone), -days);
}

/** The instant from which an article of the day `2014-05-20` takes no comments. */
export function closesAt(day: string, days: number, timeZone: string): Instant {
  return readInstant(dayAfter(day, days + 1), timeZone) ?? Number.POSITIVE_INFINITY;
}

/** Days of the calendar: a day on which clocks change is one as well. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
