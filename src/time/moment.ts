// An instant becomes the texts in which a page prints it, in the site's time zone.
import { DAYS, dayOfMonth, MONTHS } from '../locale/calendar.ts';
import { type ClockTime, type PrintStyle, printing, timeInWords, twoDigits } from '../locale/print-style.ts';
import { MINUTE } from './durations.ts';
import type { Instant } from './instant.ts';
import { zoneOffset } from './zone-offset.ts';

/** An instant, ready to print in the site's time zone; or a day alone, of which `iso` and `stamp` have no hour, and `time` is empty. */
export interface Moment {
  /** ISO 8601 with offset, for `<time datetime>`: `2014-05-20T13:43:00+08:00`. */
  readonly iso: string;
  /** As an agency prints it, and editors type it: `20.05.2014 13h43`; or as a newspaper prints it: `20 mai 2014 à 13 h 43`. */
  readonly stamp: string;
  /** The day in words: `mardi 20 mai 2014`. */
  readonly day: string;
  /** The time of day in words: `13 h 43`. */
  readonly time: string;
}

/** Moments of one zone and style. A page also prints the dates of its neighbours, so the same instant is formatted for several pages. */
const cachedMoments = new Map<Instant, Moment>();
let cachedFor = '';
const MAX_CACHED_MOMENTS = 20_000;

/** The texts for `instant` in `timeZone` (an IANA name). The same arguments usually return the same object. */
export function momentOf(instant: Instant, timeZone: string, style: PrintStyle = 'agence'): Moment {
  const wanted = style + timeZone;
  if (wanted !== cachedFor || cachedMoments.size >= MAX_CACHED_MOMENTS) {
    cachedMoments.clear();
    cachedFor = wanted;
  }
  let moment = cachedMoments.get(instant);
  if (!moment) {
    moment = formatMoment(instant, zoneOffset(instant, timeZone), style);
    cachedMoments.set(instant, moment);
  }
  return moment;
}

/** The texts for the day of `instant` in `timeZone`, where nobody wrote an hour. */
export function dayMomentOf(instant: Instant, timeZone: string, style: PrintStyle = 'agence'): Moment {
  const { iso, day } = momentOf(instant, timeZone, style);
  const time = clockTime(new Date(instant + zoneOffset(instant, timeZone)));
  return { iso: iso.slice(0, iso.indexOf('T')), stamp: printing(style).day(time), day, time: '' };
}

/** @param offset milliseconds by which the zone's clocks are ahead of UTC. */
function formatMoment(instant: Instant, offset: number, style: PrintStyle): Moment {
  const clock = new Date(instant + offset);
  const time = clockTime(clock);
  const { year, month, day, hour, minute } = time;
  return {
    iso: `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(clock.getUTCSeconds())}${isoOffset(offset)}`,
    stamp: printing(style).stamp(time),
    day: dayInWords(clock),
    time: timeInWords(time),
  };
}

/** @param clock a date whose UTC fields hold what the zone's clocks show. */
function clockTime(clock: Date): ClockTime {
  return {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    day: clock.getUTCDate(),
    hour: clock.getUTCHours(),
    minute: clock.getUTCMinutes(),
  };
}

/** `+08:00`. Historical local mean times also have seconds, which an ISO 8601 offset cannot express: they are cut off. */
function isoOffset(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.trunc(minutes / 60))}:${twoDigits(minutes % 60)}`;
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

/** A day, month or year in words, without a weekday: `25 mai 2014`, `mai 2014`, `2014`. */
export function periodInWords(period: string): string {
  if (period.length === 'yyyy'.length) return period;
  if (period.length === 'yyyy-mm'.length) return monthInWords(period);
  return `${dayOfMonth(Number(period.slice('yyyy-mm-'.length)))} ${monthInWords(period)}`;
}

/** A month `2014-05` in words: `mai 2014`. */
export function monthInWords(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}
