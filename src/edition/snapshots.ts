// Until when counts and measures from outside may be shown.
import type { City, Poll, Site } from '../site/site.ts';
import { calendarDay } from '../time/calendar-day.ts';
import { DAY, HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { readInstant } from '../time/read-instant.ts';

/** From this instant on a city's weather is too old to show: its hours have passed, or all the days of which it tells. */
export function cityUntil(
  { date, days, timeZone }: City,
  { weatherHours }: Pick<Site, 'weatherHours'>,
): Instant {
  return Math.min(date + weatherHours * HOUR, dayEnd(days.at(-1)!.day, timeZone));
}

/** The days of a city's forecast that have not passed at `now`, where its clocks count them. Before its weather is too old there is one at least. */
export function daysToCome({ days, timeZone }: City, now: Instant): City['days'] {
  const today = calendarDay(now, timeZone);
  return days.filter(({ day }) => day >= today);
}

/** The instants at which what is shown of a city's weather changes: a day has passed, or all is too old. */
export function cityChanges(city: City, site: Pick<Site, 'weatherHours'>): readonly Instant[] {
  const until = cityUntil(city, site);
  const midnights = city.days.map(({ day }) => dayEnd(day, city.timeZone));
  return [...midnights.filter(midnight => midnight < until), until];
}

/** The first instant after a calendar day, `2014-05-20`. */
function dayEnd(day: string, timeZone: string): Instant {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, day.length);
  return readInstant(next, timeZone)!;
}

/** From this instant on the count of what is read most is too old to show; null: there is none. */
export function mostReadUntil({ mostRead, mostReadHours }: Site): Instant | null {
  return mostRead === null ? null : mostRead.date + mostReadHours * HOUR;
}

/** Whether a poll takes votes at `now`: from its opening on, and not from its closing on. */
export function pollState({ opens, closes }: Poll, now: Instant): 'to come' | 'open' | 'closed' {
  if (now < opens) return 'to come';
  return now < closes ? 'open' : 'closed';
}
