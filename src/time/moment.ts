// An instant to the words in which a page prints it, in the site's time zone.
import { DAYS, dayOfMonth, MONTHS } from '../locale/calendar.ts';
import type { Instant } from './instant.ts';
import { zoneOffset } from './zone-offset.ts';

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
const made = new Map<Instant, Moment>();
let madeFor = '';
const KEPT = 20_000;

/** The words for `instant` in `timeZone` (an IANA name). The same object comes back for the same question. */
export function momentOf(instant: Instant, timeZone: string): Moment {
  if (timeZone !== madeFor || made.size >= KEPT) {
    made.clear();
    madeFor = timeZone;
  }
  let moment = made.get(instant);
  if (!moment) {
    moment = write(instant, zoneOffset(instant, timeZone));
    made.set(instant, moment);
  }
  return moment;
}

/** `offset` in ms: the clocks of the zone show what UTC's would show that much later. */
function write(instant: Instant, offset: number): Moment {
  const clock = new Date(instant + offset);
  const year = clock.getUTCFullYear();
  const month = clock.getUTCMonth() + 1;
  const day = clock.getUTCDate();
  const hour = clock.getUTCHours();
  const minute = two(clock.getUTCMinutes());
  return {
    iso: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${two(clock.getUTCSeconds())}${zoneText(offset)}`,
    stamp: `${two(day)}.${two(month)}.${year} ${two(hour)}h${minute}`,
    day: dayInWords(clock),
    time: `${hour}${NBSP}h${NBSP}${minute}`,
  };
}

/** `+08:00`. The local mean times of old had seconds; ISO 8601 has no place for them. */
function zoneText(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Of a date whose UTC fields are those of the zone's clocks. */
function dayInWords(clock: Date): string {
  // Sunday is 0 for JavaScript, and last in French.
  const weekday = DAYS[(clock.getUTCDay() + 6) % 7];
  return `${weekday} ${dayOfMonth(clock.getUTCDate())} ${MONTHS[clock.getUTCMonth()]} ${clock.getUTCFullYear()}`;
}

/** A calendar day `2014-05-20` in words, with its weekday: `mardi 20 mai 2014`. */
export function calendarDayInWords(day: string): string {
  return dayInWords(new Date(`${day}T00:00:00Z`));
}

/** A month `2014-05` in words: `mai 2014`. */
export function monthInWords(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}
