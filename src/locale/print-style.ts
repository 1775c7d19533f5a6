// How a portal prints hours, temperatures and sources: as an agency does, or as a newspaper does.
import { dayOfMonth, MONTHS } from './calendar.ts';

/** The values of `style` in `_data/site`; the first is that of a portal that says nothing. */
export const PRINT_STYLES = ['agence', 'presse'] as const;

export type PrintStyle = (typeof PRINT_STYLES)[number];

/** `year`, `month` (1 to 12), `day`, `hour` and `minute` as the site's clocks show them. */
export interface ClockTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

interface Printing {
  day(time: ClockTime): string;
  /** The day with its hour. */
  stamp(time: ClockTime): string;
  /** Degrees Celsius. */
  degrees(degrees: number): string;
  /** The temperatures of a day. */
  degreesOfDay(high: number, low: number): string;
  source(name: string): string;
}

const NBSP = '\u00a0';

const agence: Printing = {
  day: ({ year, month, day }) => `${twoDigits(day)}.${twoDigits(month)}.${year}`,
  stamp: time => `${agence.day(time)} ${twoDigits(time.hour)}h${twoDigits(time.minute)}`,
  degrees: degrees => `${degrees}℃`,
  degreesOfDay: (high, low) => `${high}℃~${low}℃`,
  source: name => `(${NBSP}Source${NBSP}: ${name}${NBSP})`,
};

/** French writes a minus sign, not a hyphen, and says a range from its lower end (Lexique des règles typographiques). */
const presse: Printing = {
  day: ({ year, month, day }) => `${dayOfMonth(day)}${NBSP}${MONTHS[month - 1]} ${year}`,
  stamp: time => `${presse.day(time)} à ${timeInWords(time)}`,
  degrees: degrees => `${signed(degrees)}${NBSP}°C`,
  degreesOfDay: (high, low) =>
    high === low ? presse.degrees(high) : `${signed(low)} à ${presse.degrees(high)}`,
  source: name => `Source${NBSP}: ${name}`,
};

const printings: Readonly<Record<PrintStyle, Printing>> = { agence, presse };

export function printing(style: PrintStyle): Printing {
  return printings[style];
}

/** The time of day in words: `13 h 43`. */
export function timeInWords({ hour, minute }: Pick<ClockTime, 'hour' | 'minute'>): string {
  return `${hour}${NBSP}h${NBSP}${twoDigits(minute)}`;
}

export function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function signed(degrees: number): string {
  return degrees < 0 ? `\u2212${-degrees}` : String(degrees);
}
