// A series of instants, hourly at first and every six hours later, becomes the days of a place with their nights.
import type { DayForecast } from '../site/site.ts';
import type { Sky } from '../site/skies.ts';
import { calendarDay } from '../time/calendar-day.ts';
import { DAY, HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { zoneOffset } from '../time/zone-offset.ts';
import type { MetPeriod, MetStep } from './met-forecast-schema.ts';
import { skyOfSymbol } from './met-symbol-sky.ts';
import { isOnEarth } from './plausible.ts';

const DAYS_SHOWN = 7;

/** Steps every six hours have one before six in the morning, and one after five in the afternoon. */
const FIRST_HOUR = 6;
const LAST_HOUR = 17;

interface Step {
  /** Of the place's clocks, with a fraction. */
  readonly hour: number;
  readonly temperature: number;
  readonly one: MetPeriod | undefined;
  readonly six: MetPeriod | undefined;
  readonly twelve: MetPeriod | undefined;
}

/** @returns null: some temperature is of no weather on Earth. */
export function daysOfSeries(series: readonly MetStep[], timeZone: string): readonly DayForecast[] | null {
  const byDay = Map.groupBy(series, ({ time }) => calendarDay(Date.parse(time), timeZone));
  const days: DayForecast[] = [];
  for (const [index, [day, steps]] of [...byDay].entries()) {
    const inDay = steps.map(step => stepOf(step, timeZone));
    if (index > 0 && !isWhole(inDay)) continue;
    const temperatures = temperaturesOf(inDay);
    const [high, low] = [Math.max(...temperatures), Math.min(...temperatures)];
    if (!isOnEarth(high, low)) return null;
    const sky = skyByDay(inDay);
    if (sky === null) continue;
    days.push({ day, sky, night: skyByNight(inDay), high: Math.round(high), low: Math.round(low) });
  }
  return days.sort((one, other) => (one.day < other.day ? -1 : 1)).slice(0, DAYS_SHOWN);
}

function stepOf({ time, data }: MetStep, timeZone: string): Step {
  const instant: Instant = Date.parse(time);
  const sinceMidnight = (instant + zoneOffset(instant, timeZone)) % DAY;
  return {
    hour: sinceMidnight / HOUR,
    temperature: data.instant.details.air_temperature,
    one: data.next_1_hours,
    six: data.next_6_hours,
    twelve: data.next_12_hours,
  };
}

function isWhole(steps: readonly Step[]): boolean {
  const hours = steps.map(({ hour }) => hour);
  return Math.min(...hours) <= FIRST_HOUR && Math.max(...hours) >= LAST_HOUR;
}

/** Those of instants, and of six hours that end on the same day. */
function temperaturesOf(steps: readonly Step[]): readonly number[] {
  return steps.flatMap(({ hour, temperature, six }) => {
    const { air_temperature_max: high, air_temperature_min: low } = six?.details ?? {};
    const extremes = hour + 6 > 24 ? [] : [high, low].filter(value => value !== undefined);
    return [temperature, ...extremes];
  });
}

/** Of the twelve hours from six in the morning on; of the present day, what is left of it. */
function skyByDay(steps: readonly Step[]): Sky | null {
  const [first] = steps;
  return (
    skyNear(6, steps, ({ twelve }) => twelve) ??
    skyNear(12, steps, ({ six }) => six) ??
    skyOf(first?.six) ??
    skyOf(first?.one) ??
    skyOf(first?.twelve)
  );
}

/** Of the twelve hours from six in the evening on. */
function skyByNight(steps: readonly Step[]): Sky | null {
  return skyNear(18, steps, ({ twelve }) => twelve) ?? skyNear(21, steps, ({ six }) => six);
}

/** Hours: no step of every six hours is further from any hour. */
const NEAR = 3;

function skyNear(
  wanted: number,
  steps: readonly Step[],
  periodOf: (step: Step) => MetPeriod | undefined,
): Sky | null {
  const near = steps
    .filter(step => Math.abs(step.hour - wanted) <= NEAR && skyOf(periodOf(step)) !== null)
    .sort((one, other) => Math.abs(one.hour - wanted) - Math.abs(other.hour - wanted));
  return near[0] === undefined ? null : skyOf(periodOf(near[0]));
}

function skyOf(period: MetPeriod | undefined): Sky | null {
  const symbol = period?.summary?.symbol_code;
  return symbol === undefined ? null : skyOfSymbol(symbol);
}
