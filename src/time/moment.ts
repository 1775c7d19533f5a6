// An instant to the words in which a page prints it, in the site's time zone.
import { DateTime } from 'luxon';
import { DAYS, dayOfMonth, MONTHS } from '../locale/calendar.ts';
import type { Instant } from './instant.ts';

/** An instant, ready to print in the site's time zone. */
export interface Moment {
  /** ISO 8601 with offset, for `<time datetime>`: `2014-05-20T13:43:00+08:00`. */
  readonly iso: string;
  /** As on an agency's page: `20.05.2014 13h43`. */
  readonly stamp: string;
  /** The day in words: `mardi 20 mai 2014`. */
  readonly day: string;
  /** The time of day in words: `13 h 43`. */
  readonly time: string;
}

const NBSP = '\u00a0';

/** The moments made so far: a page prints its neighbours' dates too, so each instant is asked for several times. */
const made = new Map<string, Moment>();
const KEPT = 20_000;

/** The words for `instant` in `timeZone` (an IANA name). The same object comes back for the same question. */
export function momentOf(instant: Instant, timeZone: string): Moment {
  const key = `${instant} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  if (made.size >= KEPT) made.clear();
  const moment = write(DateTime.fromMillis(instant, { zone: timeZone }));
  made.set(key, moment);
  return moment;
}

function write(date: DateTime): Moment {
  const { year, month, day, hour, minute, second, weekday, offset } = date;
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  return {
    iso: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}${zoneOffset(offset)}`,
    stamp: `${two(day)}.${two(month)}.${year} ${two(hour)}h${two(minute)}`,
    day: `${DAYS[weekday - 1]} ${dayInWords(year, month, day)}`,
    time: `${hour}${NBSP}h${NBSP}${two(minute)}`,
  };
}

/** `offset` in minutes to `+08:00`. */
function zoneOffset(offset: number): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function dayInWords(year: number, month: number, day: number): string {
  return `${dayOfMonth(day)} ${MONTHS[month - 1]} ${year}`;
}

/** A calendar day `2014-05-20` in words, with its weekday: `mardi 20 mai 2014`. */
export function calendarDayInWords(day: string): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  return `${DAYS[date.weekday - 1]} ${dayInWords(date.year, date.month, date.day)}`;
}

/** A month `2014-05` in words: `mai 2014`. */
export function monthInWords(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}
