// A date as an editor writes it becomes an instant.
import { DateTime } from 'luxon';
import { DAY } from './durations.ts';
import type { Instant } from './instant.ts';
import { zoneOffset } from './zone-offset.ts';

/** `2014-05-20`, `2014-05-20T13:43`, `2014-05-20 13:43:05.250+08:00`: ISO 8601-1:2019, extended format, calendar dates. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?[ \u00a0\u202f]?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;
/** `20.05.2014`, `20.05.2014 13h43`, `20.05.2014 13 h 43`: the form that news agencies print. */
const STAMP =
  /^(\d\d)\.(\d\d)\.(\d{4})(?:[ \u00a0\u202f]+(\d{1,2})[ \u00a0\u202f]?h[ \u00a0\u202f]?(\d\d))?$/;

/** The first newspapers in French appeared in the 1600s; an address has four digits for the year. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 9999;
/** No time zone is further from UTC than this, nor has been since 1900. */
const MAX_OFFSET_MINUTES = 14 * 60;

/** The date and time that a wall clock shows. */
interface Reading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** null: the text gives the day only, which means the day's first instant. */
  readonly time: {
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly millisecond: number;
  } | null;
  /** Minutes east of UTC; null: the text gives no offset, so the time zone decides. */
  readonly offsetMinutes: number | null;
}

/**
 * Reads a date, with or without its time, with or without its offset from UTC.
 *
 * - A day alone means its first instant in `timeZone` (not always midnight: a change of clocks may skip midnight).
 * - A time that a change of clocks skips gives null: guessing would move the article silently.
 * - A time that happens twice, when clocks go back, means the first of the two.
 * - These give null: week dates, ordinal dates, the basic format, `24:00`, leap seconds, years before 1600 or after 9999.
 *
 * @param timeZone IANA name, for a date without offset.
 * @returns milliseconds since 1970-01-01T00:00:00Z, or null when `text` is not a real date.
 */
export function readInstant(text: string, timeZone: string): Instant | null {
  return readTypedDate(text, timeZone)?.instant ?? null;
}

/** A date as typed: its instant, and whether the text gave the day alone, so that readers are told no hour that nobody wrote. */
export interface TypedDate {
  readonly instant: Instant;
  readonly isDay: boolean;
}

/** The same as `readInstant`, with what the text gave. */
export function readTypedDate(text: string, timeZone: string): TypedDate | null {
  const reading = readIso(text.trim()) ?? readStamp(text.trim());
  if (reading === null) return null;
  const instant = instantOf(reading, timeZone);
  return instant === null ? null : { instant, isDay: reading.time === null };
}

function readIso(text: string): Reading | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    time:
      hour === undefined
        ? null
        : {
            hour: Number(hour),
            minute: Number(minute),
            second: Number(second ?? 0),
            millisecond: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
          },
    offsetMinutes: offset === undefined ? null : readOffset(offset),
  };
}

function readStamp(text: string): Reading | null {
  const match = STAMP.exec(text);
  if (match === null) return null;
  const [, day, month, year, hour, minute] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    time:
      hour === undefined ? null : { hour: Number(hour), minute: Number(minute), second: 0, millisecond: 0 },
    offsetMinutes: null,
  };
}

/** In minutes; NaN when no zone can have this offset. */
function readOffset(text: string): number {
  if (text === 'Z') return 0;
  const digits = text.replaceAll(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(2));
  const total = Number(digits.slice(0, 2)) * 60 + minutes;
  if (minutes > 59 || total > MAX_OFFSET_MINUTES) return Number.NaN;
  return text.startsWith('-') ? -total : total;
}

function instantOf(reading: Reading, timeZone: string): Instant | null {
  const { year, month, day, time, offsetMinutes } = reading;
  if (year < FIRST_YEAR || year > LAST_YEAR || Number.isNaN(offsetMinutes)) return null;
  if (!isRealDay(year, month, day)) return null;
  if (time !== null && (time.hour > 23 || time.minute > 59 || time.second > 59)) return null;
  if (time !== null && offsetMinutes !== null) {
    const { hour, minute, second, millisecond } = time;
    const instant = Date.UTC(year, month - 1, day, hour, minute - offsetMinutes, second, millisecond);
    return hasYearInRange(instant, timeZone) ? instant : null;
  }
  const { hour, minute, second, millisecond } = time ?? { hour: 0, minute: 0, second: 0, millisecond: 0 };
  const instant = firstInstantOf(Date.UTC(year, month - 1, day, hour, minute, second, millisecond), timeZone);
  if (instant !== null || time !== null) return instant;
  // Clocks went forward at midnight, so the day begins later.
  const start = DateTime.fromObject({ year, month, day, hour: 12 }, { zone: timeZone }).startOf('day');
  return start.isValid ? start.toMillis() : null;
}

/**
 * The first instant at which clocks in `timeZone` show a reading, or null when they never show it.
 * @param reading the instant at which a clock in UTC shows it.
 */
function firstInstantOf(reading: number, timeZone: string): Instant | null {
  // Every offset is shorter than a day. If the offset changes near the reading, it is one of these two before and the other after.
  const offsets = [zoneOffset(reading - DAY, timeZone), zoneOffset(reading + DAY, timeZone)];
  const instants = offsets
    .filter(offset => zoneOffset(reading - offset, timeZone) === offset)
    .map(offset => reading - offset);
  return instants.length === 0 ? null : Math.min(...instants);
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An explicit offset can move an instant of the first or last year into a year outside the range. */
function hasYearInRange(instant: Instant, timeZone: string): boolean {
  const year = new Date(instant).getUTCFullYear();
  if (year > FIRST_YEAR && year < LAST_YEAR) return true;
  const local = new Date(instant + zoneOffset(instant, timeZone)).getUTCFullYear();
  return local >= FIRST_YEAR && local <= LAST_YEAR;
}
