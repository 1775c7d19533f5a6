// Times as logs write them become instants; NaN where there is none.
import { HOUR, MINUTE } from '../time/durations.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The number of `length` digits at a place; NaN: there are others. */
export function readNumber(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let end = at + length; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Of `[20/May/2014:15:30:00 +0800]` all but brackets and seconds. */
const MINUTE_LENGTH = 17;
const ZONE_AT = 22;
const ZONE_LENGTH = 4;

/** The minute that was read last, since lines of one minute follow each other: its letters, its zone's, and its instant. */
const lastMinute = new Uint8Array(MINUTE_LENGTH + ZONE_LENGTH + 1);
let lastInstant = Number.NaN;

/** @param at where the bracket is, of 28 bytes. */
export function timeInBrackets(bytes: Uint8Array, at: number): number {
  const seconds = readNumber(bytes, at + 19, 2);
  if (!(seconds <= 60)) return Number.NaN;
  if (!isLastMinute(bytes, at)) lastInstant = readMinute(bytes, at);
  return lastInstant + seconds * 1000;
}

function isLastMinute(bytes: Uint8Array, at: number): boolean {
  // From the end: what changes most stands there.
  for (let place = MINUTE_LENGTH - 1; place >= 0; place--)
    if (bytes[at + 1 + place] !== lastMinute[place]) return false;
  for (let place = 0; place <= ZONE_LENGTH; place++)
    if (bytes[at + ZONE_AT + place] !== lastMinute[MINUTE_LENGTH + place]) return false;
  return true;
}

function readMinute(bytes: Uint8Array, at: number): number {
  lastMinute.set(bytes.subarray(at + 1, at + 1 + MINUTE_LENGTH));
  lastMinute.set(bytes.subarray(at + ZONE_AT, at + ZONE_AT + ZONE_LENGTH + 1), MINUTE_LENGTH);
  const month = MONTHS.indexOf(String.fromCharCode(bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!));
  const day = readNumber(bytes, at + 1, 2);
  const year = readNumber(bytes, at + 8, 4);
  const hour = readNumber(bytes, at + 13, 2);
  const minute = readNumber(bytes, at + 16, 2);
  const offset = readNumber(bytes, at + 23, 2) * HOUR + readNumber(bytes, at + 25, 2) * MINUTE;
  const sign = bytes[at + ZONE_AT] === 0x2d ? 1 : bytes[at + ZONE_AT] === 0x2b ? -1 : Number.NaN;
  if (month === -1 || !isDay(year, month, day) || !(hour < 24) || !(minute < 60)) return Number.NaN;
  return Date.UTC(year, month, day, hour, minute) + sign * offset;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day && date.getUTCFullYear() === year;
}

/** An ISO date with its zone; a space may stand for `T`, a point or a comma before fractions, a zone without colon. */
const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d(?::?\d\d)?)$/i;
/** Caddy's `wall`, in UTC as it is here: a log does not say where the server's clock stands. */
const WALL = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?$/;
const IN_BRACKETS = /^\[?(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\]?$/;

/** Of 2001 in seconds, and of 5138: what is greater counts smaller parts of a second. */
const LEAST_SECONDS = 1e9;
const MOST_SECONDS = 1e11;

/**
 * A time of a log in JSON: seconds, milliseconds, microseconds or nanoseconds since 1970, as a number or in digits; RFC 3339; ISO 8601; the
 * form of common logs; Caddy's `wall`.
 */
export function timeOf(value: unknown): number {
  if (typeof value === 'number') return timeOfNumber(value);
  if (typeof value !== 'string' || value.length > 64) return Number.NaN;
  const text = value.trim();
  if (/^\d{1,20}(?:\.\d{1,9})?$/.test(text)) return timeOfNumber(Number(text));
  const iso = ISO.exec(text);
  if (iso !== null) return dateOf(iso[1]!, iso[2]!, iso[3], zoneOf(iso[4]!));
  const wall = WALL.exec(text);
  if (wall !== null) return dateOf(`${wall[1]}-${wall[2]}-${wall[3]}`, wall[4]!, wall[5], 'Z');
  const common = IN_BRACKETS.exec(text);
  return common === null ? Number.NaN : timeInBrackets(Buffer.from(`[${common[1]}]`, 'latin1'), 0);
}

function timeOfNumber(number: number): number {
  let seconds = number;
  while (seconds >= MOST_SECONDS) seconds /= 1000;
  return seconds >= LEAST_SECONDS ? Math.floor(seconds * 1000 + 1e-3) : Number.NaN;
}

function zoneOf(text: string): string {
  if (/^z$/i.test(text)) return 'Z';
  return `${text.slice(0, 3)}:${text.slice(3).replace(':', '') || '00'}`;
}

function dateOf(date: string, time: string, fraction: string | undefined, zone: string): number {
  const instant = Date.parse(`${date}T${time}.${(fraction ?? '0').slice(0, 3)}${zone}`);
  // `Date.parse` takes 30 February for a day of March.
  const day = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date ? Number.NaN : instant;
}
