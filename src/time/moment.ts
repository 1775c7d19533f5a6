// An instant becomes the texts in which a page prints it, in the site's time zone.
import { DAYS, dayOfMonth, MONTHS } from '../locale/calendar.ts';
import { MINUTE } from './durations.ts';
import type { Instant } from './instant.ts';
import { zoneOffset } from './zone-offset.ts';

/** An instant, ready to print in the site's time zone; or a day alone, of which `iso` and `stamp` have no hour, and `time` is empty. */
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

/** Moments of one zone. A page also prints the dates of its neighbours, so the same instant is formatted for several pages. */
const cachedMoments = new Map<Instant, Moment>();
let cachedZone = '';
const MAX_CACHED_MOMENTS = 20_000;

/** The texts for `instant` in `timeZone` (an IANA name). The same arguments usually return the same object. */
export function momentOf(instant: Instant, timeZone: string): Moment {
  if (timeZone !== cachedZone || cachedMoments.size >= MAX_CACHED_MOMENTS) {
    cachedMoments.clear();
    cachedZone = timeZone;
  }
  let moment = cachedMoments.get(instant);
  if (!moment) {
    moment = formatMoment(instant, zoneOffset(instant, timeZone));
    cachedMoments.set(instant, moment);
  }
  return moment;
}

/** The texts for the day of `instant` in `timeZone`, where nobody wrote an hour. */
export function dayMomentOf(instant: Instant, timeZone: string): Moment {
  const { iso, stamp, day } = momentOf(instant, timeZone);
  return { iso: iso.slice(0, iso.indexOf('T')), stamp: stamp.slice(0, stamp.indexOf(' ')), day, time: '' };
}

/** @param offset milliseconds by which the zone's clocks are ahead of UTC. */
function formatMoment(instant: Instant, offset: number): Moment {
  const clock = new Date(instant + offset);
  const year = clock.getUTCFullYear();
  const month = clock.getUTCMonth() + 1;
  const day = clock.getUTCDate();
  const hour = clock.getUTCHours();
  const minute = twoDigits(clock.getUTCMinutes());
  return {
    iso: `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${minute}:${twoDigits(clock.getUTCSeconds())}${isoOffset(offset)}`,
    stamp: `${twoDigits(day)}.${twoDigits(month)}.${year} ${twoDigits(hour)}h${minute}`,
    day: dayInWords(clock),
    time: `${hour}${NBSP}h${NBSP}${minute}`,
  };
}

/** `+08:00`. Historical local mean times also have seconds, which an ISO 8601 offset cannot express: they are cut off. */
function isoOffset(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.trunc(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** @param clock a date whose UTC fields hold what the zone's clocks show. */
function dayInWords(clock: Date): string {
  // JavaScript counts Sunday as 0; `DAYS` begins with Monday.
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
